package netarium.engine.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Octets that were not made by us: both directions against pinned frames.
class KnownOctetsTest {
  private static final MacAddress MAC_A = new MacAddress(0x02000a000103L);
  private static final MacAddress MAC_B = new MacAddress(0x02000a000102L);
  private static final Ipv4Address A = new Ipv4Address(0x0a000103);
  private static final Ipv4Address B = new Ipv4Address(0x0a000102);

  private static void assertBothWays(EthernetFrame frame, String hex) {
    Octets octets = Octets.wrap(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    assertEquals(octets, frame.octets());
    assertEquals(frame, EthernetFrame.parse(octets));
  }

  @Test
  void arpRequest() {
    assertBothWays(
        new EthernetFrame(
            MacAddress.BROADCAST,
            MAC_A,
            new ArpPacket(ArpPacket.REQUEST, MAC_A, A, MacAddress.ZERO, B)),
        """
        ff ff ff ff ff ff 02 00 0a 00 01 03 08 06
        00 01 08 00 06 04 00 01
        02 00 0a 00 01 03 0a 00 01 03
        00 00 00 00 00 00 0a 00 01 02
        00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
        """);
  }

  /// As Linux sends it; tshark confirms the checksums.
  @Test
  void tcpSynWithLinuxOptions() {
    TcpSegment syn =
        new TcpSegment(
            49152,
            80,
            new SeqNum(0x01020304),
            new SeqNum(0),
            TcpFlags.SYN,
            64240,
            0,
            TcpOption.aligned(
                List.of(
                    new TcpOption.MaximumSegmentSize(1460),
                    new TcpOption.SackPermitted(),
                    new TcpOption.Timestamps(0x11223344, 0),
                    new TcpOption.WindowScale(7))),
            Octets.EMPTY);
    Ipv4Datagram datagram = Ipv4Datagram.of(A, B, IpProtocol.TCP, 0x1234, syn);
    assertBothWays(
        new EthernetFrame(
            MAC_B,
            MAC_A,
            new Ipv4Datagram(datagram.header().withDontFragment(true), datagram.payload())),
        """
        02 00 0a 00 01 02 02 00 0a 00 01 03 08 00
        45 00 00 3c 12 34 40 00 40 06 12 84 0a 00 01 03 0a 00 01 02
        c0 00 00 50 01 02 03 04 00 00 00 00 a0 02 fa f0 2e 4e 00 00
        02 04 05 b4 04 02 08 0a 11 22 33 44 00 00 00 00 01 03 03 07
        """);
  }

  /// The worked IPv4 header that textbooks and encyclopaedias share.
  @Test
  void headerChecksumOfTheTextbook() {
    byte[] header =
        HexFormat.of().parseHex("4500007300004000401100 00c0a80001c0a800c7".replace(" ", ""));
    assertEquals(0xb861, InternetChecksum.complement(InternetChecksum.sum(header, 0, 20)));
  }

  @Test
  void echoRequest() {
    Octets data = Octets.wrap("abcdefgh".getBytes(StandardCharsets.US_ASCII));
    assertEquals(
        "0800" + "6667" + "0001" + "0002" + "6162636465666768",
        IcmpCodec.emit(IcmpMessage.echo(IcmpMessage.ECHO_REQUEST, 1, 2, data)).toString());
  }

  /// Zero in the field would say that there is no checksum (RFC 768).
  @Test
  void udpChecksumThatComesOutAsZero_isSentAsAllOnes() {
    UdpDatagram zeros = new UdpDatagram(5000, 6000, Octets.wrap(new byte[2]));
    Octets payload = UdpCodec.emit(zeros, A, B).slice(6, 8);
    UdpDatagram datagram = new UdpDatagram(5000, 6000, payload);
    Octets octets = UdpCodec.emit(datagram, A, B);
    assertEquals(0xffff, octets.uint16(6));
    assertEquals(new Parsed.Ok<>(datagram), UdpCodec.parse(octets, A, B));
  }
}
