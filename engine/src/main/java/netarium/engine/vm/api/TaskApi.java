package netarium.engine.vm.api;

import java.util.Arrays;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.sim.SimDuration;
import netarium.engine.vm.Process;

/// `sleep(seconds)` and `go(f, ...)`.
public final class TaskApi {
  /// Longer sleeps are cut to this: a hundred years.
  private static final double MAX_SLEEP_SECONDS = 3.2e9;

  private final Process process;

  private TaskApi(Process process) {
    this.process = process;
  }

  private static final Library FUNCTIONS =
      Library.of(
          "_G",
          Library.entry(
              "sleep", Native.method("sleep", TaskApi.class, TaskApi::sleep).asWorldCall()),
          Library.entry("go", Native.method("go", TaskApi.class, TaskApi::go).asWorldCall()));

  public static void install(Process process) {
    process.machine().addHost(new TaskApi(process));
    FUNCTIONS.fill(process.machine().globals);
  }

  /// Suspends the calling task; `sleep(0)` costs its units only. Answers true.
  private int sleep(Coroutine co, int func, int n) {
    double seconds = Args.checkNumber(co, func, n, 1);
    Args.check(co, !Double.isNaN(seconds), 1, "number of seconds expected");
    if (seconds <= 0) {
      return co.returns(func, true);
    }
    long nanos = Math.round(Math.min(seconds, MAX_SLEEP_SECONDS) * 1e9);
    return process.runningTask().sleep(SimDuration.ofNanos(nanos), Bool.TRUE);
  }

  /// Starts a task in the same process, as Go's `go` does.
  private int go(Coroutine co, int func, int n) {
    Args.checkType(co, func, n, 1, "function");
    LuaValue function = co.stack[func + 1];
    process.go(function, Arrays.copyOfRange(co.stack, func + 2, func + 1 + n));
    return co.returns();
  }
}
