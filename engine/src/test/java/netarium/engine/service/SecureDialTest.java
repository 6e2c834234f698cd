package netarium.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import netarium.engine.codec.websocket.Message;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimDuration;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.TcpListener;
import netarium.engine.tls.CertificateAuthority;
import netarium.engine.tls.TlsLayer;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// Ways that end with a TLS handshake: straight, through proxies, with WebSocket in it.
final class SecureDialTest {
  private final ServiceLab net = new ServiceLab();
  private final RandomStreams streams = new RandomStreams(3);
  private final CertificateAuthority authority = new CertificateAuthority(streams, "Lab", 0);
  private final TlsLayer clientTls = layer("client", 0);
  private final TlsLayer serverTls = layer("server", 2);
  private final List<String> served = new ArrayList<>();

  private TlsLayer layer(String name, int node) {
    return new TlsLayer(
        new TlsLayer.Machine(name, node, 0),
        net.lab.simulator,
        net.lab.recorder,
        streams,
        authority,
        true,
        List.of(name));
  }

  private void serve() {
    TcpListener listener = net.server.listen(443);
    listener.onChange(() -> {
      ByteStream stream = serverTls.server(listener.accept().orElseThrow(), serverTls.identity());
      stream.onChange(() -> {
        Octets come = stream.receive(1000);
        if (!come.isEmpty()) {
          served.add(ServiceLab.latin1(come));
          stream.offer(ServiceLab.text("welcome"));
        }
      });
    });
  }

  private ServiceLab.Result dial(String host, Optional<Proxy> proxy) {
    ServiceLab.Result result = net.new Result();
    start(host, proxy, result);
    net.lab.run();
    return result;
  }

  private void start(String host, Optional<Proxy> proxy, Dial.Outcome outcome) {
    Dialler plain = net.client.dialler;
    Dialler secure =
        new Dialler(plain.sockets(), plain.simulator(), plain.names(), 1, Optional.of(clientTls));
    new Dial(
            secure,
            new Dial.Destination(host, 443, proxy, SimDuration.ofSeconds(15), true),
            outcome)
        .start();
  }

  @Test
  void straight_handsTheStreamOver_afterTheHandshake() {
    serve();
    ServiceLab.Result result = dial("server", Optional.empty());
    assertEquals(List.of("connected"), result.told);
    result.streams.getFirst().offer(ServiceLab.text("hello"));
    net.lab.run();
    assertEquals(List.of("hello"), served);
    assertEquals("welcome", result.received());
  }

  @Test
  void throughAnHttpProxy_theNameIsStillTheHosts() {
    serve();
    TcpListener listener = net.proxy.listen(3128);
    List<String> asked = new ArrayList<>();
    listener.onChange(() -> {
      ByteStream from = listener.accept().orElseThrow();
      from.onChange(() -> {
        String head = ServiceLab.latin1(from.receive(1000));
        if (head.isEmpty()) {
          return;
        }
        asked.add(head.lines().findFirst().orElse(""));
        new Dial(
                net.proxy.dialler,
                new Dial.Destination("server", 443, Optional.empty(), SimDuration.ofSeconds(5)),
                new Dial.Outcome() {
                  @Override
                  public void connected(ByteStream to) {
                    from.offer(ServiceLab.text("HTTP/1.1 200 Connected\r\n\r\n"));
                    from.onChange(() -> to.offer(from.receive(4096)));
                    to.onChange(() -> from.offer(to.receive(4096)));
                  }

                  @Override
                  public void failed(SocketError why) {
                    throw new AssertionError(why.sentence());
                  }
                })
            .start();
      });
    });
    Proxy proxy = new Proxy(Proxy.Kind.HTTP, "proxy", 3128, Optional.empty());
    ServiceLab.Result result = dial("server", Optional.of(proxy));
    assertEquals(List.of("CONNECT server:443 HTTP/1.1"), asked);
    assertEquals(List.of("connected"), result.told);
  }

  @Test
  void wrongName_isWhyItFails() {
    serve();
    assertEquals(
        List.of("certificate: tls: certificate is valid for server, not for 10.0.0.3"),
        dial("10.0.0.3", Optional.empty()).told);
  }

  @Test
  void silentServer_isATimeOutOfTheHandshake() {
    net.server.listen(443).onChange(() -> {});
    assertEquals(
        List.of("timeout: timeout in the TLS handshake"), dial("server", Optional.empty()).told);
  }

  @Test
  void machineWithoutTls_saysSo() {
    serve();
    ServiceLab.Result result = net.new Result();
    new Dial(
            net.client.dialler,
            new Dial.Destination("server", 443, Optional.empty(), SimDuration.ofSeconds(5), true),
            result)
        .start();
    net.lab.run();
    assertEquals(List.of("unsupported: this machine has no TLS"), result.told);
  }

  /// One end of a WebSocket conversation.
  private static final class Talker implements WebSocket.Listener {
    private final List<String> told = new ArrayList<>();

    @Override
    public void opened() {
      told.add("open");
    }

    @Override
    public boolean mayReceive() {
      return true;
    }

    @Override
    public void received(Message.Data message) {
      told.add(ServiceLab.latin1(message.payload()));
    }

    @Override
    public void ended(WebSocket.Ending ending) {
      told.add("ended " + ending.code());
    }
  }

  @Test
  void webSocket_withinTls_hasItsWholeConversation() {
    Talker server = new Talker();
    Talker client = new Talker();
    TcpListener listener = net.server.listen(443);
    listener.onChange(() -> {
      ByteStream stream = serverTls.server(listener.accept().orElseThrow(), serverTls.identity());
      WebSocket.server(stream, settings(2), server).start();
    });
    start(
        "server",
        Optional.empty(),
        new Dial.Outcome() {
          @Override
          public void connected(ByteStream stream) {
            WebSocket socket = WebSocket.client(stream, settings(0), "server", "/", client);
            socket.start();
            net.lab.at(2_000_000_000L, () -> socket.send(true, ServiceLab.text("hello")));
            net.lab.at(3_000_000_000L, () -> socket.close(1000, Octets.EMPTY));
          }

          @Override
          public void failed(SocketError why) {
            throw new AssertionError(why.sentence());
          }
        });
    net.lab.run();
    assertEquals(List.of("open", "hello", "ended 1000"), server.told);
    assertEquals(List.of("open", "ended 1000"), client.told);
    assertTrue(net.lab.lines("RST").isEmpty());
  }

  private WebSocketSettings settings(int node) {
    return new WebSocketSettings(
        net.lab.simulator, net.lab.recorder, node, new SplittableRandom(node), 1 << 20);
  }
}
