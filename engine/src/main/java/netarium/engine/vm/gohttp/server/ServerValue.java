package netarium.engine.vm.gohttp.server;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.api.Handles;

/// Go's `http.Server` in a script's hands: the fields `Addr` and `Handler`, which count when it
/// begins to serve, and the methods that begin and end it.
final class ServerValue {
  private static final String KIND = "Server";

  private final GoServer server;

  private ServerValue(GoServer server) {
    this.server = server;
  }

  /// `http.Server{Addr = ":8080", Handler = mux}`.
  static int make(Coroutine co, int func, int n) {
    Table fields = new Table(co.machine, 0, 2);
    if (!Args.isNoneOrNil(co, func, n, 1)) {
      Table given = Args.checkTable(co, func, n, 1);
      for (int at = given.nextPosition(0); at >= 0; at = given.nextPosition(at + 1)) {
        set(co, fields, given.keyAt(at), given.valueAtPosition(at), 1);
      }
    }
    ServerValue server = new ServerValue(new GoServer(Handles.of(co)));
    Userdata value = Handles.value(co.machine, server, KIND, ServerValue::fill);
    value.userValue = fields;
    return co.returns(func, value);
  }

  /// A field that a server does not have is a slip of the pen.
  private static void set(Coroutine co, Table fields, LuaValue name, LuaValue value, int i) {
    String field = name instanceof Str text ? text.toLatin1() : "";
    switch (field) {
      case "Addr" ->
          Args.check(co, value instanceof Str || value.isNil(), i, "Addr: text expected");
      case "Handler" -> {}
      default -> throw Args.argError(co, i, "a Server has no " + name + "; it has Addr, Handler");
    }
    fields.set(name, value);
  }

  private static void fill(Table t) {
    t.set("__index", Native.of("Server.__index", ServerValue::index));
    t.set("__newindex", Native.of("Server.__newindex", ServerValue::newIndex));
    method(t, "ListenAndServe", ServerValue::listenAndServe);
    method(t, "ListenAndServeTLS", ServerValue::listenAndServeTls);
    method(t, "Serve", ServerValue::serve);
    method(t, "ServeTLS", ServerValue::serveTls);
    method(t, "Close", ServerValue::close);
    method(t, "Shutdown", ServerValue::shutdown);
  }

  private static void method(Table t, String name, Native.Body body) {
    t.set(name, Native.of("Server." + name, body).asWorldCall());
  }

  private static GoServer self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, ServerValue.class, KIND).server;
  }

  private static LuaValue field(Coroutine co, int func, String name) {
    boolean hasFields = co.stack[func + 1] instanceof Userdata d && d.userValue instanceof Table;
    return hasFields ? ((Table) ((Userdata) co.stack[func + 1]).userValue).get(name) : Nil.NIL;
  }

  private static int index(Coroutine co, int func, int n) {
    self(co, func, n);
    LuaValue key = co.arg(func, n, 2);
    LuaValue method = Handles.metatable(co.machine, KIND, ServerValue::fill).get(key);
    boolean isField = method.isNil() && key instanceof Str;
    return co.returns(func, isField ? field(co, func, key.toString()) : method);
  }

  private static int newIndex(Coroutine co, int func, int n) {
    self(co, func, n);
    if (co.stack[func + 1] instanceof Userdata data && data.userValue instanceof Table fields) {
      set(co, fields, co.arg(func, n, 2), co.arg(func, n, 3), 2);
    }
    return co.returns();
  }

  /// Address and handler of a server as its fields say.
  private static Serving serving(Coroutine co, int func, int n, String call) {
    GoServer server = self(co, func, n);
    LuaValue addr = field(co, func, "Addr");
    String address = addr instanceof Str text ? text.toLatin1() : "";
    LuaValue handler = field(co, func, "Handler");
    return new Serving(server, call, address, Serving.handlerOrDefault(co, handler));
  }

  /// `server:ListenAndServe()`.
  private static int listenAndServe(Coroutine co, int func, int n) {
    return serving(co, func, n, "http.Server.ListenAndServe").listen(co, func);
  }

  /// `server:ListenAndServeTLS(certFile?, keyFile?)`.
  private static int listenAndServeTls(Coroutine co, int func, int n) {
    return serving(co, func, n, "http.Server.ListenAndServeTLS").listenTls(co, func, n, 2);
  }

  /// `server:Serve(listener)`.
  private static int serve(Coroutine co, int func, int n) {
    return serving(co, func, n, "http.Server.Serve").serve(co, func, n, 2);
  }

  /// `server:ServeTLS(listener, certFile?, keyFile?)`.
  private static int serveTls(Coroutine co, int func, int n) {
    return serving(co, func, n, "http.Server.ServeTLS").serveTls(co, func, n, 2, 3);
  }

  private static int close(Coroutine co, int func, int n) {
    self(co, func, n).close();
    return co.returns(func, Nil.NIL);
  }

  /// `server:Shutdown(seconds?)`.
  private static int shutdown(Coroutine co, int func, int n) {
    return self(co, func, n).shutdown(co, func, n);
  }
}
