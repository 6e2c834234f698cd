package netarium.engine.service;

import java.util.Optional;
import netarium.engine.wire.Octets;

/// The body of a request that is not there as a whole: it comes piece by piece, while the request
/// is being sent.
public interface HttpUpload {
  /// Up to `most` of the octets that are there; none when there are none yet.
  Octets take(int most);

  /// Whether all of it has been taken.
  boolean isAtEnd();

  /// Why there will be no more although it is not at its end.
  Optional<String> error();

  /// `action` is called whenever one of the above may have changed.
  void onChange(Runnable action);

  /// Nobody wants the rest.
  void close();
}
