package netarium.engine.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.link.EthernetSwitch;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.MacAddress;
import org.junit.jupiter.api.Test;

/// Two routers on one network: the host's default gateway `r` is not the way to `b`, `s` is.
class RedirectTest {
  private static final long SECOND = 1_000_000_000L;

  private final Lab lab = new Lab();
  private final Node a = lab.host("a", "10.0.0.2/24").defaultGateway("10.0.0.1");
  private final Node r = lab.router("r", "10.0.0.1/24").route("10.0.9.0/24", "10.0.0.254", 0);
  private final Node s = lab.router("s", "10.0.0.254/24", "10.0.9.1/24");
  private final Node b = lab.host("b", "10.0.9.9/24").defaultGateway("10.0.9.1");

  private void wire() {
    EthernetSwitch bridge = lab.ethernetSwitch("sw");
    lab.link(a.card().port(), bridge.addPort("p1"));
    lab.link(r.card().port(), bridge.addPort("p2"));
    lab.link(s.card().port(), bridge.addPort("p3"));
    lab.link(s.card(1).port(), b.card().port());
  }

  private List<Route> wayToB() {
    return a.ip.routes().to(Lab.prefix("10.0.9.9/32"));
  }

  @Test
  void detour_isPassedOnAndTheSourceToldOfTheShorterWay() {
    wire();
    a.ping("10.0.9.9");
    lab.run();
    assertEquals(62 + 1, a.onlyReply().ttl(), "the answer comes by s alone");
    assertEquals(1, lab.lines("r sends", "icmp 5/1").size());
    assertEquals(1, lab.lines("r sends", "icmp 8/0").size());
    assertEquals(
        List.of(Route.via(Lab.prefix("10.0.9.9/32"), Lab.address("10.0.0.254"), a.card(), 0)),
        wayToB());
  }

  @Test
  void hostThatWasTold_goesTheShorterWay() {
    wire();
    a.ping("10.0.9.9");
    lab.at(SECOND, () -> a.ping("10.0.9.9"));
    lab.run();
    assertEquals(2, a.outcomes.size());
    assertEquals(1, lab.lines("r takes", "icmp 8/0").size());
    assertEquals(2, lab.lines("s takes", "icmp 8/0").size());
  }

  @Test
  void silentGateway_isForgotten() {
    wire();
    a.ping("10.0.9.9");
    lab.at(SECOND, () -> s.ip.power(false));
    lab.at(
        2 * SECOND,
        () -> {
          a.card().arp().clear();
          a.ping("10.0.9.9");
        });
    lab.run();
    assertEquals(List.of(), wayToB());
    assertEquals(2, lab.lines("a route").size(), lab.lines("a route").toString());
  }

  @Test
  void newStartOrNewAddress_forgetsWhatWasTold() {
    wire();
    a.ping("10.0.9.9");
    lab.run();
    a.ip.power(false);
    assertEquals(List.of(), wayToB());
    a.ip.redirect(
        Lab.address("10.0.0.1"), a.card(), Lab.address("10.0.9.9"), Lab.address("10.0.0.254"));
    assertEquals(1, wayToB().size());
    a.ip.assign(a.card(), Optional.of(Lab.prefix("10.0.0.3/24")));
    assertEquals(List.of(), wayToB());
  }

  @Test
  void redirectFromAStranger_orToOneElsewhere_orToARouter_isNotFollowed() {
    wire();
    tell(a, "10.0.0.7", "10.0.0.254");
    tell(a, "10.0.0.1", "10.0.5.5");
    tell(a, "10.0.0.1", "10.0.0.2");
    tell(r, "10.0.0.254", "10.0.0.7");
    lab.run();
    assertEquals(List.of(), wayToB());
    assertEquals(List.of(), r.ip.routes().to(Lab.prefix("10.0.9.9/32")));
    assertEquals(3, lab.lines("a drops no-listener", "icmp 5/0").size());
    assertEquals(1, lab.lines("r drops no-listener", "icmp 5/0").size());
  }

  @Test
  void redirectForANetwork_countsForTheHost() {
    wire();
    tell(a, "10.0.0.1", "10.0.0.254");
    assertEquals(1, wayToB().size());
  }

  @Test
  void manyRedirects_pushOutTheOldest() {
    for (int i = 0; i < 300; i++) {
      String objection =
          a.ip.redirect(
              Lab.address("10.0.0.1"),
              a.card(),
              Lab.address("10.7." + i / 256 + "." + i % 256),
              Lab.address("10.0.0.254"));
      assertEquals("", objection);
    }
    assertEquals(256 + 3, a.ip.routes().size());
    assertEquals(List.of(), a.ip.routes().to(Lab.prefix("10.7.0.43/32")));
    assertEquals(1, a.ip.routes().to(Lab.prefix("10.7.0.44/32")).size());
  }

  @Test
  void sourceOfAnotherNetwork_isNotTold() {
    wire();
    b.defaultGateway("10.0.9.1");
    Node c = lab.host("c", "10.0.0.3/24").defaultGateway("10.0.0.1");
    c.ip.assign(c.card(), Optional.of(Lab.prefix("10.1.0.3/8")));
    lab.link(c.card().port(), lab.ethernetSwitch("other").addPort("p1"));
    deliver(
        r,
        Ipv4Datagram.of(
            Lab.address("10.1.0.3"),
            Lab.address("10.0.9.9"),
            IpProtocol.ICMP,
            1,
            IcmpMessage.echo(IcmpMessage.ECHO_REQUEST, 1, 1, a.payload(8))));
    lab.run();
    assertEquals(1, lab.lines("r sends", "icmp 8/0").size());
    assertEquals(0, lab.lines("r sends", "icmp 5/").size());
  }

  /// A redirect for the way to `b`, about a datagram of the receiver.
  private void tell(Node receiver, String from, String gateway) {
    Ipv4Datagram about =
        Ipv4Datagram.of(
            receiver.card().address().orElseThrow(),
            Lab.address("10.0.9.9"),
            IpProtocol.ICMP,
            1,
            IcmpMessage.echo(IcmpMessage.ECHO_REQUEST, 1, 1, a.payload(8)));
    IcmpMessage redirect =
        new IcmpMessage(
            IcmpMessage.REDIRECT, 0, Lab.address(gateway).bits(), Ipv4Codec.emit(about));
    deliver(
        receiver,
        Ipv4Datagram.of(
            Lab.address(from),
            receiver.card().address().orElseThrow(),
            IpProtocol.ICMP,
            1,
            redirect));
  }

  private static void deliver(Node receiver, Ipv4Datagram datagram) {
    receiver
        .card()
        .receive(
            new EthernetFrame(receiver.card().mac(), new MacAddress(0x0200_0000_9999L), datagram),
            receiver.card().port());
  }
}
