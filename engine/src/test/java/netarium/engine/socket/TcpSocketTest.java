package netarium.engine.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.link.LinkModel;
import netarium.engine.sim.SimDuration;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Octets;
import netarium.engine.wire.TcpSegment;
import org.junit.jupiter.api.Test;

/// Two hosts on a cable, and one with itself.
class TcpSocketTest {
  private final Lab lab = new Lab();
  private final Node left = lab.host("left", "10.0.0.1/24");
  private final Node right = lab.host("right", "10.0.0.2/24");
  private final Machine client = new Machine(lab, left);
  private final Machine server = new Machine(lab, right);

  private void cable() {
    lab.link(left, right);
  }

  /// Answers every message with itself in capitals, and closes when the other side has.
  private static void serveCapitals(TcpListener listener) {
    listener.onChange(() -> {
      TcpSocket socket = listener.accept().orElseThrow();
      Runnable turn =
          () -> {
            var message = socket.receiveMessage();
            while (message.isPresent()) {
              String text = Machine.text(message.get());
              socket.offer(Machine.text(text.toUpperCase(Locale.ROOT)), true);
              message = socket.receiveMessage();
            }
            if (socket.isAtEnd()) {
              socket.close();
            }
          };
      socket.onChange(turn);
      turn.run();
    });
  }

  @Test
  void requestAndAnswer_travelAsMessages() {
    cable();
    serveCapitals(server.listen(80));
    TcpSocket socket =
        Machine.opened(
            client.sockets.connect(Lab.address("10.0.0.2"), 80, 7, TcpSocketOptions.MESSAGES));
    List<String> answers = new ArrayList<>();
    socket.onChange(() -> {
      var message = socket.receiveMessage();
      while (message.isPresent()) {
        answers.add(Machine.text(message.get()));
        message = socket.receiveMessage();
      }
      if (answers.size() == 2) {
        socket.close();
      }
    });
    socket.offer(Machine.text("hello"), true);
    socket.offer(Machine.text("world"), true);
    lab.run();
    assertEquals(List.of("HELLO", "WORLD"), answers);
    assertFalse(lab.simulator.hasEssential());
    assertEquals("10.0.0.1:49152", socket.local().toString());
    assertEquals("10.0.0.2:80", socket.remote().toString());
    assertEquals(0, server.tcp.connectionCount());
    assertEquals("TIME-WAIT", client.sockets.connections().getFirst().state());
  }

  @Test
  void loopback_neverTouchesALink() {
    cable();
    serveCapitals(client.listen(80));
    TcpSocket socket = client.connect("127.0.0.1", 80);
    socket.offer(Machine.text("me"), true);
    lab.run();
    assertEquals("ME", Machine.text(socket.receiveMessage().orElseThrow()));
    assertEquals("127.0.0.1", socket.local().address().toString());
    assertEquals(List.of(), lab.lines("on l1"));
  }

  @Test
  void nobodyListens_theConnectionIsRefused() {
    cable();
    TcpSocket socket = client.connect("10.0.0.2", 81);
    lab.run();
    assertEquals(SocketError.Code.REFUSED, socket.error().orElseThrow().code());
    assertEquals("connection refused", socket.error().orElseThrow().sentence());
    assertEquals(0, client.tcp.connectionCount());
    assertEquals(1, lab.lines("right drops no-listener").size());
  }

  @Test
  void nobodyThere_theHostIsUnreachable() {
    cable();
    TcpSocket socket = client.connect("10.0.0.99", 80);
    lab.run();
    assertEquals(SocketError.Code.UNREACHABLE, socket.error().orElseThrow().code());
    assertEquals(0, client.tcp.connectionCount());
  }

  @Test
  void noRoute_failsAtOnce() {
    cable();
    SocketError error =
        Machine.failed(
            client.sockets.connect(Lab.address("192.0.2.1"), 80, 1, TcpSocketOptions.STREAM));
    assertEquals(SocketError.Code.UNREACHABLE, error.code());
    assertEquals("no route to host 192.0.2.1", error.sentence());
  }

  @Test
  void manyNodesAtOnce_cannotBeConnectedTo() { // RFC 9293 MUST-46
    cable();
    for (String many : List.of("255.255.255.255", "10.0.0.255", "224.0.0.1")) {
      var result = client.sockets.connect(Lab.address(many), 80, 1, TcpSocketOptions.STREAM);
      assertTrue(
          result instanceof SocketResult.Failed<TcpSocket> failed
              && failed.error().code() == SocketError.Code.UNREACHABLE,
          many);
    }
  }

