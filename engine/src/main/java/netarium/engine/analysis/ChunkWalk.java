package netarium.engine.analysis;

/// Walks over chunked content (RFC 9112 §7.1) as far as it has been sent, chunk by chunk, and can
/// be asked again when more is there.
final class ChunkWalk {
  private static final int MAX_LINE_OCTETS = 8 * 1024;

  private final StreamOctets octets;
  private long at;
  private long dataFrom;
  private long dataTo;
  private boolean isInTrailer;

  /// What came next.
  enum Step {
    /// A whole chunk, from [#lineFrom] on, with its data and what ends it.
    CHUNK,
    /// The last chunk and the trailer: the content ends here.
    LAST,
    /// Not all of it is there.
    WAIT,
    /// Octets that are no chunk.
    BROKEN
  }

  private long lineFrom;
  private long size;

  ChunkWalk(StreamOctets octets, long from) {
    this.octets = octets;
    at = from;
  }

  /// Where the next chunk begins.
  long at() {
    return at;
  }

  long lineFrom() {
    return lineFrom;
  }

  long dataFrom() {
    return dataFrom;
  }

  long dataTo() {
    return dataTo;
  }

  Step next() {
    if (isInTrailer) {
      return trailer();
    }
    long end = octets.lineEnd(at, MAX_LINE_OCTETS);
    if (end < 0) {
      return octets.length() - at > MAX_LINE_OCTETS ? Step.BROKEN : Step.WAIT;
    }
    if (!readSize(end)) {
      return Step.BROKEN;
    }
    lineFrom = at;
    dataFrom = end;
    dataTo = end + size;
    if (size == 0) {
      at = end;
      isInTrailer = true;
      return trailer();
    }
    long behind = octets.lineEnd(dataTo, MAX_LINE_OCTETS);
    if (behind < 0) {
      return Step.WAIT;
    }
    if (behind - dataTo > 2) {
      return Step.BROKEN;
    }
    at = behind;
    return Step.CHUNK;
  }

  private Step trailer() {
    while (true) {
      long end = octets.lineEnd(at, MAX_LINE_OCTETS);
      if (end < 0) {
        return Step.WAIT;
      }
      boolean isBlank = end - at == 1 || (end - at == 2 && octets.at(at) == '\r');
      at = end;
      if (isBlank) {
        return Step.LAST;
      }
    }
  }

  private boolean readSize(long end) {
    size = 0;
    int digits = 0;
    for (long i = at; i < end && digits <= 8; i++) {
      int digit = octets.at(i) < 128 ? Character.digit(octets.at(i), 16) : -1;
      if (digit < 0) {
        break;
      }
      size = size << 4 | digit;
      digits++;
    }
    return digits > 0 && digits <= 8;
  }
}
