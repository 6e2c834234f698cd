package netarium.app.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import netarium.app.session.RunState.Phase;
import netarium.engine.run.Recording;
import netarium.engine.run.Simulation;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;
import org.jspecify.annotations.Nullable;

/// A run with a thread of its own, and the only door to it. Commands go in and return at once; what
/// happened comes out as events ([#take]) and as a [RunState].
///
/// The thread lets the simulation advance in short slices, so that it soon obeys. Where a slice
/// ends changes nothing about the run. Closing ends the thread.
public final class LiveRun implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final long NOT_IN_A_SLICE = Long.MIN_VALUE;

  private final Object lock = new Object();
  private final Handover handover = new Handover();
  private final EventLog log = new EventLog();
  private final Deque<Order<?>> orders = new ArrayDeque<>();
  private final Project project;
  private final OptionalLong seed;
  private final LongSupplier clock;
  private final Thread thread;
  private RunState state;
  private @Nullable Command command;
  private long commands;
  private boolean hasBegun;
  private boolean isClosed;
  private boolean isIdle;
  private long sliceBegan = NOT_IN_A_SLICE;

  /// What the run is to do until told otherwise.
  record Command(long number, long target, Predicate<SimEvent> stopAfter) {}

  /// Something to do with the simulation between two slices.
  private record Order<T>(
      Function<Simulation, T> what, boolean isChange, CompletableFuture<T> answer) {
    /// Does it; what it answers is told later, when the events of it can be read.
    Runnable carryOut(Simulation simulation) {
      try {
        T result = what.apply(simulation);
        return () -> answer.complete(result);
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
        if (isChange) {
          throw e;
        }
        return () -> {};
      }
    }

    void refuse() {
      answer.completeExceptionally(new IllegalStateException("the run has ended"));
    }
  }

  private LiveRun(Project project, OptionalLong seed, LongSupplier clock) {
    this.project = project;
    this.seed = seed;
    this.clock = clock;
    state = RunState.ready(seed.orElse(project.topology().seed()));
    thread = new Thread(this::live, "netarium-run-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
  }

  /// A run that has not begun: its thread builds the network and waits.
  public static LiveRun of(Project project) {
    return of(project, OptionalLong.empty(), System::nanoTime);
  }

  /// As [#of(Project)], with another seed than the topology's.
  public static LiveRun of(Project project, OptionalLong seed) {
    return of(project, seed, System::nanoTime);
  }

  /// `clock`: the host's, by which a slice is found to take too long.
  static LiveRun of(Project project, OptionalLong seed, LongSupplier clock) {
    LiveRun run = new LiveRun(project, seed, clock);
    run.thread.start();
    return run;
  }

  public Project project() {
    return project;
  }

  /// All events that have been [taken][#take]. It belongs to the thread that takes them.
  public EventLog log() {
    return log;
  }

  public RunState state() {
    synchronized (lock) {
      return state;
    }
  }

  /// Runs on to an instant and stands still there.
  public void advanceTo(long nanos) {
    advance(nanos, _ -> false);
  }

  /// Runs on to the next frame that is sent, or to the end.
  public void advanceToNextFrame() {
    advance(Long.MAX_VALUE, SimEvent.FrameSent.class::isInstance);
  }

  /// Runs on to the end, as fast as it goes.
  public void runFreely() {
    advance(Long.MAX_VALUE, _ -> false);
  }

  /// Runs on to an instant, or until the first event of which `stopAfter` says so. It is asked on
  /// the engine's thread.
  public void advance(long nanos, Predicate<SimEvent> stopAfter) {
    synchronized (lock) {
      if (!isClosed && !state.isEnded()) {
        command = new Command(++commands, nanos, stopAfter);
        hasBegun = true;
        isIdle = false;
        state = state.in(Phase.RUNNING);
        lock.notifyAll();
      }
    }
  }

  /// Stands still, soon.
  public void hold() {
    synchronized (lock) {
      command = null;
      if (state.phase() == Phase.RUNNING) {
        state = state.in(Phase.HELD);
      }
    }
  }

  /// Does something to the network, at the instant at which the run stands; answers how the run
  /// stands then.
  public CompletableFuture<RunState> apply(Stimulus stimulus) {
    Function<Simulation, Boolean> change =
        simulation -> {
          simulation.apply(stimulus);
          return true;
        };
    return order(new Order<>(change, true, new CompletableFuture<>())).thenApply(_ -> state());
  }

  /// Has a question answered between two slices, on the engine's thread. The answer must hold no
  /// part of the simulation.
  public <T> CompletableFuture<T> ask(Function<Simulation, T> question) {
    return order(new Order<>(question, false, new CompletableFuture<>()));
  }

  private <T> CompletableFuture<T> order(Order<T> order) {
    synchronized (lock) {
      if (isClosed || state.phase() == Phase.FAILED) {
        order.refuse();
      } else {
        orders.add(order);
        hasBegun |= order.isChange();
        isIdle = false;
        lock.notifyAll();
      }
    }
    return order.answer();
  }

  /// Whether the thread has been at one slice for longer than a slice should ever take.
  public boolean isOutOfHand() {
    synchronized (lock) {
      return sliceBegan != NOT_IN_A_SLICE && clock.getAsLong() - sliceBegan > Slices.LONGEST_NANOS;
    }
  }

  /// All that the run was made of so far.
  public CompletableFuture<Recording> recording() {
    return ask(Simulation::recording);
  }

  /// The next events, at most so many; they go into the log. Empty when all have been taken.
  public List<SimEvent> take(int most) {
    List<SimEvent> batch = handover.take(most);
    if (!batch.isEmpty()) {
      batch.forEach(log::accept);
      synchronized (lock) {
        lock.notifyAll();
      }
    }
    return batch;
  }

  @Override
  public void close() {
    synchronized (lock) {
      isClosed = true;
      command = null;
      lock.notifyAll();
    }
  }

  /// Waits until there is nothing to do, or nothing can be done before events are taken.
  void awaitIdle() throws InterruptedException {
    synchronized (lock) {
      while (!isIdle && thread.isAlive()) {
        lock.wait(100);
      }
    }
  }

  /// Waits until the thread has ended, after [#close].
  void awaitEnd() throws InterruptedException {
    thread.join();
  }

  private void live() {
    try {
      Slices slices = new Slices(project, seed, clock);
      while (turn(slices)) {
        // Each turn is a slice of the run, or what was asked between two.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      end();
    }
  }

  private boolean turn(Slices slices) throws InterruptedException {
    Command todo;
    List<Order<?>> asked;
    synchronized (lock) {
      while (!isClosed && orders.isEmpty() && !mayRun()) {
        isIdle = true;
        lock.notifyAll();
        lock.wait();
      }
      if (isClosed) {
        return false;
      }
      isIdle = false;
      asked = new ArrayList<>(orders);
      orders.clear();
      todo = mayRun() ? command : null;
      sliceBegan = clock.getAsLong();
    }
    List<Runnable> answers = new ArrayList<>();
    try {
      asked.forEach(order -> answers.add(order.carryOut(slices.simulation())));
      boolean isDone = todo != null && slices.run(todo);
      publish(slices, isDone ? todo : null);
    } catch (RuntimeException | Error e) {
      publishEvents(slices);
      asked.forEach(Order::refuse);
      throw e;
    }
    answers.forEach(Runnable::run);
    return true;
  }

  private boolean mayRun() {
    return command != null && !handover.isFull();
  }

  private void publish(Slices slices, @Nullable Command done) {
    publishEvents(slices);
    synchronized (lock) {
      sliceBegan = NOT_IN_A_SLICE;
      RunState now = slices.state();
      boolean isHalted = now.halts() > state.halts();
      if (isHalted || (done != null && done.equals(command))) {
        command = null;
      }
      if (now.phase() == Phase.OVER) {
        command = null;
        state = now;
      } else {
        Phase standing = hasBegun ? Phase.HELD : Phase.READY;
        state = now.in(command == null ? standing : Phase.RUNNING);
      }
    }
  }

  private void publishEvents(Slices slices) {
    handover.publish(slices.takeFresh());
  }

  private void fail(Throwable bug) {
    StringBuilder text = new StringBuilder(bug.toString());
    StackTraceElement[] trace = bug.getStackTrace();
    for (int i = 0; i < Math.min(12, trace.length); i++) {
      text.append("\n  at ").append(trace[i]);
    }
    synchronized (lock) {
      text.append("\n  seed ").append(state.seed());
      state = state.failed(text.toString());
    }
  }

  private void end() {
    synchronized (lock) {
      command = null;
      orders.forEach(Order::refuse);
      orders.clear();
      isIdle = true;
      lock.notifyAll();
    }
  }
}
