package netarium.engine.codec.websocket;

import netarium.engine.wire.Field;

/// What reading octets as a frame gives.
public sealed interface FrameParse {
  /// A whole frame in the first `lengthOctets` octets.
  record Whole(Frame frame, int lengthOctets) implements FrameParse {}

  /// The beginning of a frame of `lengthOctets` octets, or of at least so many while its length has
  /// not come whole.
  record Incomplete(long lengthOctets) implements FrameParse {}

  /// No frame that anybody may send: the conversation has to end with `closeCode` (RFC 6455
  /// §7.1.7).
  record Malformed(Field field, int closeCode, String why) implements FrameParse {}
}
