package netarium.engine.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.ip.SendOptions;
import netarium.engine.ip.SendResult;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.link.EthernetSwitch;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

class UdpLayerTest {
  private static final Octets HELLO = Octets.wrap(new byte[] {1, 2, 3});

  private final Lab lab = new Lab();
  private final Node a = lab.host("a", "10.0.0.1/24");
  private final Node b = lab.host("b", "10.0.0.2/24");

  /// Writes down what it hears; refuses all when `isFull`.
  private static final class Ear implements UdpReceiver {
    private final List<String> heard = new ArrayList<>();
    private boolean isFull;

    @Override
    public boolean receive(Endpoint from, Endpoint to, Octets payload, NetworkInterface arrivedOn) {
      heard.add(from + " > " + to + " " + payload);
      return !isFull;
    }

    @Override
    public void unreachable(Endpoint remote, IcmpMessage error) {
      heard.add(remote + " error " + error.type() + "/" + error.code());
    }
  }

  private static Endpoint at(String address, int port) {
    return new Endpoint(Lab.address(address), port);
  }

  private static UdpBinding bind(Node node, String address, int port, Ear ear) {
    return node.udp.bind(Lab.address(address), port, ear).orElseThrow();
  }

  @Test
  void datagram_reachesTheBindingOfItsPort() {
    lab.link(a, b);
    Ear ear = new Ear();
    Ear other = new Ear();
    bind(b, "0.0.0.0", 53, ear);
    bind(b, "0.0.0.0", 54, other);
    UdpBinding client = bind(a, "0.0.0.0", 0, new Ear());
    assertTrue(client.send(at("10.0.0.2", 53), HELLO).isSent());
    lab.run();
    assertEquals(List.of("10.0.0.1:49152 > 10.0.0.2:53 010203"), ear.heard);
    assertEquals(List.of(), other.heard);
  }

  @Test
  void nobodyAtThePort_isToldToTheSendersBinding() {
    lab.link(a, b);
    Ear ear = new Ear();
    bind(a, "0.0.0.0", 4000, ear).send(at("10.0.0.2", 9), HELLO);
    lab.run();
    assertEquals(List.of("10.0.0.2:9 error 3/3"), ear.heard);
    assertEquals(1, lab.lines("b drops no-listener").size());
  }

  @Test
  void nobodyAnswersArp_isToldToTheSendersBinding() {
    lab.link(a, b);
    Ear ear = new Ear();
    bind(a, "0.0.0.0", 4000, ear).send(at("10.0.0.77", 9), HELLO);
    lab.run();
    assertEquals(List.of("10.0.0.77:9 error 3/1"), ear.heard);
    assertEquals(3_000_000_000L, lab.simulator.nowNanos());
  }

  @Test
  void nobodyAtOwnPort_isToldToo() {
    Ear ear = new Ear();
    bind(a, "0.0.0.0", 4000, ear).send(at("127.0.0.1", 9), HELLO);
    lab.run();
    assertEquals(List.of("127.0.0.1:9 error 3/3"), ear.heard);
  }

  @Test
  void samePortOnSameAddress_isInUse() {
    bind(a, "127.0.0.1", 80, new Ear());
    assertEquals(Optional.empty(), a.udp.bind(Lab.address("127.0.0.1"), 80, new Ear()));
    assertEquals(Optional.empty(), a.udp.bind(Ipv4Address.ANY, 80, new Ear()));
    assertTrue(!a.udp.isFree(Ipv4Address.ANY, 80));
    UdpBinding card = bind(a, "10.0.0.1", 80, new Ear());
    card.close();
    card.close();
    assertTrue(a.udp.isFree(Lab.address("10.0.0.1"), 80));
    assertThrows(
        IllegalArgumentException.class, () -> a.udp.bind(Ipv4Address.ANY, 65536, new Ear()));
  }

  @Test
  void bindingToOneAddress_hearsNothingForAnother() {
    lab.link(a, b);
    Ear ear = new Ear();
    bind(b, "127.0.0.1", 80, ear);
    bind(a, "0.0.0.0", 0, new Ear()).send(at("10.0.0.2", 80), HELLO);
    lab.run();
    assertEquals(List.of(), ear.heard);
  }

  @Test
  void portsThatShareABucket_comeAndGoOnTheirOwn() {
    for (int closed = 0; closed < 3; closed++) {
      List<UdpBinding> bindings = new ArrayList<>();
      for (int port : List.of(8080, 8088, 8096)) {
        bindings.add(bind(a, "0.0.0.0", port, new Ear()));
      }
      bindings.get(closed).close();
      for (int i = 0; i < 3; i++) {
        assertEquals(i == closed, a.udp.isFree(Ipv4Address.ANY, 8080 + 8 * i));
      }
      bindings.forEach(UdpBinding::close);
    }
  }

  @Test
  void closedPort_isHeardNoMore() {
    lab.link(a, b);
    Ear ear = new Ear();
    UdpBinding binding = bind(b, "0.0.0.0", 53, ear);
    UdpBinding client = bind(a, "0.0.0.0", 0, new Ear());
    client.send(at("10.0.0.2", 53), HELLO);
    lab.at(1, binding::close);
    lab.run();
    assertEquals(List.of(), ear.heard);
    assertTrue(!binding.isOpen());
  }

