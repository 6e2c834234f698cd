package netarium.engine.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.UdpDatagram;
import org.junit.jupiter.api.Test;

class LoopbackTest {
  private final Lab lab = new Lab();
  private final Node a = lab.host("a", "10.0.0.1/24");
  private final Node b = lab.host("b", "10.0.0.2/24");

  @Test
  void pingToItself_travelsOverLoInTenMicroseconds() {
    lab.link(a, b);
    a.ping("127.0.0.1");
    lab.run();
    assertEquals(
        List.of(
            "0 a sends on lo 127.0.0.1 > 127.0.0.1 icmp 8/0",
            "10000 a takes from lo 127.0.0.1 > 127.0.0.1 icmp 8/0",
            "10000 a sends on lo 127.0.0.1 > 127.0.0.1 icmp 0/0",
            "20000 a takes from lo 127.0.0.1 > 127.0.0.1 icmp 0/0"),
        lab.lines());
    FrameSent sent = (FrameSent) lab.log.event(0);
    assertEquals(MacAddress.ZERO, sent.frame().source());
    assertEquals(MacAddress.ZERO, sent.frame().destination());
    assertEquals(sent.from(), sent.to());
  }

  @Test
  void otherLoopbackAddress_isThisNodeToo() {
    a.ping("127.1.1.1");
    lab.run();
    assertEquals(
        List.of(
            "0 a sends on lo 127.0.0.1 > 127.1.1.1 icmp 8/0",
            "10000 a takes from lo 127.0.0.1 > 127.1.1.1 icmp 8/0",
            "10000 a sends on lo 127.1.1.1 > 127.0.0.1 icmp 0/0",
            "20000 a takes from lo 127.1.1.1 > 127.0.0.1 icmp 0/0"),
        lab.lines());
    assertEquals("127.1.1.1", a.onlyReply().from().toString());
  }

  @Test
  void ownAddress_isReachedFromItselfAndNeverOnTheLink() {
    lab.link(a, b);
    a.ping("10.0.0.1");
    lab.run();
    assertEquals(4, lab.lines("lo 10.0.0.1 > 10.0.0.1").size());
    assertEquals(4, lab.lines().size());
  }

  @Test
  void bigDatagram_fitsWhole() {
    a.ping("127.0.0.1", 60_000, SendOptions.DEFAULT);
    lab.run();
    assertEquals(60_000, a.onlyReply().payload().length());
    assertEquals(0, lab.lines("fragment").size());
  }

  @Test
  void loopbackSource_cannotLeaveTheNode() {
    lab.link(a, b);
    assertEquals(
        new SendResult.BadSource(),
        a.ip.send(
            Lab.address("127.0.0.1"),
            Lab.address("10.0.0.2"),
            IpProtocol.UDP,
            new UdpDatagram(1, 2, Octets.EMPTY),
            SendOptions.DEFAULT));
    assertEquals(List.of(), lab.lines());
  }

  @Test
  void foreignSource_isRefused() {
    lab.link(a, b);
    assertEquals(
        new SendResult.BadSource(),
        a.ip.send(
            Lab.address("10.0.0.77"),
            Lab.address("10.0.0.2"),
            IpProtocol.UDP,
            new UdpDatagram(1, 2, Octets.EMPTY),
            SendOptions.DEFAULT));
  }

  @Test
  void loopbackAddressFromOutside_isDropped() {
    lab.link(a, b);
    for (String[] ends :
        new String[][] {
          {"127.0.0.1", "10.0.0.1"},
          {"10.0.0.2", "127.0.0.1"},
          {"10.0.0.1", "10.0.0.1"},
          {"224.0.0.1", "10.0.0.1"},
          {"255.255.255.255", "10.0.0.1"},
          {"10.0.0.255", "10.0.0.1"},
          {"0.0.0.0", "10.0.0.1"}
        }) {
      Ipv4Datagram martian =
          Ipv4Datagram.of(
              Lab.address(ends[0]),
              Lab.address(ends[1]),
              IpProtocol.UDP,
              1,
              new UdpDatagram(1, 2, Octets.EMPTY));
      b.card().transmit(new EthernetFrame(a.card().mac(), b.card().mac(), martian));
    }
    lab.run();
    assertEquals(7, lab.lines("a drops bad-source").size());
    assertEquals(0, lab.lines("a sends").size(), "nobody is told about a martian");
    assertTrue(lab.lines("b drops").isEmpty());
  }
}
