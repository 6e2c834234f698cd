package netarium.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.SplittableRandom;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.UdpDatagram;
import org.junit.jupiter.api.Test;

/// DNS messages (RFC 1035), names compressed and not.
class DnsLayerTest {
  /// www.example.org, A: an alias of web.example.org with one address, its name server, and more.
  static final String ANSWER =
      "2a5f 8580 0001 0002 0002 0005"
          + "03777777 076578616d706c65 036f7267 00 0001 0001"
          + "c00c 0005 0001 0000003c 0006 03776562 c010"
          + "c02d 0001 0001 0000003c 0004 0a000202"
          + "c010 0002 0001 00000e10 0005 026e73 c010"
          + "c010 0006 0001 00000e10 001e c04f 0561646d696e c010"
          + "00000007 00000e10 00000258 00093a80 0000003c"
          + "c02d 001c 0001 0000003c 0010 20010db8000000000000000000000002"
          + "c010 000f 0001 0000003c 0009 000a 046d61696c c010"
          + "c010 0010 0001 0000003c 000c 0568656c6c6f 05776f726c64"
          + "0132 0131 0130 023130 07696e2d61646472 0461727061 00 000c 0001 0000003c 0002 c02d"
          + "00 0029 04d0 00000000 0000";

  private static EthernetFrame udp(int from, int to, Octets text) {
    return new EthernetFrame(
        MacAddress.BROADCAST,
        MacAddress.ZERO,
        Ipv4Datagram.of(
            new Ipv4Address(0x0a000001),
            new Ipv4Address(0x0a000002),
            IpProtocol.UDP,
            1,
            new UdpDatagram(from, to, text)));
  }

  private static Octets hex(String digits) {
    return Octets.wrap(HexFormat.of().parseHex(digits.replace(" ", "")));
  }

  private static final Octets QUERY =
      hex("2a5f 0100 0001 0000 0000 0000 03777777 076578616d706c65 036f7267 00 0001 0001");

  @Test
  void query_isRead() {
    EthernetFrame frame = udp(5000, 53, QUERY);
    Dissection dissection = Dissection.of(frame);
    LayerField name = dissection.field("dns.qry.name").orElseThrow();
    assertEquals("www.example.org", name.value());
    assertEquals(14 + 20 + 8 + 12, name.offset());
    assertEquals(17, name.length());
    FrameInfo info = FrameInfo.of(frame, FramePlace.ALONE);
    assertEquals("DNS", info.protocol());
    assertEquals("Standard query 0x2a5f A www.example.org", info.text());
    assertEquals("frame.dns.query", FrameMeaning.of(frame, FramePlace.ALONE).key());
  }

  private static String value(Dissection dissection, String key) {
    return dissection.field(key).orElseThrow().value();
  }

  @Test
  void answer_isReadWithItsPointers() {
    EthernetFrame frame = udp(53, 5000, hex(ANSWER));
    Dissection dissection = Dissection.of(frame);
    assertEquals("web.example.org", value(dissection, "dns.cname"));
    assertEquals("10.0.2.2", value(dissection, "dns.a"));
    assertEquals("ns.example.org", value(dissection, "dns.ns"));
    assertEquals("ns.example.org", value(dissection, "dns.soa.mname"));
    assertEquals("admin.example.org", value(dissection, "dns.soa.rname"));
    assertEquals("7", value(dissection, "dns.soa.serial_number"));
    assertEquals("2001:db8::2", value(dissection, "dns.aaaa"));
    assertEquals("mail.example.org", value(dissection, "dns.mx.mail_exchange"));
    assertEquals("helloworld", value(dissection, "dns.txt"));
    assertEquals("web.example.org", value(dissection, "dns.ptr.domain_name"));
    assertEquals("60", value(dissection, "dns.resp.ttl"));
    assertEquals(
        "Standard query response 0x2a5f A www.example.org CNAME web.example.org A 10.0.2.2",
        FrameInfo.of(frame, FramePlace.ALONE).text());
    Layer dns = dissection.layer(Layer.Kind.DNS).orElseThrow();
    int next = dns.offset();
    for (LayerField field : dns.fields()) {
      assertEquals(next, field.offset(), field.key());
      next = field.end();
    }
    assertEquals(dns.end(), next);
  }

  @Test
  void otherOctetsOfPort53_areData() {
    Dissection dissection = Dissection.of(udp(5000, 53, Octets.wrap(new byte[20])));
    assertTrue(dissection.layer(Layer.Kind.DNS).isEmpty());
    assertFalse(dissection.layer(Layer.Kind.DATA).isEmpty());
  }

  @Test
  void pointerInACircle_isNoName() {
    assertNull(DnsName.read(hex("c000"), 0));
    assertNull(DnsName.read(hex("03777777 c000"), 0));
    assertNull(DnsName.read(hex("0377"), 0));
    assertEquals(new DnsName("<Root>", 1, false), DnsName.read(hex("00"), 0));
  }

  @Test
  void anyOctets_areReadOrNot() {
    SplittableRandom random = new SplittableRandom(1035);
    byte[] seed = hex(ANSWER).toByteArray();
    for (int round = 0; round < 20_000; round++) {
      byte[] octets = seed.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      EthernetFrame frame = udp(53, 5000, Octets.wrap(octets));
      Dissection dissection = Dissection.of(frame);
      assertTrue(dissection.layers().getLast().end() <= frame.octets().length());
      FrameInfo.of(frame, FramePlace.ALONE);
      FrameMeaning.of(frame, FramePlace.ALONE);
    }
  }
}
