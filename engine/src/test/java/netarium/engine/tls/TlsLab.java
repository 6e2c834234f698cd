package netarium.engine.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.link.Link;
import netarium.engine.link.LinkModel;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimDuration;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketLayer;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.tcp.TcpLayer;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// A client and a server on one cable, 10.0.0.1 and .2, an authority, and the two ends of a TLS
/// connection between them.
final class TlsLab {
  /// 2026-01-01.
  static final long EPOCH = 1_767_225_600L;

  static final int PORT = 443;

  final Lab lab = new Lab();
  final RandomStreams streams = new RandomStreams(7);
  final CertificateAuthority authority =
      new CertificateAuthority(streams, "Netarium test authority", EPOCH);
  final Link link;
  final Secrets secrets = new Secrets();
  final SocketLayer client;
  final SocketLayer server;
  private TlsSettings clientSettings;
  private TlsSettings serverSettings;
  TlsIdentity identity = authority.identity(List.of("server.example", "10.0.0.2"));
  Trust trust = authority.trust();
  final List<End> accepted = new ArrayList<>();
  final List<TcpSocket> belowServer = new ArrayList<>();

  TlsLab() {
    Node one = lab.host("client", "10.0.0.1/24");
    Node two = lab.host("server", "10.0.0.2/24");
    link = lab.link(one.card().port(), two.card().port());
    client = sockets(one, "client");
    server = sockets(two, "server");
    clientSettings = settings("client", secrets);
    serverSettings = settings("server", TlsEvents.NONE);
  }

  /// From now on one frame in twenty is lost.
  void lossy() {
    LinkModel lossy =
        new LinkModel(
            100_000_000, SimDuration.ofMillis(1), SimDuration.ZERO, 0.05, 0, 100, 1500, true);
    link.change(lossy, lossy);
  }

  void runUntilMillis(long millis) {
    lab.runUntil(millis * 1_000_000);
  }

  private TlsSettings settings(String node, TlsEvents events) {
    return TlsSettings.usual(lab.simulator, EPOCH, streams.stream("node", node, "tls"), events);
  }

  private SocketLayer sockets(Node node, String name) {
    TcpLayer tcp =
        new TcpLayer(
            node.ip,
            lab.simulator,
            lab.recorder,
            streams.stream("node", name, "iss"),
            TcpOptionsConfig.DEFAULT);
    return new SocketLayer(node.ip, tcp, node.udp);
  }

  void clientSpeaks(TlsVersion... versions) {
    clientSettings = clientSettings.speaking(versions);
  }

  void serverSpeaks(TlsVersion... versions) {
    serverSettings = serverSettings.speaking(versions);
  }

  void clientWithin(String... names) {
    clientSettings = clientSettings.within(List.of(names));
  }

  /// A TLS server that takes all connections.
  void serve() {
    listen(socket -> {
      belowServer.add(socket);
      accepted.add(new End(TlsStream.server(socket, serverSettings, _ -> identity)));
    });
  }

  /// A server without TLS.
  void listen(java.util.function.Consumer<TcpSocket> onConnection) {
    switch (server.listen(Ipv4Address.ANY, PORT, 1, 200)) {
      case SocketResult.Failed<TcpListener>(SocketError error) ->
          throw new AssertionError(error.sentence());
      case SocketResult.Opened<TcpListener>(TcpListener listener) ->
          listener.onChange(() -> onConnection.accept(listener.accept().orElseThrow()));
    }
  }

  TcpSocket connect() {
    Ipv4Address address = Ipv4Address.parse("10.0.0.2").orElseThrow();
    return switch (client.connect(address, PORT, 1, TcpSocketOptions.STREAM)) {
      case SocketResult.Failed<TcpSocket>(SocketError error) ->
          throw new AssertionError(error.sentence());
      case SocketResult.Opened<TcpSocket>(TcpSocket socket) -> socket;
    };
  }

  /// A client of the server, by that name.
  End dial(String host) {
    return over(connect(), host);
  }

  End over(ByteStream below, String host) {
    return new End(TlsStream.client(below, clientSettings, host, trust));
  }

  End served() {
    return accepted.getFirst();
  }

  /// One end: sends what it is told to as there is room, and collects what comes.
  static final class End {
    final ByteStream stream;
    final StringBuilder received = new StringBuilder();
    Octets unsent = Octets.EMPTY;
    boolean reads = true;
    boolean endsAfterSending;

    End(ByteStream stream) {
      this.stream = stream;
      stream.onChange(this::changed);
      changed();
    }

    private void changed() {
      while (!unsent.isEmpty()) {
        int taken = stream.offer(unsent);
        if (taken == 0) {
          break;
        }
        unsent = unsent.slice(taken);
      }
      if (unsent.isEmpty() && endsAfterSending) {
        endsAfterSending = false;
        stream.shutdownWrite();
      }
      Octets come = reads ? stream.receive(4096) : Octets.EMPTY;
      while (!come.isEmpty()) {
        received.append(latin1(come));
        come = stream.receive(4096);
      }
    }

    void say(String text) {
      unsent = unsent.plus(Octets.wrap(text.getBytes(ISO_8859_1)));
      changed();
    }

    void sayLast(String text) {
      endsAfterSending = true;
      say(text);
    }

    void readOn() {
      reads = true;
      changed();
    }

    String text() {
      return received.toString();
    }

    TlsSession session() {
      return ((TlsStream) stream).session().orElseThrow();
    }

    String error() {
      return stream.error().map(each -> each.code().label() + ": " + each.sentence()).orElse("");
    }
  }

  /// What was told about a connection's inside.
  static final class Secrets implements TlsEvents {
    final List<String> keys = new ArrayList<>();
    final StringBuilder sent = new StringBuilder();
    final StringBuilder come = new StringBuilder();

    @Override
    public void keyLogged(String line) {
      keys.add(line);
    }

    @Override
    public void plaintext(boolean isSent, Octets octets) {
      (isSent ? sent : come).append(latin1(octets));
    }
  }

  static String latin1(Octets octets) {
    return new String(octets.toByteArray(), ISO_8859_1);
  }
}
