package netarium.engine.socket;

import java.util.Optional;
import netarium.engine.trace.Endpoint;

/// Where streams come in: a TCP port, or what stands over one. Like [ByteStream] it never waits.
public interface StreamAcceptor {
  Endpoint local();

  /// The oldest stream that nobody has accepted yet.
  Optional<? extends ByteStream> accept();

  boolean isClosed();

  /// Called when there is something to accept. Replaces an earlier callback.
  void onChange(Runnable callback);

  /// Takes no more; streams that were accepted go on.
  void close();
}
