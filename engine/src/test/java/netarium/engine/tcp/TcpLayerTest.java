package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.ip.SendOptions;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.sim.RandomStreams;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpSegment;
import org.junit.jupiter.api.Test;

/// The table of connections, ports without anybody, TIME-WAIT and ICMP, on a real link.
class TcpLayerTest {
  private final Lab lab = new Lab();
  private final Node left = lab.host("left", "10.0.0.1/24");
  private final Node right = lab.host("right", "10.0.0.2/24");
  private final TcpLayer client = layer(left);

  private TcpLayer layer(Node node) {
    return new TcpLayer(
        node.ip,
        lab.simulator,
        lab.recorder,
        new RandomStreams(3).stream("node", "n" + node.ip.node(), "iss"),
        TcpOptionsConfig.DEFAULT);
  }

  private static FourTuple tuple(int localPort) {
    return new FourTuple(Lab.address("10.0.0.1"), localPort, Lab.address("10.0.0.2"), 80);
  }

  /// Sends a hand-made segment from right to left.
  private void inject(String to, int port, int seq, int ack, TcpFlags flags) {
    right.ip.send(
        Lab.address("10.0.0.2"),
        Lab.address(to),
        IpProtocol.TCP,
        new TcpSegment(
            80, port, new SeqNum(seq), new SeqNum(ack), flags, 1000, 0, List.of(), Octets.EMPTY),
        SendOptions.DEFAULT);
  }

  /// The segments that left has sent.
  private List<TcpSegment> answers() {
    List<TcpSegment> answers = new ArrayList<>();
    for (SimEvent event : lab.log.events()) {
      if (event instanceof SimEvent.FrameSent sent
          && sent.node() == left.ip.node()
          && sent.frame().payload() instanceof Ipv4Datagram datagram
          && datagram.payload() instanceof TcpSegment segment) {
        answers.add(segment);
      }
    }
    return answers;
  }

  @Test
  void synToAClosedPort_isResetWithAnAck() { // RFC 9293 §3.10.7.1
    lab.link(left, right);
    inject("10.0.0.1", 99, 500, 0, TcpFlags.SYN);
    lab.run();
    TcpSegment answer = answers().getFirst();
    assertEquals(TcpFlags.RST_ACK, answer.flags());
    assertEquals(new SeqNum(0), answer.seq());
    assertEquals(new SeqNum(501), answer.ack());
  }

  @Test
  void ackToAClosedPort_isResetAtItsAck() {
    lab.link(left, right);
    inject("10.0.0.1", 99, 500, 700, TcpFlags.ACK);
    lab.run();
    TcpSegment answer = answers().getFirst();
    assertEquals(TcpFlags.RST, answer.flags());
    assertEquals(new SeqNum(700), answer.seq());
  }

  @Test
  void resetToAClosedPort_isNotAnswered() {
    lab.link(left, right);
    inject("10.0.0.1", 99, 500, 700, TcpFlags.RST_ACK);
    lab.run();
    assertEquals(List.of(), answers());
  }

  @Test
  void ackToAListener_isReset() { // §3.10.7.2, second check
    lab.link(left, right);
    client.listen(new Endpoint(Ipv4Address.ANY, 99), 8);
    inject("10.0.0.1", 99, 500, 700, TcpFlags.ACK);
    lab.run();
    assertEquals(TcpFlags.RST, answers().getFirst().flags());
    assertEquals(0, client.connectionCount());
  }

  @Test
  void finToAListener_isDropped() { // §3.10.7.2, fourth check
    lab.link(left, right);
    client.listen(new Endpoint(Ipv4Address.ANY, 99), 8);
    inject("10.0.0.1", 99, 500, 700, new TcpFlags(TcpFlags.FIN_BIT));
    lab.run();
    assertEquals(List.of(), answers());
    assertTrue(
        lab.log.events().stream()
            .anyMatch(each ->
                each instanceof SimEvent.FrameDropped drop
                    && drop.reason() == DropReason.NO_CONNECTION));
  }

  @Test
  void doubtfulPath_asksTheNeighbourAgain() { // MUST-20, R1
    var cable = lab.link(left, right);
    layer(right).listen(new Endpoint(Ipv4Address.ANY, 80), 8);
    TcpConnection connection = client.connect(tuple(5000));
    lab.run();
    cable.cut();
    long before = arpRequests();
    connection.send(Octets.wrap(new byte[100]), false);
    long now = lab.simulator.nowNanos();
    lab.runUntil(now + 1_000_000_000);
    assertEquals(before, arpRequests());
    lab.runUntil(now + 2_000_000_000);
    assertTrue(arpRequests() > before);
  }

