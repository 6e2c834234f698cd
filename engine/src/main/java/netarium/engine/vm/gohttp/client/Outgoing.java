package netarium.engine.vm.gohttp.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpUrl;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.service.HttpUpload;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.Values;
import netarium.engine.vm.gohttp.Body;
import netarium.engine.vm.gohttp.Header;
import netarium.engine.vm.gohttp.HeaderApi;
import netarium.engine.vm.gohttp.TextBody;
import netarium.engine.vm.gourl.GoUrl;
import netarium.engine.vm.gourl.UrlFaultException;
import netarium.engine.vm.gourl.UrlValue;
import netarium.engine.wire.Octets;

/// What a script's request says, read before anything is sent.
///
/// `text` is a body that is there as a whole, `upload` one that is still to come; `length` is how
/// long the script says that is, -1 for not known.
record Outgoing(
    String method,
    GoUrl url,
    String host,
    HttpHeaders headers,
    Octets text,
    Optional<HttpUpload> upload,
    long length,
    boolean closes) {
  private static final String VERSION = "HTTP/1.1";

  /// Fields that this side writes itself.
  private static final List<String> OURS =
      List.of("Host", "User-Agent", "Content-Length", "Transfer-Encoding", "Trailer");

  /// Reads argument `i`, a table with Go's fields of a request; what makes no sense raises.
  static Outgoing read(Coroutine co, Table request, int i) {
    GoUrl url = url(co, request.get("URL"), i);
    Header header = Header.find(HeaderApi.argument(co, request.get("Header"), i)).orElseThrow();
    List<HttpHeaders.Field> fields = new ArrayList<>();
    for (String name : header.names()) {
      header.all(name).forEach(value -> fields.add(new HttpHeaders.Field(name, value)));
    }
    String method = text(co, request, "Method", i);
    LuaValue body = request.get("Body");
    Octets text = textOf(body);
    Optional<HttpUpload> upload = text.isEmpty() ? upload(co, body, i) : Optional.empty();
    double length = request.get("ContentLength") instanceof Num number ? number.v : 0;
    return new Outgoing(
        method.isEmpty() ? "GET" : method,
        url,
        text(co, request, "Host", i),
        new HttpHeaders(fields),
        text,
        upload,
        upload.isPresent() && length > 0 ? (long) length : -1,
        request.get("Close").isTrue());
  }

  private static GoUrl url(Coroutine co, LuaValue value, int i) {
    if (value instanceof Str text) {
      try {
        return GoUrl.parse(text.toLatin1());
      } catch (UrlFaultException fault) {
        throw Args.argError(co, i, fault.sentence());
      }
    }
    return UrlValue.find(co, value)
        .orElseThrow(() -> Args.argError(co, i, "the field URL is to be what url.Parse gives"));
  }

  private static String text(Coroutine co, Table request, String name, int i) {
    LuaValue value = request.get(name);
    Args.check(co, value.isNil() || value instanceof Str, i, name + " is to be a string");
    return value instanceof Str text ? text.toLatin1() : "";
  }

  /// A body that is there as a whole, empty for any other.
  private static Octets textOf(LuaValue body) {
    return switch (body) {
      case Str text -> Values.octets(text);
      case Num number -> Values.octets(Str.of(number.toString()));
      default ->
          Body.find(body)
              .map(Body::source)
              .map(source -> source instanceof TextBody text ? text.all() : Octets.EMPTY)
              .orElse(Octets.EMPTY);
    };
  }

  private static Optional<HttpUpload> upload(Coroutine co, LuaValue body, int i) {
    Optional<Body> known = Body.find(body);
    if (known.isPresent()) {
      return known
          .map(Body::source)
          .filter(source -> !(source instanceof TextBody) && !source.isAtEnd())
          .map(BodyUpload::new);
    }
    if (body instanceof Nil || body instanceof Str || body instanceof Num) {
      return Optional.empty();
    }
    boolean isPlain = body instanceof LuaFunction;
    LuaValue read = isPlain ? body : member(co, body, "Read");
    if (!(read instanceof LuaFunction function)) {
      throw Args.argError(
          co, i, "a body is a string, a Body, a function, or what has a method Read");
    }
    LuaValue self = isPlain ? Nil.NIL : body;
    return Optional.of(new ReaderUpload(Handles.of(co).process(), function, self));
  }

  /// A field of a value, or of the table that its metatable names; no function is called for it.
  private static LuaValue member(Coroutine co, LuaValue value, String name) {
    LuaValue own = value instanceof Table table ? table.get(name) : Nil.NIL;
    LuaValue index = co.machine.metafield(value, Str.of("__index"));
    return own.isNil() && index instanceof Table methods ? methods.get(name) : own;
  }

  /// What is wrong with it, by Go's texts.
  Optional<String> fault() {
    if (!HttpHeaders.isToken(method)) {
      return Optional.of("net/http: invalid method \"" + method + "\"");
    }
    for (HttpHeaders.Field field : headers.fields()) {
      if (!HttpHeaders.isToken(field.name())) {
        return Optional.of("net/http: invalid header field name \"" + field.name() + "\"");
      }
      boolean isText = field.value().chars().allMatch(c -> (c >= ' ' || c == '\t') && c != 0x7f);
      if (!isText) {
        return Optional.of("net/http: invalid header field value for \"" + field.name() + "\"");
      }
    }
    boolean isHost = host.chars().allMatch(c -> c > ' ' && c != 0x7f && c != '/');
    if (!isHost) {
      return Optional.of("http: invalid Host header");
    }
    if (!url.scheme().equals("http") && !url.scheme().equals("https")) {
      return Optional.of("unsupported protocol scheme \"" + url.scheme() + "\"");
    }
    return url.hostName().isEmpty()
        ? Optional.of("http: no Host in request URL")
        : Optional.empty();
  }

  /// Its address as connections know it.
  HttpUrl.Read place() {
    return HttpUrl.parse(url.scheme() + "://" + url.host() + url.requestTarget());
  }

  /// The request as it is sent; `target` is the path, or the whole address for a proxy.
  HttpRequest request(
      String target, boolean keepsAlive, Optional<String> login, List<String> cookies) {
    List<HttpHeaders.Field> fields = new ArrayList<>();
    fields.add(new HttpHeaders.Field("Host", host.isEmpty() ? url.host() : host));
    String agent = headers.first("User-Agent").orElse("Netarium");
    if (!agent.isEmpty()) {
      fields.add(new HttpHeaders.Field("User-Agent", agent));
    }
    if (closes || !keepsAlive) {
      fields.add(new HttpHeaders.Field("Connection", "close"));
    }
    addFraming(fields);
    if (url.user().isPresent() && !headers.has("Authorization")) {
      String own = url.user().get().user() + ":" + url.user().get().password().orElse("");
      String basic = HttpUrl.basic(own.getBytes(ISO_8859_1));
      fields.add(new HttpHeaders.Field("Authorization", basic));
    }
    for (HttpHeaders.Field field : headers.fields()) {
      boolean isOurs = OURS.stream().anyMatch(field.name()::equalsIgnoreCase);
      boolean isSaid = (closes || !keepsAlive) && field.name().equalsIgnoreCase("Connection");
      boolean isCookie = !cookies.isEmpty() && field.name().equalsIgnoreCase("Cookie");
      if (!isOurs && !isSaid && !isCookie) {
        fields.add(field);
      }
    }
    login.ifPresent(each -> fields.add(new HttpHeaders.Field("Proxy-Authorization", each)));
    if (!cookies.isEmpty()) {
      List<String> all = new ArrayList<>(headers.all("Cookie"));
      all.addAll(cookies);
      fields.add(new HttpHeaders.Field("Cookie", String.join("; ", all)));
    }
    return new HttpRequest(method, target, VERSION, new HttpHeaders(fields), text);
  }

  private void addFraming(List<HttpHeaders.Field> fields) {
    boolean meansABody =
        switch (method) {
          case "POST", "PUT", "PATCH" -> true;
          default -> !text.isEmpty();
        };
    if (upload.isPresent() && length < 0) {
      fields.add(new HttpHeaders.Field("Transfer-Encoding", "chunked"));
    } else if (upload.isPresent()) {
      fields.add(new HttpHeaders.Field("Content-Length", Long.toString(length)));
    } else if (meansABody) {
      fields.add(new HttpHeaders.Field("Content-Length", Integer.toString(text.length())));
    }
  }

  /// With more fields.
  Outgoing with(HttpHeaders more) {
    List<HttpHeaders.Field> all = new ArrayList<>(headers.fields());
    all.addAll(more.fields());
    return new Outgoing(method, url, host, new HttpHeaders(all), text, upload, length, closes);
  }

  /// The question whether it may be sent (CORS).
  Outgoing preflight(HttpHeaders fields) {
    return new Outgoing("OPTIONS", url, "", fields, Octets.EMPTY, Optional.empty(), -1, closes);
  }

  /// Whether it can be sent a second time.
  boolean isReplayable() {
    return upload.isEmpty();
  }

  /// The request that follows a redirection.
  Outgoing redirected(
      String newMethod, GoUrl to, HttpHeaders fields, boolean keepsBody, String newHost) {
    return new Outgoing(
        newMethod,
        to,
        newHost,
        fields,
        keepsBody ? text : Octets.EMPTY,
        Optional.empty(),
        -1,
        closes);
  }
}
