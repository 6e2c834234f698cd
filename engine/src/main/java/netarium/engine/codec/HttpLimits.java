package netarium.engine.codec;

/// How large a message on a stream may be. Whoever sends more is hostile or mistaken, and is told.
public record HttpLimits(int lineOctets, int headOctets, int fields, int bodyOctets) {
  /// Lines of 8 KiB, as RFC 9112 §3 recommends at least, a hundred fields, bodies of 8 MiB.
  public static final HttpLimits DEFAULT = new HttpLimits(8 * 1024, 64 * 1024, 100, 8 << 20);
}
