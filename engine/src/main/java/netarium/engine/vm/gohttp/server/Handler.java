package netarium.engine.vm.gohttp.server;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.vm.api.Handles;

/// A handler that is written in Java, Go's `http.Handler`: scripts call it, or its `ServeHTTP`.
interface Handler {
  String KIND = "Handler";

  /// Serves; `inner` is the handler that it was made with, nil for none. The native's own codes:
  /// `via` lets another handler do it.
  int serve(
      HandlerCall via,
      Coroutine co,
      int func,
      int n,
      LuaValue inner,
      LuaValue writer,
      Table request);

  /// A value for scripts.
  static Userdata value(LuaMachine machine, Handler handler, LuaValue inner) {
    Userdata value = Handles.value(machine, handler, KIND, Handler::fill);
    value.userValue = inner;
    return value;
  }

  private static void fill(Table t) {
    t.set("ServeHTTP", SERVE_HTTP);
    t.set("__call", SERVE_HTTP);
  }

  /// `handler:ServeHTTP(w, r)`.
  Native SERVE_HTTP =
      new HandlerCall("Handler.ServeHTTP") {
        @Override
        public int call(Coroutine co, int func, int n) {
          Handler handler = Handles.check(co, func, n, 1, Handler.class, KIND);
          LuaValue inner = co.stack[func + 1] instanceof Userdata data ? data.userValue : data();
          LuaValue writer = co.arg(func, n, 2);
          Table request = ServerRequest.check(co, func, n, 3);
          ResponseWriter.check(co, func, n, 2);
          return handler.serve(this, co, func, n, inner, writer, request);
        }

        private LuaValue data() {
          throw new IllegalStateException("invariant broken: a checked value is userdata");
        }
      };
}
