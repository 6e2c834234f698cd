package netarium.engine.socket;

import java.util.Optional;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;

/// A stream of octets in both directions that never waits: a TCP connection, or what runs over one.
/// Whoever speaks a protocol over it need not know which.
public interface ByteStream {
  Endpoint local();

  Endpoint remote();

  /// Still under way: neither connected nor failed.
  boolean isConnecting();

  /// Whether sending may still succeed, now or when there is room.
  boolean maySend();

  /// Hands data over; answers how many octets were taken, 0 when there is no room or nothing is
  /// taken any more ([#maySend] tells which).
  int offer(Octets data);

  /// Up to `max` octets that have come; none when there are none.
  Octets receive(int max);

  int availableOctets();

  /// The other side has ended its direction, and all it sent has been read.
  boolean isAtEnd();

  /// Why the stream failed, if it has; one that both sides closed has not.
  Optional<SocketError> error();

  /// No more will be sent; what the other side sends can still be read.
  void shutdownWrite();

  /// Lets go of the stream: what was sent still gets there, what was not read is lost.
  void close();

  /// Ends the stream at once, as a failure to the other side.
  void abort();

  /// Called after anything happened for which someone may be waiting: the handshake, data, room,
  /// the end, an error. What happened before is not told: look first, then wait. Replaces an
  /// earlier callback; none comes after [#close].
  void onChange(Runnable callback);
}
