package netarium.engine.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every way in which octets can be bad is a value that names the field, its place and the reason.
class MalformedTest {
  private static final Ipv4Address A = new Ipv4Address(0x0a000102);
  private static final Ipv4Address B = new Ipv4Address(0x0a000103);

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /// Overwrites octets of an emitted value: `at` and what to put there.
  private static Octets changed(Octets emitted, int at, String hex) {
    byte[] changed = emitted.toByteArray();
    byte[] put = octets(hex);
    System.arraycopy(put, 0, changed, at, put.length);
    return Octets.wrap(changed);
  }

  private static void assertMalformed(String field, int offset, String why, Parsed<?> parsed) {
    Parsed.Malformed<?> malformed = assertInstanceOf(Parsed.Malformed.class, parsed);
    assertEquals(field, malformed.field().name());
    assertEquals(offset, malformed.field().offset());
    assertEquals(why, malformed.why());
  }

  private static Ipv4Datagram datagram() {
    Octets payload = Octets.wrap(new byte[] {1, 2, 3});
    return Ipv4Datagram.of(A, B, IpProtocol.UDP, 7, new UdpDatagram(1, 2, payload));
  }

  private static TcpSegment segment() {
    return new TcpSegment(
        49152,
        80,
        new SeqNum(1),
        new SeqNum(0),
        TcpFlags.SYN,
        64240,
        0,
        List.of(new TcpOption.MaximumSegmentSize(1460)),
        Octets.EMPTY);
  }

  /// A segment with other octets in place and a true checksum again.
  private static Octets segmentWith(int at, String hex) {
    byte[] octets = changed(TcpCodec.emit(segment(), A, B), at, hex).toByteArray();
    BigEndian.put16(octets, 16, 0);
    long sum =
        InternetChecksum.pseudoHeader(A, B, IpProtocol.TCP, octets.length)
            + InternetChecksum.sum(octets, 0, octets.length);
    BigEndian.put16(octets, 16, InternetChecksum.complement(sum));
    return Octets.wrap(octets);
  }

  @ParameterizedTest
  @CsvSource({
    "0,65,version,0,6 is not 4",
    "0,44,header length,0,'16 octets, the least is 20'",
    "0,4f,header length,0,'60, but only 31 octets are there'",
    "2,0013,total length,2,19 is less than the header's 20",
    "2,0020,total length,2,'32, but only 31 octets are there'",
    "10,0000,checksum,10,'0x0000, should be 0x64c3'",
  })
  void badIpv4Header_namesTheField(int at, String hex, String field, int offset, String why) {
    Octets octets = changed(Ipv4Codec.emit(datagram()), at, hex);
    assertMalformed(field, offset, why, Ipv4Codec.parse(octets));
  }

