package netarium.engine.service.dns;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netarium.engine.codec.dns.DnsMessage;
import netarium.engine.codec.dns.DnsWriter;
import netarium.engine.service.Outbox;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Simulator;
import netarium.engine.sim.Timer;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketLayer;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Queries by TCP (RFC 7766): each message behind its length, several on a connection, answered as
/// the answers come. A connection that is quiet for a while is closed.
public final class TcpService {
  private static final int BACKLOG = 64;
  private static final int MOST_CONNECTIONS = 256;
  private static final int LENGTH_OCTETS = 2;
  private static final SimDuration QUIET = SimDuration.ofSeconds(10);

  private final DnsServer server;
  private final Simulator simulator;
  private final Set<Connection> connections = new LinkedHashSet<>();
  private @Nullable TcpListener listener;

  public TcpService(DnsServer server, Simulator simulator) {
    this.server = server;
    this.simulator = simulator;
  }

  /// A message as a stream carries it (RFC 1035 §4.2.2).
  static Octets framed(Octets message) {
    int length = message.length();
    return Octets.wrap(new byte[] {(byte) (length >> 8), (byte) length}).plus(message);
  }

  /// Opens the port; answers why it cannot.
  public Optional<SocketError> open(SocketLayer layer, int port, int process) {
    return switch (layer.listen(Ipv4Address.ANY, port, process, BACKLOG)) {
      case SocketResult.Failed<TcpListener>(SocketError error) -> Optional.of(error);
      case SocketResult.Opened<TcpListener>(TcpListener opened) -> {
        listener = opened;
        opened.onChange(() -> accept(opened));
        accept(opened);
        yield Optional.empty();
      }
    };
  }

  public void close() {
    TcpListener opened = listener;
    if (opened != null) {
      listener = null;
      opened.onChange(() -> {});
      opened.close();
    }
    List.copyOf(connections).forEach(Connection::end);
  }

  private void accept(TcpListener from) {
    for (Optional<TcpSocket> next = from.accept(); next.isPresent(); next = from.accept()) {
      if (connections.size() >= MOST_CONNECTIONS) {
        connections.iterator().next().end();
      }
      Connection connection = new Connection(next.get());
      connections.add(connection);
      connection.changed();
    }
  }

  private final class Connection {
    private final TcpSocket socket;
    private final Outbox outbox;
    private final Timer quiet;
    private Octets received = Octets.EMPTY;
    private int unanswered;
    private boolean isOver;

    Connection(TcpSocket socket) {
      this.socket = socket;
      this.outbox = new Outbox(socket);
      this.quiet = simulator.housekeepingTimer(this::end);
      socket.onChange(this::changed);
      quiet.armAfter(QUIET);
    }

    void changed() {
      if (isOver) {
        return;
      }
      outbox.flush();
      received = received.plus(socket.receive(Integer.MAX_VALUE));
      while (received.length() >= LENGTH_OCTETS
          && received.length() >= LENGTH_OCTETS + received.uint16(0)) {
        int end = LENGTH_OCTETS + received.uint16(0);
        Octets query = received.slice(LENGTH_OCTETS, end);
        received = received.slice(end);
        unanswered++;
        quiet.armAfter(QUIET);
        server.take(query, socket.remote(), this::send);
      }
      boolean isDone = socket.isAtEnd() && unanswered <= 0 && outbox.isEmpty();
      if (isDone || socket.error().isPresent()) {
        end();
      }
    }

    private void send(DnsMessage answer) {
      if (!isOver) {
        unanswered--;
        outbox.send(framed(DnsWriter.write(answer, DnsMessage.MAX_OCTETS)));
        if (socket.isAtEnd()) {
          changed();
        }
      }
    }

    void end() {
      if (!isOver) {
        isOver = true;
        quiet.cancel();
        connections.remove(this);
        socket.onChange(() -> {});
        socket.close();
      }
    }
  }
}
