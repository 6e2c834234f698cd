package netarium.engine.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpResponse;

/// What a redirection makes of a request (RFC 9110 §15.4).
public final class HttpRedirection {
  /// Fields that another server has no business with.
  private static final List<String> SECRETS =
      List.of("Authorization", "Proxy-Authorization", "Www-Authenticate", "Cookie", "Cookie2");

  private HttpRedirection() {}

  /// Where an answer sends the client instead, if it does.
  public static Optional<String> target(HttpResponse response) {
    return switch (response.status()) {
      case 301, 302, 303, 307, 308 -> response.headers().first("Location");
      default -> Optional.empty();
    };
  }

  /// The fields that go on to the next server: none about the host, none about a body that is not
  /// sent again, and no secrets to strangers.
  public static HttpHeaders fields(HttpHeaders asked, boolean keepsBody, boolean isTrusted) {
    List<HttpHeaders.Field> kept = new ArrayList<>();
    for (HttpHeaders.Field field : asked.fields()) {
      boolean isOfBody = !keepsBody && field.name().regionMatches(true, 0, "Content-", 0, 8);
      boolean isSecret = !isTrusted && SECRETS.stream().anyMatch(field.name()::equalsIgnoreCase);
      if (!isOfBody && !isSecret && !field.name().equalsIgnoreCase("Host")) {
        kept.add(field);
      }
    }
    return new HttpHeaders(kept);
  }
}