  @Test
  void ephemeralPorts_goOnFromTheLastAndSkipThoseInUse() {
    bind(a, "0.0.0.0", 49153, new Ear());
    assertEquals(49152, bind(a, "0.0.0.0", 0, new Ear()).local().port());
    UdpBinding next = bind(a, "0.0.0.0", 0, new Ear());
    assertEquals(49154, next.local().port());
    next.close();
    assertEquals(49155, bind(a, "0.0.0.0", 0, new Ear()).local().port());
  }

  @Test
  void allEphemeralPortsInUse_isAnAnswerAndAFreedOneIsFound() {
    List<UdpBinding> all = new ArrayList<>();
    for (int i = 49152; i <= 65535; i++) {
      all.add(bind(a, "0.0.0.0", 0, new Ear()));
    }
    assertEquals(Optional.empty(), a.udp.bind(Ipv4Address.ANY, 0, new Ear()));
    all.get(1000).close();
    assertEquals(50152, bind(a, "0.0.0.0", 0, new Ear()).local().port());
  }

  @Test
  void fullReceiver_dropsWithItsReason() {
    lab.link(a, b);
    Ear ear = new Ear();
    ear.isFull = true;
    bind(b, "0.0.0.0", 53, ear);
    bind(a, "0.0.0.0", 0, new Ear()).send(at("10.0.0.2", 53), HELLO);
    lab.run();
    assertEquals(1, lab.lines("b drops receive-queue-full").size());
  }

  @Test
  void broadcast_reachesEveryHostOfTheLinkOnce() {
    Node c = lab.host("c", "10.0.0.3/24");
    EthernetSwitch bridge = lab.ethernetSwitch("s");
    for (Node node : List.of(a, b, c)) {
      lab.link(node.card().port(), bridge.addPort("to" + node.ip.node()));
    }
    Ear earB = new Ear();
    Ear earC = new Ear();
    Ear tied = new Ear();
    bind(b, "0.0.0.0", 67, earB);
    bind(c, "10.0.0.3", 67, tied);
    bind(c, "10.0.0.255", 67, earC);
    UdpBinding client = bind(a, "0.0.0.0", 68, new Ear());
    client.send(at("255.255.255.255", 67), HELLO);
    client.send(at("10.0.0.255", 67), HELLO);
    lab.run();
    assertEquals(
        List.of("10.0.0.1:68 > 255.255.255.255:67 010203", "10.0.0.1:68 > 10.0.0.255:67 010203"),
        earB.heard);
    assertEquals(List.of("10.0.0.1:68 > 10.0.0.255:67 010203"), earC.heard);
    assertEquals(List.of(), tied.heard);
    assertEquals(0, lab.lines("who-has").size());
    assertEquals(0, lab.lines("icmp").size());
  }

  @Test
  void hostWithoutAddress_mayBroadcastOnItsCardOnly() {
    Node n = lab.host("n", "");
    lab.link(n, b);
    Ear ear = new Ear();
    bind(b, "0.0.0.0", 67, ear);
    UdpBinding client = bind(n, "0.0.0.0", 68, new Ear());
    Endpoint all = at("255.255.255.255", 67);
    assertTrue(client.sendOn(n.card(), all, HELLO, SendOptions.DEFAULT).isSent());
    assertEquals(
        new SendResult.BadSource(),
        client.sendOn(n.card(), at("10.0.0.2", 67), HELLO, SendOptions.DEFAULT));
    lab.run();
    assertEquals(List.of("0.0.0.0:68 > 255.255.255.255:67 010203"), ear.heard);
  }

  @Test
  void multicast_reachesThoseWhoJoined() {
    Node c = lab.host("c", "10.0.0.3/24");
    EthernetSwitch bridge = lab.ethernetSwitch("s");
    for (Node node : List.of(a, b, c)) {
      lab.link(node.card().port(), bridge.addPort("to" + node.ip.node()));
    }
    Ear earB = new Ear();
    bind(b, "0.0.0.0", 520, earB);
    bind(c, "0.0.0.0", 520, earB);
    b.card().join(Lab.address("224.0.0.9"));
    UdpBinding client = bind(a, "0.0.0.0", 520, new Ear());
    client.send(at("224.0.0.9", 520), HELLO, SendOptions.DEFAULT.withTtl(1));
    lab.run();
    assertEquals(List.of("10.0.0.1:520 > 224.0.0.9:520 010203"), earB.heard);
    assertEquals(1, lab.lines("c drops not-addressed-here").size());
    b.card().leave(Lab.address("224.0.0.9"));
    client.send(at("224.0.0.9", 520), HELLO, SendOptions.DEFAULT.withTtl(1));
    lab.run();
    assertEquals(1, earB.heard.size());
  }

  @Test
  void largestPayload_arrivesAndALargerOneIsRefused() {
    lab.link(a, b);
    Ear ear = new Ear();
    bind(b, "0.0.0.0", 53, ear);
    UdpBinding client = bind(a, "0.0.0.0", 0, new Ear());
    Endpoint to = at("10.0.0.2", 53);
    assertEquals(
        new SendResult.TooBig(65535),
        client.send(to, Octets.wrap(new byte[UdpLayer.MAX_PAYLOAD_OCTETS + 1])));
    assertTrue(client.send(to, Octets.wrap(new byte[UdpLayer.MAX_PAYLOAD_OCTETS])).isSent());
    lab.run();
    assertEquals(1, ear.heard.size());
  }
}
