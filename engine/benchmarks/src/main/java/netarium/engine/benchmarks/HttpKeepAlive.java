package netarium.engine.benchmarks;

import java.util.List;
import java.util.Locale;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpLimits;
import netarium.engine.codec.HttpRequest;
import netarium.engine.node.Host;
import netarium.engine.service.HttpClientConnection;
import netarium.engine.service.HttpExchange;
import netarium.engine.service.HttpServerConnection;
import netarium.engine.service.HttpServerSettings;
import netarium.engine.service.OctetRoom;
import netarium.engine.sim.SimTime;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.EventSink;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// Clients that ask one server again and again over a connection that stays, in HTTP/1.1 by the
/// built-in client and server: a body of 1 KiB there, one of 1 KiB back. `HttpKeepAlive [clients]
/// [requests of each]`.
final class HttpKeepAlive {
  private static final Octets KILOBYTE = Octets.wrap(new byte[1024]);
  private static final int QUEUE_FRAMES = 100;
  private static final int PORT = 80;
  private static final int WARM_PASSES = 40;
  private static final int PASSES = 5;
  private static final HttpRequest ASK =
      new HttpRequest(
          "POST",
          "/",
          "HTTP/1.1",
          new HttpHeaders(List.of(new HttpHeaders.Field("Host", "server"))),
          KILOBYTE);

  private final StarNetwork network;
  private final HttpServerSettings settings = HttpServerSettings.usual(0, new OctetRoom(64 << 20));
  private long answered;

  private HttpKeepAlive(int clients) {
    network = new StarNetwork(clients, QUEUE_FRAMES, TcpOptionsConfig.DEFAULT, EventSink.NONE);
    TcpListener listener =
        TcpBulk.opened(network.server.vm().sockets().listen(Ipv4Address.ANY, PORT, 1, 1024));
    listener.onChange(() -> acceptAll(listener));
  }

  static void main(String[] args) {
    int clients = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    int each = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    for (int i = 0; i < WARM_PASSES; i++) {
      new HttpKeepAlive(clients).ask(each);
    }
    double wall = 0;
    double cpu = 0;
    long fired = 0;
    for (int i = 0; i < PASSES; i++) {
      HttpKeepAlive measured = new HttpKeepAlive(clients);
      Stopwatch watch = new Stopwatch();
      measured.ask(each);
      wall += watch.wallSeconds() / PASSES;
      cpu += watch.cpuSeconds() / PASSES;
      fired = measured.network.simulator.fired();
    }
    long requests = (long) clients * each;
    System.out.printf(
        Locale.ROOT,
        "http req=%d run_s=%.4f cpu_s=%.4f kreq/s=%.1f events=%d%n",
        requests,
        wall,
        cpu,
        requests / wall / 1e3,
        fired);
  }

  private void ask(int each) {
    for (int i = 0; i < network.hosts.size(); i++) {
      Client client = new Client(network.hosts.get(i), each);
      network.simulator.at(new SimTime(1_000_000 + 10_000L * i), client::open);
    }
    network.run();
    long wanted = (long) network.hosts.size() * each;
    if (answered != wanted) {
      throw new IllegalStateException("only " + answered + " of " + wanted + " were answered");
    }
  }

  private void acceptAll(TcpListener listener) {
    while (listener.hasConnection()) {
      listener
          .accept()
          .ifPresent(socket ->
              new HttpServerConnection(
                      network.simulator, socket, settings, HttpKeepAlive::answer, _ -> {})
                  .open());
    }
  }

  private static void answer(HttpExchange exchange) {
    exchange.answer(200, "application/octet-stream", KILOBYTE, HttpHeaders.NONE);
  }

  private final class Client {
    private final Host host;
    private int left;

    Client(Host host, int requests) {
      this.host = host;
      this.left = requests;
    }

    void open() {
      HttpClientConnection connection =
          new HttpClientConnection(
              TcpBulk.opened(
                  host.vm()
                      .sockets()
                      .connect(network.serverAddress, PORT, 1, TcpSocketOptions.STREAM)),
              HttpLimits.DEFAULT);
      next(connection);
    }

    private void next(HttpClientConnection connection) {
      connection.send(
          ASK,
          result -> {
            if (result instanceof HttpClientConnection.Result.Answered come
                && come.response().body().length() == KILOBYTE.length()) {
              answered++;
            }
            left--;
            if (left > 0) {
              next(connection);
            } else {
              connection.close();
            }
          });
    }
  }
}
