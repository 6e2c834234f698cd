package netarium.engine.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import netarium.engine.wire.Octets;

/// The chunked transfer coding (RFC 9112 §7.1). Reading text at hand, trailer fields are read past.
public final class HttpChunks {
  private static final int MAX_LINE_OCTETS = 8 * 1024;

  private static final Octets LINE_END = Octets.wrap("\r\n".getBytes(ISO_8859_1));

  private HttpChunks() {}

  /// One chunk with the whole body, and the last one with its trailer fields.
  public static Octets encode(Octets body, HttpHeaders trailers) {
    return body.isEmpty() ? end(trailers) : one(body).plus(end(trailers));
  }

  /// The last chunk, which is empty, with its trailer fields.
  public static Octets end(HttpHeaders trailers) {
    StringBuilder end = new StringBuilder("0\r\n");
    for (HttpHeaders.Field field : trailers.fields()) {
      end.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return Octets.wrap(end.append("\r\n").toString().getBytes(ISO_8859_1));
  }

  /// One chunk of more to come. Not of nothing: that would be the last one.
  public static Octets one(Octets data) {
    String size = Integer.toHexString(data.length()) + "\r\n";
    return Octets.wrap(size.getBytes(ISO_8859_1)).plus(data).plus(LINE_END);
  }

  static HttpParse<Octets> decode(Octets coded) {
    Octets body = Octets.EMPTY;
    int at = 0;
    while (true) {
      int lineEnd = lineEnd(coded, at);
      if (lineEnd < 0) {
        return lineMissing(coded, at, body);
      }
      long size = chunkSize(coded, at, lineEnd);
      if (size < 0) {
        return new HttpParse.Malformed<>("invalid chunk size");
      }
      at = lineEnd + 1;
      if (size == 0) {
        return trailer(coded, at, body);
      }
      if (at + size + 1 > coded.length()) {
        return new HttpParse.Incomplete<>(body.length() + " body octets, and a chunk is not whole");
      }
      int end = at + (int) size;
      body = body.plus(coded.slice(at, end));
      if (coded.at(end) == '\r') {
        end++;
        if (end == coded.length()) {
          return new HttpParse.Incomplete<>(body.length() + " body octets, and more chunks");
        }
      }
      if (coded.at(end) != '\n') {
        return new HttpParse.Malformed<>("a chunk is longer than its size says");
      }
      at = end + 1;
    }
  }

  private static HttpParse<Octets> trailer(Octets coded, int from, Octets body) {
    int at = from;
    while (true) {
      int lineEnd = lineEnd(coded, at);
      if (lineEnd < 0) {
        return lineMissing(coded, at, body);
      }
      boolean isBlank = lineEnd == at || (lineEnd == at + 1 && coded.at(at) == '\r');
      at = lineEnd + 1;
      if (isBlank) {
        return new HttpParse.Whole<>(body, at);
      }
    }
  }

  private static HttpParse<Octets> lineMissing(Octets coded, int at, Octets body) {
    return coded.length() - at > MAX_LINE_OCTETS
        ? new HttpParse.Malformed<>("invalid chunk size")
        : new HttpParse.Incomplete<>(body.length() + " body octets, and more chunks");
  }

  /// Hexadecimal digits, then an extension behind `;` or blanks; -1 when it is neither.
  private static long chunkSize(Octets coded, int from, int lineEnd) {
    long size = 0;
    int at = from;
    for (; at < lineEnd && at - from < 8; at++) {
      int digit = Character.digit(coded.at(at), 16);
      if (digit < 0 || coded.at(at) > 'f') {
        break;
      }
      size = size << 4 | digit;
    }
    boolean hasDigits = at > from;
    int next = at < lineEnd ? coded.at(at) : '\r';
    boolean endsWell = next == '\r' || next == ';' || next == ' ' || next == '\t';
    return hasDigits && endsWell && size <= Integer.MAX_VALUE / 2 ? size : -1;
  }

  private static int lineEnd(Octets coded, int from) {
    for (int at = from; at < coded.length(); at++) {
      if (coded.at(at) == '\n') {
        return at;
      }
    }
    return -1;
  }
}
