package netarium.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpUrl;
import netarium.engine.wire.Octets;

/// What a client wants: the request before it is known which way it goes. Fields that say how the
/// message is sent are added when it is.
public record HttpAsk(String method, HttpUrl url, HttpHeaders headers, Octets body) {
  private static final String VERSION = "HTTP/1.1";
  private static final List<String> OURS =
      List.of("Host", "Connection", "Content-Length", "Transfer-Encoding", "Proxy-Authorization");

  /// The request as a server gets it.
  HttpRequest direct() {
    return request(url.target(), Optional.empty());
  }

  /// The request as a proxy gets it, which passes it on (RFC 9112 §3.2.2).
  HttpRequest byProxy(Optional<Proxy.Login> login) {
    return request(url.absolute(), login);
  }

  private HttpRequest request(String target, Optional<Proxy.Login> login) {
    List<HttpHeaders.Field> fields = new ArrayList<>();
    String host = headers.first("Host").orElseGet(url::authority);
    fields.add(new HttpHeaders.Field("Host", host));
    login.ifPresent(each ->
        fields.add(
            new HttpHeaders.Field("Proxy-Authorization", HttpUrl.basic(HttpFetch.login(each)))));
    if (url.login().isPresent() && !headers.has("Authorization")) {
      String basic = HttpUrl.basic(url.login().get().getBytes(UTF_8));
      fields.add(new HttpHeaders.Field("Authorization", basic));
    }
    if (!headers.has("User-Agent")) {
      fields.add(new HttpHeaders.Field("User-Agent", "Netarium"));
    }
    if (!headers.has("Accept")) {
      fields.add(new HttpHeaders.Field("Accept", "*/*"));
    }
    for (HttpHeaders.Field field : headers.fields()) {
      if (OURS.stream().noneMatch(field.name()::equalsIgnoreCase)) {
        fields.add(field);
      }
    }
    fields.add(new HttpHeaders.Field("Connection", "close"));
    boolean meansABody =
        switch (method) {
          case "POST", "PUT", "PATCH" -> true;
          default -> !body.isEmpty();
        };
    if (meansABody) {
      fields.add(new HttpHeaders.Field("Content-Length", Integer.toString(body.length())));
    }
    return new HttpRequest(method, target, VERSION, new HttpHeaders(fields), body);
  }

  /// The request that follows: 307 and 308 leave it as it is, 303 makes it a GET, and so do 301 and
  /// 302 of a POST, as every client has done since ever.
  HttpAsk redirected(int status, HttpUrl to) {
    boolean becomesGet =
        switch (status) {
          case 303 -> !method.equals("HEAD");
          case 301, 302 -> method.equals("POST");
          default -> false;
        };
    HttpHeaders kept = HttpRedirection.fields(headers, !becomesGet, to.isSameServer(url));
    return new HttpAsk(becomesGet ? "GET" : method, to, kept, becomesGet ? Octets.EMPTY : body);
  }
}
