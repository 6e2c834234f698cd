package netarium.engine.vm.gourl;

import java.util.Locale;
import java.util.Optional;
import netarium.engine.vm.api.IpText;

/// Reads addresses by the rules, and with the complaints, of Go's `net/url`.
final class UrlParser {
  private static final String IN_LOGINS = "-._:~!$&'()*+,;=%@";

  private UrlParser() {}

  static GoUrl parse(String text) throws UrlFaultException {
    int hash = text.indexOf('#');
    String bare = hash < 0 ? text : text.substring(0, hash);
    GoUrl url;
    try {
      url = read(bare, false);
    } catch (UrlFaultException fault) {
      throw fault.in("parse", bare);
    }
    try {
      return hash < 0 ? url : url.withEscapedFragment(text.substring(hash + 1));
    } catch (UrlFaultException fault) {
      throw fault.in("parse", text);
    }
  }

  static GoUrl parseRequest(String text) throws UrlFaultException {
    try {
      return read(text, true);
    } catch (UrlFaultException fault) {
      throw fault.in("parse", text);
    }
  }

  private static GoUrl read(String text, boolean isOfRequest) throws UrlFaultException {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new UrlFaultException("net/url: invalid control character in URL");
    }
    if (text.isEmpty() && isOfRequest) {
      throw new UrlFaultException("empty url");
    }
    if (text.equals("*")) {
      return GoUrl.EMPTY.withPath("*", "");
    }
    int colon = schemeEnd(text);
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = text.substring(colon + 1);
    int mark = rest.indexOf('?');
    boolean isForced = mark >= 0 && mark == rest.length() - 1;
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    rest = mark < 0 ? rest : rest.substring(0, mark);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new GoUrl(
            scheme, rest, Optional.empty(), "", "", "", false, isForced, query, "", "");
      }
      requireRelative(rest, isOfRequest);
    }
    boolean mayHaveHost = !scheme.isEmpty() || (!isOfRequest && !rest.startsWith("///"));
    boolean hasHost = mayHaveHost && rest.startsWith("//");
    String authority = "";
    if (hasHost) {
      int slash = rest.indexOf('/', 2);
      authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      rest = slash < 0 ? "" : rest.substring(slash);
    }
    boolean omitsHost = !hasHost && !scheme.isEmpty() && rest.startsWith("/");
    int at = authority.lastIndexOf('@');
    String host = host(authority.substring(at + 1));
    Optional<UrlLogin> user = at < 0 ? Optional.empty() : login(authority.substring(0, at));
    return new GoUrl(scheme, "", user, host, "", "", omitsHost, isForced, query, "", "")
        .withEscapedPath(rest);
  }

  /// Where the scheme's colon is; -1 when there is no scheme (RFC 3986 §3.1).
  private static int schemeEnd(String text) throws UrlFaultException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean isOther = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':' && i == 0) {
        throw new UrlFaultException("missing protocol scheme");
      }
      if (c == ':') {
        return i;
      }
      if (!isLetter && (!isOther || i == 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static void requireRelative(String path, boolean isOfRequest) throws UrlFaultException {
    if (isOfRequest) {
      throw new UrlFaultException("invalid URI for request");
    }
    int slash = path.indexOf('/');
    if (path.substring(0, slash < 0 ? path.length() : slash).contains(":")) {
      throw new UrlFaultException("first path segment in URL cannot contain colon");
    }
  }

  private static Optional<UrlLogin> login(String text) throws UrlFaultException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!isPlain && IN_LOGINS.indexOf(c) < 0) {
        throw new UrlFaultException("net/url: invalid userinfo");
      }
    }
    int colon = text.indexOf(':');
    String user = UrlEscape.USER_PASSWORD.unescape(colon < 0 ? text : text.substring(0, colon));
    Optional<String> password =
        colon < 0
            ? Optional.empty()
            : Optional.of(UrlEscape.USER_PASSWORD.unescape(text.substring(colon + 1)));
    return Optional.of(new UrlLogin(user, password));
  }

  private static String host(String text) throws UrlFaultException {
    int bracket = text.lastIndexOf('[');
    if (bracket > 0) {
      throw new UrlFaultException("invalid IP-literal");
    }
    if (bracket == 0) {
      return literal(text);
    }
    int colon = text.indexOf(':');
    requirePort(colon < 0 ? "" : text.substring(colon));
    return UrlEscape.HOST.unescape(text);
  }

  /// `[fe80::1%25en0]:80`, without the escape of the zone's `%` (RFC 6874 §2).
  private static String literal(String text) throws UrlFaultException {
    int end = text.lastIndexOf(']');
    if (end < 0) {
      throw new UrlFaultException("missing ']' in host");
    }
    requirePort(text.substring(end + 1));
    int zone = text.substring(0, end).indexOf("%25");
    String address = UrlEscape.HOST.unescape(text.substring(1, zone < 0 ? end : zone));
    String scope = zone < 0 ? "" : UrlEscape.ZONE.unescape(text.substring(zone, end));
    if (IpText.parse(address) == null || !address.contains(":")) {
      String given = GoQuote.of(address + scope);
      throw new UrlFaultException("invalid host: ParseAddr(" + given + "): unable to parse IP");
    }
    return "[" + address + scope + UrlEscape.HOST.unescape(text.substring(end));
  }

  private static void requirePort(String colonAndPort) throws UrlFaultException {
    if (!isPort(colonAndPort)) {
      throw new UrlFaultException("invalid port " + GoQuote.of(colonAndPort) + " after host");
    }
  }

  /// Whether a text is nothing, or a colon and digits.
  static boolean isPort(String colonAndPort) {
    return colonAndPort.isEmpty()
        || (colonAndPort.startsWith(":")
            && colonAndPort.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
  }
}
