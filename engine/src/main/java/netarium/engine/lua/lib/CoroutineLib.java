package netarium.engine.lua.lib;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Marker;
import netarium.engine.lua.Native;
import netarium.engine.lua.Str;

/// `coroutine.*`. The switching itself is the driver's.
public final class CoroutineLib {
  private static final Library COROUTINE =
      Library.of(
          "coroutine",
          function("create", (co, f, n) -> co.returns(f, create(co, f, n))),
          function("resume", CoroutineLib::resume),
          function("yield", (co, func, n) -> co.suspend(func + 1, n)),
          function("wrap", (co, f, n) -> co.returns(f, new Wrapped(co.machine, create(co, f, n)))),
          function("status", CoroutineLib::status),
          function("running", (co, func, n) -> co.returns(func, co, Args.bool(co.isTask()))));

  private CoroutineLib() {}

  /// Adds the table `coroutine`.
  public static void install(LuaMachine machine) {
    COROUTINE.install(machine);
  }

  private static Library.Entry function(String name, Native.Body body) {
    return Library.function("coroutine", name, body);
  }

  private static Coroutine create(Coroutine co, int func, int n) {
    return co.machine.newCoroutine(Args.checkType(co, func, n, 1, "function"));
  }

  private static Coroutine check(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Coroutine target) {
      return target;
    }
    throw Args.argError(co, 1, "coroutine expected");
  }

  private static int resume(Coroutine co, int func, int n) {
    Coroutine target = check(co, func, n);
    String obstacle = co.obstacleToResume(target);
    if (obstacle != null) {
      return co.returns(func, Args.bool(false), Str.of(obstacle));
    }
    return co.resume(target, func + 2, n - 1, false);
  }

  private static int status(Coroutine co, int func, int n) {
    return co.returns(func, Str.of(check(co, func, n).status()));
  }

  /// What `wrap` answers: a function that resumes and hands errors on.
  private static final class Wrapped extends Native {
    private final Coroutine target;

    Wrapped(LuaMachine machine, Coroutine target) {
      super(machine, "(wrapped coroutine)");
      this.target = target;
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      String obstacle = co.obstacleToResume(target);
      if (obstacle != null) {
        throw co.error(isTakenForDead(co, n) ? "cannot resume dead coroutine" : obstacle, 1);
      }
      return co.resume(target, func + 1, n, true);
    }

    /// C Lua takes a coroutine with nothing on the stack of its running function for a dead one: so
    /// it is with one that calls its own wrapper, or that waits for another wrapper.
    private boolean isTakenForDead(Coroutine co, int n) {
      return target.rawEquals(co) ? n == 0 : target.pendingNative() instanceof Wrapped;
    }

    @Override
    protected LuaValue[] captured() {
      return new LuaValue[] {target};
    }

    @Override
    protected void traverse(Marker marker) {
      marker.mark(target);
    }
  }
}
