package netarium.engine.vm.gohttp.client;

import java.util.Locale;
import netarium.engine.vm.gourl.GoUrl;

/// What a redirection takes along, by Go's rules.
final class Redirection {
  private static final int LONGEST_REFERER = 4_096;

  private Redirection() {}

  /// Whether a host is that one, or one below it: then it may see what that one was told.
  static boolean isWithin(String host, String domain) {
    String name = host.toLowerCase(Locale.ROOT);
    String above = domain.toLowerCase(Locale.ROOT);
    return name.equals(above) || name.endsWith("." + above);
  }

  /// Where the client comes from, without login and fragment (RFC 9110 §10.1.3).
  static String referer(GoUrl from) {
    String origin = from.scheme() + "://" + from.host();
    String text = origin + from.requestTarget();
    return text.length() > LONGEST_REFERER ? origin + "/" : text;
  }
}
