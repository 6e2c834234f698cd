package netarium.engine.vm.gohttp;

import java.util.Optional;
import netarium.engine.vm.api.NetError;
import netarium.engine.wire.Octets;

/// Where a body comes from: octets at hand, or a connection that brings them piece by piece.
public interface BodySource {
  /// Takes up to `most` of the octets that are there, none when there are none yet.
  Octets take(int most);

  /// Whether all of it has been taken, and it was whole.
  boolean isAtEnd();

  /// Why no more will come although it is not at its end; told after the octets before.
  Optional<NetError> error();

  /// `action` is called whenever one of the above may have changed.
  void onChange(Runnable action);

  /// Nobody wants the rest.
  void close();
}
