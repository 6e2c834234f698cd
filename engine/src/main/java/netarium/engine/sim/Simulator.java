package netarium.engine.sim;

/// The clock and the order of everything. One thread; what happens at one instant happens in the
/// order in which it was scheduled.
///
/// Two kinds of events: *essential* ones keep a run alive (a frame under way, a sleeping task, a
/// retransmission), *housekeeping* ones do not (an ARP entry that will expire, TIME-WAIT). A run
/// without a fixed end is over when nothing essential is left.
///
/// Each event carries the **cause** that was current when it was scheduled: the ordinal of the
/// trace event that led to it. The clock only hands it on.
public final class Simulator {
  /// The cause of what nobody in the simulation caused: the start of the run.
  public static final long NO_CAUSE = -1;

  /// Late events have ordinals from here on; no run schedules so many ordinary ones.
  private static final long FIRST_LATE = 1L << 60;

  private static final SimTime LATEST = new SimTime(Long.MAX_VALUE);

  private final EventQueue queue = new EventQueue();
  private SimTime now = SimTime.ZERO;
  private long cause = NO_CAUSE;
  private long scheduled;
  private long scheduledLate;
  private int essential;
  private SimTime horizon = LATEST;
  private boolean continuesInPlace = true;
  private long fired;
  private long firingOrdinal;

  public SimTime now() {
    return now;
  }

  public long nowNanos() {
    return now.nanos();
  }

  /// The ordinal of the trace event that led to what happens right now.
  public long cause() {
    return cause;
  }

  public void becauseOf(long ordinal) {
    cause = ordinal;
  }

  /// How many events have fired: for benchmarks and progress, not for anything in the simulation.
  public long fired() {
    return fired;
  }

  public void at(SimTime at, Event event) {
    at(at.nanos(), event);
  }

  /// As [#at(SimTime, Event)], for the paths that count in nanoseconds.
  public void at(long atNanos, Event event) {
    essential++;
    add(atNanos, scheduled++, cause, event, true);
  }

  public void after(SimDuration delay, Event event) {
    at(Math.addExact(now.nanos(), delay.nanos()), event);
  }

  /// Schedules what does not keep the run alive.
  public void housekeepingAt(SimTime at, Event event) {
    add(at.nanos(), scheduled++, cause, event, false);
  }

  /// Schedules what happens at `at` after everything ordinary of that instant, whatever is
  /// scheduled for it until then; late events of one instant keep their order. Between two of them
  /// happens what the first one brought about at that instant.
  ///
  /// Nobody continues in place up to `at` or beyond it ([#continueInPlace]), so whoever reaches
  /// that instant does so in an event of its own, before the late one. Cancelling the timer takes
  /// the event back.
  public Timer lateAt(SimTime at, Event event) {
    Timer timer = new Timer(this, event, true);
    timer.armAt(at, FIRST_LATE + scheduledLate++);
    return timer;
  }

  public Timer timer(Event onExpiry) {
    return new Timer(this, onExpiry, true);
  }

  public Timer housekeepingTimer(Event onExpiry) {
    return new Timer(this, onExpiry, false);
  }

  /// Whether anything that keeps the run alive is still to come.
  public boolean hasEssential() {
    return essential > 0;
  }

  /// The instant of the next event, or `Long.MAX_VALUE` nanoseconds when there is none.
  public long nextAtNanos() {
    return queue.firstAt();
  }

  /// Nothing may happen after this instant; events due later stay in the queue.
  public void horizon(SimTime latest) {
    horizon = latest;
  }

  public SimTime horizon() {
    return horizon;
  }

  /// Switches the short cut of [#continueInPlace] off, to show that it changes nothing.
  public void continuesInPlace(boolean mayContinue) {
    continuesInPlace = mayContinue;
  }

  /// Moves the clock on to `atNanos` if nothing else is due up to and including that instant: then
  /// whoever asks may go on as though an event of its own had fired there.
  public boolean continueInPlace(long atNanos) {
    if (!continuesInPlace || atNanos > horizon.nanos() || queue.firstAt() <= atNanos) {
      return false;
    }
    if (atNanos != now.nanos()) {
      now = new SimTime(atNanos);
    }
    return true;
  }

  /// Fires the next event that lies within the horizon; false when there is none.
  public boolean step() {
    long at = queue.firstAt();
    if (at > horizon.nanos() || !queue.bringFirst()) {
      return false;
    }
    long key = queue.firstOrdinal();
    firingOrdinal = key >> 1;
    cause = queue.firstCause();
    Event event = queue.removeFirst();
    Invariant.check(at >= now.nanos(), "time never runs backwards");
    if (at != now.nanos()) {
      now = new SimTime(at);
    }
    if ((key & 1) == 0) {
      essential--;
    }
    fired++;
    event.fire();
    return true;
  }

  /// Lets the clock stand at `at`, when the run ends later than its last event.
  public void advanceTo(SimTime at) {
    Invariant.check(!at.isBefore(now), "time never runs backwards");
    Invariant.check(queue.firstAt() > at.nanos(), "no event is passed over");
    now = at;
  }

  /// The place in the order of scheduling of the event that fires right now.
  long firingOrdinal() {
    return firingOrdinal;
  }

  long drawOrdinal() {
    return scheduled++;
  }

  void addTimerEntry(long atNanos, long ordinal, long entryCause, Event entry) {
    add(atNanos, ordinal, entryCause, entry, false);
  }

  void essential(int change) {
    essential += change;
  }

  private void add(long atNanos, long ordinal, long entryCause, Event event, boolean isEssential) {
    Invariant.check(atNanos >= now.nanos(), "nothing is scheduled in the past");
    queue.add(atNanos, (ordinal << 1) | (isEssential ? 0 : 1), entryCause, event);
  }
}
