package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// `pcall`, `xpcall` and the way an error takes to them.
///
/// A message handler runs on top of the stack that failed, before anything is unwound, so that it
/// can make a traceback. Its frame stands between the failed function and the handler and is no
/// level of its own.
final class ProtectedCalls {
  private ProtectedCalls() {}

  /// `pcall(f, …)`: its frame keeps the arguments where they are.
  static final class Pcall extends Native {
    Pcall() {
      super("pcall");
      catchesErrors = true;
      forbidsYield = false;
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      if (n == 0) {
        throw CallInfo.argumentError(co, 1, "value expected");
      }
      co.pushNative(this, func, n);
      return co.call(func + 1, n - 1);
    }

    @Override
    public int step(Coroutine co, Frame frame, int from, int n) {
      co.stack[from - 1] = Bool.TRUE;
      return n + 1;
    }
  }

  /// `xpcall(f, handler, …)`.
  static final class Xpcall extends Native {
    Xpcall() {
      super("xpcall");
      catchesErrors = true;
      forbidsYield = false;
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      if (n < 2) {
        throw CallInfo.argumentError(co, 2, "value expected");
      }
      // handler, f, arguments: the handler stays below the call.
      LuaValue[] s = co.stack;
      LuaValue f = s[func + 1];
      s[func + 1] = s[func + 2];
      s[func + 2] = f;
      co.pushNative(this, func, n);
      return co.call(func + 2, n - 2);
    }

    @Override
    public int step(Coroutine co, Frame frame, int from, int n) {
      LuaValue[] s = co.stack;
      s[frame.func] = Bool.TRUE;
      System.arraycopy(s, from, s, frame.func + 1, n);
      return n + 1;
    }
  }

  /// The frame under a running message handler.
  static final class HandlerCall extends Native {
    HandlerCall() {
      super("(message handler)");
      catchesErrors = true;
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      throw co.error("the frame of a message handler is no function", 1);
    }

    @Override
    public int step(Coroutine co, Frame frame, int from, int n) {
      LuaValue message = n > 0 ? co.stack[from] : Nil.NIL;
      throw new LuaError(message).withoutHandler();
    }
  }

  static final HandlerCall HANDLER_CALL = new HandlerCall();

  /// The innermost frame that catches errors, a running handler's included.
  static @Nullable Frame nearestCatcher(Coroutine co) {
    for (Frame f = co.frame; f != null && f != co.root; f = f.prev) {
      if (f.body != null && f.body.catchesErrors && !f.isStandIn) {
        return f;
      }
    }
    return null;
  }

  static boolean hasHandler(Frame catcher) {
    return catcher.body instanceof Xpcall || catcher.body instanceof HandlerCall;
  }

  /// The protected call under the handlers that run on top of it.
  static Frame skipHandlers(Frame catcher) {
    Frame f = catcher;
    while (f.body == null
        || !f.body.catchesErrors
        || f.isStandIn
        || f.body instanceof HandlerCall) {
      f = Driver.below(f);
    }
    return f;
  }

  /// Gives a native that failed a frame of its own, which tracebacks show.
  static void showFailed(Coroutine co) {
    Native failed = co.pending;
    if (failed != null) {
      co.pushNative(failed, co.pendingFunc, co.pendingCount).isStandIn = true;
    }
  }

  /// Calls the handler of an `xpcall` with the error, on top of what failed.
  static int callHandler(Coroutine co, Frame catcher, LuaValue error) {
    Frame target = skipHandlers(catcher);
    LuaValue handler = co.stack[target.func + 1];
    showFailed(co);
    int at = co.usedSlots();
    co.handlers++;
    LuaValue[] s = co.ensure(at + 4);
    co.pendingKind = Frame.NATIVE;
    co.pendingWanted = -1;
    co.pushNative(HANDLER_CALL, at, 0);
    s[at] = HANDLER_CALL;
    return co.call(at + 1, handler, error);
  }

  /// Unwinds to a protected call and lets it return `false` and the error.
  static int recover(Coroutine co, Frame target, LuaValue error) {
    for (Frame f = co.frame; f != target && f != null; f = f.prev) {
      if (f.body instanceof HandlerCall) {
        co.handlers--;
      }
      if (f.body instanceof Hooks.HookCall && co.hooks != null) {
        co.hooks.abandon();
      }
    }
    UpVal.close(co, target.func);
    co.pending = null;
    co.frame = Driver.below(target);
    co.nesting = target.outerNesting;
    co.unyieldable = target.outerUnyieldable;
    LuaValue[] s = co.ensure(target.func + 2);
    s[target.func] = target.body == null ? Bool.FALSE : target.body.failureMark;
    s[target.func + 1] = error;
    return co.returnTo(target.kind, target.func, target.func, 2, target.wanted);
  }
}
