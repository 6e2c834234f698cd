package netarium.engine.vm.gohttp.server;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.Values;

/// The server's half of Go-style `http`.
public final class ServerApi {
  private static final String NAME = "http";

  private static final Library FUNCTIONS =
      Library.of(
          NAME,
          world("Handle", ServeMux::handleByDefault),
          world("HandleFunc", ServeMux::handleByDefault),
          Library.function(NAME, "NewServeMux", ServerApi::newServeMux),
          world("ListenAndServe", ServerApi::listenAndServe),
          world("ListenAndServeTLS", ServerApi::listenAndServeTls),
          world("Serve", ServerApi::serve),
          world("ServeTLS", ServerApi::serveTls),
          Library.function(NAME, "Server", ServerValue::make),
          Library.entry("NotFound", Replies.NOT_FOUND),
          Library.function(NAME, "NotFoundHandler", Replies::notFoundHandler),
          world("Error", Replies::error),
          world("Redirect", Replies::redirect),
          Library.function(NAME, "RedirectHandler", Replies::redirectHandler),
          Library.function(NAME, "SetCookie", Replies::setCookie),
          Library.function(NAME, "HandlerFunc", Wrappers::handlerFunc),
          Library.function(NAME, "StripPrefix", Wrappers::stripPrefix),
          Library.function(NAME, "MaxBytesReader", Wrappers::maxBytesReader),
          Library.function(NAME, "MaxBytesHandler", Wrappers::maxBytesHandler),
          Library.function(NAME, "FileServer", FileServer::make),
          Library.function(NAME, "Dir", ServerApi::dir),
          world("ServeFile", FileServer::serveFile),
          Library.function(NAME, "DetectContentType", ServerApi::detectContentType));

  private ServerApi() {}

  private static Library.Entry world(String name, Native.Body body) {
    return Library.worldCall(NAME, name, body);
  }

  public static void install(LuaMachine machine, Table http) {
    FUNCTIONS.fill(http);
    http.set("DefaultServeMux", ServeMux.ofMachine(machine));
  }

  private static int newServeMux(Coroutine co, int func, int n) {
    return co.returns(func, ServeMux.create(co.machine));
  }

  private static Serving serving(
      Coroutine co, int func, int n, String call, String address, int handler) {
    LuaValue given = co.arg(func, n, handler);
    LuaValue checked = given.isNil() ? given : HandlerCall.check(co, func, n, handler);
    return new Serving(
        new GoServer(Handles.of(co)),
        "http." + call,
        address,
        Serving.handlerOrDefault(co, checked));
  }

  /// `http.ListenAndServe(addr, handler?)`.
  private static int listenAndServe(Coroutine co, int func, int n) {
    String address = Args.optStr(co, func, n, 1, Str.EMPTY).toLatin1();
    return serving(co, func, n, "ListenAndServe", address, 2).listen(co, func);
  }

  /// `http.ListenAndServeTLS(addr, certFile?, keyFile?, handler?)`.
  private static int listenAndServeTls(Coroutine co, int func, int n) {
    String address = Args.optStr(co, func, n, 1, Str.EMPTY).toLatin1();
    return serving(co, func, n, "ListenAndServeTLS", address, 4).listenTls(co, func, n, 2);
  }

  /// `http.Serve(listener, handler?)`.
  private static int serve(Coroutine co, int func, int n) {
    return serving(co, func, n, "Serve", "", 2).serve(co, func, n, 1);
  }

  /// `http.ServeTLS(listener, handler?, certFile?, keyFile?)`.
  private static int serveTls(Coroutine co, int func, int n) {
    return serving(co, func, n, "ServeTLS", "", 2).serveTls(co, func, n, 1, 3);
  }

  /// `http.Dir(path)`: the path. Go's programs write it so.
  private static int dir(Coroutine co, int func, int n) {
    return co.returns(func, Args.checkStr(co, func, n, 1));
  }

  private static int detectContentType(Coroutine co, int func, int n) {
    Str data = Args.checkStr(co, func, n, 1);
    co.machine.charge(Math.min(data.length, ContentSniff.MOST_OCTETS));
    String type = ContentSniff.typeOf(Values.octets(data));
    return co.returns(func, Values.str(co.machine, type));
  }
}
