package netarium.engine.vm.api;

import java.util.function.Supplier;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.lib.Args;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Timer;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Completion;
import netarium.engine.vm.Process;
import netarium.engine.vm.Task;
import netarium.engine.vm.WaitQueue;
import org.jspecify.annotations.Nullable;

/// The instant up to which calls of one kind may wait, and the tasks that do. It may be moved while
/// they wait; when it has passed, what it belongs to is as usable as before.
///
/// The clock runs on for it only while somebody waits: a deadline alone keeps no run alive.
public final class Deadline {
  private static final double NANOS_PER_SECOND = 1e9;

  /// Further away than any run goes: a hundred years.
  private static final double MOST_SECONDS = 3.2e9;

  private final Process process;
  private final WaitQueue waiting;
  private @Nullable SimTime at;
  private @Nullable Timer timer;

  /// `awaited`: what people are told those wait for who wait here.
  public Deadline(Process process, Supplier<Awaited> awaited) {
    this.process = process;
    this.waiting = new WaitQueue(awaited);
  }

  /// Seconds from now, as argument `i` says: nil clears it, what is not positive has passed.
  public static @Nullable SimTime argument(Coroutine co, int func, int n, int i, Process process) {
    if (Args.isNoneOrNil(co, func, n, i)) {
      return null;
    }
    double seconds = Args.checkNumber(co, func, n, i);
    Args.check(co, !Double.isNaN(seconds), i, "number of seconds expected");
    return in(process, seconds);
  }

  public static SimTime in(Process process, double seconds) {
    SimTime now = process.vm().simulator().now();
    double nanos = Math.min(Math.max(seconds, 0), MOST_SECONDS) * NANOS_PER_SECOND;
    return now.plus(SimDuration.ofNanos(Math.round(nanos)));
  }

  public void set(@Nullable SimTime instant) {
    at = instant;
    if (timer != null) {
      timer.cancel();
    }
    arm();
    waiting.wakeAll();
  }

  public boolean isOver() {
    return at != null && !process.vm().simulator().now().isBefore(at);
  }

  /// Lets those who wait try again.
  public void wakeAll() {
    waiting.wakeAll();
  }

  /// Waits until `completion` has something; it looks at [#isOver] itself.
  public int await(Coroutine co, int func, Completion completion) {
    LuaValue[] results = completion.attempt();
    if (results != null) {
      return Process.give(co, func, results);
    }
    Task task = process.runningTask();
    waiting.add(task);
    arm();
    return process.park(() -> {
      LuaValue[] late = completion.attempt();
      if (late != null) {
        waiting.remove(task);
        if (waiting.isEmpty() && timer != null) {
          timer.cancel();
        }
      }
      return late;
    });
  }

  private void arm() {
    SimTime instant = at;
    if (instant == null || waiting.isEmpty() || isOver()) {
      return;
    }
    Timer armed = timer;
    if (armed == null) {
      armed = process.vm().simulator().timer(waiting::wakeAll);
      timer = armed;
    }
    armed.armAt(instant);
  }

  /// What it belongs to is closed: whoever waits tries for the last time.
  public void end() {
    if (timer != null) {
      timer.cancel();
    }
    at = null;
    waiting.wakeAll();
  }
}
