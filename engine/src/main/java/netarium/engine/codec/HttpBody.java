package netarium.engine.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import netarium.engine.wire.Octets;

/// The body of a message that is being read: how it ends (RFC 9112 §6.3), and what has come of it.
final class HttpBody {
  private static final int MOST_DIGITS = 8;
  private static final int MOST_AT_FIRST = 16 * 1024;

  enum Kind {
    NONE,
    LENGTH,
    CHUNKED,
    UNTIL_CLOSE
  }

  private enum Part {
    SIZE,
    DATA,
    DATA_END,
    TRAILERS,
    DONE
  }

  private final Kind kind;
  private final HttpLimits limits;
  private final List<HttpHeaders.Field> trailers = new ArrayList<>();
  private Part part = Part.SIZE;
  private int left;
  private int trailerOctets;
  private byte[] octets = new byte[0];
  private int length;
  private long taken;

  private HttpBody(Kind kind, HttpLimits limits) {
    this.kind = kind;
    this.limits = limits;
  }

  static HttpBody none(HttpLimits limits) {
    return new HttpBody(Kind.NONE, limits);
  }

  static HttpBody chunked(HttpLimits limits) {
    return new HttpBody(Kind.CHUNKED, limits);
  }

  static HttpBody untilClose(HttpLimits limits) {
    return new HttpBody(Kind.UNTIL_CLOSE, limits);
  }

  static HttpBody ofLength(int length, HttpLimits limits) {
    HttpBody body = new HttpBody(Kind.LENGTH, limits);
    body.left = length;
    body.octets = new byte[Math.min(length, MOST_AT_FIRST)];
    return body;
  }

  boolean endsWithStream() {
    return kind == Kind.UNTIL_CLOSE;
  }

  boolean isExpected() {
    return kind == Kind.CHUNKED || left > 0;
  }

  /// Takes what has come; whether the body is whole now.
  boolean read(HttpBuffer in) throws HttpFaultException {
    return switch (kind) {
      case NONE -> true;
      case LENGTH -> {
        left -= in.moveTo(this, left);
        yield left == 0;
      }
      case UNTIL_CLOSE -> {
        requireRoom(in.length());
        in.moveTo(this, in.length());
        yield false;
      }
      case CHUNKED -> {
        while (part != Part.DONE && readPart(in)) {}
        yield part == Part.DONE;
      }
    };
  }

  /// The chunked coding of RFC 9112 §7.1; false when more has to come.
  private boolean readPart(HttpBuffer in) throws HttpFaultException {
    switch (part) {
      case SIZE -> {
        String line = in.takeLine(limits.lineOctets(), 400, false);
        if (line == null) {
          return false;
        }
        left = chunkSize(line);
        requireRoom(left);
        part = left == 0 ? Part.TRAILERS : Part.DATA;
      }
      case DATA -> {
        left -= in.moveTo(this, left);
        if (left > 0) {
          return false;
        }
        part = Part.DATA_END;
      }
      case DATA_END -> {
        String line = in.takeLine(0, 400, false);
        if (line == null) {
          return false;
        }
        if (!line.isEmpty()) {
          throw new HttpFaultException(400, "a chunk is longer than its size says");
        }
        part = Part.SIZE;
      }
      case TRAILERS -> {
        String line = in.takeLine(limits.lineOctets(), 431, false);
        if (line == null) {
          return false;
        }
        if (line.isEmpty()) {
          part = Part.DONE;
        } else {
          addTrailer(line);
        }
      }
      case DONE -> throw new IllegalStateException("invariant broken: a whole body is not read on");
    }
    return true;
  }

  private void addTrailer(String line) throws HttpFaultException {
    trailerOctets += line.length();
    if (trailers.size() == limits.fields() || trailerOctets > limits.headOctets()) {
      throw new HttpFaultException(431, "too many trailer fields");
    }
    trailers.add(HttpFieldLine.parse(line));
  }

  /// Hexadecimal digits, then an extension behind `;`.
  private static int chunkSize(String line) throws HttpFaultException {
    int size = 0;
    int at = 0;
    for (; at < line.length() && at < MOST_DIGITS; at++) {
      char c = line.charAt(at);
      int digit = c <= 'f' ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        break;
      }
      size = size << 4 | digit;
    }
    String rest = line.substring(at).strip();
    boolean endsWell = rest.isEmpty() || rest.startsWith(";");
    if (at == 0 || !endsWell) {
      throw new HttpFaultException(400, "invalid chunk size");
    }
    if (size < 0) {
      throw new HttpFaultException(413, "a chunk of more than 2 GiB");
    }
    return size;
  }

  private void requireRoom(int more) throws HttpFaultException {
    if (more > limits.bodyOctets() - length) {
      throw new HttpFaultException(413, "a body of more than " + limits.bodyOctets() + " octets");
    }
  }

  void add(byte[] from, int at, int count) {
    if (length + count > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(length + count, 2 * octets.length));
    }
    System.arraycopy(from, at, octets, length, count);
    length += count;
  }

  Octets octets() {
    return Octets.wrap(octets, 0, length);
  }

  /// What has come since the last time, for who does not want to wait for the end.
  Octets take() {
    Octets come = Octets.wrap(octets, 0, length);
    octets = new byte[0];
    taken += length;
    length = 0;
    return come;
  }

  /// How many octets there will be; -1 where only the end tells.
  int announced() {
    return switch (kind) {
      case NONE -> 0;
      case LENGTH -> length + left;
      case CHUNKED, UNTIL_CLOSE -> -1;
    };
  }

  HttpHeaders trailers() {
    return trailers.isEmpty() ? HttpHeaders.NONE : new HttpHeaders(trailers);
  }

  /// What has come of what, for people.
  String progress() {
    long come = taken + length;
    return kind == Kind.LENGTH
        ? come + " of " + (come + left) + " body octets"
        : come + " body octets";
  }
}
