package netarium.engine.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EtherType;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.FramePayload;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Payload;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.OpaquePayload;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import netarium.engine.wire.UnknownPayload;
import netarium.engine.wire.WireGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSummaryTest {
  private static final Ipv4Address A = new Ipv4Address(0x0a000103);
  private static final Ipv4Address B = new Ipv4Address(0x0a000102);
  private static final MacAddress MAC = new MacAddress(0x02000a000102L);

  private static String summary(FramePayload payload) {
    FrameSummary summary = FrameSummary.of(new EthernetFrame(MacAddress.BROADCAST, MAC, payload));
    return summary.protocol() + " " + summary.text();
  }

  private static String summary(IpProtocol protocol, Ipv4Payload payload) {
    return summary(Ipv4Datagram.of(A, B, protocol, 0x1234, payload));
  }

  private static String icmp(int type, int code, int rest) {
    return summary(IpProtocol.ICMP, new IcmpMessage(type, code, rest, Octets.EMPTY));
  }

  private static TcpSegment segment(TcpFlags flags, List<TcpOption> options, String payload) {
    return new TcpSegment(
        49152,
        80,
        new SeqNum(-1),
        new SeqNum(7),
        flags,
        64240,
        0,
        options,
        Octets.wrap(payload.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void arp() {
    assertEquals(
        "ARP Who has 10.0.1.2? Tell 10.0.1.3",
        summary(new ArpPacket(ArpPacket.REQUEST, MAC, A, MacAddress.ZERO, B)));
    assertEquals(
        "ARP 10.0.1.2 is at 02:00:0a:00:01:02",
        summary(new ArpPacket(ArpPacket.REPLY, MAC, B, MacAddress.ZERO, A)));
    assertEquals(
        "ARP Announcement for 10.0.1.3",
        summary(new ArpPacket(ArpPacket.REQUEST, MAC, A, MacAddress.ZERO, A)));
  }

  @Test
  void tcp() {
    List<TcpOption> options =
        TcpOption.aligned(
            List.of(
                new TcpOption.MaximumSegmentSize(1460),
                new TcpOption.SackPermitted(),
                new TcpOption.Timestamps(-1, 2),
                new TcpOption.WindowScale(7)));
    assertEquals(
        "TCP 49152 → 80 [SYN] Seq=4294967295 Win=64240 Len=0 MSS=1460 SACK_PERM"
            + " TSval=4294967295 TSecr=2 WS=128",
        summary(IpProtocol.TCP, segment(TcpFlags.SYN, options, "")));
    assertEquals(
        "TCP 49152 → 80 [PSH, ACK] Seq=4294967295 Ack=7 Win=64240 Len=5",
        summary(IpProtocol.TCP, segment(TcpFlags.PSH_ACK, List.of(), "hello")));
  }

  @ParameterizedTest
  @CsvSource({
    "'GET / HTTP/1.0\r\nHost: a\r\n\r\n',HTTP GET / HTTP/1.0",
    "'HTTP/1.1 404 Not Found\r\n',HTTP HTTP/1.1 404 Not Found",
    "'POST /a b HTTP/1.1\n',HTTP POST /a b HTTP/1.1",
    "'GET /a-line-that-goes-on',HTTP GET /a-line-that-goes-on",
    "'GET me a beer\r\n','TCP 49152 → 80 [PSH, ACK] Seq=4294967295 Ack=7 Win=64240 Len=15'",
    "'get / HTTP/1.0\r\n','TCP 49152 → 80 [PSH, ACK] Seq=4294967295 Ack=7 Win=64240 Len=16'",
    "'GET /\u0001 HTTP/1.0\r\n','TCP 49152 → 80 [PSH, ACK] Seq=4294967295 Ack=7 Win=64240 Len=17'",
  })
  void http_byItsFirstLineWhateverThePort(String payload, String expected) {
    assertEquals(expected, summary(IpProtocol.TCP, segment(TcpFlags.PSH_ACK, List.of(), payload)));
  }

  @Test
  void longRequestLine_isCut() {
    String line = "GET /" + "x".repeat(500) + " HTTP/1.1\r\n";
    assertEquals(
        "HTTP " + line.substring(0, 120) + "…",
        summary(IpProtocol.TCP, segment(TcpFlags.PSH_ACK, List.of(), line)));
  }

  @Test
  void icmp() {
    assertEquals("ICMP Echo request id=1 seq=2 ttl=64", icmp(8, 0, 0x10002));
    assertEquals("ICMP Echo reply id=1 seq=2 ttl=64", icmp(0, 0, 0x10002));
    assertEquals("ICMP Destination unreachable (port)", icmp(3, 3, 0));
    assertEquals("ICMP Destination unreachable (fragmentation needed, MTU=576)", icmp(3, 4, 576));
    assertEquals("ICMP Time exceeded (TTL used up on the way)", icmp(11, 0, 0));
    assertEquals("ICMP Type 13 code=0", icmp(13, 0, 0));
  }

  @Test
  void whatStaysOctets() {
    assertEquals(
        "UDP 5353 → 53 Len=0", summary(IpProtocol.UDP, new UdpDatagram(5353, 53, Octets.EMPTY)));
    Octets eight = Octets.wrap(new byte[8]);
    Ipv4Datagram whole =
        Ipv4Datagram.of(A, B, IpProtocol.UDP, 0x1234, new OpaquePayload(eight, ""));
    assertEquals(
        "IPv4 Fragment of UDP id=0x1234 octets 1480 to 1487, the last",
        summary(new Ipv4Datagram(whole.header().withFragment(1480, false), whole.payload())));
    assertEquals(
        "IPv4 Protocol 103 Len=8", summary(new IpProtocol(103), new OpaquePayload(eight, "")));
    assertEquals(
        "UDP Malformed length: 9, but 8 octets are there",
        summary(IpProtocol.UDP, new OpaquePayload(eight, "length: 9, but 8 octets are there")));
    assertEquals(
        "IPv4 Malformed version: 6 is not 4",
        summary(new UnknownPayload(EtherType.IPV4, eight, "version: 6 is not 4")));
    assertEquals("IPv6 Type 0x86dd Len=46", summary(new UnknownPayload(EtherType.IPV6, eight, "")));
  }

  @Test
  void anyFrame_hasASummaryOnOneLine() {
    WireGenerator generator = new WireGenerator(11);
    for (int i = 0; i < 2_000; i++) {
      FrameSummary summary = FrameSummary.of(generator.frame());
      assertFalse(summary.protocol().isEmpty() || summary.text().isEmpty());
      assertFalse(summary.text().chars().anyMatch(c -> c < ' '), summary.text());
    }
  }
}
