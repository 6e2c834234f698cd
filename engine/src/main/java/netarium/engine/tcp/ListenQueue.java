package netarium.engine.tcp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.trace.Endpoint;

/// A passive OPEN (RFC 9293 §3.10.1): an address and port in LISTEN, the connections that are being
/// set up for it, and those that wait to be accepted. The backlog bounds both together.
public final class ListenQueue {
  private final TcpLayer layer;
  private final Endpoint local;
  private final int backlog;
  private final LinkedHashMap<Long, TcpConnection> opening = new LinkedHashMap<>();
  private final ArrayDeque<TcpConnection> ready = new ArrayDeque<>();
  private Consumer<TcpConnection> header = connection -> {};
  private boolean isClosed;
  private Runnable onChange = () -> {};

  ListenQueue(TcpLayer layer, Endpoint local, int backlog) {
    this.layer = layer;
    this.local = local;
    this.backlog = Math.max(1, backlog);
  }

  /// The address is [netarium.engine.wire.Ipv4Address#ANY] when all of the node's are meant.
  public Endpoint local() {
    return local;
  }

  /// The oldest connection that is established and has not been accepted.
  public Optional<TcpConnection> accept() {
    return Optional.ofNullable(ready.pollFirst());
  }

  public int readyConnections() {
    return ready.size();
  }

  /// The time to live and type of service of connections from now on, beginning with the SYN that
  /// answers.
  public void headerFields(int ttl, int typeOfService) {
    header = connection -> connection.headerFields(ttl, typeOfService);
  }

  /// Called whenever a connection becomes ready.
  public void onChange(Runnable callback) {
    onChange = callback;
  }

  /// Stops listening; nobody will accept what has not been accepted, so that is reset.
  public void close() {
    isClosed = true;
    onChange = () -> {};
    layer.closed(this);
    for (TcpConnection connection : new ArrayList<>(opening.values())) {
      connection.abort();
    }
    while (!ready.isEmpty()) {
      ready.removeFirst().abort();
    }
  }

  boolean isFull() {
    return opening.size() + ready.size() >= backlog;
  }

  void opening(TcpConnection connection) {
    header.accept(connection);
    opening.put(connection.id(), connection);
  }

  /// The owner of the connections this queue sets up.
  TcpConnection.Owner owner() {
    return new TcpConnection.Owner() {
      @Override
      public void established(TcpConnection connection) {
        opening.remove(connection.id());
        if (isClosed) {
          connection.abort();
          return;
        }
        ready.addLast(connection);
        onChange.run();
      }

      @Override
      public void closed(TcpConnection connection) {
        opening.remove(connection.id());
        layer.closed(connection);
      }
    };
  }
}
