package netarium.engine.vm.love;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.sim.SimDuration;

/// `love.timer`: seconds of simulated time.
final class LoveTimer {
  /// Longer sleeps are cut to this: a hundred years.
  private static final double MAX_SLEEP_SECONDS = 3.2e9;

  static final Library FUNCTIONS =
      Library.of(
          "love.timer",
          entry("getTime", LoveTimer::time, true),
          entry("getDelta", LoveTimer::delta, false),
          entry("getAverageDelta", LoveTimer::averageDelta, false),
          entry("getFPS", LoveTimer::framesPerSecond, false),
          entry("sleep", LoveTimer::sleep, true));

  private LoveTimer() {}

  private static Library.Entry entry(
      String name, Native.Method<LoveState> method, boolean isWorldCall) {
    Native made = Native.method("love.timer." + name, LoveState.class, method);
    return Library.entry(name, isWorldCall ? made.asWorldCall() : made);
  }

  /// Since the run began: the same on all machines.
  private static int time(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, state.nowNanos() / 1e9);
  }

  private static int delta(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, state.delta());
  }

  private static int averageDelta(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, 1.0 / Math.max(1, state.framesInLastSecond()));
  }

  private static int framesPerSecond(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, (double) state.framesInLastSecond());
  }

  private static int sleep(LoveState state, Coroutine co, int func, int n) {
    double seconds = Args.checkNumber(co, func, n, 1);
    Args.check(co, !Double.isNaN(seconds), 1, "number of seconds expected");
    if (seconds <= 0) {
      return co.returns();
    }
    long nanos = Math.round(Math.min(seconds, MAX_SLEEP_SECONDS) * 1e9);
    return state.process().runningTask().sleep(SimDuration.ofNanos(nanos), new LuaValue[0]);
  }
}
