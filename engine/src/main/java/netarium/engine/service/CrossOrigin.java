package netarium.engine.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpUrl;

/// The rules by which a browser lets the page of one origin ask servers of other origins, as the
/// Fetch standard has them (CORS): which requests may go at once, which need the server's word
/// first, and which fields of an answer the page may see. One [CorsCourse] for each request.
public final class CrossOrigin {
  private static final List<String> SIMPLE_METHODS = List.of("GET", "HEAD", "POST");
  private static final List<String> FORBIDDEN_METHODS = List.of("CONNECT", "TRACE", "TRACK");
  private static final List<String> SIMPLE_FIELDS =
      List.of("accept", "accept-language", "content-language", "content-type");
  private static final List<String> SIMPLE_TYPES =
      List.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
  private static final List<String> SEEN_FIELDS =
      List.of(
          "cache-control",
          "content-language",
          "content-length",
          "content-type",
          "expires",
          "last-modified",
          "pragma");
  private static final List<String> HIDDEN_FIELDS = List.of("set-cookie", "set-cookie2");
  private static final List<String> FORBIDDEN_FIELDS =
      List.of(
          "accept-charset",
          "accept-encoding",
          "access-control-request-headers",
          "access-control-request-method",
          "connection",
          "content-length",
          "cookie",
          "cookie2",
          "date",
          "dnt",
          "expect",
          "host",
          "keep-alive",
          "origin",
          "referer",
          "set-cookie",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via");

  private static final int MOST_SIMPLE_OCTETS = 128;
  private static final int MOST_ANSWERS = 100;

  /// What a server has said to a preflight, and until when that counts, in seconds.
  record Said(List<String> methods, List<String> fields, long until) {}

  private final String origin;

  /// By address and whether the page's credentials went along.
  private final LinkedHashMap<String, Said> answers = new LinkedHashMap<>();

  /// `origin`: scheme, host and, unless it is the usual one, port: `http://shop`.
  public CrossOrigin(String origin) {
    this.origin = origin;
  }

  public String origin() {
    return origin;
  }

  boolean isOwn(HttpUrl url) {
    return origin.equalsIgnoreCase(originOf(url));
  }

  static String originOf(HttpUrl url) {
    return (url.isSecure() ? "https://" : "http://") + url.authority();
  }

  /// Why a page may not ask like that at all, if it may not.
  static Optional<String> forbidden(String method, HttpHeaders headers) {
    if (FORBIDDEN_METHODS.contains(method.toUpperCase(Locale.ROOT))) {
      return Optional.of("'" + method + "' HTTP method is unsupported on the browser platform");
    }
    for (HttpHeaders.Field field : headers.fields()) {
      String name = lower(field.name());
      boolean isReserved = name.startsWith("proxy-") || name.startsWith("sec-");
      if (isReserved || FORBIDDEN_FIELDS.contains(name)) {
        return Optional.of("Refused to set unsafe header \"" + field.name() + "\"");
      }
    }
    return Optional.empty();
  }

  static boolean isSimple(String method) {
    return SIMPLE_METHODS.contains(method);
  }

  /// The names of the fields that a server has to allow, in small letters and sorted.
  static List<String> fieldsToAllow(HttpHeaders headers) {
    List<String> names = new ArrayList<>();
    for (HttpHeaders.Field field : headers.fields()) {
      String name = lower(field.name());
      if (!isSimple(name, field.value()) && !names.contains(name)) {
        names.add(name);
      }
    }
    names.sort(String::compareTo);
    return names;
  }

  private static boolean isSimple(String name, String value) {
    boolean isKnown = SIMPLE_FIELDS.contains(name) && value.length() <= MOST_SIMPLE_OCTETS;
    if (!isKnown || !value.chars().allMatch(CrossOrigin::isHarmless)) {
      return false;
    }
    int semicolon = value.indexOf(';');
    String type = lower((semicolon < 0 ? value : value.substring(0, semicolon)).strip());
    return !name.equals("content-type") || SIMPLE_TYPES.contains(type);
  }

  private static boolean isHarmless(int c) {
    return (c >= ' ' || c == '\t') && "\"():<>?@[\\]{}\u007f".indexOf(c) < 0;
  }

  /// What the page may see of an answer from another origin.
  static HttpHeaders visible(HttpHeaders headers, boolean isCross, boolean hasCredentials) {
    List<String> exposed = list(headers, "Access-Control-Expose-Headers");
    boolean isAll = exposed.contains("*") && !hasCredentials;
    List<HttpHeaders.Field> seen = new ArrayList<>();
    for (HttpHeaders.Field field : headers.fields()) {
      String name = lower(field.name());
      boolean isOpen = !isCross || isAll || SEEN_FIELDS.contains(name) || exposed.contains(name);
      if (isOpen && !HIDDEN_FIELDS.contains(name)) {
        seen.add(field);
      }
    }
    return new HttpHeaders(seen);
  }

  /// The elements of a list field, in small letters.
  static List<String> list(HttpHeaders headers, String name) {
    List<String> elements = new ArrayList<>();
    for (String value : headers.all(name)) {
      for (String each : value.split(",", -1)) {
        String element = lower(each.strip());
        if (!element.isEmpty()) {
          elements.add(element);
        }
      }
    }
    return elements;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  // ---- what servers have said --------------------------------------------------------------

  void keep(HttpUrl url, boolean hasCredentials, Said said) {
    if (answers.size() >= MOST_ANSWERS) {
      answers.remove(answers.firstEntry().getKey());
    }
    answers.put(key(url, hasCredentials), said);
  }

  Optional<Said> kept(HttpUrl url, boolean hasCredentials, long now) {
    return Optional.ofNullable(answers.get(key(url, hasCredentials)))
        .filter(said -> said.until() > now);
  }

  private static String key(HttpUrl url, boolean hasCredentials) {
    return (hasCredentials ? "with " : "without ") + url.absolute();
  }
}
