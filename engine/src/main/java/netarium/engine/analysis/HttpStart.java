package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The line with which an HTTP/1 message begins, if octets begin with one (RFC 9112 §2.1), whatever
/// the port.
///
/// Of a request `method` and `target` are there, of a response `status` (else 0) and `reason`.
/// `lineOctets` counts the line with its end.
public record HttpStart(
    String line,
    String method,
    String target,
    String version,
    int status,
    String reason,
    int lineOctets) {
  private static final int MAX_LINE_OCTETS = 2048;
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  public static @Nullable HttpStart of(Octets payload) {
    if (payload.isEmpty() || !mayBegin(payload.at(0))) {
      return null;
    }
    int limit = Math.min(payload.length(), MAX_LINE_OCTETS);
    int end = 0;
    while (end < limit && payload.at(end) >= ' ' && payload.at(end) < 0x7f) {
      end++;
    }
    boolean isWhole = end < limit && (payload.at(end) == '\r' || payload.at(end) == '\n');
    if (end == 0 || (!isWhole && end < limit)) {
      return null;
    }
    String line = new String(payload.slice(0, end).toByteArray(), ISO_8859_1);
    int octets = end;
    if (octets < payload.length() && payload.at(octets) == '\r') {
      octets++;
    }
    if (octets < payload.length() && payload.at(octets) == '\n') {
      octets++;
    }
    return line.startsWith("HTTP/1.") ? response(line, octets) : request(line, isWhole, octets);
  }

  /// Spares most segments the search.
  private static boolean mayBegin(int first) {
    return "GHPDCOT".indexOf(first) >= 0;
  }

  private static HttpStart response(String line, int octets) {
    String[] words = line.split(" ", 3);
    String code = words.length > 1 ? words[1] : "";
    boolean isCode = code.length() == 3 && code.chars().allMatch(c -> c >= '0' && c <= '9');
    return new HttpStart(
        line,
        "",
        "",
        words[0],
        isCode ? Integer.parseInt(code) : 0,
        words.length > 2 ? words[2] : "",
        octets);
  }

  private static @Nullable HttpStart request(String line, boolean isWhole, int octets) {
    int space = line.indexOf(' ');
    if (space < 0 || !METHODS.contains(line.substring(0, space))) {
      return null;
    }
    int version = line.lastIndexOf(" HTTP/1.");
    if (isWhole && version < 0) {
      return null;
    }
    boolean hasVersion = version > space;
    return new HttpStart(
        line,
        line.substring(0, space),
        line.substring(space + 1, hasVersion ? version : line.length()),
        hasVersion ? line.substring(version + 1) : "",
        0,
        "",
        octets);
  }

  public boolean isRequest() {
    return !method.isEmpty();
  }
}