  @Test
  void portInUse_saysSo() {
    client.listen(80);
    SocketError error = Machine.failed(client.sockets.listen(Lab.address("10.0.0.1"), 80, 2, 8));
    assertEquals(SocketError.Code.IN_USE, error.code());
    assertEquals("address already in use (port 80)", error.sentence());
    assertEquals(1, client.sockets.tcpOwner(80).orElseThrow());
  }

  @Test
  void closedListener_givesItsPortBack() {
    client.listen(80).close();
    client.listen(80);
  }

  @Test
  void foreignAddress_cannotBeListenedOn() {
    SocketError error = Machine.failed(client.sockets.listen(Lab.address("10.0.0.2"), 80, 1, 8));
    assertEquals(SocketError.Code.NOT_AVAILABLE, error.code());
  }

  @Test
  void ephemeralPorts_followEachOtherAndSkipListeners() {
    cable();
    client.listen(49_153);
    assertEquals(49_152, client.connect("10.0.0.2", 80).local().port());
    assertEquals(49_154, client.connect("10.0.0.2", 80).local().port());
  }

  @Test
  void fullBacklog_dropsTheSynAndTheClientTriesAgain() {
    cable();
    TcpListener listener = Machine.opened(server.sockets.listen(Ipv4Address.ANY, 80, 1, 1));
    TcpSocket first = client.connect("10.0.0.2", 80);
    lab.runUntil(100_000_000L);
    TcpSocket second = client.connect("10.0.0.2", 80);
    lab.runUntil(200_000_000L);
    assertTrue(first.isConnected());
    assertTrue(second.isConnecting());
    assertEquals(1, lab.lines("right drops backlog-full").size());
    assertTrue(listener.accept().isPresent());
    lab.runUntil(2_000_000_000L);
    assertTrue(second.isConnected());
  }

  @Test
  void closedListener_resetsWhatNobodyAccepted() {
    cable();
    TcpListener listener = server.listen(80);
    TcpSocket socket = client.connect("10.0.0.2", 80);
    lab.run();
    listener.close();
    lab.run();
    assertEquals(SocketError.Code.RESET, socket.error().orElseThrow().code());
  }

  @Test
  void upload_arrivesWholeInSegmentsOf1460() {
    lab.link(left, right);
    TcpOptionsConfig plain = TcpOptionsConfig.DEFAULT.withTimestamps(false);
    Node far = lab.host("far", "10.1.0.1/24");
    Node near = lab.host("near", "10.1.0.2/24");
    lab.link(far, near);
    Machine sender = new Machine(lab, far, plain);
    Machine receiver = new Machine(lab, near, plain);
    TcpListener listener = receiver.listen(9);
    TcpSocket socket = sender.connect("10.1.0.2", 9);
    byte[] octets = new byte[150_000];
    new SplittableRandom(5).nextBytes(octets);
    assertEquals(150_000, socket.offer(Octets.wrap(octets), true));
    lab.run();
    TcpSocket accepted = listener.accept().orElseThrow();
    assertArrayEquals(octets, accepted.receiveMessage().orElseThrow().toByteArray());
    List<Integer> lengths = sentLengths(far.ip.node());
    assertEquals(103, lengths.size());
    assertEquals(102, lengths.stream().filter(length -> length == 1460).count());
    assertEquals(1080, lengths.getLast());
  }

  private List<Integer> sentLengths(int node) {
    List<Integer> lengths = new ArrayList<>();
    for (SimEvent event : lab.log.events()) {
      if (event instanceof SimEvent.FrameSent sent
          && sent.from().node() == node
          && sent.frame().payload() instanceof Ipv4Datagram datagram
          && datagram.payload() instanceof TcpSegment segment
          && !segment.payload().isEmpty()) {
        lengths.add(segment.payload().length());
      }
    }
    return lengths;
  }

  @Test
  void messageLargerThanTheReceiveBuffer_arrives() {
    cable();
    TcpListener listener = server.listen(80);
    TcpSocket socket = client.connect("10.0.0.2", 80);
    byte[] octets = new byte[1_000_000];
    new SplittableRandom(6).nextBytes(octets);
    List<Octets> received = new ArrayList<>();
    listener.onChange(() -> {
      TcpSocket accepted = listener.accept().orElseThrow();
      accepted.onChange(() -> accepted.receiveMessage().ifPresent(received::add));
    });
    socket.offer(Octets.wrap(octets), true);
    lab.run();
    assertEquals(List.of(Octets.wrap(octets)), received);
  }

