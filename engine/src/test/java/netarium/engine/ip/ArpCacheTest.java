package netarium.engine.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import netarium.engine.icmp.EchoOutcome;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.link.Link;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.MacAddress;
import org.junit.jupiter.api.Test;

class ArpCacheTest {
  private static final long SECOND = 1_000_000_000L;

  private final Lab lab = new Lab();
  private final Node a = lab.host("a", "10.0.0.1/24");
  private final Node b = lab.host("b", "10.0.0.2/24");

  @Test
  void firstPing_asksOnceAndIsAnsweredAtTheInstantsOfTheWire() {
    lab.link(a, b);
    a.ping("10.0.0.2");
    lab.run();
    assertEquals(
        List.of(
            "0 a arp 10.0.0.2 asking",
            "0 a sends on l1 who-has 10.0.0.2 tell 10.0.0.1",
            "1004800 b takes from l1 who-has 10.0.0.2 tell 10.0.0.1",
            "1004800 b arp 10.0.0.1 resolved",
            "1004800 b sends on l1 10.0.0.2 is-at 02:00:00:00:00:02",
            "2009600 a takes from l1 10.0.0.2 is-at 02:00:00:00:00:02",
            "2009600 a arp 10.0.0.2 resolved",
            "2009600 a sends on l1 10.0.0.1 > 10.0.0.2 icmp 8/0",
            "3017440 b takes from l1 10.0.0.1 > 10.0.0.2 icmp 8/0",
            "3017440 b sends on l1 10.0.0.2 > 10.0.0.1 icmp 0/0",
            "4025280 a takes from l1 10.0.0.2 > 10.0.0.1 icmp 0/0"),
        lab.lines());
    assertEquals(4025280, a.onlyReply().roundTrip().nanos());
  }

  @Test
  void everyDelivery_isCausedByItsSending() {
    lab.link(a, b);
    a.ping("10.0.0.2");
    lab.run();
    lab.log.events().stream()
        .filter(FrameDelivered.class::isInstance)
        .forEach(event ->
            assertTrue(lab.lines().get((int) event.cause()).contains("sends"), "" + event));
    assertEquals(8, lab.log.event(9).cause(), "the reply is sent because the request came");
  }

  @Test
  void twoHostsThatTalkForLong_exchangeArpOnce() {
    lab.link(a, b);
    for (int i = 0; i < 50; i++) {
      lab.at(i * SECOND, () -> a.ping("10.0.0.2"));
      lab.at(i * SECOND + SECOND / 2, () -> b.ping("10.0.0.1"));
    }
    lab.runUntil(50 * SECOND);
    assertEquals(1, lab.lines("sends", "who-has").size());
    assertEquals(1, lab.lines("sends", "is-at").size());
    assertEquals(50, a.outcomes.size());
  }

  @Test
  void nobodyAnswers_threeRequestsASecondApartThenTheSenderIsTold() {
    lab.link(a, b);
    a.ping("10.0.0.9");
    lab.run();
    assertEquals(
        List.of("0", "1000000000", "2000000000"),
        lab.lines("a sends", "who-has").stream().map(Lab::instant).toList());
    assertEquals(
        List.of("3000000000 a drops arp-unanswered 10.0.0.1 > 10.0.0.9 icmp 8/0"),
        lab.lines("drops arp"));
    assertEquals(List.of("3000000000 a arp 10.0.0.9 failed"), lab.lines("failed"));
    assertEquals(1, a.onlyFailure().error().code());
    assertEquals(3 * SECOND, a.onlyFailure().after().nanos());
    assertEquals(List.of(), a.card().arp().neighbours());
  }

  @Test
  void fourthDatagramThatWaits_pushesTheFirstOut() {
    lab.link(a, b);
    for (int i = 0; i < 4; i++) {
      a.ping("10.0.0.2");
    }
    lab.run();
    assertEquals(1, lab.lines("drops arp-queue-full").size());
    assertEquals(4, a.outcomes.size());
    assertTrue(
        a.outcomes.getLast() instanceof EchoOutcome.TimedOut,
        "the one that was pushed out never got an answer");
  }

  @Test
  void unusedEntry_expiresAfterSixtySecondsAndIsAskedForAgain() {
    lab.link(a, b);
    a.ping("10.0.0.2");
    lab.stayUntil(59 * SECOND);
    assertEquals(1, a.card().arp().neighbours().size());
    lab.stayUntil(200 * SECOND);
    assertEquals(List.of("60002009600 a arp 10.0.0.2 expired"), lab.lines("a arp", "expired"));
    assertEquals(1, lab.lines("sends", "who-has").size(), "nobody is asked in vain");
    assertEquals(List.of(), a.card().arp().neighbours());
    a.ping("10.0.0.2");
    lab.stayUntil(201 * SECOND);
    assertEquals(2, lab.lines("a arp 10.0.0.2 asking").size());
  }

