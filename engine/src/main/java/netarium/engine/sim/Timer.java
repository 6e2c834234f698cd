package netarium.engine.sim;

/// A timer that can be armed again and again, as TCP does with every segment.
///
/// At most one entry per timer stands in the queue as long as the deadline only moves later: an
/// entry that comes up early queues itself again at the moved deadline, with the ordinal drawn when
/// the timer was armed, so the order at one instant stays the order of arming. (Deleting lazily
/// leaves a stale entry per segment and costs six times as much.)
public final class Timer {
  private static final long NOT_QUEUED = -1;

  private final Simulator simulator;
  private final Event onExpiry;
  private final boolean isEssential;
  private final Event entry = this::comeUp;

  private boolean armed;
  private long deadlineNanos;
  private long ordinal;
  private long cause;
  private long queuedAtNanos;
  private long queuedOrdinal = NOT_QUEUED;

  Timer(Simulator simulator, Event onExpiry, boolean isEssential) {
    this.simulator = simulator;
    this.onExpiry = onExpiry;
    this.isEssential = isEssential;
  }

  public boolean isArmed() {
    return armed;
  }

  /// Only while armed.
  public SimTime deadline() {
    Invariant.check(armed, "only an armed timer has a deadline");
    return new SimTime(deadlineNanos);
  }

  public void armAfter(SimDuration delay) {
    armAt(simulator.now().plus(delay));
  }

  /// Arms the timer, or moves its deadline.
  public void armAt(SimTime deadline) {
    armAt(deadline, simulator.drawOrdinal());
  }

  /// As [#armAt(SimTime)], with a place of its own in the order of that instant.
  void armAt(SimTime deadline, long newOrdinal) {
    if (!armed && isEssential) {
      simulator.essential(1);
    }
    armed = true;
    deadlineNanos = deadline.nanos();
    ordinal = newOrdinal;
    cause = simulator.cause();
    if (queuedOrdinal == NOT_QUEUED || deadlineNanos < queuedAtNanos) {
      enqueue();
    }
  }

  public void cancel() {
    if (armed && isEssential) {
      simulator.essential(-1);
    }
    armed = false;
  }

  private void enqueue() {
    queuedAtNanos = deadlineNanos;
    queuedOrdinal = ordinal;
    simulator.addTimerEntry(deadlineNanos, ordinal, cause, entry);
  }

  /// An entry of this timer has come up: it may be early, or left over from an earlier deadline.
  private void comeUp() {
    if (simulator.firingOrdinal() != queuedOrdinal) {
      return;
    }
    queuedOrdinal = NOT_QUEUED;
    if (!armed) {
      return;
    }
    if (simulator.firingOrdinal() != ordinal) {
      enqueue();
      return;
    }
    cancel();
    simulator.becauseOf(cause);
    onExpiry.fire();
  }
}
