package netarium.engine.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.link.LinkModel;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.OpaquePayload;
import netarium.engine.wire.UdpDatagram;
import org.junit.jupiter.api.Test;

/// a — r — b, each link its own network.
class ForwardingTest {
  private final Lab lab = new Lab();
  private final Node a = lab.host("a", "10.0.1.2/24").defaultGateway("10.0.1.1");
  private final Node b = lab.host("b", "10.0.2.2/24").defaultGateway("10.0.2.1");
  private final Node r = lab.router("r", "10.0.1.1/24", "10.0.2.1/24");

  private void wire() {
    lab.link(a.card().port(), r.card(0).port());
    lab.link(b.card().port(), r.card(1).port());
  }

  @Test
  void pingThroughRouter_losesOneHopEachWay() {
    wire();
    a.ping("10.0.2.2");
    lab.run();
    assertEquals(63, a.onlyReply().ttl());
    assertEquals("10.0.2.2", a.onlyReply().from().toString());
    assertEquals(1, lab.lines("r takes from l1", "icmp 8/0").size());
    assertEquals(1, lab.lines("r sends on l2", "icmp 8/0").size());
    assertEquals(2, lab.lines("sends", "who-has").size());
  }

  @Test
  void routersOwnAddresses_answerOnEitherSide() {
    wire();
    a.ping("10.0.2.1");
    lab.run();
    assertEquals(64, a.onlyReply().ttl());
  }

  @Test
  void ttlOfOne_endsAtTheRouterWhichSaysSo() {
    wire();
    a.ping("10.0.2.2", 56, SendOptions.DEFAULT.withTtl(1));
    lab.run();
    assertEquals("10.0.1.1", a.onlyFailure().from().toString());
    assertEquals(IcmpMessage.TIME_EXCEEDED, a.onlyFailure().error().type());
    assertEquals(0, a.onlyFailure().error().code());
    assertEquals(1, lab.lines("r drops ttl-expired").size());
    assertEquals(0, lab.lines("b").stream().filter(line -> line.contains(" b ")).count());
  }

  @Test
  void error_quotesTheDatagramAsItArrived() {
    wire();
    a.ping("10.0.2.2", 56, SendOptions.DEFAULT.withTtl(1));
    lab.run();
    Octets quoted = a.onlyFailure().error().data();
    assertEquals(84, quoted.length());
    assertEquals(1, quoted.at(8), "its time to live");
    assertEquals(IcmpMessage.ECHO_REQUEST, quoted.at(20));
  }

  @Test
  void quotation_endsWhenTheErrorHas576Octets() {
    wire();
    a.ping("10.0.2.2", 1400, SendOptions.DEFAULT.withTtl(1));
    lab.run();
    assertEquals(548, a.onlyFailure().error().data().length());
  }

  @Test
  void noRouteAtRouter_isNetUnreachable() {
    wire();
    a.ping("192.168.7.7");
    lab.run();
    assertEquals(IcmpMessage.DESTINATION_UNREACHABLE, a.onlyFailure().error().type());
    assertEquals(IcmpErrors.NET_UNREACHABLE, a.onlyFailure().error().code());
    assertEquals(1, lab.lines("r drops no-route").size());
  }

  @Test
  void noRouteAtSender_isSaidAtOnce() {
    Node alone = lab.host("alone", "10.0.1.9/24");
    assertEquals(new SendResult.NoRoute(), alone.ping("192.168.7.7"));
    assertEquals(new SendResult.NoRoute(), alone.ping("0.0.0.0"));
    lab.run();
    assertEquals(List.of(), alone.outcomes);
    assertEquals(Optional.empty(), alone.ip.sourceFor(Lab.address("192.168.7.7")));
  }

  @Test
  void deadHostBehindRouter_isHostUnreachableAfterThreeSeconds() {
    wire();
    a.ping("10.0.2.9");
    lab.run();
    assertEquals(IcmpErrors.HOST_UNREACHABLE, a.onlyFailure().error().code());
    assertEquals("10.0.1.1", a.onlyFailure().from().toString());
    assertTrue(a.onlyFailure().after().nanos() > 3_000_000_000L);
    assertEquals(1, lab.lines("r drops arp-unanswered").size());
  }

  @Test
  void host_doesNotForward() {
    wire();
    Ipv4Datagram stray =
        Ipv4Datagram.of(
            Lab.address("10.0.2.1"),
            Lab.address("10.0.9.9"),
            IpProtocol.UDP,
            1,
            new UdpDatagram(1, 2, Octets.EMPTY));
    r.card(1).transmit(new EthernetFrame(b.card().mac(), r.card(1).mac(), stray));
    lab.run();
    assertEquals(1, lab.lines("b drops not-forwarding").size());
  }

  @Test
  void dontFragmentTooBigForNextLink_tellsItsMtuAndTheSenderRemembers() {
    r.card(1).changeMtu(600);
    wire();
    a.ping("10.0.2.2", 1000, SendOptions.DONT_FRAGMENT);
    lab.run();
    assertEquals(IcmpErrors.FRAGMENTATION_NEEDED, a.onlyFailure().error().code());
    assertEquals(600, a.onlyFailure().error().rest());
    assertEquals(1, lab.lines("r drops must-not-fragment").size());
    assertEquals(600, a.ip.mtuTo(Lab.address("10.0.2.2")));
    assertEquals(1500, a.ip.mtuTo(Lab.address("10.0.1.1")));
    assertEquals(new SendResult.TooBig(600), a.ping("10.0.2.2", 1000, SendOptions.DONT_FRAGMENT));
  }

