package netarium.engine.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import netarium.engine.ip.IcmpErrors;
import netarium.engine.ip.SendOptions;
import netarium.engine.ip.SendResult;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.link.Link;
import netarium.engine.link.LinkModel;
import netarium.engine.sim.SimDuration;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.OpaquePayload;
import netarium.engine.wire.UdpDatagram;
import org.junit.jupiter.api.Test;

class IcmpLayerTest {
  private static final long SECOND = 1_000_000_000L;

  private final Lab lab = new Lab();
  private final Node a = lab.host("a", "10.0.0.1/24");
  private final Node b = lab.host("b", "10.0.0.2/24");

  @Test
  void reply_bringsThePayloadBack() {
    lab.link(a, b);
    a.ping("10.0.0.2", 0, SendOptions.DEFAULT);
    lab.run();
    assertEquals(Octets.EMPTY, a.onlyReply().payload());
    assertEquals(64, a.onlyReply().ttl());
  }

  @Test
  void silence_endsInTimeOut() {
    Link link = lab.link(a, b);
    a.ping("10.0.0.2");
    lab.at(SECOND, () -> link.change(link.ab(), link.ba().withLoss(1)));
    lab.at(2 * SECOND, () -> a.ping("10.0.0.2"));
    lab.run();
    assertInstanceOf(EchoOutcome.Reply.class, a.outcomes.get(0));
    assertInstanceOf(EchoOutcome.TimedOut.class, a.outcomes.get(1));
    assertEquals(List.of("7000000000 a timer echo 10.0.0.2"), lab.lines("a timer echo"));
  }

  @Test
  void replyAfterTheTimeOut_findsNobodyWaiting() {
    lab.link(
        a.card().port(), b.card().port(), LinkModel.DEFAULT.withDelay(SimDuration.ofMillis(1400)));
    a.ping("10.0.0.2");
    lab.run();
    assertEquals(List.of(new EchoOutcome.TimedOut()), a.outcomes);
    assertEquals(1, lab.lines("a drops no-listener", "icmp 0/0").size());
  }

  @Test
  void duplicatedReply_countsOnce() {
    lab.link(a.card().port(), b.card().port(), LinkModel.DEFAULT.withDuplicate(1));
    a.ping("10.0.0.2");
    lab.run();
    a.onlyReply();
    assertEquals(1, lab.lines("b sends", "is-at").size() / 2, "two requests, two answers");
  }

  @Test
  void refusalByIp_tellsNobodyLater() {
    assertEquals(new SendResult.NoRoute(), a.ping("192.0.2.1"));
    lab.run();
    assertEquals(List.of(), a.outcomes);
    assertEquals(0, lab.simulator.nowNanos());
  }

  @Test
  void cancelled_isSilent() {
    lab.link(a, b);
    a.ping("10.0.0.2");
    a.icmp.cancel(2);
    lab.at(1, () -> a.icmp.cancel(1));
    lab.run();
    assertEquals(List.of(), a.outcomes);
  }

  @Test
  void sameNumberAgain_endsTheRequestBefore() {
    lab.link(a, b);
    EchoRequest request =
        new EchoRequest(
            Lab.address("10.0.0.2"),
            7,
            7,
            Octets.EMPTY,
            SendOptions.DEFAULT,
            SimDuration.ofSeconds(1));
    a.icmp.echo(request, a.outcomes::add);
    a.icmp.echo(request, a.outcomes::add);
    lab.run();
    assertEquals(2, a.outcomes.size());
    assertInstanceOf(EchoOutcome.TimedOut.class, a.outcomes.get(0));
    assertInstanceOf(EchoOutcome.Reply.class, a.outcomes.get(1));
  }

