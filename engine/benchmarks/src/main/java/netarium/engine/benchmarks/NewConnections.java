package netarium.engine.benchmarks;

import java.util.Locale;
import netarium.engine.node.Host;
import netarium.engine.sim.SimTime;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.EventSink;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// Clients that ask one server for something, each time over a new connection: 1 KiB there, 1 KiB
/// back. `NewConnections [clients] [requests of each]`.
///
/// First passes on networks of their own warm up. After the measured pass all connections stand in
/// TIME-WAIT, which shows what one costs; then they end, the same work is done again on the same
/// network, and `flat` is the heap at its end as a multiple of the heap at the end of the first.
final class NewConnections {
  private static final Octets KILOBYTE = Octets.wrap(new byte[1024]);
  private static final int QUEUE_FRAMES = 100;
  private static final int PORT = 80;
  private static final int WARM_PASSES = 3;
  private static final int MAX_READ = 65_536;
  private static final TcpOptionsConfig TCP = TcpOptionsConfig.DEFAULT;
  private static final long REST_NANOS = 3 * TCP.msl().nanos();

  private final StarNetwork network;
  private long done;

  private NewConnections(int clients) {
    network = new StarNetwork(clients, QUEUE_FRAMES, TCP, EventSink.NONE);
    TcpListener listener =
        TcpBulk.opened(network.server.vm().sockets().listen(Ipv4Address.ANY, PORT, 1, 1024));
    listener.onChange(() -> acceptAll(listener));
  }

  static void main(String[] args) {
    int clients = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    int each = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    for (int i = 0; i < WARM_PASSES; i++) {
      new NewConnections(clients).ask(each);
    }
    NewConnections measured = new NewConnections(clients);
    long before = Stopwatch.heapOctets();
    Stopwatch watch = new Stopwatch();
    measured.ask(each);
    double wall = watch.wallSeconds();
    double cpu = watch.cpuSeconds();
    long full = Stopwatch.heapOctets();
    measured.network.rest(REST_NANOS);
    long first = Stopwatch.heapOctets();
    measured.ask(each);
    measured.network.rest(REST_NANOS);
    long second = Stopwatch.heapOctets();
    long requests = (long) clients * each;
    System.out.printf(
        Locale.ROOT,
        "connections req=%d run_s=%.3f cpu_s=%.3f kreq/s=%.1f heap_kb=%d time_wait_B=%.0f"
            + " flat=%.3f events=%d%n",
        requests,
        wall,
        cpu,
        requests / wall / 1e3,
        full / 1024,
        (full - before) / (double) requests,
        second / (double) first,
        measured.network.simulator.fired());
  }

  private void ask(int each) {
    long wanted = done + (long) network.hosts.size() * each;
    long start = network.simulator.nowNanos();
    for (int i = 0; i < network.hosts.size(); i++) {
      Client client = new Client(network.hosts.get(i), each);
      network.simulator.at(new SimTime(start + 1_000_000 + 10_000L * i), client::open);
    }
    network.run();
    if (done != wanted) {
      throw new IllegalStateException("only " + done + " requests of " + wanted + " were answered");
    }
  }

  private static void acceptAll(TcpListener listener) {
    while (listener.hasConnection()) {
      listener
          .accept()
          .ifPresent(socket -> {
            Served served = new Served(socket);
            socket.onChange(served::changed);
            served.changed();
          });
    }
  }

  /// The server's end of a connection.
  private static final class Served {
    private final TcpSocket socket;
    private int got;

    Served(TcpSocket socket) {
      this.socket = socket;
    }

    void changed() {
      got += socket.receive(MAX_READ).length();
      while (got >= KILOBYTE.length()) {
        got -= KILOBYTE.length();
        socket.offer(KILOBYTE, false);
      }
      if (socket.isAtEnd()) {
        socket.close();
      }
    }
  }

  private final class Client {
    private final Host host;
    private int left;

    Client(Host host, int requests) {
      this.host = host;
      this.left = requests;
    }

    void open() {
      TcpSocket socket =
          TcpBulk.opened(
              host.vm().sockets().connect(network.serverAddress, PORT, 1, TcpSocketOptions.STREAM));
      socket.onChange(new Asked(this, socket)::changed);
    }

    void answered() {
      done++;
      left--;
      if (left > 0) {
        open();
      }
    }
  }

  /// The client's end of a connection.
  private static final class Asked {
    private final Client client;
    private final TcpSocket socket;
    private boolean hasAsked;
    private int got;

    Asked(Client client, TcpSocket socket) {
      this.client = client;
      this.socket = socket;
    }

    void changed() {
      if (!socket.isConnected()) {
        return;
      }
      if (!hasAsked) {
        hasAsked = true;
        socket.offer(KILOBYTE, false);
      }
      got += socket.receive(MAX_READ).length();
      if (got >= KILOBYTE.length()) {
        socket.close();
        client.answered();
      }
    }
  }
}
