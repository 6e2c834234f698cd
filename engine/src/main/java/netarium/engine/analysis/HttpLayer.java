package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import netarium.engine.codec.HttpStatus;
import netarium.engine.wire.Octets;

/// The text of an HTTP/1 message in a segment (RFC 9112): its start line and header fields as far
/// as they are in this segment; what follows is content.
final class HttpLayer {
  /// Statuses with a sentence of their own; the others have that of their hundred.
  private static final List<Integer> EXPLAINED =
      List.of(
          100, 101, 200, 201, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 408,
          409, 413, 418, 429, 500, 501, 502, 503, 504);

  private static final List<String> METHODS =
      List.of("get", "head", "post", "put", "delete", "options", "patch", "connect", "trace");

  private static final List<String> HEADERS =
      List.of(
          "host",
          "connection",
          "content-length",
          "content-type",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "server",
          "location",
          "accept",
          "date",
          "cookie",
          "set-cookie",
          "cache-control",
          "authorization");

  private HttpLayer() {}

  /// `isContinued`: the connection speaks HTTP, so that what is no start is part of a message.
  static void read(Octets octets, int base, boolean isContinued, List<Layer> layers) {
    HttpStart start = HttpStart.of(octets);
    if (start == null) {
      layers.add(isContinued ? continuation(octets, base) : PlainLayers.data(octets, base));
      return;
    }
    FieldList fields = new FieldList(octets, base);
    addStart(fields, start);
    int end = addHeaders(fields, start.lineOctets());
    layers.add(
        new Layer(
            Layer.Kind.HTTP,
            "HTTP",
            start.isRequest() ? start.method() + " " + start.target() : start.line(),
            base,
            end,
            fields.list()));
    if (end < octets.length()) {
      layers.add(PlainLayers.data(octets.slice(end), base + end));
    }
  }

  private static Layer continuation(Octets octets, int base) {
    FieldList fields = new FieldList(octets, base);
    fields.add(
        "http.file_data",
        0,
        octets.length(),
        PlainLayers.shown(octets),
        "",
        Phrase.NONE,
        Phrase.of("explain.http.continuation", octets.length()),
        Check.NONE,
        List.of());
    return new Layer(
        Layer.Kind.HTTP, "HTTP", octets.length() + " B", base, octets.length(), fields.list());
  }

  private static void addStart(FieldList fields, HttpStart start) {
    FieldList parts = new FieldList(fields.octets(), fields.base());
    if (start.isRequest()) {
      int target = start.method().length() + 1;
      parts.add(
          "http.request.method",
          0,
          start.method().length(),
          start.method(),
          Phrase.NONE,
          method(start));
      parts.add("http.request.uri", target, start.target().length(), start.target());
      if (!start.version().isEmpty()) {
        int version = target + start.target().length() + 1;
        parts.add("http.request.version", version, start.version().length(), start.version());
      }
    } else {
      parts.add("http.response.version", 0, start.version().length(), start.version());
      if (start.status() > 0) {
        int code = start.version().length() + 1;
        parts.add("http.response.code", code, 3, start.status(), Phrase.NONE, status(start));
        if (!start.reason().isEmpty()) {
          parts.add("http.response.phrase", code + 4, start.reason().length(), start.reason());
        }
      }
    }
    fields.add(
        start.isRequest() ? "http.request.line" : "http.response.line",
        0,
        start.lineOctets(),
        start.line(),
        "",
        Phrase.NONE,
        start.isRequest() ? method(start) : status(start),
        Check.NONE,
        parts.list());
  }

  private static Phrase method(HttpStart start) {
    String name = start.method().toLowerCase(Locale.ROOT);
    return Phrase.of(
        "explain.http.request." + (METHODS.contains(name) ? name : "other"), start.target());
  }

  static Phrase status(HttpStart start) {
    int status = start.status();
    String key =
        EXPLAINED.contains(status)
            ? Integer.toString(status)
            : status >= 100 && status < 600 ? status / 100 + "xx" : "other";
    return Phrase.of(
        "explain.http.response." + key, Integer.toString(status), HttpStatus.reason(status));
  }

  /// Answers where the head ends, or where the octets do.
  private static int addHeaders(FieldList fields, int from) {
    Octets octets = fields.octets();
    int at = from;
    while (at < octets.length()) {
      int next = lineEnd(octets, at);
      String line = new String(octets.slice(at, next).toByteArray(), ISO_8859_1).stripTrailing();
      if (line.isEmpty()) {
        fields.add("http.blank", at, next - at, "", Phrase.NONE, Phrase.of("explain.http.blank"));
        return next;
      }
      fields.list().add(header(line, fields.base() + at, next - at));
      at = next;
    }
    return at;
  }

  /// The value of the first header field of a name, in lower case, in a head whose fields begin at
  /// `from`; empty where it is not in these octets.
  static String header(Octets octets, int from, String lowerName) {
    int at = from;
    while (at < octets.length()) {
      int next = lineEnd(octets, at);
      String line = new String(octets.slice(at, next).toByteArray(), ISO_8859_1).strip();
      if (line.isEmpty()) {
        return "";
      }
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(lowerName)) {
        return line.substring(colon + 1).strip();
      }
      at = next;
    }
    return "";
  }

  private static int lineEnd(Octets octets, int from) {
    int at = from;
    while (at < octets.length() && octets.at(at) != '\n') {
      at++;
    }
    return Math.min(at + 1, octets.length());
  }

  private static LayerField header(String line, int offset, int length) {
    int colon = line.indexOf(':');
    String name = colon > 0 ? line.substring(0, colon).strip() : "";
    String value = colon > 0 ? line.substring(colon + 1).strip() : line;
    String lower = name.toLowerCase(Locale.ROOT);
    String key = HEADERS.contains(lower) ? lower : "other";
    return new LayerField(
        "http.header",
        name,
        value,
        "",
        Phrase.NONE,
        Phrase.of("explain.http.header." + key, name, value),
        Check.NONE,
        offset,
        length,
        List.of());
  }
}
