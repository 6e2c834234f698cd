package netarium.engine.vm.gohttp;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import netarium.engine.codec.HttpDate;
import netarium.engine.codec.HttpHeaders;

/// A cookie that is being read from a field, as Go and browsers read it (RFC 6265 §5.2): an
/// attribute that makes no sense is passed over, a pair that makes none is no cookie.
final class CookieReading {
  private static final int MOST_DIGITS = 9;

  private final String name;
  private final String value;
  private final boolean isQuoted;
  private String path = "";
  private String domain = "";
  private OptionalLong expires = OptionalLong.empty();
  private int maxAge;
  private boolean isSecure;
  private boolean isHttpOnly;
  private Cookie.SameSite sameSite = Cookie.SameSite.UNSAID;

  private CookieReading(String name, String value, boolean isQuoted) {
    this.name = name;
    this.value = value;
    this.isQuoted = isQuoted;
  }

  private Cookie cookie() {
    return new Cookie(
        name, value, isQuoted, path, domain, expires, maxAge, isSecure, isHttpOnly, sameSite);
  }

  private static Optional<CookieReading> begin(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals).strip();
    String raw = equals < 0 ? "" : text.substring(equals + 1).strip();
    boolean isQuoted = raw.length() > 1 && raw.startsWith("\"") && raw.endsWith("\"");
    String value = isQuoted ? raw.substring(1, raw.length() - 1) : raw;
    return HttpHeaders.isToken(name) && Cookie.isValue(value)
        ? Optional.of(new CookieReading(name, value, isQuoted))
        : Optional.empty();
  }

  /// `name=value`.
  static Optional<Cookie> pair(String text) {
    return begin(text).map(CookieReading::cookie);
  }

  /// The value of one `Set-Cookie` field.
  static Optional<Cookie> setCookie(String field) {
    String[] parts = field.split(";", -1);
    if (parts[0].indexOf('=') < 0) {
      return Optional.empty();
    }
    Optional<CookieReading> begun = begin(parts[0].strip());
    begun.ifPresent(reading -> {
      for (int i = 1; i < parts.length; i++) {
        int equals = parts[i].indexOf('=');
        String word = equals < 0 ? parts[i] : parts[i].substring(0, equals);
        String said = equals < 0 ? "" : parts[i].substring(equals + 1).strip();
        reading.attribute(word.strip().toLowerCase(Locale.ROOT), said);
      }
    });
    return begun.map(CookieReading::cookie);
  }

  private void attribute(String word, String said) {
    switch (word) {
      case "path" -> path = Cookie.isPath(said) ? said : "";
      case "domain" -> domain = said;
      case "expires" -> expires = HttpDate.read(said);
      case "max-age" -> age(said);
      case "secure" -> isSecure = true;
      case "httponly" -> isHttpOnly = true;
      case "samesite" -> sameSite = sameSite(said);
      default -> {}
    }
  }

  /// Seconds; 0 and less mean at once, which is kept as -1.
  private void age(String said) {
    String digits = said.startsWith("-") ? said.substring(1) : said;
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.charAt(0) != '0' || said.equals("0"));
    if (isNumber) {
      int seconds = Integer.parseInt(said);
      maxAge = seconds <= 0 ? -1 : seconds;
    }
  }

  /// The word, in any case; any other is as good as saying it without a word.
  static Cookie.SameSite sameSite(String said) {
    for (Cookie.SameSite each : Cookie.SameSite.values()) {
      if (!each.word.isEmpty() && each.word.equalsIgnoreCase(said)) {
        return each;
      }
    }
    return Cookie.SameSite.DEFAULT;
  }
}
