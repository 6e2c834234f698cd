package netarium.engine.vm.gohttp.server;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.Indexing;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;

/// A native that has a request served by a handler: a function of writer and request, or a value
/// whose method `ServeHTTP` is one. Nothing comes back from it.
abstract class HandlerCall extends Native {
  /// `(handler, w, r)`: what the task of a request runs.
  static final Native SERVE =
      new HandlerCall("http.serve") {
        @Override
        public int call(Coroutine co, int func, int n) {
          return serve(co, func, n, co.arg(func, n, 1), co.arg(func, n, 2), co.arg(func, n, 3));
        }
      };

  private static final Str SERVE_HTTP = Str.constant("ServeHTTP");
  private static final int LOOKS_UP = 1;

  HandlerCall(String name) {
    super(name);
  }

  /// Argument `i` as a handler.
  static LuaValue check(Coroutine co, int func, int n, int i) {
    LuaValue given = co.arg(func, n, i);
    Args.check(co, !given.isNil(), i, "http: nil handler");
    boolean mayServe =
        given instanceof LuaFunction || given instanceof Table || given instanceof Userdata;
    if (!mayServe) {
      throw Args.typeError(co, func, n, i, "function or table with ServeHTTP");
    }
    return given;
  }

  /// Has it served; what the native's `call` returns.
  final int serve(
      Coroutine co, int func, int n, LuaValue handler, LuaValue writer, LuaValue request) {
    if (handler instanceof LuaFunction) {
      co.pushNative(this, func, n);
      return co.call(func + n + 1, handler, writer, request);
    }
    LuaValue method = Indexing.get(co, handler, SERVE_HTTP);
    if (method != null) {
      return callMethod(co, func, n, method, handler, writer, request);
    }
    LuaValue index = Indexing.handler(co);
    LuaValue indexed = Indexing.handled(co);
    Frame frame = co.pushNative(this, func, n);
    frame.phase = LOOKS_UP;
    // What the call of the method needs stands below the call that looks it up.
    int at = func + n + 1;
    co.ensure(at + 3);
    co.stack[at] = handler;
    co.stack[at + 1] = writer;
    co.stack[at + 2] = request;
    return co.call(at + 3, index, indexed, SERVE_HTTP);
  }

  private int callMethod(
      Coroutine co,
      int func,
      int n,
      LuaValue method,
      LuaValue handler,
      LuaValue writer,
      LuaValue request) {
    if (method.isNil()) {
      throw co.error("http: a " + handler.typeName() + " without ServeHTTP is no handler", 1);
    }
    co.pushNative(this, func, n);
    return co.call(func + n + 1, method, handler, writer, request);
  }

  @Override
  public int step(Coroutine co, Frame frame, int from, int n) {
    if (frame.phase != LOOKS_UP) {
      return co.returns();
    }
    LuaValue method = n > 0 ? co.stack[from] : Nil.NIL;
    if (method.isNil()) {
      throw co.error("http: a handler without ServeHTTP", 1);
    }
    frame.phase = 0;
    int at = frame.func + frame.argumentCount + 1;
    LuaValue handler = co.stack[at];
    LuaValue writer = co.stack[at + 1];
    LuaValue request = co.stack[at + 2];
    return co.call(at, method, handler, writer, request);
  }
}
