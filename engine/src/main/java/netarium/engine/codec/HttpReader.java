package netarium.engine.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netarium.engine.wire.Octets;

/// Octets to HTTP/1.x messages (RFC 9112), tolerant where the message stays unambiguous: lines may
/// end in a bare LF, the version of a request line may be missing, field lines without a colon are
/// passed over. What decides where a message ends is read strictly.
public final class HttpReader {
  /// A head longer than this is refused: no honest one is.
  public static final int MAX_HEAD_OCTETS = 64 * 1024;

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private HttpReader() {}

  /// How a body without any length of its own ends.
  public enum Ending {
    /// The octets at hand are all there is: the rest is the body.
    AT_HAND,
    /// More may follow on a connection: a request has no body then, a response goes on to the end.
    STREAM
  }

  /// The method in capitals, if it is one of those known here.
  public static Optional<String> knownMethod(String method) {
    String upper = method.toUpperCase(Locale.ROOT);
    return METHODS.contains(upper) ? Optional.of(upper) : Optional.empty();
  }

  public static HttpParse<HttpRequest> request(Octets octets, Ending ending) {
    Head head = Head.of(octets);
    if (head.startLine.isEmpty()) {
      return head.isWhole || octets.length() > MAX_HEAD_OCTETS
          ? new HttpParse.Malformed<>("missing request line")
          : new HttpParse.Incomplete<>(head.missing());
    }
    String[] tokens = head.startLine.strip().split("\\s+", -1);
    if (tokens.length < 2 || tokens.length > 3) {
      return new HttpParse.Malformed<>("invalid request line");
    }
    Optional<String> method = knownMethod(tokens[0]);
    if (method.isEmpty()) {
      return new HttpParse.Malformed<>("unknown method: " + tokens[0]);
    }
    String version = tokens.length == 3 ? tokens[2] : "HTTP/0.9";
    if (!version.startsWith("HTTP/")) {
      return new HttpParse.Malformed<>("invalid request line");
    }
    if (!head.isWhole) {
      return head.notWhole();
    }
    int unframed = ending == Ending.STREAM ? 0 : octets.length() - head.length;
    return switch (body(head, octets, unframed)) {
      case HttpParse.Whole<Octets> body ->
          new HttpParse.Whole<>(
              new HttpRequest(method.get(), tokens[1], version, head.headers, body.message()),
              head.length + body.lengthOctets());
      case HttpParse.Incomplete<Octets> part -> new HttpParse.Incomplete<>(part.missing());
      case HttpParse.Malformed<Octets> bad -> new HttpParse.Malformed<>(bad.why());
    };
  }

  /// `isAtEnd`: no more octets will come, so a body that goes on to the end of the connection is
  /// whole.
  public static HttpParse<HttpResponse> response(Octets octets, Ending ending, boolean isAtEnd) {
    Head head = Head.of(octets);
    if (head.startLine.isEmpty()) {
      return head.isWhole || octets.length() > MAX_HEAD_OCTETS
          ? new HttpParse.Malformed<>("missing status line")
          : new HttpParse.Incomplete<>(head.missing());
    }
    String[] tokens = head.startLine.split(" ", 3);
    if (tokens.length < 2) {
      return new HttpParse.Malformed<>("invalid status line");
    }
    int status = statusCode(tokens[1]);
    if (status < 0) {
      return new HttpParse.Malformed<>("invalid status code");
    }
    if (!head.isWhole) {
      return head.notWhole();
    }
    String reason = tokens.length == 3 ? tokens[2].strip() : "";
    int rest = octets.length() - head.length;
    boolean hasNoBody = status / 100 == 1 || status == 204 || status == 304;
    if (!hasNoBody && head.isUnframed() && ending == Ending.STREAM && !isAtEnd) {
      return new HttpParse.Incomplete<>("the body goes on to the end of the connection");
    }
    HttpParse<Octets> framed =
        hasNoBody ? new HttpParse.Whole<>(Octets.EMPTY, 0) : body(head, octets, rest);
    return switch (framed) {
      case HttpParse.Whole<Octets> body ->
          new HttpParse.Whole<>(
              new HttpResponse(tokens[0], status, reason, head.headers, body.message()),
              head.length + body.lengthOctets());
      case HttpParse.Incomplete<Octets> part -> new HttpParse.Incomplete<>(part.missing());
      case HttpParse.Malformed<Octets> bad -> new HttpParse.Malformed<>(bad.why());
    };
  }

  private static int statusCode(String text) {
    if (text.length() != 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return Integer.parseInt(text);
  }

  /// The body behind `head` by RFC 9112 §6.3; `unframedOctets` long where nothing gives a length.
  private static HttpParse<Octets> body(Head head, Octets octets, int unframedOctets) {
    Octets rest = octets.slice(head.length);
    if (head.headers.has("Transfer-Encoding")) {
      if (!head.headers.listHas("Transfer-Encoding", "chunked")) {
        return new HttpParse.Malformed<>("unknown transfer coding");
      }
      return HttpChunks.decode(rest);
    }
    List<String> lengths = head.headers.all("Content-Length");
    if (lengths.isEmpty()) {
      return new HttpParse.Whole<>(rest.slice(0, unframedOctets), unframedOctets);
    }
    String text = lengths.getFirst();
    boolean isNumber =
        !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(HttpReader::isDigit);
    if (!isNumber || lengths.stream().anyMatch(other -> !other.equals(text))) {
      return new HttpParse.Malformed<>("invalid Content-Length: " + String.join(", ", lengths));
    }
    int length = Integer.parseInt(text);
    if (length > rest.length()) {
      return new HttpParse.Incomplete<>(rest.length() + " of " + length + " body octets");
    }
    return new HttpParse.Whole<>(rest.slice(0, length), length);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// The lines up to the blank one, and how far they reach.
  private record Head(
      String startLine, HttpHeaders headers, int length, boolean isWhole, int octetsAtHand) {
    static Head of(Octets octets) {
      List<String> lines = new ArrayList<>();
      int start = 0;
      int limit = Math.min(octets.length(), MAX_HEAD_OCTETS);
      for (int at = 0; at < limit; at++) {
        if (octets.at(at) != '\n') {
          continue;
        }
        int end = at > start && octets.at(at - 1) == '\r' ? at - 1 : at;
        if (end == start) {
          return of(lines, at + 1, true, octets.length());
        }
        lines.add(new String(octets.slice(start, end).toByteArray(), ISO_8859_1));
        start = at + 1;
      }
      return of(lines, start, false, octets.length());
    }

    private static Head of(List<String> lines, int length, boolean isWhole, int octetsAtHand) {
      List<HttpHeaders.Field> fields = new ArrayList<>();
      for (int i = 1; i < lines.size(); i++) {
        String line = lines.get(i);
        int colon = line.indexOf(':');
        if (colon > 0) {
          fields.add(
              new HttpHeaders.Field(
                  line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
      }
      String startLine = lines.isEmpty() ? "" : lines.getFirst();
      return new Head(startLine, new HttpHeaders(fields), length, isWhole, octetsAtHand);
    }

    boolean isUnframed() {
      return !headers.has("Content-Length") && !headers.has("Transfer-Encoding");
    }

    String missing() {
      return octetsAtHand + " octets, and the head has not ended";
    }

    <T> HttpParse<T> notWhole() {
      return octetsAtHand >= MAX_HEAD_OCTETS
          ? new HttpParse.Malformed<>("head longer than " + MAX_HEAD_OCTETS + " octets")
          : new HttpParse.Incomplete<>(missing());
    }
  }
}
