package netarium.engine.tls;

import java.util.Optional;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.StreamAcceptor;
import netarium.engine.trace.Endpoint;

/// Where TLS connections come in: each stream of the place below becomes a server's end of one. It
/// is handed over at once, with the handshake still under way, so that a client that is slow in it
/// keeps nobody else waiting; whoever accepts it sees it fail like any other stream.
public final class TlsAcceptor implements StreamAcceptor {
  private final StreamAcceptor below;
  private final TlsLayer layer;
  private final TlsIdentity identity;
  private final TlsWish wish;

  /// Every connection shows `identity`.
  public TlsAcceptor(StreamAcceptor below, TlsLayer layer, TlsIdentity identity, TlsWish wish) {
    this.below = below;
    this.layer = layer;
    this.identity = identity;
    this.wish = wish;
  }

  /// The place below, where the streams come from.
  public StreamAcceptor below() {
    return below;
  }

  @Override
  public Endpoint local() {
    return below.local();
  }

  @Override
  public Optional<TlsStream> accept() {
    Optional<? extends ByteStream> next = below.accept();
    return next.map(stream -> layer.server(stream, identity, wish));
  }

  @Override
  public boolean isClosed() {
    return below.isClosed();
  }

  @Override
  public void onChange(Runnable callback) {
    below.onChange(callback);
  }

  @Override
  public void close() {
    below.close();
  }
}
