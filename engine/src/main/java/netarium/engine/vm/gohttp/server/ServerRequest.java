package netarium.engine.vm.gohttp.server;

import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.service.HttpExchange;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.Values;
import netarium.engine.vm.gohttp.Body;
import netarium.engine.vm.gohttp.Header;
import netarium.engine.vm.gohttp.RequestValue;
import netarium.engine.vm.gohttp.TextBody;
import netarium.engine.vm.gourl.GoUrl;
import netarium.engine.vm.gourl.UrlFaultException;
import netarium.engine.vm.gourl.UrlValue;
import netarium.engine.wire.Octets;

/// What came by a connection as the request that a handler gets.
final class ServerRequest {
  private static final String HOST = "Host";

  private ServerRequest() {}

  static Table of(Process process, HttpExchange exchange) {
    LuaMachine machine = process.machine();
    HttpRequest asked = exchange.request();
    Table request =
        RequestValue.create(machine, asked.method(), Header.of(machine, asked.headers(), HOST));
    RequestValue.proto(machine, request, 1, asked.version().charAt(7) - '0');
    GoUrl url = url(asked);
    request.set("URL", UrlValue.of(machine, url));
    request.set("RequestURI", Values.str(machine, asked.target()));
    String host = url.host().isEmpty() ? asked.headers().first(HOST).orElse("") : url.host();
    request.set("Host", Values.str(machine, host));
    request.set("RemoteAddr", Values.str(machine, RemoteAddress.of(exchange.below())));
    boolean isChunked = asked.headers().has("Transfer-Encoding");
    request.set("ContentLength", new Num(isChunked ? -1 : asked.body().length()));
    request.set("Body", Body.of(process, new TextBody(asked.body())));
    request.set("Close", (LuaValue) Bool.of(!asked.keepsConnection()));
    if (isChunked) {
      Table codings = new Table(machine, 1, 0);
      codings.set(1, Str.of("chunked"));
      request.set("TransferEncoding", codings);
    }
    if (!exchange.trailers().equals(HttpHeaders.NONE)) {
      request.set("Trailer", Header.of(machine, exchange.trailers(), ""));
    }
    return request;
  }

  /// A target that is no address after all is a path as it stands.
  private static GoUrl url(HttpRequest asked) {
    try {
      return GoUrl.parseRequest(asked.target());
    } catch (UrlFaultException _) {
      return withPath(GoUrl.EMPTY, asked.path(), "");
    }
  }

  static GoUrl withPath(GoUrl url, String path, String rawPath) {
    return new GoUrl(
        url.scheme(),
        url.opaque(),
        url.user(),
        url.host(),
        path,
        rawPath,
        url.omitHost(),
        url.forceQuery(),
        url.rawQuery(),
        url.fragment(),
        url.rawFragment());
  }

  /// Argument `i` as a request.
  static Table check(Coroutine co, int func, int n, int i) {
    if (co.arg(func, n, i) instanceof Table request) {
      return request;
    }
    throw Args.typeError(co, func, n, i, RequestValue.KIND);
  }

  /// The address that a request is for; empty when its field is no address.
  static GoUrl url(Coroutine co, Table request) {
    return UrlValue.find(co, request.get("URL")).orElse(GoUrl.EMPTY);
  }

  static String method(Table request) {
    return request.get("Method") instanceof Str method ? method.toLatin1() : "";
  }

  /// The path that a `ServeMux` goes by: as it was asked for, without the query.
  static String askedPath(Coroutine co, Table request) {
    String target = request.get("RequestURI") instanceof Str text ? text.toLatin1() : "";
    return target.isEmpty()
        ? url(co, request).path()
        : new HttpRequest("GET", target, "HTTP/1.1", HttpHeaders.NONE, Octets.EMPTY).path();
  }

  /// A request with the same fields, some of which the caller then changes.
  static Table copy(Coroutine co, Table request) {
    Table copy = new Table(co.machine, 0, 16);
    for (int at = request.nextPosition(0); at >= 0; at = request.nextPosition(at + 1)) {
      copy.set(request.keyAt(at), request.valueAtPosition(at));
    }
    copy.setMetatable(request.metatable());
    return copy;
  }
}
