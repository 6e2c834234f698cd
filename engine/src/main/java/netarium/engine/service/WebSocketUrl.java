package netarium.engine.service;

import java.util.Locale;

/// `ws://host:port/path?query` taken apart (RFC 6455 §3).
public record WebSocketUrl(boolean isSecure, String host, int port, String target) {
  private static final int PORT = 80;
  private static final int SECURE_PORT = 443;

  /// What reading one gives.
  public sealed interface Read {
    record Found(WebSocketUrl url) implements Read {}

    record Bad(String why) implements Read {}
  }

  public static Read parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean isSecure = lower.startsWith("wss://");
    if (!isSecure && !lower.startsWith("ws://")) {
      return new Read.Bad("not a WebSocket address: " + text);
    }
    String rest = text.substring(isSecure ? 6 : 5);
    if (rest.indexOf('#') >= 0) {
      return new Read.Bad("a WebSocket address has no #: " + text);
    }
    int end = 0;
    while (end < rest.length() && "/?".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(0, end);
    String target = rest.substring(end);
    int colon = authority.indexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    int usual = isSecure ? SECURE_PORT : PORT;
    int port = colon < 0 ? usual : port(authority.substring(colon + 1));
    boolean isBad = host.isEmpty() || port <= 0 || !isVisible(rest) || host.indexOf('@') >= 0;
    return isBad
        ? new Read.Bad("not a WebSocket address: " + text)
        : new Read.Found(
            new WebSocketUrl(isSecure, host, port, target.startsWith("/") ? target : "/" + target));
  }

  private static int port(String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = isNumber ? Integer.parseInt(text) : 0;
    return port <= 65_535 ? port : 0;
  }

  /// Nothing in it could end the line of a request.
  private static boolean isVisible(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /// As the request's `Host` shows it.
  public String hostHeader() {
    return port == (isSecure ? SECURE_PORT : PORT) ? host : host + ":" + port;
  }
}
