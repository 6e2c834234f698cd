package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpParse;
import netarium.engine.codec.HttpReader;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpStatus;
import netarium.engine.codec.HttpWriter;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.Process;
import netarium.engine.vm.web.HeaderTables;
import netarium.engine.wire.Octets;

/// `http.build_request`, `parse_request`, `build_response`, `parse_response` and
/// `normalize_request_path`: HTTP/1.0 messages as text, without I/O.
public final class HttpTextApi {
  private static final String VERSION = "HTTP/1.0";

  private final LuaMachine machine;
  private final HeaderTables headers;

  private HttpTextApi(LuaMachine machine) {
    this.machine = machine;
    this.headers = new HeaderTables(machine);
  }

  public static void install(Process process, Table http) {
    HttpTextApi api = new HttpTextApi(process.machine());
    process.machine().addHost(api);
    http.set(
        "build_request",
        Native.method("http.build_request", HttpTextApi.class, HttpTextApi::buildRequest));
    http.set(
        "parse_request",
        Native.method("http.parse_request", HttpTextApi.class, HttpTextApi::parseRequest));
    http.set(
        "build_response",
        Native.method("http.build_response", HttpTextApi.class, HttpTextApi::buildResponse));
    http.set(
        "parse_response",
        Native.method("http.parse_response", HttpTextApi.class, HttpTextApi::parseResponse));
    http.set(
        "normalize_request_path",
        Native.method(
            "http.normalize_request_path", HttpTextApi.class, HttpTextApi::normalizePath));
    process.machine().registry.set("http.headers", api.headers.metatable());
    HttpStreamApi.install(process, http, api);
  }

  private int buildRequest(Coroutine co, int func, int n) {
    String given = Args.checkStr(co, func, n, 1).toLatin1();
    Optional<String> method = HttpReader.knownMethod(given);
    if (method.isEmpty()) {
      throw co.error("Unknown HTTP method: " + given, 1);
    }
    String path = Args.checkStr(co, func, n, 2).toLatin1();
    Args.check(co, isOneWord(path), 2, "a path without blanks and line ends expected");
    Octets body = bodyArgument(co, func, n, 3);
    boolean hasBody =
        switch (method.get()) {
          case "GET", "DELETE", "HEAD" -> false;
          default -> true;
        };
    HttpHeaders fields = headerArgument(co, func, n, 4);
    HttpRequest request =
        new HttpRequest(method.get(), path, VERSION, fields, hasBody ? body : Octets.EMPTY);
    return give(co, func, HttpWriter.write(request));
  }

  private int buildResponse(Coroutine co, int func, int n) {
    int status = Args.checkInt(co, func, n, 1);
    Args.check(co, status >= 100 && status <= 999, 1, "status code from 100 to 999 expected");
    HttpResponse response =
        new HttpResponse(
            VERSION,
            status,
            HttpStatus.reason(status),
            headerArgument(co, func, n, 3),
            bodyArgument(co, func, n, 2));
    return give(co, func, HttpWriter.write(response));
  }

  private int parseRequest(Coroutine co, int func, int n) {
    Octets data = Values.octets(Args.checkStr(co, func, n, 1));
    machine.charge(data.length());
    return switch (HttpReader.request(data, HttpReader.Ending.AT_HAND)) {
      case HttpParse.Whole<HttpRequest> whole -> co.returns(func, requestTable(whole.message()));
      case HttpParse.Incomplete<HttpRequest> part ->
          co.fails(func, "incomplete: " + part.missing());
      case HttpParse.Malformed<HttpRequest> bad -> co.fails(func, bad.why());
    };
  }

  private int parseResponse(Coroutine co, int func, int n) {
    Octets data = Values.octets(Args.checkStr(co, func, n, 1));
    machine.charge(data.length());
    return switch (HttpReader.response(data, HttpReader.Ending.AT_HAND, true)) {
      case HttpParse.Whole<HttpResponse> whole -> co.returns(func, responseTable(whole.message()));
      case HttpParse.Incomplete<HttpResponse> part ->
          co.fails(func, "incomplete: " + part.missing());
      case HttpParse.Malformed<HttpResponse> bad -> co.fails(func, bad.why());
    };
  }

  /// Blanks and the query taken off, a leading slash seen to.
  private int normalizePath(Coroutine co, int func, int n) {
    String path = Args.checkStr(co, func, n, 1).toLatin1().strip();
    int query = path.indexOf('?');
    String bare = query < 0 ? path : path.substring(0, query);
    return co.returns(func, Values.str(machine, bare.startsWith("/") ? bare : "/" + bare));
  }

  Table requestTable(HttpRequest request) {
    Table table = new Table(machine, 0, 4);
    table.set("method", Values.str(machine, request.method()));
    table.set("path", Values.str(machine, request.target()));
    table.set("headers", headers.toTable(request.headers()));
    table.set("body", Values.str(machine, request.body()));
    return table;
  }

  Table responseTable(HttpResponse response) {
    Table table = new Table(machine, 0, 4);
    table.set("status", new Num(response.status()));
    table.set("reason", Values.str(machine, response.reason()));
    table.set("headers", headers.toTable(response.headers()));
    table.set("body", Values.str(machine, response.body()));
    return table;
  }

  private int give(Coroutine co, int func, Octets message) {
    machine.charge(message.length());
    return co.returns(func, Values.str(machine, message));
  }

  private static HttpHeaders headerArgument(Coroutine co, int func, int n, int i) {
    return HeaderTables.fromArgument(co, co.arg(func, n, i), i);
  }

  private static Octets bodyArgument(Coroutine co, int func, int n, int i) {
    return Values.octets(Args.optStr(co, func, n, i, Str.EMPTY));
  }

  private static boolean isOneWord(String path) {
    return !path.isEmpty() && path.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
  }
}
