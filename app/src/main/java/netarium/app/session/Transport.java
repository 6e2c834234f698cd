package netarium.app.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import netarium.app.session.RunState.Phase;
import netarium.engine.run.Simulation;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;
import org.jspecify.annotations.Nullable;

/// Run, pause, step, back, reset and speed: one control over the run and over its past. FX thread.
///
/// [#pulse] is called for every frame on the screen. It hands new events to the readers, moves the
/// playhead, and tells the engine how far it may go until the next pulse: the run is never far
/// ahead of what is seen, so what somebody does to it happens at the instant they are looking at.
/// Looking at the past and pressing Run plays the log up to the live edge first; whoever moves the
/// playhead into the past meanwhile wants to look at something there, and the run is paused.
public final class Transport {
  /// What handing events over may take of a pulse.
  private static final long FEED_NANOS = 6_000_000;

  private static final int BATCH = 512;

  private final Listeners listeners = new Listeners();
  private final Playhead playhead = new Playhead();
  private final List<EventReader> readers = new ArrayList<>();
  private final List<Skip> skips = new ArrayList<>();
  private final List<Question<?>> questions = new ArrayList<>();
  private final Supplier<Project> projects;
  private final Function<Project, LiveRun> engine;
  private final Selection selection;
  private final LongSupplier clock;
  private Pacing pacing;
  private Trail trail = new Trail();
  private EventLog noLog = new EventLog();
  private @Nullable LiveRun run;
  private RunState seen;
  private Speed speed = Speed.FOLLOW;
  private boolean isRunning;
  private boolean ranToItsEnd;
  private boolean isCaughtUp = true;
  private @Nullable Step step;
  private CompletableFuture<?> applied = CompletableFuture.completedFuture(null);
  private long lastPulse = Long.MIN_VALUE;
  private long leftAt;

  /// A question to the run, and who wants the answer.
  private record Question<T>(CompletableFuture<T> answer, Consumer<T> asker) {
    boolean isAnswered() {
      if (answer.isDone() && !answer.isCompletedExceptionally()) {
        asker.accept(answer.join());
      }
      return answer.isDone();
    }
  }

  /// A step beyond what has happened so far: to the first event after `ordinal` of that kind.
  private record Step(boolean isFrame, long ordinal) {}

  /// `projects` gives what Run is to run, as it stands on the screen.
  public Transport(Supplier<Project> projects, Selection selection) {
    this(projects, selection, LiveRun::of, System::nanoTime);
  }

  Transport(
      Supplier<Project> projects,
      Selection selection,
      Function<Project, LiveRun> engine,
      LongSupplier clock) {
    this.projects = projects;
    this.selection = selection;
    this.engine = engine;
    this.clock = clock;
    pacing = new Pacing(trail);
    seen = RunState.ready(projects.get().topology().seed());
  }

  /// Calls `listener` after every change of what this answers, the playhead's excepted; the handle
  /// ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  /// Has `reader` read all events, those of the past first.
  public void read(EventReader reader) {
    readers.add(reader);
    reader.begin(topology());
    EventLog log = log();
    for (int i = 0; i < log.size(); i++) {
      reader.accept(log.event(i));
    }
    reader.caughtUp();
  }

  /// The project is another one now, or was changed. As long as nothing has been run, readers are
  /// told of the network that would be.
  public void projectChanged() {
    if (run == null) {
      Topology topology = projects.get().topology();
      seen = RunState.ready(topology.seed());
      tellOfTheBeginning(topology);
      listeners.tell();
    }
  }

  public Playhead playhead() {
    return playhead;
  }

  /// Every event that the readers have been handed, by its ordinal.
  public EventLog log() {
    return run == null ? noLog : run.log();
  }

  /// The run, unless nothing has been run since the last reset.
  public Optional<LiveRun> liveRun() {
    return Optional.ofNullable(run);
  }

  /// How the run stands, as the person sees it: running while it goes on by itself.
  public RunState state() {
    if (run == null) {
      return seen.in(Phase.READY);
    }
    if (isRunning || !isCaughtUp || step != null) {
      return seen.in(Phase.RUNNING);
    }
    return seen.isEnded() ? seen : seen.in(Phase.HELD);
  }

  /// Whether a run goes on by itself, live or through its past.
  public boolean isRunning() {
    return isRunning;
  }