  @Test
  void shortOctets_saySoInEveryLayer() {
    Octets seven = Octets.wrap(new byte[7]);
    assertMalformed("frame", 0, "7 octets, an Ethernet header has 14", EthernetCodec.parse(seven));
    assertMalformed("packet", 0, "7 octets, an ARP packet has 28", ArpCodec.parse(seven));
    assertMalformed(
        "header", 0, "7 octets, an IPv4 header has at least 20", Ipv4Codec.parse(seven));
    assertMalformed("header", 0, "7 octets, an ICMP header has 8", IcmpCodec.parse(seven));
    assertMalformed("header", 0, "7 octets, a UDP header has 8", UdpCodec.parse(seven, A, B));
    assertMalformed(
        "header", 0, "7 octets, a TCP header has at least 20", TcpCodec.parse(seven, A, B));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0006,hardware type,6 is not Ethernet",
    "2,86dd,protocol type,34525 is not IPv4",
    "4,08,hardware length,'8, Ethernet has 6'",
    "5,10,protocol length,'16, IPv4 has 4'",
  })
  void arpForSomethingElse_isMalformed(int at, String hex, String field, String why) {
    ArpPacket packet = new ArpPacket(ArpPacket.REQUEST, MacAddress.ZERO, A, MacAddress.ZERO, B);
    assertMalformed(field, at, why, ArpCodec.parse(changed(ArpCodec.emit(packet), at, hex)));
  }

  @ParameterizedTest
  @CsvSource({
    "12,40,data offset,12,'16 octets, the least is 20'",
    "12,70,data offset,12,'28, but only 24 octets are there'",
    "21,00,option length,21,'0, must be 2 to 4 here'",
    "21,01,option length,21,'1, must be 2 to 4 here'",
    "21,05,option length,21,'5, must be 2 to 4 here'",
    "20,01010108,option,23,the header ends before the option's length",
  })
  void badTcpHeader_namesTheField(int at, String hex, String field, int offset, String why) {
    assertMalformed(field, offset, why, TcpCodec.parse(segmentWith(at, hex), A, B));
  }

  @Test
  void tcpChecksumForOtherAddresses_isMalformed() {
    Octets octets = TcpCodec.emit(segment(), A, B);
    Parsed<TcpSegment> parsed = TcpCodec.parse(octets, A, new Ipv4Address(0x0a000104));
    Parsed.Malformed<?> malformed = assertInstanceOf(Parsed.Malformed.class, parsed);
    int held = octets.uint16(16);
    int right = held - 1;
    assertEquals("checksum: 0x%04x, should be 0x%04x".formatted(held, right), malformed.trouble());
  }

  @Test
  void knownOptionWithAnotherLength_isKeptAsUnknown() {
    Parsed<TcpSegment> parsed = TcpCodec.parse(segmentWith(20, "02030500"), A, B);
    TcpSegment read = ((Parsed.Ok<TcpSegment>) parsed).value();
    assertEquals(List.of(new TcpOption.Unknown(2, Octets.wrap(new byte[] {5}))), read.options());
  }

  @ParameterizedTest
  @CsvSource({"000a,10", "000c,12", "0000,0"})
  void udpLengthThatIsNotThatOfTheDatagram_isMalformed(String hex, int length) {
    UdpDatagram datagram = new UdpDatagram(1, 2, Octets.wrap(new byte[] {1, 2, 3}));
    Octets octets = changed(UdpCodec.emit(datagram, A, B), 4, hex);
    assertMalformed(
        "length", 4, length + ", but 11 octets are there", UdpCodec.parse(octets, A, B));
  }

  @Test
  void udpWithoutChecksum_isNotVerified() {
    UdpDatagram datagram = new UdpDatagram(1, 2, Octets.wrap(new byte[] {1, 2, 3}));
    Octets octets = changed(UdpCodec.emit(datagram, A, B), 6, "0000");
    assertEquals(new Parsed.Ok<>(datagram), UdpCodec.parse(octets, A, B));
  }

  @Test
  void damagedUdpInAGoodDatagram_staysOctetsWithItsTrouble() {
    Octets damaged = changed(Ipv4Codec.emit(datagram()), 30, "04");
    Ipv4Datagram read = ((Parsed.Ok<Ipv4Datagram>) Ipv4Codec.parse(damaged)).value();
    OpaquePayload payload = assertInstanceOf(OpaquePayload.class, read.payload());
    assertEquals(damaged.slice(20), payload.octets());
    assertTrue(payload.trouble().startsWith("checksum: 0x"), payload.trouble());
    assertTrue(payload.hasBadChecksum());
    assertEquals(damaged, Ipv4Codec.emit(read));
  }

  @Test
  void damagedHeaderInAFrame_staysOctetsWithItsTrouble() {
    EthernetFrame frame = new EthernetFrame(MacAddress.ZERO, MacAddress.BROADCAST, datagram());
    Octets damaged = changed(frame.octets(), 14, "46");
    EthernetFrame read = EthernetFrame.parse(damaged);
    UnknownPayload payload = assertInstanceOf(UnknownPayload.class, read.payload());
    assertEquals(EtherType.IPV4, payload.etherType());
    assertEquals(damaged, read.octets());
    assertTrue(payload.hasBadChecksum(), payload.trouble());
    assertFalse(frame.equals(read));
  }

  @Test
  void cutFrame_isAFrameWithTrouble() {
    EthernetFrame whole = new EthernetFrame(MacAddress.ZERO, MacAddress.BROADCAST, datagram());
    EthernetFrame cut = EthernetFrame.parse(whole.octets().slice(0, 40));
    assertEquals(
        "total length: 31, but only 26 octets are there",
        assertInstanceOf(UnknownPayload.class, cut.payload()).trouble());
    EthernetFrame stump = EthernetFrame.parse(whole.octets().slice(0, 5));
    assertEquals(
        "frame: 5 octets, an Ethernet header has 14",
        assertInstanceOf(UnknownPayload.class, stump.payload()).trouble());
    assertEquals(60, stump.octets().length());
  }

  @Test
  void quotation_readsTheHeaderOfADatagramThatIsNotAllThere() {
    Octets quote = Ipv4Codec.emit(datagram()).slice(0, 28);
    assertEquals(
        new Parsed.Ok<>(new QuotedDatagram(datagram().header(), quote.slice(20))),
        Ipv4Codec.parseQuoted(quote));
    assertMalformed(
        "header",
        0,
        "19 octets, an IPv4 header has at least 20",
        Ipv4Codec.parseQuoted(quote.slice(0, 19)));
  }
}
