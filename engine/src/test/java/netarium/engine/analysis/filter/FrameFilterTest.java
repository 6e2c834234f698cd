package netarium.engine.analysis.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.analysis.ExpertNote;
import netarium.engine.analysis.FramePlace;
import netarium.engine.analysis.Phrase;
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
        "!!tcp; SG",
        "http.request.method == \"GET\" && tcp.port == 80; G",
        "http.request.method == POST; ''",
        "http.request.uri contains \"/\"; G",
        "http.response; ''",
        "tcp.port in {25, 80}; SG",
        "tcp.port in {25 53}; ''",
        "ip.addr == 192.0.0.0/24; SGD",
        "ip.addr == 192.0.1.0/24; ''",
        "eth.dst == ff:ff:ff:ff:ff:ff; SGD",
        "tcp.flags == 0x0018; G",
        "tcp.len gt 0 or udp; GD"
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
        "tcp $ udp; column 5: '$' has no meaning here",
        "http == 1; column 6: 'http' has no value to compare",
        "node == r1; column 1: 'node' is known only in a list of packets",
        "http.request.method < \"A\"; column 21: '<' does not fit http.request.method",
        "http.request.uri == \"/; column 21: a quote is not closed",
        "tcp.port in 80; column 13: a list of values in { } is missing here"
      })
  void unreadable_saysWhereAndWhatToDo(String text, String expected) {
    FrameFilter.Result result = FrameFilter.compile(text);
    String message = assertInstanceOf(FrameFilter.Unreadable.class, result).message();
    assertTrue(message.startsWith(expected), message);
  }

  private record Sent(EthernetFrame frame, long nanos, String sender) implements FilterSubject {
    @Override
    public String link() {
      return "l1";
    }

    @Override
    public String receiver() {
      return "r1";
    }

    @Override
    public FramePlace place() {
      return new FramePlace(3, new SeqNum(0), new SeqNum(0), 2, true);
    }

    @Override
    public List<ExpertNote> notes() {
      return List.of(new ExpertNote(ExpertNote.Kind.DUPLICATE_ACK, Phrase.NONE));
    }

    @Override
    public String dropReason() {
      return "loss";
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "frame.time_relative > 0.19; true",
        "frame.time_relative >= 0.2001; false",
        "node == \"r1\"; true",
        "node.src == r1; false",
        "node.src == client; true",
        "link == l1 && tcp.stream == 3; true",
        "tcp.window_size == 400; true",
        "tcp.seq == 1; true",
        "tcp.analysis.duplicate_ack; true",
        "tcp.analysis.retransmission; false",
        "dropped.reason == loss; true",
        "!dropped; false"
      })
  void filterInARun_asksForWhatTheRunKnows(String text, boolean expected) {
    FrameFilter.Result result = FrameFilter.compileForRun(text);
    FrameFilter filter = assertInstanceOf(FrameFilter.Compiled.class, result, text).filter();
    assertEquals(expected, filter.matches(new Sent(GET, 200_000_000, "client")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "tcp.flags.s|; 0; tcp.flags.syn",
        "tcp.flags.syn |; 14; == != < <= > >= in && ||",
        "http.request.method == |; 23; \"GET\" \"POST\" \"PUT\" \"DELETE\" \"HEAD\" \"OPTIONS\"",
        "http.request.method == \"P|; 23; \"POST\" \"PUT\"",
        "node == |; 8; \"client\" \"r1\"",
        "tcp.port == 80 |; 15; && ||",
        "arp || udp.d|; 7; udp.dstport"
      })
  void textBeingTyped_offersWhatMayFollow(String text, int from, String expected) {
    int caret = text.indexOf('|', text.startsWith("arp") ? 6 : 0);
    Completion completion =
        Completion.at(text.substring(0, caret), caret, name -> List.of("client", "r1"));
    assertEquals(expected, String.join(" ", completion.words()));
    assertEquals(from, completion.from());
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000})
  void deepNesting_isRefusedAndNoOverflow(int depth) {
    assertInstanceOf(FrameFilter.Unreadable.class, FrameFilter.compile("(".repeat(depth) + "tcp"));
    assertInstanceOf(FrameFilter.Unreadable.class, FrameFilter.compile("!".repeat(depth) + "tcp"));
  }
}
