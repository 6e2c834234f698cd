package netarium.engine.analysis.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Payload;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameFilterTest {
  private static EthernetFrame frame(IpProtocol protocol, Ipv4Payload payload) {
    return new EthernetFrame(
        MacAddress.BROADCAST,
        MacAddress.ZERO,
        Ipv4Datagram.of(
            new Ipv4Address(0x0a000001), new Ipv4Address(0xc0000002), protocol, 1, payload));
  }

  private static final EthernetFrame SYN = tcp(TcpFlags.SYN, "");
  private static final EthernetFrame GET = tcp(TcpFlags.PSH_ACK, "GET / HTTP/1.1\r\n");
  private static final EthernetFrame DNS =
      frame(IpProtocol.UDP, new UdpDatagram(5000, 53, Octets.wrap(new byte[20])));

  private static EthernetFrame tcp(TcpFlags flags, String text) {
    return frame(
        IpProtocol.TCP,
        new TcpSegment(
            5000,
            80,
            new SeqNum(1),
            new SeqNum(2),
            flags,
            100,
            0,
            List.of(),
            Octets.wrap(text.getBytes(US_ASCII))));
  }

  /// Which of the three frames match, as letters.
  private static String matching(String text) {
    FrameFilter.Result result = FrameFilter.compile(text);
    FrameFilter filter = assertInstanceOf(FrameFilter.Compiled.class, result, text).filter();
    return (filter.matches(SYN) ? "S" : "")
        + (filter.matches(GET) ? "G" : "")
        + (filter.matches(DNS) ? "D" : "");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "tcp; SG",
        "udp; D",
        "arp; ''",
        "http; G",
        "tcp.flags.syn; S",
        "tcp.flags.syn == 0; G",
        "!tcp.flags.syn; GD",
        "tcp.len > 0; G",
        "tcp.len == 0; S",
        "tcp.port == 80; SG",
        "tcp.port != 80; ''",
        "tcp.srcport != 80; SG",
        "udp.port == 53; D",
        "ip.addr == 192.0.0.2; SGD",
        "ip.src == 192.0.0.2; ''",
        "ip.dst == 192.0.0.2; SGD",
        "tcp || udp; SGD",
        "tcp && udp; ''",
        "udp || tcp && tcp.flags.push; GD",
        "(udp || tcp) && !(tcp.flags.syn || http); D",
        "not tcp and ip.ttl >= 1; D",
        "frame.len <= 60; S",
        "tcp.flags.ack == true; G",
        "!!tcp; SG"
      })
  void filter_matchesWhatItNames(String text, String expected) {
    assertEquals(expected, matching(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "tcp.flag.syn; column 1: 'tcp.flag.syn' is not known",
        "tcp &&; column 7: a test is missing here",
        "(tcp; column 5: a ) is missing here",
        "tcp udp; column 5: 'udp' is one word too many",
        "ip.src == x; column 11: 'x' is no value for ip.src; write an address",
        "tcp.len > ten; column 11: 'ten' is no value for tcp.len; write a number",
        "tcp $ udp; column 5: '$' has no meaning here"
      })
  void unreadable_saysWhereAndWhatToDo(String text, String expected) {
    FrameFilter.Result result = FrameFilter.compile(text);
    String message = assertInstanceOf(FrameFilter.Unreadable.class, result).message();
    assertTrue(message.startsWith(expected), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000})
  void deepNesting_isRefusedAndNoOverflow(int depth) {
    assertInstanceOf(FrameFilter.Unreadable.class, FrameFilter.compile("(".repeat(depth) + "tcp"));
    assertInstanceOf(FrameFilter.Unreadable.class, FrameFilter.compile("!".repeat(depth) + "tcp"));
  }
}
