package netarium.engine.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The address of something on an HTTP server (RFC 9110 §4.2): scheme, host and port, and the
/// target of the request, which is a path with its query. Fragments are left out.
///
/// `login` is what stands before an `@`, as it is.
public record HttpUrl(
    boolean isSecure, String host, int port, String target, Optional<String> login) {
  private static final String HTTP = "http";
  private static final String HTTPS = "https";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int MAX_PORT = 65_535;
  private static final int MOST_CHARACTERS = 8 * 1024;

  /// What reading an address gives.
  public sealed interface Read {
    record Found(HttpUrl url) implements Read {}

    record Bad(String why) implements Read {}
  }

  public static Read parse(String text) {
    String url = text.strip();
    int colon = url.indexOf("://");
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals(HTTP) && !scheme.equals(HTTPS)) {
      return new Read.Bad("not an HTTP address: " + cut(url));
    }
    if (url.length() > MOST_CHARACTERS) {
      return new Read.Bad("address too long: " + cut(url));
    }
    int from = colon + 3;
    int end = from;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(from, end);
    int at = authority.lastIndexOf('@');
    Optional<String> login = at < 0 ? Optional.empty() : Optional.of(authority.substring(0, at));
    String place = authority.substring(at + 1);
    int portColon = place.lastIndexOf(':');
    String host = portColon < 0 ? place : place.substring(0, portColon);
    boolean isSecure = scheme.equals(HTTPS);
    String digits = portColon < 0 ? "" : place.substring(portColon + 1);
    int usual = isSecure ? HTTPS_PORT : HTTP_PORT;
    int port = digits.isEmpty() ? usual : port(digits);
    if (host.isEmpty() || port <= 0 || !host.chars().allMatch(HttpUrl::isHostChar)) {
      return new Read.Bad("not an HTTP address: " + cut(url));
    }
    return new Read.Found(new HttpUrl(isSecure, host, port, target(url.substring(end)), login));
  }

  private static String cut(String url) {
    return url.length() <= 200 ? url : url.substring(0, 200) + "…";
  }

  private static boolean isHostChar(int c) {
    return c > ' ' && c < 0x7f && "[]\\^`{|}\"<>:@%".indexOf(c) < 0;
  }

  private static int port(String digits) {
    boolean isNumber = digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = isNumber ? Integer.parseInt(digits) : 0;
    return port <= MAX_PORT ? port : 0;
  }

  /// A path and query as a request may have them: what may not stand there is escaped.
  private static String target(String rest) {
    int fragment = rest.indexOf('#');
    String bare = fragment < 0 ? rest : rest.substring(0, fragment);
    String path = bare.startsWith("/") ? bare : "/" + bare;
    if (path.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return path;
    }
    StringBuilder escaped = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      int value = octet & 0xff;
      if (value > ' ' && value < 0x7f) {
        escaped.append((char) value);
      } else {
        escaped.append('%').append(Character.forDigit(value >> 4, 16));
        escaped.append(Character.forDigit(value & 15, 16));
      }
    }
    return escaped.toString();
  }

  /// What another address means that stands in an answer of this one (RFC 3986 §5.2).
  public Read resolve(String reference) {
    String other = reference.strip();
    int colon = other.indexOf(':');
    boolean hasScheme = colon > 0 && other.substring(0, colon).chars().allMatch(HttpUrl::isScheme);
    if (hasScheme) {
      return parse(other);
    }
    if (other.startsWith("//")) {
      return parse((isSecure ? HTTPS : HTTP) + ":" + other);
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    String joined;
    if (other.isEmpty() || other.startsWith("#")) {
      joined = target;
    } else if (other.startsWith("?")) {
      joined = path + other;
    } else if (other.startsWith("/")) {
      joined = withoutDots(other);
    } else {
      joined = withoutDots(path.substring(0, path.lastIndexOf('/') + 1) + other);
    }
    return new Read.Found(new HttpUrl(isSecure, host, port, target(joined), login));
  }

  private static boolean isScheme(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+';
  }

  /// RFC 3986 §5.2.4; the query is no part of the path.
  private static String withoutDots(String whole) {
    int query = whole.indexOf('?');
    String path = query < 0 ? whole : whole.substring(0, query);
    List<String> kept = new ArrayList<>();
    String[] parts = path.split("/", -1);
    for (int i = 1; i < parts.length; i++) {
      boolean isLast = i == parts.length - 1;
      boolean isDots = parts[i].equals(".") || parts[i].equals("..");
      if (parts[i].equals("..") && !kept.isEmpty()) {
        kept.removeLast();
      }
      if (!isDots) {
        kept.add(parts[i]);
      } else if (isLast) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept) + (query < 0 ? "" : whole.substring(query));
  }

  /// What the `Host` field says.
  public String authority() {
    return port == (isSecure ? HTTPS_PORT : HTTP_PORT) ? host : host + ":" + port;
  }

  /// What stands in a request to a proxy (RFC 9112 §3.2.2).
  public String absolute() {
    return (isSecure ? HTTPS : HTTP) + "://" + authority() + target;
  }

  /// Whether a request there goes to the same server.
  public boolean isSameServer(HttpUrl other) {
    return isSecure == other.isSecure && port == other.port && host.equalsIgnoreCase(other.host);
  }

  /// `Basic …` of a login (RFC 7617 §2).
  public static String basic(byte[] userAndPassword) {
    return "Basic " + Base64.getEncoder().encodeToString(userAndPassword);
  }
}
