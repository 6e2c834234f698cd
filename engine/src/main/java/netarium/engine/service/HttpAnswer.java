package netarium.engine.service;

import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpResponse;
import netarium.engine.socket.SocketError;
import netarium.engine.wire.Octets;

/// An answer whose head has come. Its body is taken as it comes; nothing is read from the network
/// that nobody takes, so a slow reader slows the sender down.
public interface HttpAnswer {
  /// The head; its body is empty.
  HttpResponse head();

  /// How long the body is, -1 where only its end tells.
  int announcedOctets();

  /// Up to `most` octets of the body that have come.
  Octets take(int most);

  /// Whether all of the body has been taken, and it was whole.
  boolean isAtEnd();

  /// Why there will be no more of the body although it is not whole.
  Optional<SocketError> error();

  /// The fields behind a chunked body, once it is at its end.
  HttpHeaders trailers();

  /// `action` is called whenever some of this may have changed.
  void onChange(Runnable action);

  /// Nobody wants the rest. If there is one, the connection is of no more use.
  void close();
}
