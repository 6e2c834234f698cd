package netarium.engine.lua;

/// Moves control between coroutines. All of them live in one driver loop: a switch is an
/// assignment.
final class Switching {
  private Switching() {}

  /// Starts or continues `target` with the `n` values at `from` of the running coroutine, whose
  /// pending native gets what comes back.
  static int resume(Coroutine co, Coroutine target, int from, int n) {
    LuaMachine machine = co.machine;
    int depth = co.outerNesting + co.nesting + 1;
    if (depth >= Coroutine.MAX_NESTING) {
      throw LuaError.text("C stack overflow");
    }
    boolean isStart = target.pending == null;
    int at = isStart ? 1 : target.pendingFunc;
    LuaValue[] s = target.ensure(at + n + 1);
    System.arraycopy(co.stack, from, s, at, n);
    target.outerNesting = depth;
    if (isStart) {
      target.callAt = 0;
      target.callCount = n;
      target.callWanted = -1;
      target.callKind = Frame.ROOT;
      machine.switchAction = Native.CALL;
    } else {
      target.pending = null;
      machine.switchAction = target.returnTo(target.pendingKind, at, at, n, target.pendingWanted);
    }
    target.resumer = co;
    target.task = co.task;
    target.status = Coroutine.Status.RUNNING;
    co.status = Coroutine.Status.NORMAL;
    machine.current = target;
    return Native.SWITCH;
  }

  /// Gives control back to the resumer, which becomes the running coroutine.
  static Coroutine leave(Coroutine co) {
    Coroutine back = co.resumer;
    if (back == null) {
      throw new IllegalStateException("a coroutine that runs inside a task has a resumer");
    }
    co.resumer = null;
    back.status = Coroutine.Status.RUNNING;
    co.machine.current = back;
    return back;
  }

  /// Hands `n` values of the coroutine just left to the native that resumed it.
  static int giveToResumer(Coroutine back, Coroutine co, int from, int n) {
    int func = back.pendingFunc;
    int extra = co.isWrapped ? 0 : 1;
    LuaValue[] s = back.ensure(func + n + 1);
    if (extra == 1) {
      s[func] = Bool.TRUE;
    }
    System.arraycopy(co.stack, from, s, func + extra, n);
    back.pending = null;
    return back.returnTo(back.pendingKind, func, func, n + extra, back.pendingWanted);
  }

  /// Suspends the running coroutine with the `n` values at `from`.
  static int suspend(Coroutine co, int from, int n) {
    if (co.task == co) {
      throw LuaError.text("attempt to yield from outside a coroutine");
    }
    if (co.unyieldable > 0) {
      throw LuaError.text("attempt to yield across a C-call boundary");
    }
    co.status = Coroutine.Status.SUSPENDED;
    Coroutine back = leave(co);
    co.machine.switchAction = giveToResumer(back, co, from, n);
    return Native.SWITCH;
  }
}
