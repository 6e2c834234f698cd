package netarium.engine.vm.gohttp.server;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.gohttp.Body;
import netarium.engine.vm.gohttp.LimitedBody;
import netarium.engine.vm.gourl.GoUrl;
import netarium.engine.vm.gourl.UrlValue;

/// Handlers around other handlers: `http.HandlerFunc`, `http.StripPrefix`, `http.MaxBytesHandler`;
/// and `http.MaxBytesReader`.
final class Wrappers {
  private Wrappers() {}

  /// `http.HandlerFunc(f)`: a function as a value with `ServeHTTP`.
  static int handlerFunc(Coroutine co, int func, int n) {
    LuaValue inner = HandlerCall.check(co, func, n, 1);
    Handler handler =
        (via, in, at, count, wrapped, writer, request) ->
            via.serve(in, at, count, wrapped, writer, request);
    return co.returns(func, Handler.value(co.machine, handler, inner));
  }

  /// `http.StripPrefix(prefix, handler)`.
  static int stripPrefix(Coroutine co, int func, int n) {
    String prefix = Args.checkStr(co, func, n, 1).toLatin1();
    LuaValue inner = HandlerCall.check(co, func, n, 2);
    Handler handler =
        (via, in, at, count, wrapped, writer, request) -> {
          GoUrl url = ServerRequest.url(in, request);
          boolean isRaw = !url.rawPath().isEmpty();
          boolean isThere =
              url.path().startsWith(prefix) && (!isRaw || url.rawPath().startsWith(prefix));
          if (!isThere) {
            return Replies.notFound(in, at, ResponseWriter.check(in, at, count, 2));
          }
          Table inside = ServerRequest.copy(in, request);
          String raw = isRaw ? url.rawPath().substring(prefix.length()) : "";
          String path = url.path().substring(prefix.length());
          inside.set("URL", UrlValue.of(in.machine, ServerRequest.withPath(url, path, raw)));
          return via.serve(in, at, count, wrapped, writer, inside);
        };
    return co.returns(func, Handler.value(co.machine, handler, inner));
  }

  /// `http.MaxBytesHandler(handler, octets)`.
  static int maxBytesHandler(Coroutine co, int func, int n) {
    LuaValue inner = HandlerCall.check(co, func, n, 1);
    long most = octets(co, func, n, 2);
    Handler handler =
        (via, in, at, count, wrapped, writer, request) -> {
          Table inside = ServerRequest.copy(in, request);
          inside.set(
              "Body",
              limited(in, request.get("Body"), most, ResponseWriter.check(in, at, count, 2)));
          return via.serve(in, at, count, wrapped, writer, inside);
        };
    return co.returns(func, Handler.value(co.machine, handler, inner));
  }

  /// `http.MaxBytesReader(w, body, octets)`.
  static int maxBytesReader(Coroutine co, int func, int n) {
    ResponseWriter writer = ResponseWriter.check(co, func, n, 1);
    Handles.check(co, func, n, 2, Body.class, "Body");
    return co.returns(func, limited(co, co.arg(func, n, 2), octets(co, func, n, 3), writer));
  }

  private static long octets(Coroutine co, int func, int n, int i) {
    return Math.max(0, Args.checkLong(co, func, n, i));
  }

  /// A client that sends too much is not listened to any more.
  private static LuaValue limited(Coroutine co, LuaValue body, long most, ResponseWriter writer) {
    Process process = Handles.of(co).process();
    return Body.find(body)
        .<LuaValue>map(
            given -> Body.of(process, new LimitedBody(given.source(), most, writer::closesAfter)))
        .orElse(Nil.NIL);
  }
}