  /// Whether the engine has been at one thing for so long that nobody knows when it will answer.
  public boolean isOutOfHand() {
    return run != null && run.isOutOfHand();
  }

  public Speed speed() {
    return speed;
  }

  /// The idle times that were passed over, in order.
  public List<Skip> skips() {
    return Collections.unmodifiableList(skips);
  }

  /// What is run, or would be.
  public Topology topology() {
    return run == null ? projects.get().topology() : run.project().topology();
  }

  public void speed(Speed wanted) {
    if (wanted != speed) {
      speed = wanted;
      pacing.forget();
      if (run != null) {
        run.hold();
      }
      listeners.tell();
    }
  }

  /// Goes on from where the playhead stands; a run that is over begins again.
  public void run() {
    if (state().isEnded() && playhead.isLive()) {
      reset();
    }
    begin();
    step = null;
    isRunning = true;
    ranToItsEnd = false;
    leftAt = playhead.instant();
    pacing.forget();
    listeners.tell();
  }

  public void pause() {
    halt();
    ranToItsEnd = false;
    listeners.tell();
  }

  public void toggle() {
    if (isRunning) {
      pause();
    } else {
      run();
    }
  }

  /// Forgets the run. The next one is made of the project as it is then.
  public void reset() {
    halt();
    // First of all: nobody may look for an event that is about to go.
    selection.selectEvent(Selection.NO_EVENT);
    if (run != null) {
      run.close();
      run = null;
    }
    Topology topology = projects.get().topology();
    seen = RunState.ready(topology.seed());
    noLog = new EventLog();
    isCaughtUp = true;
    ranToItsEnd = false;
    applied = CompletableFuture.completedFuture(null);
    questions.clear();
    start(topology);
    listeners.tell();
  }

  private void start(Topology topology) {
    trail = new Trail();
    pacing = new Pacing(trail);
    skips.clear();
    tellOfTheBeginning(topology);
    playhead.reset();
  }

  private void tellOfTheBeginning(Topology topology) {
    for (EventReader reader : readers) {
      reader.begin(topology);
      reader.caughtUp();
    }
  }

  private LiveRun begin() {
    LiveRun current = run;
    if (current == null) {
      Project project = projects.get();
      current = engine.apply(project);
      run = current;
      seen = current.state();
      start(project.topology());
    }
    return current;
  }

  private void halt() {
    isRunning = false;
    step = null;
    if (run != null) {
      run.hold();
    }
  }

  /// Ends the run's thread, when the window closes.
  public void close() {
    halt();
    if (run != null) {
      run.close();
    }
  }

  /// Looks at what happens now, not at the past.
  public void goLive() {
    playhead.goLive();
  }

  /// Goes to the next frame, running on to it if it has not been sent yet.
  public void stepFrame() {
    stepOn(true);
  }

  /// Goes to the next event.
  public void stepEvent() {
    stepOn(false);
  }

  private void stepOn(boolean isFrame) {
    pause();
    LiveRun current = begin();
    Step wanted = new Step(isFrame, cursor());
    long next = reached(wanted);
    if (next >= 0) {
      show(next);
    } else if (!seen.isEnded()) {
      playhead.goLive();
      step = wanted;
      Predicate<SimEvent> stop = isFrame ? SimEvent.FrameSent.class::isInstance : _ -> true;
      current.advance(Long.MAX_VALUE, stop);
    } else {
      playhead.goLive();
    }
    listeners.tell();
  }

  private long reached(Step wanted) {
    if (wanted.isFrame()) {
      return trail.frameAfter(wanted.ordinal());
    }
    return wanted.ordinal() + 1 < trail.events() ? wanted.ordinal() + 1 : -1;
  }

  /// Goes back to the frame before.
  public void stepBack() {
    pause();
    backTo(trail.frameBefore(cursorFromBehind()));
  }

  /// Goes back to the event before.
  public void stepEventBack() {
    pause();
    backTo(cursorFromBehind() - 1);
  }

  private void backTo(long ordinal) {
    if (ordinal >= 0) {
      show(ordinal);
    } else {
      playhead.moveTo(0);
      selection.selectEvent(Selection.NO_EVENT);
    }
  }

  /// Moves the playhead to an event and selects it.
  public void show(long ordinal) {
    playhead.moveTo(trail.instantOf(ordinal));
    selection.selectEvent(ordinal);
  }

