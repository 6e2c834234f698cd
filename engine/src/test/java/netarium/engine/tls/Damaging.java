package netarium.engine.tls;

import java.util.Optional;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;

/// A stream that gives one of the octets it receives another value.
final class Damaging implements ByteStream {
  private final ByteStream below;
  private long left;

  Damaging(ByteStream below, int octet) {
    this.below = below;
    this.left = octet;
  }

  @Override
  public Octets receive(int max) {
    byte[] come = below.receive(max).toByteArray();
    if (left >= 0 && left < come.length) {
      come[(int) left] ^= 0x55;
    }
    left -= come.length;
    return Octets.wrap(come);
  }

  @Override
  public Endpoint local() {
    return below.local();
  }

  @Override
  public Endpoint remote() {
    return below.remote();
  }

  @Override
  public boolean isConnecting() {
    return below.isConnecting();
  }

  @Override
  public boolean maySend() {
    return below.maySend();
  }

  @Override
  public int offer(Octets data) {
    return below.offer(data);
  }

  @Override
  public int availableOctets() {
    return below.availableOctets();
  }

  @Override
  public boolean isAtEnd() {
    return below.isAtEnd();
  }

  @Override
  public Optional<SocketError> error() {
    return below.error();
  }

  @Override
  public void shutdownWrite() {
    below.shutdownWrite();
  }

  @Override
  public void close() {
    below.close();
  }

  @Override
  public void abort() {
    below.abort();
  }

  @Override
  public void onChange(Runnable callback) {
    below.onChange(callback);
  }
}
