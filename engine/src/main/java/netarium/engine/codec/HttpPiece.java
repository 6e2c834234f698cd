package netarium.engine.codec;

import netarium.engine.wire.Octets;

/// What has come of a body that is taken piece by piece.
public sealed interface HttpPiece {
  /// The next octets, at least one.
  record Some(Octets octets) implements HttpPiece {}

  /// All of it has been taken; `trailers` are the fields behind a chunked body.
  record End(HttpHeaders trailers) implements HttpPiece {}

  /// Nothing yet: more has to come.
  record More() implements HttpPiece {}

  /// There will be no more, although the body is not whole.
  record Fault(String why) implements HttpPiece {}
}