  @Test
  void smallerMtuOnTheWay_isFound() {
    Node router = lab.router("router", "10.0.0.254/24", "10.9.0.254/24");
    Node beyond = lab.host("beyond", "10.9.0.1/24");
    lab.link(left.card().port(), router.card(0).port());
    LinkModel narrow = Lab.CABLE.withMtu(1000);
    router.card(1).changeMtu(1000);
    lab.link(router.card(1).port(), beyond.card().port(), narrow);
    left.defaultGateway("10.0.0.254");
    beyond.defaultGateway("10.9.0.254");
    Machine far = new Machine(lab, beyond);
    TcpListener listener = far.listen(80);
    TcpSocket socket = client.connect("10.9.0.1", 80);
    byte[] octets = new byte[20_000];
    new SplittableRandom(7).nextBytes(octets);
    socket.offer(Octets.wrap(octets), true);
    lab.run();
    TcpSocket accepted = listener.accept().orElseThrow();
    assertArrayEquals(octets, accepted.receiveMessage().orElseThrow().toByteArray());
    assertEquals(948, socket.snapshot().snd().mss());
  }

  @Test
  void lossyCable_deliversAllTheSame() {
    LinkModel lossy = Lab.CABLE.withLoss(0.05);
    lab.link(left.card().port(), right.card().port(), lossy);
    TcpListener listener = server.listen(80);
    TcpSocket socket = client.connect("10.0.0.2", 80);
    byte[] octets = new byte[300_000];
    new SplittableRandom(8).nextBytes(octets);
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    listener.onChange(() -> {
      TcpSocket accepted = listener.accept().orElseThrow();
      accepted.onChange(() -> {
        received.writeBytes(accepted.receive(Integer.MAX_VALUE).toByteArray());
        if (accepted.isAtEnd()) {
          accepted.close();
        }
      });
    });
    int[] sent = {0};
    Runnable send =
        () -> {
          sent[0] += socket.offer(Octets.copyOf(octets, sent[0], octets.length - sent[0]), false);
          if (sent[0] == octets.length) {
            socket.shutdownWrite();
          }
        };
    socket.onChange(send);
    send.run();
    lab.runUntil(600_000_000_000L);
    assertArrayEquals(octets, received.toByteArray());
    assertEquals(0, server.tcp.connectionCount());
  }

  @Test
  void crash_forgetsConnectionsAndTheOtherSideIsResetOnNextWord() {
    cable();
    server.listen(80);
    TcpSocket socket = client.connect("10.0.0.2", 80);
    lab.run();
    server.sockets.forget();
    assertEquals(0, server.tcp.connectionCount());
    socket.offer(Machine.text("still there?"), true);
    lab.run();
    assertEquals(SocketError.Code.RESET, socket.error().orElseThrow().code());
    server.listen(80);
  }

  @Test
  void manyShortConnections_leaveNothingBehind() {
    cable();
    serveCapitals(server.listen(80));
    TcpOptionsConfig quick = TcpOptionsConfig.DEFAULT.withMsl(SimDuration.ofMillis(5));
    Node third = lab.host("third", "10.2.0.1/24");
    Node fourth = lab.host("fourth", "10.2.0.2/24");
    lab.link(third, fourth);
    Machine caller = new Machine(lab, third, quick);
    Machine callee = new Machine(lab, fourth, quick);
    serveCapitals(callee.listen(80));
    int[] done = {0};
    Runnable[] next = {() -> {}};
    next[0] =
        () -> {
          TcpSocket socket = caller.connect("10.2.0.2", 80);
          socket.offer(Machine.text("x"), true);
          socket.onChange(() -> {
            if (socket.hasMessage()) {
              socket.receiveMessage();
              socket.close();
              if (++done[0] < 500) {
                next[0].run();
              }
            }
          });
        };
    next[0].run();
    lab.run();
    assertEquals(500, done[0]);
    assertEquals(0, callee.tcp.connectionCount());
    assertTrue(caller.tcp.connectionCount() <= 4, "TIME-WAIT ends while others go on");
  }

  @Test
  void portExhaustion_reusesTheOldestTimeWait() {
    cable();
    serveCapitals(server.listen(80));
    int[] done = {0};
    Runnable[] next = {() -> {}};
    next[0] =
        () -> {
          TcpSocket socket = client.connect("10.0.0.2", 80);
          socket.offer(Machine.text("x"), true);
          socket.onChange(() -> {
            if (socket.hasMessage()) {
              socket.receiveMessage();
              socket.close();
              if (++done[0] < 17_000) {
                next[0].run();
              }
            }
          });
        };
    for (int i = 0; i < 20; i++) {
      next[0].run();
    }
    lab.runUntil(60_000_000_000L);
    assertTrue(done[0] >= 17_000);
    assertTrue(client.tcp.connectionCount() <= 16_384);
  }
}
