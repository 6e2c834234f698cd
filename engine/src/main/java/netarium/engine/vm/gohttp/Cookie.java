package netarium.engine.vm.gohttp;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import netarium.engine.codec.HttpDate;
import netarium.engine.codec.HttpHeaders;

/// A cookie (RFC 6265 §4) as the `Set-Cookie` and `Cookie` fields carry it, with Go's meaning of
/// its parts: `maxAge` 0 says nothing, below 0 says "forget it now"; `expires` is in seconds since
/// 1970.
public record Cookie(
    String name,
    String value,
    boolean isQuoted,
    String path,
    String domain,
    OptionalLong expires,
    int maxAge,
    boolean isSecure,
    boolean isHttpOnly,
    SameSite sameSite) {
  /// Whether it goes along with requests that other sites bring about; the numbers are Go's.
  public enum SameSite {
    UNSAID(0, ""),
    DEFAULT(1, ""),
    LAX(2, "Lax"),
    STRICT(3, "Strict"),
    NONE(4, "None");

    /// As scripts name it.
    final int number;

    final String word;

    SameSite(int number, String word) {
      this.number = number;
      this.word = word;
    }
  }

  /// The earliest year that a date in a cookie may have: 1601 (RFC 6265 §5.1.1).
  private static final long FIRST_SECOND = -11_644_473_600L;

  /// The last second of the year 9999.
  private static final long LAST_SECOND = 253_402_300_799L;

  /// Just a name and a value.
  public static Cookie of(String name, String value) {
    boolean isQuoted = false;
    return new Cookie(
        name, value, isQuoted, "", "", OptionalLong.empty(), 0, false, false, SameSite.UNSAID);
  }

  /// As the value of `Set-Cookie`. Empty when a part of it could not be sent without changing what
  /// the field says: then it is better not sent.
  public String toSetCookie() {
    if (!isSafe()) {
      return "";
    }
    StringBuilder text = new StringBuilder(name).append('=').append(writtenValue());
    if (!path.isEmpty()) {
      text.append("; Path=").append(path);
    }
    if (!domain.isEmpty()) {
      text.append("; Domain=").append(domain.startsWith(".") ? domain.substring(1) : domain);
    }
    if (expires.isPresent() && isYear(expires.getAsLong())) {
      text.append("; Expires=").append(HttpDate.of(expires.getAsLong()));
    }
    if (maxAge != 0) {
      text.append("; Max-Age=").append(Math.max(0, maxAge));
    }
    text.append(isHttpOnly ? "; HttpOnly" : "").append(isSecure ? "; Secure" : "");
    return text.append(sameSite.word.isEmpty() ? "" : "; SameSite=" + sameSite.word).toString();
  }

  /// As one of the pairs in `Cookie`; empty as {@link #toSetCookie}.
  public String toPair() {
    return HttpHeaders.isToken(name) && isValue(value) ? name + "=" + writtenValue() : "";
  }

  private boolean isSafe() {
    return HttpHeaders.isToken(name) && isValue(value) && isPath(path) && isDomain(domain);
  }

  private String writtenValue() {
    boolean needsQuotes = value.indexOf(' ') >= 0 || value.indexOf(',') >= 0;
    return isQuoted || needsQuotes ? '"' + value + '"' : value;
  }

  private static boolean isYear(long seconds) {
    return seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
  }

  static boolean isValue(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != ';' && c != '\\');
  }

  static boolean isPath(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != ';');
  }

  /// A name of a host or an IPv4 address; a dot in front is of old and says nothing.
  private static boolean isDomain(String text) {
    String bare = text.startsWith(".") ? text.substring(1) : text;
    boolean isOfHostLetters =
        bare.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '.');
    boolean hasLabels =
        !bare.startsWith("-")
            && !bare.endsWith("-")
            && !bare.contains("..")
            && !bare.contains(".-")
            && !bare.contains("-.")
            && !bare.endsWith(".")
            && !bare.startsWith(".");
    return text.isEmpty()
        || (!bare.isEmpty() && bare.length() <= 255 && isOfHostLetters && hasLabels);
  }

  /// The cookies of all `Cookie` fields of a request. What is no cookie is passed over.
  public static List<Cookie> ofRequest(List<String> fields) {
    List<Cookie> cookies = new ArrayList<>();
    for (String field : fields) {
      for (String part : field.split(";", -1)) {
        CookieReading.pair(part.strip()).ifPresent(cookies::add);
      }
    }
    return cookies;
  }

  /// The cookies of all `Set-Cookie` fields of a response.
  public static List<Cookie> ofResponse(List<String> fields) {
    List<Cookie> cookies = new ArrayList<>();
    fields.forEach(field -> CookieReading.setCookie(field).ifPresent(cookies::add));
    return cookies;
  }
}