  /// The last event that has happened at the playhead. Of several at one instant, the selected one
  /// says how far a person has come.
  private long cursor() {
    return isAtSelection() ? selection.event() : trail.eventsUpTo(playhead.instant()) - 1L;
  }

  private long cursorFromBehind() {
    if (isAtSelection()) {
      return selection.event();
    }
    return trail.eventsBefore(playhead.instant());
  }

  private boolean isAtSelection() {
    long selected = selection.event();
    return selected >= 0
        && selected < trail.events()
        && trail.instantOf(selected) == playhead.instant();
  }

  /// Does something to the network at the live edge. False if what it is to be done to is not part
  /// of the run. A run that waited for nothing else goes on.
  public boolean apply(Stimulus stimulus) {
    LiveRun current = begin();
    if (!Targets.exist(stimulus, current.project().topology()) || seen.phase() == Phase.FAILED) {
      return false;
    }
    playhead.goLive();
    applied = current.apply(stimulus);
    if (ranToItsEnd) {
      ranToItsEnd = false;
      isRunning = true;
      pacing.forget();
    }
    listeners.tell();
    return true;
  }

  /// Asks the running simulation, on its own thread, and hands the answer to `asker` at a later
  /// pulse; never, if there is no run, or it ends first. The answer must hold no part of the
  /// simulation.
  public <T> void ask(Function<Simulation, T> question, Consumer<T> asker) {
    if (run != null) {
      questions.add(new Question<>(run.ask(question), asker));
    }
  }

  /// Time has passed on the wall.
  public void pulse(long wallNanos) {
    long passed = lastPulse == Long.MIN_VALUE ? 0 : wallNanos - lastPulse;
    lastPulse = wallNanos;
    LiveRun current = run;
    if (current == null) {
      return;
    }
    RunState before = state();
    boolean wasApplied = applied.isDone();
    RunState now = current.state();
    boolean isHalted = now.halts() > seen.halts();
    seen = now;
    boolean isFed = feed(current);
    if (isHalted || current.isOutOfHand() || (isRunning && wasMoved())) {
      halt();
    }
    if (wasApplied && seen.isEnded() && isCaughtUp && isRunning && playhead.isLive()) {
      isRunning = false;
      ranToItsEnd = seen.phase() == Phase.OVER;
    }
    finishStep();
    List<Question<?>> answered = List.copyOf(questions);
    questions.removeAll(answered.stream().filter(Question::isAnswered).toList());
    if (isRunning) {
      goOn(current, Math.clamp(passed, 0, Pacing.LONGEST_PULSE));
      leftAt = playhead.instant();
    }
    if (isFed || !state().equals(before)) {
      listeners.tell();
    }
  }

  private boolean wasMoved() {
    return !playhead.isLive() && playhead.instant() != leftAt;
  }

  /// Hands over what there is, as long as the pulse has time for it.
  private boolean feed(LiveRun current) {
    long begin = clock.getAsLong();
    boolean isAny = false;
    List<SimEvent> batch;
    do {
      batch = current.take(BATCH);
      batch.forEach(trail::accept);
      for (EventReader reader : readers) {
        batch.forEach(reader::accept);
      }
      isAny |= !batch.isEmpty();
    } while (batch.size() == BATCH && clock.getAsLong() - begin < FEED_NANOS);
    isCaughtUp = trail.events() >= seen.events();
    playhead.advanceEdge(isCaughtUp ? Math.max(trail.newest(), seen.nowNanos()) : trail.newest());
    if (isAny) {
      readers.forEach(EventReader::caughtUp);
    }
    return isAny;
  }

  private void finishStep() {
    Step wanted = step;
    if (wanted == null) {
      return;
    }
    long next = reached(wanted);
    if (next >= 0) {
      step = null;
      show(next);
    } else if (isCaughtUp && seen.phase() != Phase.RUNNING) {
      step = null;
    }
  }

  private void goOn(LiveRun current, long passed) {
    if (!playhead.isLive()) {
      long to = pacing.replay(speed, playhead.instant(), passed);
      playhead.moveTo(to < 0 ? Long.MAX_VALUE : to);
    } else if (isCaughtUp && !seen.isEnded()) {
      boolean isUnderWay = seen.phase() == Phase.RUNNING;
      pacing.live(speed, current, playhead.liveEdge(), isUnderWay, passed).ifPresent(skips::add);
    }
  }
}
