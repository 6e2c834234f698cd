package netarium.engine.socket;

import java.util.Optional;
import netarium.engine.sim.SimDuration;
import netarium.engine.tcp.TcpConnection;
import netarium.engine.tcp.TcpError;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.tcp.TcpSnapshot;
import netarium.engine.tcp.TcpState;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;

/// A program's end of a TCP connection.
public final class TcpSocket implements ByteStream {
  private final TcpConnection connection;
  private final int process;
  private boolean isClosedHere;

  TcpSocket(TcpConnection connection, int process) {
    this.connection = connection;
    this.process = process;
  }

  /// Counts per node; the number that traces show.
  public long connectionId() {
    return connection.id();
  }

  public int process() {
    return process;
  }

  @Override
  public Endpoint local() {
    return connection.tuple().local();
  }

  @Override
  public Endpoint remote() {
    return connection.tuple().remote();
  }

  @Override
  public boolean isConnecting() {
    return connection.state() instanceof TcpState.SynSent
        || connection.state() instanceof TcpState.SynReceived;
  }

  /// The handshake is over and the connection is not.
  public boolean isConnected() {
    return connection.state() instanceof TcpState.Synchronized;
  }

  @Override
  public boolean maySend() {
    return !isClosedHere && (isConnecting() || connection.state().maySendMore());
  }

  /// Hands data over; answers how many octets were taken, 0 when the buffer is full or the
  /// connection does not take any more ([#maySend] tells which). A message is taken whole or not at
  /// all; it may be larger than the buffer.
  public int offer(Octets data, boolean isMessage) {
    return isClosedHere ? 0 : connection.send(data, isMessage);
  }

  @Override
  public int offer(Octets data) {
    return offer(data, false);
  }

  public int sendSpaceOctets() {
    return maySend() ? connection.sendSpaceOctets() : 0;
  }

  @Override
  public Octets receive(int max) {
    return isClosedHere || max <= 0 ? Octets.EMPTY : connection.receive(max);
  }

  /// The octets up to the next mark, if it has come: the end of a message, or of the stream.
  public Optional<Octets> receiveMessage() {
    return isClosedHere ? Optional.empty() : connection.receiveMessage();
  }

  @Override
  public int availableOctets() {
    return isClosedHere ? 0 : connection.availableOctets();
  }

  public boolean hasMessage() {
    return !isClosedHere && connection.hasMessage();
  }

  @Override
  public boolean isAtEnd() {
    return connection.isAtEnd();
  }

  @Override
  public Optional<SocketError> error() {
    if (isClosedHere) {
      return Optional.of(new SocketError(SocketError.Code.CLOSED, "the socket is closed"));
    }
    Optional<TcpError> error = connection.error();
    return error.map(SocketError::of);
  }

  /// From now on nothing waits for company: no Nagle (RFC 9293 §3.7.4).
  public void noDelay() {
    connection.sendMessages();
  }

  /// Hands over data whose last octet ends what is urgent (RFC 9293 §3.8.5); all of it or none.
  public int offerUrgent(Octets data) {
    return isClosedHere ? 0 : connection.sendUrgent(data);
  }

  /// How many of the octets to be read next the other side calls urgent. [#onChange] tells of news.
  public int urgentOctets() {
    return isClosedHere ? 0 : connection.urgentOctets();
  }

  /// Whether and when an idle connection is asked for a sign of life (RFC 9293 §3.8.4).
  public void keepAlive(TcpOptionsConfig.KeepAlive settings) {
    if (!isClosedHere) {
      connection.keepAlive(settings);
    }
  }

  public TcpOptionsConfig.KeepAlive keepAlive() {
    return connection.keepAlive();
  }

  /// How long data may stay unacknowledged before the connection fails (RFC 9293 §3.8.3); zero
  /// stands for the usual limits.
  public void userTimeout(SimDuration limit) {
    connection.userTimeout(limit);
  }

  /// Time to live and differentiated services of what is sent from now on (RFC 9293 §3.9.2).
  public void headerFields(int ttl, int typeOfService) {
    connection.headerFields(ttl, typeOfService);
  }

  @Override
  public void shutdownWrite() {
    if (!isClosedHere) {
      connection.closeWrite();
    }
  }

  @Override
  public void close() {
    if (!isClosedHere) {
      isClosedHere = true;
      connection.close();
    }
  }

  @Override
  public void abort() {
    if (!isClosedHere) {
      isClosedHere = true;
      connection.abort();
    }
  }

  public boolean isClosed() {
    return isClosedHere;
  }

  @Override
  public void onChange(Runnable callback) {
    if (!isClosedHere) {
      connection.onChange(callback);
    }
  }

  /// A copy of all variables, for inspectors.
  public TcpSnapshot snapshot() {
    return connection.snapshot();
  }
}
