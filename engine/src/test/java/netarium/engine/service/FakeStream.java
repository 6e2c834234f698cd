package netarium.engine.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// One end of a stream whose other end is the test: [#comes] from there, [#takeSent] gets there.
final class FakeStream implements ByteStream {
  private static final Endpoint HERE = new Endpoint(Ipv4Address.LOOPBACK, 80);
  private static final Endpoint THERE = new Endpoint(Ipv4Address.LOOPBACK, 49152);

  /// How many octets are taken until [#takeSent].
  int room = 1 << 20;

  boolean isShut;
  boolean isClosed;
  boolean isAborted;
  private Octets sent = Octets.EMPTY;
  private Octets come = Octets.EMPTY;
  private boolean hasEnded;
  private Optional<SocketError> error = Optional.empty();
  private Runnable callback = () -> {};

  void comes(String text) {
    come = come.plus(Octets.wrap(text.getBytes(ISO_8859_1)));
    callback.run();
  }

  void ends() {
    hasEnded = true;
    callback.run();
  }

  void fails() {
    error = Optional.of(new SocketError(SocketError.Code.RESET, "reset"));
    callback.run();
  }

  String takeSent() {
    String text = new String(sent.toByteArray(), ISO_8859_1);
    sent = Octets.EMPTY;
    callback.run();
    return text;
  }

  @Override
  public Endpoint local() {
    return HERE;
  }

  @Override
  public Endpoint remote() {
    return THERE;
  }

  @Override
  public boolean isConnecting() {
    return false;
  }

  @Override
  public boolean maySend() {
    return !isShut && !isClosed && error.isEmpty();
  }

  @Override
  public int offer(Octets data) {
    int taken = maySend() ? Math.min(data.length(), room - sent.length()) : 0;
    sent = sent.plus(data.slice(0, taken));
    return taken;
  }

  @Override
  public Octets receive(int max) {
    Octets data = come.slice(0, Math.min(max, come.length()));
    come = come.slice(data.length());
    return data;
  }

  @Override
  public int availableOctets() {
    return come.length();
  }

  @Override
  public boolean isAtEnd() {
    return hasEnded && come.isEmpty();
  }

  @Override
  public Optional<SocketError> error() {
    return error;
  }

  @Override
  public void shutdownWrite() {
    isShut = true;
  }

  @Override
  public void close() {
    isClosed = true;
    callback = () -> {};
  }

  @Override
  public void abort() {
    isAborted = true;
    callback = () -> {};
  }

  @Override
  public void onChange(Runnable run) {
    callback = run;
  }
}
