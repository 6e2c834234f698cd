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
          "authorization",
          "sec-websocket-key",
          "sec-websocket-accept",
          "sec-websocket-version",
          "sec-websocket-protocol");

  private HttpLayer() {}

  /// Of a segment of which no more is known. `isContinued`: the connection speaks HTTP, so that
  /// what is no start is part of a message.
  static void read(Octets octets, int base, boolean isContinued, List<Layer> layers) {
    HttpStart start = HttpStart.of(octets);
    if (start == null) {
      layers.add(isContinued ? continuation(octets, base) : PlainLayers.data(octets, base));
      return;
    }
    FieldList fields = new FieldList(octets, base);
    addStart(fields, start, start.lineOctets());
    int end = addHeaders(fields, start.lineOctets());
    layers.add(new Layer(Layer.Kind.HTTP, "HTTP", summary(start), base, end, fields.list()));
    if (end < octets.length()) {
      layers.add(PlainLayers.data(octets.slice(end), base + end));
    }
  }

  private static String summary(HttpStart start) {
    return start.isRequest() ? start.method() + " " + start.target() : start.line();
  }

  /// Of a message of a stream, or of a piece of it.
  static Layer of(HttpMessage message, TalkLayers.Carried carried) {
    long known = message.hasHead() ? message.headEnd() : carried.to();
    Octets head = carried.octets(message.from(), Math.max(known, message.lineEnd()));
    FieldList fields = carried.fields(head, message.from());
    HttpStart start = message.start();
    addStart(fields, start, (int) (message.lineEnd() - message.from()));
    addHeaders(fields, (int) (message.lineEnd() - message.from()));
    if (message.hasHead() && carried.to() > message.headEnd()) {
      switch (message.framing()) {
        case NONE -> {}
        case LENGTH, CLOSE -> addContent(fields, message, carried);
        case CHUNKED -> HttpChunkFields.add(fields, message, carried);
      }
    }
    String summary = summary(start);
    if (!carried.beginsHere()) {
      long first = carried.from() - message.from();
      long last = carried.to() - message.from() - 1;
      summary += " · " + first + "–" + last;
    }
    return carried.layer(Layer.Kind.HTTP, "HTTP", summary, fields);
  }

  /// The content, or as much of it as is in this frame.
  private static void addContent(
      FieldList fields, HttpMessage message, TalkLayers.Carried carried) {
    long from = Math.max(message.headEnd(), carried.from());
    long to = carried.to();
    Octets shown = carried.octets(from, Math.min(to, from + 25));
    boolean isAll = carried.endsHere() && from == message.headEnd();
    Phrase meaning =
        isAll
            ? Phrase.of("explain.http.file_data", message.contentOctets())
            : Phrase.of("explain.http.file_data.part", to - from, message.contentOctets());
    fields.add(
        "http.file_data",
        (int) (from - message.from()),
        (int) (to - from),
        shown(shown),
        "",
        Phrase.NONE,
        meaning,
        Check.NONE,
        List.of());
  }

  /// The first octets of content, as text where it is some.
  static String shown(Octets octets) {
    boolean isText = !octets.isEmpty();
    for (int i = 0; i < octets.length() && isText; i++) {
      int each = octets.at(i);
      isText = (each >= ' ' && each < 0x7f) || each == '\n' || each == '\r' || each == '\t';
    }
    if (!isText) {
      return PlainLayers.shown(octets);
    }
    String text = new String(octets.toByteArray(), ISO_8859_1).replaceAll("\\s+", " ");
    return text.length() > 24 ? text.substring(0, 24) + "…" : text;
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

  private static void addStart(FieldList fields, HttpStart start, int lineOctets) {
    FieldList parts = fields.inside();
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
        lineOctets,
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
      addHeader(fields, line, at, next - at);
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

  private static void addHeader(FieldList fields, String line, int at, int length) {
    int colon = line.indexOf(':');
    String name = colon > 0 ? line.substring(0, colon).strip() : "";
    String value = colon > 0 ? line.substring(colon + 1).strip() : line;
    String lower = name.toLowerCase(Locale.ROOT);
    String key = HEADERS.contains(lower) ? lower : "other";
    String filterName = filterName(lower);
    fields.named(
        filterName.isEmpty() ? "http.header" : filterName,
        name,
        at,
        length,
        value,
        filterName.isEmpty() ? "" : value,
        Phrase.NONE,
        Phrase.of("explain.http.header." + key, name, value),
        Check.NONE,
        List.of());
  }

  /// How the filter language calls a header field; empty where it has no name for it.
  private static String filterName(String lowerName) {
    return switch (lowerName) {
      case "host",
          "connection",
          "upgrade",
          "user-agent",
          "server",
          "location",
          "content-type",
          "transfer-encoding",
          "sec-websocket-key",
          "sec-websocket-accept",
          "sec-websocket-version" ->
          "http." + lowerName.replace('-', '_');
      case "content-length" -> "http.content_length_header";
      default -> "";
    };
  }
}