  @Test
  void pathMtu_isForgottenAfterTenMinutes() {
    wire();
    a.ip.learnPathMtu(Lab.address("10.0.2.2"), 600, 1028);
    lab.stayUntil(599_000_000_000L);
    assertEquals(600, a.ip.mtuTo(Lab.address("10.0.2.2")));
    lab.stayUntil(600_000_000_000L);
    assertEquals(1500, a.ip.mtuTo(Lab.address("10.0.2.2")));
  }

  @Test
  void statedMtu_neitherGrowsNorGoesBelowTheLeast() {
    a.ip.learnPathMtu(Lab.address("10.0.2.2"), 600, 1500);
    a.ip.learnPathMtu(Lab.address("10.0.2.2"), 900, 1500);
    assertEquals(600, a.ip.mtuTo(Lab.address("10.0.2.2")));
    a.ip.learnPathMtu(Lab.address("10.0.2.2"), 1, 600);
    assertEquals(68, a.ip.mtuTo(Lab.address("10.0.2.2")));
    a.ip.learnPathMtu(Lab.address("10.0.2.3"), 0, 1500);
    assertEquals(1492, a.ip.mtuTo(Lab.address("10.0.2.3")), "the next plateau");
  }

  @Test
  void directedBroadcast_staysOutsideItsNetwork() {
    wire();
    a.ping("10.0.2.255");
    lab.run();
    assertEquals(1, lab.lines("r drops not-forwarding").size());
    assertEquals(0, lab.lines(" b ").size());
  }

  @Test
  void unicastInBroadcastFrame_isNeitherDeliveredNorForwarded() {
    wire();
    for (String destination : List.of("10.0.1.1", "10.0.2.2")) {
      Ipv4Datagram datagram =
          Ipv4Datagram.of(
              Lab.address("10.0.1.2"),
              Lab.address(destination),
              IpProtocol.UDP,
              1,
              new UdpDatagram(1, 2, Octets.EMPTY));
      a.card().transmit(new EthernetFrame(MacAddress.BROADCAST, a.card().mac(), datagram));
    }
    lab.run();
    assertEquals(2, lab.lines("r drops not-").size());
    assertEquals(0, lab.lines("r sends").size());
  }

  @Test
  void unknownProtocol_isProtocolUnreachable() {
    wire();
    r.ip.send(
        Lab.address("10.0.1.1"),
        Lab.address("10.0.1.2"),
        new IpProtocol(47),
        new OpaquePayload(Octets.wrap(new byte[8]), ""),
        SendOptions.DEFAULT);
    lab.run();
    assertEquals(1, lab.lines("a drops unknown-protocol").size());
    assertEquals(1, lab.lines("r takes", "icmp 3/2").size());
  }

  @Test
  void damagedPayload_passesRoutersAndIsDroppedAtItsEnd() {
    wire();
    a.ip.send(
        Lab.address("10.0.1.2"),
        Lab.address("10.0.2.2"),
        IpProtocol.UDP,
        new OpaquePayload(Octets.wrap(new byte[9]), "checksum: is 0, should be 1"),
        SendOptions.DEFAULT);
    lab.run();
    assertEquals(1, lab.lines("r sends on l2 10.0.1.2").size());
    assertEquals(1, lab.lines("b drops bad-checksum").size());
  }

  @Test
  void secondDefaultRoute_countsWhenTheFirstIsRemoved() {
    wire();
    Route worse = Route.via(Route.DEFAULT, Lab.address("10.0.1.7"), a.card(), 5);
    a.ip.addRoute(worse);
    Route better = a.ip.routes().routes().get(a.ip.routes().size() - 2);
    assertEquals(Optional.of(Lab.address("10.0.1.1")), better.via());
    assertTrue(a.ip.removeRoute(better));
    a.ping("10.0.2.2");
    lab.runUntil(1);
    assertEquals(
        List.of(
            "0 a route 0.0.0.0/0 added",
            "0 a route 0.0.0.0/0 removed",
            "0 a arp 10.0.1.7 asking",
            "0 a sends on l1 who-has 10.0.1.7 tell 10.0.1.2"),
        lab.lines());
  }

  @Test
  void newAddress_replacesTheOldWithItsRoute() {
    wire();
    a.ip.assign(a.card(), Optional.of(Lab.prefix("10.0.3.3/24")));
    assertEquals(Optional.empty(), a.ip.routes().to(Lab.prefix("10.0.1.0/24")).stream().findAny());
    assertTrue(a.ip.isLocal(Lab.address("10.0.3.3")));
    assertTrue(!a.ip.isLocal(Lab.address("10.0.1.2")));
    assertEquals(Optional.of(Lab.address("10.0.3.3")), a.ip.sourceFor(Lab.address("10.0.3.9")));
  }

  @Test
  void cardWithoutLink_saysSo() {
    a.ping("10.0.1.1");
    lab.run();
    assertEquals(3, lab.lines("a drops no-link").size());
    assertEquals(IcmpErrors.HOST_UNREACHABLE, a.onlyFailure().error().code());
  }

  @Test
  void nodeThatIsDown_takesNothing() {
    wire();
    a.ping("10.0.2.2");
    lab.at(1, () -> r.card(0).switchOn(false));
    lab.runUntil(2_000_000);
    assertEquals(1, lab.lines("r drops node-down").size());
  }

  @Test
  void longestPrefix_winsOverTheDefault() {
    Node r2 = lab.router("r2", "10.0.1.254/24");
    var bridge = lab.ethernetSwitch("s");
    lab.link(a.card().port(), bridge.addPort("p1"));
    lab.link(r.card(0).port(), bridge.addPort("p2"));
    lab.link(r2.card(0).port(), bridge.addPort("p3"), LinkModel.DEFAULT);
    a.route("192.168.0.0/16", "10.0.1.254", 0);
    a.ping("192.168.3.3");
    lab.run();
    assertEquals("10.0.1.254", a.onlyFailure().from().toString());
  }
}
