package netarium.engine.analysis;

/// A piece of what one side of a TCP connection says that has a meaning of its own: a message, a
/// frame, a step of a handshake. It lies in the octets from `from` up to but not including `to`.
public sealed interface StreamPart
    permits HttpMessage, WebSocketFrame, SocksPart, TlsRecord, DnsPart, HlhvFrame {
  /// The end is not known yet.
  long OPEN = -1;

  long from();

  /// Where it ends, or [#OPEN].
  long to();

  /// Whether a run of octets holds any of it.
  default boolean meets(long first, long end) {
    return from() < end && (to() == OPEN || to() > first);
  }
}