  /// Those that the cut cable has swallowed count, too.
  private long arpRequests() {
    return lab.log.events().stream()
        .filter(each ->
            switch (each) {
              case SimEvent.FrameSent sent -> sent.frame().payload() instanceof ArpPacket;
              case SimEvent.FrameDropped drop -> drop.frame().payload() instanceof ArpPacket;
              default -> false;
            })
        .count();
  }

  @Test
  void synToABroadcastAddress_isIgnored() {
    lab.link(left, right);
    client.listen(new Endpoint(Ipv4Address.ANY, 99), 8);
    inject("10.0.0.255", 99, 500, 0, TcpFlags.SYN);
    lab.run();
    assertEquals(List.of(), answers());
    assertEquals(0, client.connectionCount());
  }

  @Test
  void simultaneousOpen_makesOneConnection() {
    TcpLayer server = layer(right);
    lab.link(left, right);
    TcpConnection here = client.connect(tuple(1000));
    TcpConnection there =
        server.connect(new FourTuple(Lab.address("10.0.0.2"), 80, Lab.address("10.0.0.1"), 1000));
    lab.run();
    assertEquals("ESTABLISHED", here.state().label());
    assertEquals("ESTABLISHED", there.state().label());
    assertEquals(1, server.connectionCount());
  }

  @Test
  void newSyn_endsTimeWaitEarly() { // RFC 9293 §3.6.1
    TcpLayer server = layer(right);
    lab.link(left, right);
    ListenQueue queue = server.listen(new Endpoint(Ipv4Address.ANY, 80), 8);
    TcpConnection first = client.connect(tuple(1000));
    lab.run();
    TcpConnection accepted = queue.accept().orElseThrow();
    accepted.close();
    lab.run();
    first.close();
    lab.run();
    assertEquals("TIME-WAIT", accepted.state().label());
    assertEquals("CLOSED", first.state().label());
    TcpConnection second = client.connect(tuple(1000));
    lab.run();
    assertEquals("ESTABLISHED", second.state().label());
    assertEquals("CLOSED", accepted.state().label());
    assertEquals(1, server.connectionCount());
  }

  @Test
  void tupleInUse_isNotFree() {
    lab.link(left, right);
    TcpConnection connection = client.connect(tuple(1000));
    assertFalse(client.isFree(tuple(1000)));
    assertTrue(client.isFree(tuple(1001)));
    connection.abort();
    assertTrue(client.isFree(tuple(1000)));
  }

  @Test
  void cutLink_endsInATimeOutAndNothingRemains() {
    TcpLayer server = layer(right);
    var link = lab.link(left, right);
    server.listen(new Endpoint(Ipv4Address.ANY, 80), 8);
    TcpConnection connection = client.connect(tuple(1000));
    lab.run();
    link.cut();
    assertEquals(3, connection.send(Octets.wrap(new byte[3]), false));
    lab.runUntil(1_000_000_000_000L);
    assertTrue(connection.error().isPresent());
    assertEquals(0, client.connectionCount());
    assertFalse(lab.simulator.hasEssential());
  }

  @Test
  void healedLink_letsTheRestThrough() {
    TcpLayer server = layer(right);
    var link = lab.link(left, right);
    ListenQueue queue = server.listen(new Endpoint(Ipv4Address.ANY, 80), 8);
    TcpConnection connection = client.connect(tuple(1000));
    lab.run();
    link.cut();
    assertEquals(3, connection.send(Octets.wrap(new byte[3]), false));
    lab.at(20_000_000_000L, link::heal);
    lab.run();
    assertEquals(3, queue.accept().orElseThrow().availableOctets());
    assertTrue(connection.error().isEmpty());
  }

  @Test
  void firstSequenceNumbers_differByConnectionAndMoveWithTheClock() { // RFC 6528
    lab.link(left, right);
    SeqNum one = client.connect(tuple(1000)).snapshot().snd().iss();
    SeqNum other = client.connect(tuple(1001)).snapshot().snd().iss();
    assertNotEquals(one, other);
    lab.stayUntil(1_000_000_000L);
    TcpConnection again = client.connect(tuple(1002));
    again.abort();
    SeqNum before = again.snapshot().snd().iss();
    lab.stayUntil(2_000_000_000L);
    SeqNum after = client.connect(tuple(1002)).snapshot().snd().iss();
    assertEquals(250_000, after.distanceFrom(before));
  }
}
