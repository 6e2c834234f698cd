package netarium.engine.codec;

/// What reading octets as an HTTP message gives.
public sealed interface HttpParse<T> {
  /// A whole message in the first `lengthOctets` octets.
  record Whole<T>(T message, int lengthOctets) implements HttpParse<T> {}

  /// The beginning of a message; `missing` says what has come of what.
  record Incomplete<T>(String missing) implements HttpParse<T> {}

  /// Not an HTTP message, whatever follows.
  record Malformed<T>(String why) implements HttpParse<T> {}
}
