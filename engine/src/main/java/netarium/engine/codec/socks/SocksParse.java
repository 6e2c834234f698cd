package netarium.engine.codec.socks;

import netarium.engine.wire.Field;

/// What reading octets as a SOCKS message gives.
public sealed interface SocksParse<T> {
  /// A whole message in the first `lengthOctets` octets.
  record Whole<T>(T message, int lengthOctets) implements SocksParse<T> {}

  /// The beginning of a message. It takes `atLeastOctets` in all before more can be said, and no
  /// message is shorter than that: whoever asks for no more never reads beyond its end.
  record Incomplete<T>(int atLeastOctets) implements SocksParse<T> {}

  /// Not such a message, whatever follows.
  record Malformed<T>(Field field, String why) implements SocksParse<T> {}
}
