package netarium.engine.vm.gohttp.server;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.Values;

/// Go's `http.ServeMux`: chooses a handler by the path. A pattern that ends in `/` stands for all
/// paths that begin so, any other for that path only; the longest wins.
///
/// The path is taken as the client asked for it: not tidied, not unescaped, nobody is sent to
/// another.
final class ServeMux {
  private static final String KIND = "ServeMux";
  private static final String DEFAULT = "http.DefaultServeMux";

  /// Pattern → handler; the value that scripts hold keeps it alive.
  private final Table handlers;

  private ServeMux(LuaMachine machine) {
    handlers = new Table(machine);
  }

  static Userdata create(LuaMachine machine) {
    ServeMux mux = new ServeMux(machine);
    Userdata value = Handles.value(machine, mux, KIND, ServeMux::fill);
    value.userValue = mux.handlers;
    return value;
  }

  /// The one of `http.Handle` and of servers without a handler.
  static Userdata ofMachine(LuaMachine machine) {
    if (machine.registry.get(DEFAULT) instanceof Userdata known) {
      return known;
    }
    Userdata made = create(machine);
    machine.registry.set(DEFAULT, made);
    return made;
  }

  private static ServeMux ofDefault(Coroutine co) {
    return Handles.find(ofMachine(co.machine), ServeMux.class).orElseThrow();
  }

  private static void fill(Table t) {
    t.set("Handle", Native.of("ServeMux.Handle", ServeMux::handle));
    t.set("HandleFunc", Native.of("ServeMux.HandleFunc", ServeMux::handle));
    t.set("Handler", Native.of("ServeMux.Handler", ServeMux::handlerOf));
    t.set("ServeHTTP", SERVE_HTTP);
  }

  private static ServeMux self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, ServeMux.class, KIND);
  }

  /// `mux:Handle(pattern, handler)`.
  private static int handle(Coroutine co, int func, int n) {
    return self(co, func, n).add(co, func, n, 2);
  }

  /// `http.Handle(pattern, handler)`.
  static int handleByDefault(Coroutine co, int func, int n) {
    return ofDefault(co).add(co, func, n, 1);
  }

  /// A pattern as argument `i` and a handler behind it.
  private int add(Coroutine co, int func, int n, int i) {
    Str pattern = Args.checkStr(co, func, n, i);
    String text = pattern.toLatin1();
    LuaValue handler = HandlerCall.check(co, func, n, i + 1);
    if (!text.startsWith("/")) {
      throw co.error("http: invalid pattern \"" + text + "\": it has to begin with /", 1);
    }
    if (!handlers.get(pattern).isNil()) {
      throw co.error("http: multiple registrations for " + text, 1);
    }
    handlers.set(pattern, handler);
    return co.returns();
  }

  private record Found(String pattern, LuaValue handler) {}

  /// The handler for a path, `http.NotFound` with an empty pattern where there is none.
  private Found find(Coroutine co, String path) {
    co.machine.charge(path.length());
    LuaValue exact = handlers.get(Str.latin1(path));
    if (!exact.isNil()) {
      return new Found(path, exact);
    }
    for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
      String pattern = path.substring(0, slash + 1);
      LuaValue prefix = handlers.get(Str.latin1(pattern));
      if (!prefix.isNil()) {
        return new Found(pattern, prefix);
      }
    }
    return new Found("", Replies.NOT_FOUND);
  }

  /// `mux:Handler(r)` → handler, pattern.
  private static int handlerOf(Coroutine co, int func, int n) {
    ServeMux mux = self(co, func, n);
    Found found = mux.find(co, ServerRequest.askedPath(co, ServerRequest.check(co, func, n, 2)));
    return co.returns(func, found.handler, Values.str(co.machine, found.pattern));
  }

  /// `mux:ServeHTTP(w, r)`.
  private static final Native SERVE_HTTP =
      new HandlerCall("ServeMux.ServeHTTP") {
        @Override
        public int call(Coroutine co, int func, int n) {
          ServeMux mux = self(co, func, n);
          Table request = ServerRequest.check(co, func, n, 3);
          Found found = mux.find(co, ServerRequest.askedPath(co, request));
          LuaValue pattern =
              found.pattern.isEmpty() ? Nil.NIL : Values.str(co.machine, found.pattern);
          request.set("Pattern", pattern);
          return serve(co, func, n, found.handler, co.arg(func, n, 2), request);
        }
      };
}
