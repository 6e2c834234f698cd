package netarium.engine.codec;

/// What a decoder makes of the octets of a stream that have come so far.
public sealed interface HttpDecode<T> {
  /// Not whole yet: more has to come.
  record More<T>() implements HttpDecode<T> {}

  /// A whole message; what follows it belongs to the next one. `trailers` are the fields behind a
  /// chunked body.
  record Whole<T>(T message, HttpHeaders trailers) implements HttpDecode<T> {}

  /// Not HTTP, or more of it than is allowed. Nobody can tell where a next message would begin, so
  /// the stream is of no more use. `status` is what a server answers.
  record Fault<T>(int status, String why) implements HttpDecode<T> {}
}
