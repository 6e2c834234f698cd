package netarium.engine.vm.gohttp.client;

import java.util.Locale;
import java.util.Optional;
import netarium.engine.service.HttpRoute;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.gohttp.HttpErrors;
import netarium.engine.vm.gourl.GoQuote;

/// The errors of clients, with Go's texts.
final class ClientErrors {
  static final NetError USE_LAST_RESPONSE =
      new NetError("use-last-response", "net/http: use last response", false);
  static final NetError UNEXPECTED_EOF = new NetError("unexpected-eof", "unexpected EOF", false);
  static final NetError BODY_TIMEOUT =
      new NetError(
          "timeout",
          "context deadline exceeded (Client.Timeout or context cancellation while reading body)",
          true);

  private static final String AWAITING = " (Client.Timeout exceeded while awaiting headers)";

  private ClientErrors() {}

  static NetError invalid(String text) {
    return new NetError("invalid", text, false);
  }

  /// Go's `url.Error`: `Get "http://h/": cause`.
  static NetError of(String method, String url, NetError cause) {
    String name = method.isEmpty() ? "GET" : method;
    String operation = name.substring(0, 1) + name.substring(1).toLowerCase(Locale.ROOT);
    String text = operation + " " + GoQuote.of(url) + ": " + cause.text();
    return new NetError(cause.code(), text, cause.isTimeout());
  }

  /// The client's time was over before the head of the answer had come.
  static NetError awaitingTimeout(Optional<Endpoint> dialled) {
    String what =
        dialled
            .map(each -> "dial tcp " + each + ": i/o timeout")
            .orElse("context deadline exceeded");
    return new NetError("timeout", what + AWAITING, true);
  }

  /// Why a request got no answer; `dialled`: to whom no connection could be opened.
  static NetError of(SocketError error, Optional<Endpoint> dialled, HttpRoute route) {
    if (error.sentence().startsWith("lookup ")) {
      boolean isTimeout = error.code() == SocketError.Code.TIMEOUT;
      return new NetError(error.code().label(), "dial tcp: " + error.sentence(), isTimeout);
    }
    String dial = dialled.map(each -> "dial tcp " + each + ": ").orElse("");
    return switch (error.code()) {
      case NO_SUCH_HOST -> named(error, "dial tcp: lookup " + target(route) + ": no such host");
      case TIMEOUT -> new NetError("timeout", dial + "i/o timeout", true);
      case CLOSED, TLS, CERTIFICATE -> named(error, error.sentence());
      case RESET -> named(error, (dial.isEmpty() ? "read tcp: " : dial) + NetError.RESET.text());
      default -> named(error, dial + NetError.of(error).text());
    };
  }

  private static String target(HttpRoute route) {
    return route.tunnel().map(proxy -> proxy.host()).orElse(route.host());
  }

  private static NetError named(SocketError error, String text) {
    boolean isEnd = error.sentence().equals(NetError.EOF.text());
    return new NetError(isEnd ? NetError.EOF.code() : error.code().label(), text, false);
  }

  /// Why the rest of a body does not come.
  static NetError ofBody(SocketError error) {
    return switch (error.sentence()) {
      case "unexpected EOF" -> UNEXPECTED_EOF;
      case "http: read on closed response body" -> HttpErrors.BODY_CLOSED;
      default -> NetError.of(error);
    };
  }
}
