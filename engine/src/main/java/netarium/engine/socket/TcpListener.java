package netarium.engine.socket;

import java.util.Optional;
import netarium.engine.tcp.ListenQueue;
import netarium.engine.tcp.TcpConnection;
import netarium.engine.trace.Endpoint;

/// A port on which a program waits for connections.
public final class TcpListener implements StreamAcceptor {
  private final SocketLayer layer;
  private final ListenQueue queue;
  private final int process;
  private final TcpSocketOptions options;
  private final PortTable.Holder holder;
  private boolean isClosed;

  TcpListener(
      SocketLayer layer,
      ListenQueue queue,
      int process,
      TcpSocketOptions options,
      PortTable.Holder holder) {
    this.layer = layer;
    this.queue = queue;
    this.process = process;
    this.options = options;
    this.holder = holder;
  }

  @Override
  public Endpoint local() {
    return queue.local();
  }

  public int process() {
    return process;
  }

  @Override
  public Optional<TcpSocket> accept() {
    return queue.accept().map(this::socketOn);
  }

  public boolean hasConnection() {
    return queue.readyConnections() > 0;
  }

  @Override
  public boolean isClosed() {
    return isClosed;
  }

  /// The time to live and type of service of what connections send that come from now on.
  public void headerFields(int ttl, int typeOfService) {
    queue.headerFields(ttl, typeOfService);
  }

  @Override
  public void onChange(Runnable callback) {
    queue.onChange(callback);
  }

  /// Gives the port back; connections that nobody has accepted are reset, accepted ones go on.
  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      queue.close();
      layer.released(holder);
    }
  }

  private TcpSocket socketOn(TcpConnection connection) {
    if (options.messageMode()) {
      connection.sendMessages();
    }
    return new TcpSocket(connection, process);
  }
}
