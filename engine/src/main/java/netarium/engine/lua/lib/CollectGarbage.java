package netarium.engine.lua.lib;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;

/// `collectgarbage`: asks for the machine's own count of memory, never for the JVM's collector.
///
/// The tuning parameters are kept and answered, and change nothing.
final class CollectGarbage extends Native {
  private static final Str PAUSE = Str.constant("collector pause");
  private static final Str STEP_MULTIPLIER = Str.constant("collector step multiplier");
  private static final Str MAJOR_INCREMENT = Str.constant("collector major increment");
  private static final int DEFAULT_PERCENT = 200;

  CollectGarbage() {
    super("collectgarbage");
  }

  @Override
  public int call(Coroutine co, int func, int n) {
    int option =
        Args.checkOption(
            co,
            func,
            n,
            1,
            "collect",
            "stop",
            "restart",
            "collect",
            "count",
            "step",
            "setpause",
            "setstepmul",
            "setmajorinc",
            "isrunning",
            "generational",
            "incremental");
    int given = Args.optInt(co, func, n, 2, 0);
    LuaMachine machine = co.machine;
    return switch (option) {
      case 0, 1 -> {
        machine.stopCollector(option == 0);
        yield co.returns(func, 0);
      }
      case 2 -> {
        machine.collect();
        yield finalizeNow(co, func, false);
      }
      case 3 -> {
        double used = machine.account.used();
        yield co.returns(func, new Num(used / 1024), new Num(used % 1024));
      }
      case 4 -> machine.collectStep(given) ? finalizeNow(co, func, true) : co.returns(func, false);
      case 5 -> exchange(co, func, PAUSE, given);
      case 6 -> exchange(co, func, STEP_MULTIPLIER, given);
      case 7 -> exchange(co, func, MAJOR_INCREMENT, given);
      case 8 -> co.returns(func, !machine.isCollectorStopped());
      default -> co.returns(func, 0);
    };
  }

  private static int exchange(Coroutine co, int func, Str parameter, int value) {
    Table registry = co.machine.registry;
    int old = registry.get(parameter) instanceof Num x ? (int) x.v : DEFAULT_PERCENT;
    registry.set(parameter, new Num(value));
    return co.returns(func, old);
  }

  private int finalizeNow(Coroutine co, int func, boolean isStep) {
    Frame f = co.pushNative(this, func, 0);
    f.phase = isStep ? 1 : 0;
    co.ensure(func + 2);
    co.stack[func + 1] = co.machine.finalizerCalls();
    return co.call(func + 1, 0);
  }

  @Override
  public int step(Coroutine co, Frame frame, int from, int n) {
    return frame.phase == 1 ? co.returns(frame.func, true) : co.returns(frame.func, 0);
  }
}