  @Test
  void numbersBeyond16Bits_areRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new EchoRequest(
                Lab.address("10.0.0.2"),
                65536,
                0,
                Octets.EMPTY,
                SendOptions.DEFAULT,
                SimDuration.ofSeconds(1)));
  }

  @Test
  void pingToAll_isHeardButNotAnswered() {
    lab.link(a, b);
    a.ping("10.0.0.255");
    a.ping("255.255.255.255");
    lab.run();
    assertEquals(2, lab.lines("b drops no-listener").size());
    assertEquals(0, lab.lines("b sends").size());
  }

  @Test
  void errorAboutErrorAboutManyOrAboutLaterFragment_isNotSent() {
    lab.link(a, b);
    Octets quote = Ipv4Codec.emit(udp("10.0.0.1", "10.0.0.2"));
    IcmpErrors errors = b.ip.icmpErrors();
    errors.unreachable(
        Ipv4Datagram.of(
            Lab.address("10.0.0.1"),
            Lab.address("10.0.0.2"),
            IpProtocol.ICMP,
            1,
            new IcmpMessage(IcmpMessage.TIME_EXCEEDED, 0, 0, quote)),
        0);
    errors.unreachable(udp("10.0.0.1", "10.0.0.255"), 3);
    errors.unreachable(udp("10.0.0.1", "255.255.255.255"), 3);
    errors.unreachable(udp("10.0.0.1", "224.0.0.5"), 3);
    errors.unreachable(udp("0.0.0.0", "10.0.0.2"), 3);
    errors.unreachable(udp("10.0.0.255", "10.0.0.2"), 3);
    errors.unreachable(udp("224.0.0.1", "10.0.0.2"), 3);
    lab.run();
    assertEquals(List.of(), lab.lines());
    errors.unreachable(udp("10.0.0.1", "10.0.0.2"), 3);
    lab.run();
    assertEquals(1, lab.lines("a takes", "icmp 3/3").size(), "the same, allowed");
  }

  @Test
  void errorWithUnreadableQuotation_isMalformed() {
    lab.link(a, b);
    sendToA(new IcmpMessage(IcmpMessage.DESTINATION_UNREACHABLE, 1, 0, Octets.wrap(new byte[7])));
    lab.run();
    assertEquals(1, lab.lines("a drops malformed").size());
  }

  @Test
  void errorAboutSomebodyElse_isDropped() {
    lab.link(a, b);
    Octets quote = Ipv4Codec.emit(udp("10.0.0.7", "10.0.0.2"));
    sendToA(new IcmpMessage(IcmpMessage.DESTINATION_UNREACHABLE, 4, 100, quote));
    lab.run();
    assertEquals(1, lab.lines("a drops no-listener").size());
    assertEquals(1500, a.ip.mtuTo(Lab.address("10.0.0.2")));
  }

  @Test
  void sourceQuenchAndWhatNobodyWants_areIgnored() {
    lab.link(a, b);
    sendToA(new IcmpMessage(IcmpMessage.REDIRECT, 1, 0, Octets.EMPTY));
    Octets quote = Ipv4Codec.emit(udp("10.0.0.7", "10.0.0.2"));
    sendToA(new IcmpMessage(IcmpMessage.REDIRECT, 1, 0, quote));
    sendToA(new IcmpMessage(4, 0, 0, Ipv4Codec.emit(udp("10.0.0.1", "10.0.0.2"))));
    sendToA(new IcmpMessage(200, 0, 0, Octets.EMPTY));
    lab.run();
    assertEquals(1, lab.lines("a drops malformed").size());
    assertEquals(3, lab.lines("a drops no-listener").size());
    assertEquals(0, lab.lines("a sends").size());
  }

  @Test
  void floodOfWhatNobodyWants_isAnsweredAtALimitedRate() {
    lab.link(a, b);
    a.ping("10.0.0.2");
    lab.at(SECOND, () -> flood(80));
    lab.at(2 * SECOND, () -> flood(10));
    lab.run();
    assertEquals(90, lab.lines("b drops unknown-protocol").size());
    assertEquals(50 + 10, lab.lines("a takes", "icmp 3/2").size());
  }

  private void flood(int datagrams) {
    for (int i = 0; i < datagrams; i++) {
      a.ip.send(
          Lab.address("10.0.0.1"),
          Lab.address("10.0.0.2"),
          new IpProtocol(47),
          new OpaquePayload(Octets.wrap(new byte[8]), ""),
          SendOptions.DEFAULT);
    }
  }

  @Test
  void identifiers_differ() {
    assertEquals(1, a.icmp.chooseIdentifier());
    assertEquals(2, a.icmp.chooseIdentifier());
  }

  private static Ipv4Datagram udp(String from, String to) {
    return Ipv4Datagram.of(
        Lab.address(from), Lab.address(to), IpProtocol.UDP, 1, new UdpDatagram(1, 2, Octets.EMPTY));
  }

  private void sendToA(IcmpMessage message) {
    MacAddress mac = a.card().mac();
    Ipv4Datagram datagram =
        Ipv4Datagram.of(
            Lab.address("10.0.0.2"), Lab.address("10.0.0.1"), IpProtocol.ICMP, 1, message);
    b.card().port().transmit(new EthernetFrame(mac, b.card().mac(), datagram));
  }
}
