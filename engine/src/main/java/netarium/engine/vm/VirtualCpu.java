package netarium.engine.vm;

import java.util.ArrayDeque;
import java.util.Deque;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.RunStatus;
import netarium.engine.lua.WorldGate;
import netarium.engine.sim.Event;
import netarium.engine.sim.Simulator;
import org.jspecify.annotations.Nullable;

/// The one core of a VM. Ready tasks stand in one queue, first come, first served; the head runs a
/// *turn* until it waits, ends or has used 10,000 units, and then goes to the tail.
///
/// Work costs units, a unit costs simulated time: what a turn does at unit `k` happens `k` times
/// [#nanosPerUnit] after its start. Code between world calls is invisible to others and runs at
/// once; a world call is an event at its exact instant, unless nothing else is due up to then: then
/// the interpreter goes on in place, with the same result.
public final class VirtualCpu implements WorldGate {
  /// The longest turn, in units.
  public static final long TURN_UNITS = 10_000;

  private final Simulator simulator;
  private long nanosPerUnit;
  private final Deque<Task> ready = new ArrayDeque<>();
  private final Event goOn = this::pump;
  private boolean isBusy;
  private boolean isPaused;

  /// The processor should have gone on while it was paused.
  private boolean isOverdue;

  private @Nullable Task running;
  private @Nullable RunStatus turnEnd;

  /// What the running task has begun to wait for came while the units of its last call went by.
  private boolean isWokenInTurn;

  private long runStartNanos;
  private long turnUnits;
  private boolean hadWorldCall;
  private long worldCallUnits;

  public VirtualCpu(Simulator simulator, long nanosPerUnit) {
    this.simulator = simulator;
    this.nanosPerUnit = nanosPerUnit;
  }

  public long nanosPerUnit() {
    return nanosPerUnit;
  }

  /// A unit takes this long from now on.
  public void changeSpeed(long newNanosPerUnit) {
    nanosPerUnit = newNanosPerUnit;
  }

  /// Nothing runs until [#resume]; who is woken meanwhile waits.
  public void pause() {
    isPaused = true;
  }

  public void resume() {
    isPaused = false;
    if (isOverdue) {
      isOverdue = false;
      simulator.at(simulator.nowNanos(), goOn);
    }
  }

  /// The task whose turn it is; only while a native runs.
  Task running() {
    Task task = running;
    if (task == null) {
      throw new IllegalStateException("invariant broken: a native runs in some task's turn");
    }
    return task;
  }

  /// Puts a task at the tail of the queue, unless it stands there already.
  void makeReady(Task task) {
    if (task.isReady() || task == running || task.isOver()) {
      if (task == running && turnEnd == RunStatus.PARKED) {
        isWokenInTurn = true;
        task.cause(simulator.cause());
      }
      return;
    }
    task.cause(simulator.cause());
    enqueue(task);
    if (!isBusy) {
      isBusy = true;
      simulator.at(simulator.nowNanos(), goOn);
    }
  }

  /// As [#makeReady], for a task that was ready and had to step back: what made it ready stays its
  /// cause.
  void makeReadyAgain(Task task) {
    long because = task.cause();
    makeReady(task);
    task.cause(because);
  }

  private void enqueue(Task task) {
    task.isReady(true);
    ready.add(task);
  }

  /// Whether the world stands at the instant `unitsIntoRun` after the start of this run.
  @Override
  public boolean reach(long unitsIntoRun) {
    hadWorldCall = true;
    worldCallUnits = unitsIntoRun;
    return simulator.continueInPlace(runStartNanos + unitsIntoRun * nanosPerUnit);
  }

  /// Processor time of the run under way, if it is one of this process.
  long nanosOfRun(Process process) {
    Task task = running;
    boolean runs = task != null && task.process() == process && turnEnd == null;
    return runs ? process.machine().unitsUsed() * nanosPerUnit : 0;
  }

  /// Gives turns until the next thing lies in the future, or nothing is left to do.
  private void pump() {
    if (isPaused) {
      isOverdue = true;
      return;
    }
    while (true) {
      RunStatus ended = turnEnd;
      Task task = running;
      if (ended != null && task != null) {
        turnEnd = null;
        running = null;
        finishTurn(task, ended);
        continue;
      }
      if (task == null) {
        task = beginTurn();
        if (task == null) {
          isBusy = false;
          return;
        }
      }
      if (!run(task)) {
        return;
      }
    }
  }

  private @Nullable Task beginTurn() {
    while (true) {
      Task next = ready.poll();
      if (next == null) {
        return null;
      }
      next.isReady(false);
      if (next.isOver()) {
        continue;
      }
      simulator.becauseOf(next.cause());
      running = next;
      if (!next.takesBaton()) {
        running = null;
        continue;
      }
      next.process().begins();
      if (complete(next)) {
        turnUnits = 0;
        return next;
      }
      running = null;
      next.givesBaton();
    }
  }

  /// Hands over what a parked task waited for; false when it has to wait on.
  private static boolean complete(Task task) {
    Completion completion = task.waitsFor();
    if (completion == null) {
      return true;
    }
    try {
      LuaValue[] results = completion.attempt();
      if (results == null) {
        return false;
      }
      task.coroutine().wake(results);
    } catch (LuaError error) {
      task.coroutine().wakeWithError(error.value);
    }
    task.waitsFor(null);
    TaskWatch watch = task.watch();
    if (watch != null) {
      watch.goesOn();
    }
    return true;
  }

  /// Runs on; false when the next thing to do is an event that has been scheduled.
  private boolean run(Task task) {
    Process process = task.process();
    LuaMachine machine = process.machine();
    runStartNanos = simulator.nowNanos();
    hadWorldCall = false;
    long budget = Math.min(TURN_UNITS - turnUnits, process.vm().instructionsLeft());
    RunStatus status = machine.run(task.coroutine(), Math.max(1, budget));
    long units = machine.unitsUsed();
    turnUnits += units;
    process.used(units, hadWorldCall, hadWorldCall ? units - worldCallUnits : units);
    long at = runStartNanos + units * nanosPerUnit;
    if (status != RunStatus.WORLD) {
      turnEnd = status;
      if (at == simulator.nowNanos() || simulator.continueInPlace(at)) {
        return true;
      }
    }
    simulator.at(at, goOn);
    return false;
  }

  private void finishTurn(Task task, RunStatus status) {
    switch (status) {
      case ENDED -> {
        task.process().ended(task);
        task.givesBaton();
      }
      case FAILED -> {
        task.process().failed(task);
        task.givesBaton();
      }
      case QUANTUM -> {
        task.process().turnUsedUp(task);
        if (!task.isOver()) {
          task.cause(simulator.cause());
          enqueue(task);
        }
      }
      case PARKED -> {
        if (task.waitsFor() == null) {
          throw new IllegalStateException("invariant broken: a parked task waits for something");
        }
        TaskWatch watch = task.watch();
        if (watch != null && !task.isOver()) {
          watch.waits();
        }
        task.givesBaton();
        if (isWokenInTurn) {
          isWokenInTurn = false;
          makeReadyAgain(task);
        }
      }
      case WORLD -> throw new IllegalStateException("invariant broken: a turn ends after the call");
    }
  }
}
