package netarium.engine.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Octets;
import netarium.engine.wire.UdpDatagram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// a — r — b: options are passed over where they are whole, else the source is told of the octet.
class HeaderOptionsTest {
  private final Lab lab = new Lab();
  private final Node a = lab.host("a", "10.0.1.2/24").defaultGateway("10.0.1.1");
  private final Node b = lab.host("b", "10.0.2.2/24").defaultGateway("10.0.2.1");
  private final Node r = lab.router("r", "10.0.1.1/24", "10.0.2.1/24");

  private void arrives(Node at, String options) {
    Octets octets = Octets.wrap(HexFormat.of().parseHex(options));
    Ipv4Header header =
        new Ipv4Header(
            0,
            7,
            false,
            false,
            0,
            64,
            IpProtocol.UDP,
            Lab.address("10.0.1.2"),
            Lab.address("10.0.2.2"),
            octets);
    at.card()
        .receive(
            new EthernetFrame(
                at.card().mac(),
                a.card().mac(),
                new Ipv4Datagram(header, new UdpDatagram(7, 7, a.payload(4)))),
            at.card().port());
  }

  @ParameterizedTest(name = "{0} at octet {1}")
  @CsvSource({
    "44000000, 21", // a length of none
    "44010000, 21",
    "44050000, 21", // longer than the options
    "01010144, 23", // nothing behind the kind
    "0704040044060000, 25", // the second of two
  })
  void brokenOption_isTheSourcesToKnow(String options, int pointer) {
    lab.link(a.card().port(), r.card(0).port());
    lab.link(b.card().port(), r.card(1).port());
    arrives(r, options);
    lab.run();
    List<String> told = lab.lines("r sends", "icmp 12/0");
    assertEquals(1, told.size());
    assertEquals(0, lab.lines("r sends on l2").size());
    assertEquals(List.of("IP option at octet " + pointer), details());
    assertEquals(List.of(pointer), pointers());
  }

  private List<String> details() {
    return lab.log.events().stream()
        .filter(FrameDropped.class::isInstance)
        .map(event -> (FrameDropped) event)
        .filter(drop -> drop.reason() == DropReason.MALFORMED)
        .map(FrameDropped::detail)
        .toList();
  }

  private List<Integer> pointers() {
    return lab.log.events().stream()
        .filter(FrameSent.class::isInstance)
        .map(event -> ((FrameSent) event).frame().payload())
        .filter(Ipv4Datagram.class::isInstance)
        .map(payload -> ((Ipv4Datagram) payload).payload())
        .filter(IcmpMessage.class::isInstance)
        .map(message -> ((IcmpMessage) message).rest() >>> 24)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"01010101", "00ffffff", "44080500000000ff", "8303040100000000"})
  void wholeOptions_arePassedOn(String options) {
    lab.link(a.card().port(), r.card(0).port());
    lab.link(b.card().port(), r.card(1).port());
    arrives(r, options);
    lab.run();
    assertEquals(1, lab.lines("r sends on l2", "udp").size());
    assertEquals(0, lab.lines("r drops").size());
  }

  @Test
  void brokenOptionAtAHost_isAnswered() {
    lab.link(a.card().port(), r.card(0).port());
    lab.link(b.card().port(), r.card(1).port());
    arrives(b, "44000000");
    lab.run();
    assertEquals(1, lab.lines("b sends", "icmp 12/0").size());
    assertEquals(1, lab.lines("a takes", "icmp 12/0").size());
  }
}