  @Test
  void usedEntry_isPolledDirectlyWhileItServesOn() {
    lab.link(a, b);
    for (int i = 0; i < 650; i++) {
      lab.at(i * SECOND / 10, () -> a.ping("10.0.0.2"));
    }
    lab.runUntil(66 * SECOND);
    assertEquals(1, lab.lines("asking", "a arp").size(), "never without an address again");
    assertTrue(lab.lines("a sends", "who-has").size() >= 1);
    assertEquals(650, a.outcomes.size());
    assertTrue(a.outcomes.stream().allMatch(EchoOutcome.Reply.class::isInstance), "none is lost");
  }

  @Test
  void neighbourThatHasGone_isForgottenAfterThePoll() {
    Link link = lab.link(a, b);
    a.ping("10.0.0.2");
    lab.at(55 * SECOND, () -> a.ping("10.0.0.2"));
    lab.at(56 * SECOND, link::cut);
    lab.stayUntil(70 * SECOND);
    assertEquals(1, lab.lines("a arp 10.0.0.2 failed").size());
    assertEquals(List.of(), a.card().arp().neighbours());
  }

  @Test
  void announcement_updatesThoseWhoKnowTheAddressAndTeachesNobodyElse() {
    Node c = lab.host("c", "10.0.0.3/24");
    var bridge = lab.ethernetSwitch("s");
    lab.link(a.card().port(), bridge.addPort("p1"));
    lab.link(b.card().port(), bridge.addPort("p2"));
    lab.link(c.card().port(), bridge.addPort("p3"));
    a.ping("10.0.0.2");
    lab.runUntil(SECOND);
    MacAddress stolen = new MacAddress(0x0200_0000_0099L);
    var gratuitous =
        new ArpPacket(
            ArpPacket.REQUEST,
            stolen,
            Lab.address("10.0.0.2"),
            MacAddress.ZERO,
            Lab.address("10.0.0.2"));
    c.card().transmit(new EthernetFrame(MacAddress.BROADCAST, stolen, gratuitous));
    lab.runUntil(2 * SECOND);
    assertEquals(
        List.of(new ArpCache.Neighbour(Lab.address("10.0.0.2"), Optional.of(stolen))),
        a.card().arp().neighbours());
    assertEquals(List.of(), c.card().arp().neighbours());
    assertEquals(1, lab.lines("b arp 10.0.0.2 conflict").size());
    assertEquals(1, lab.lines("b sends", "is-at").size(), "only to a, before");
  }

  @Test
  void ownAnnouncement_reachesAllAndIsNoConflict() {
    lab.link(a, b);
    a.card().arp().announce();
    lab.run();
    assertEquals(
        List.of(
            "0 a sends on l1 who-has 10.0.0.1 tell 10.0.0.1",
            "1004800 b takes from l1 who-has 10.0.0.1 tell 10.0.0.1"),
        lab.lines());
  }

  @Test
  void unaskedReply_teachesNothing() {
    lab.link(a, b);
    var reply =
        new ArpPacket(
            ArpPacket.REPLY,
            b.card().mac(),
            Lab.address("10.0.0.7"),
            a.card().mac(),
            Lab.address("10.0.0.1"));
    b.card().transmit(new EthernetFrame(a.card().mac(), b.card().mac(), reply));
    lab.run();
    assertEquals(List.of(), a.card().arp().neighbours());
  }

  @Test
  void probeWithoutSender_isAnsweredButNotLearnt() {
    Node newcomer = lab.host("n", "");
    lab.link(newcomer, b);
    newcomer
        .card()
        .transmit(
            new EthernetFrame(
                MacAddress.BROADCAST,
                newcomer.card().mac(),
                new ArpPacket(
                    ArpPacket.REQUEST,
                    newcomer.card().mac(),
                    Lab.address("0.0.0.0"),
                    MacAddress.ZERO,
                    Lab.address("10.0.0.2"))));
    lab.run();
    assertEquals(1, lab.lines("n takes", "10.0.0.2 is-at").size());
    assertEquals(List.of(), b.card().arp().neighbours());
  }

  @Test
  void groupAddressAsSender_isDropped() {
    lab.link(a, b);
    b.card()
        .transmit(
            new EthernetFrame(
                a.card().mac(),
                b.card().mac(),
                new ArpPacket(
                    ArpPacket.REQUEST,
                    MacAddress.BROADCAST,
                    Lab.address("10.0.0.2"),
                    MacAddress.ZERO,
                    Lab.address("10.0.0.1"))));
    lab.run();
    assertEquals(1, lab.lines("a drops bad-source").size());
    assertEquals(List.of(), a.card().arp().neighbours());
  }
}
