package netarium.engine.analysis.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Octets;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import org.jspecify.annotations.Nullable;

/// What a name of the filter language means for a frame. Each has no value in a frame, one, or two.
enum Fields {
  FRAME_LEN("frame.len", (frame, out) -> out.test(frame.lengthOctets())),
  ARP("arp", (frame, out) -> frame.payload() instanceof ArpPacket && out.test(1)),
  IP("ip", (frame, out) -> ip(frame) != null && out.test(1)),
  IP_SRC("ip.src", (frame, out) -> has(ip(frame), ip -> out.test(source(ip)))),
  IP_DST("ip.dst", (frame, out) -> has(ip(frame), ip -> out.test(destination(ip)))),
  IP_ADDR(
      "ip.addr",
      (frame, out) -> has(ip(frame), ip -> out.test(source(ip)) || out.test(destination(ip)))),
  IP_TTL("ip.ttl", (frame, out) -> has(ip(frame), ip -> out.test(ip.ttl()))),
  ICMP("icmp", (frame, out) -> icmp(frame) != null && out.test(1)),
  ICMP_TYPE("icmp.type", (frame, out) -> has(icmp(frame), icmp -> out.test(icmp.type()))),
  ICMP_CODE("icmp.code", (frame, out) -> has(icmp(frame), icmp -> out.test(icmp.code()))),
  UDP("udp", (frame, out) -> udp(frame) != null && out.test(1)),
  UDP_SRCPORT("udp.srcport", (frame, out) -> has(udp(frame), u -> out.test(u.sourcePort()))),
  UDP_DSTPORT("udp.dstport", (frame, out) -> has(udp(frame), u -> out.test(u.destinationPort()))),
  UDP_PORT(
      "udp.port",
      (frame, out) ->
          has(udp(frame), u -> out.test(u.sourcePort()) || out.test(u.destinationPort()))),
  TCP("tcp", (frame, out) -> tcp(frame) != null && out.test(1)),
  TCP_SRCPORT("tcp.srcport", (frame, out) -> has(tcp(frame), t -> out.test(t.sourcePort()))),
  TCP_DSTPORT("tcp.dstport", (frame, out) -> has(tcp(frame), t -> out.test(t.destinationPort()))),
  TCP_PORT(
      "tcp.port",
      (frame, out) ->
          has(tcp(frame), t -> out.test(t.sourcePort()) || out.test(t.destinationPort()))),
  TCP_LEN("tcp.len", (frame, out) -> has(tcp(frame), t -> out.test(t.payload().length()))),
  TCP_FIN("tcp.flags.fin", (frame, out) -> flag(frame, TcpFlags.FIN_BIT, out)),
  TCP_SYN("tcp.flags.syn", (frame, out) -> flag(frame, TcpFlags.SYN_BIT, out)),
  TCP_RST("tcp.flags.rst", (frame, out) -> flag(frame, TcpFlags.RST_BIT, out)),
  TCP_RESET("tcp.flags.reset", (frame, out) -> flag(frame, TcpFlags.RST_BIT, out)),
  TCP_PSH("tcp.flags.psh", (frame, out) -> flag(frame, TcpFlags.PSH_BIT, out)),
  TCP_PUSH("tcp.flags.push", (frame, out) -> flag(frame, TcpFlags.PSH_BIT, out)),
  TCP_ACK("tcp.flags.ack", (frame, out) -> flag(frame, TcpFlags.ACK_BIT, out)),
  HTTP("http", (frame, out) -> isHttp(frame) && out.test(1));

  private static final List<String> HTTP_STARTS =
      List.of(
          "HTTP/1.",
          "GET ",
          "POST ",
          "PUT ",
          "HEAD ",
          "DELETE ",
          "OPTIONS ",
          "PATCH ",
          "CONNECT ",
          "TRACE ");

  /// Offers the field's values to `out` until one is accepted; whether one was.
  private interface Values {
    boolean any(EthernetFrame frame, LongPredicate out);
  }

  private interface Test<T> {
    boolean test(T layer);
  }

  private final String text;

  /// A lambda that captures nothing, which the checker cannot see.
  @SuppressWarnings("Immutable")
  private final Values values;

  Fields(String text, Values values) {
    this.text = text;
    this.values = values;
  }

  String text() {
    return text;
  }

  static @Nullable Fields named(String name) {
    for (Fields each : values()) {
      if (each.text.equals(name)) {
        return each;
      }
    }
    return null;
  }

  static String names() {
    List<String> names = new ArrayList<>();
    for (Fields each : values()) {
      names.add(each.text);
    }
    return String.join(", ", names);
  }

  boolean isAddress() {
    return this == IP_SRC || this == IP_DST || this == IP_ADDR;
  }

  boolean any(EthernetFrame frame, LongPredicate holds) {
    return values.any(frame, holds);
  }

  boolean isIn(EthernetFrame frame) {
    return values.any(frame, any -> true);
  }

  /// What a name alone asks: a flag is there and set, anything else is there.
  static boolean isSet(Fields field, EthernetFrame frame) {
    boolean isFlag = field.text.startsWith("tcp.flags.");
    return field.any(frame, value -> !isFlag || value != 0);
  }

  private static <T> boolean has(@Nullable T layer, Test<T> test) {
    return layer != null && test.test(layer);
  }

  private static long source(Ipv4Datagram ip) {
    return Integer.toUnsignedLong(ip.source().bits());
  }

  private static long destination(Ipv4Datagram ip) {
    return Integer.toUnsignedLong(ip.destination().bits());
  }

  private static @Nullable Ipv4Datagram ip(EthernetFrame frame) {
    return frame.payload() instanceof Ipv4Datagram datagram ? datagram : null;
  }

  private static @Nullable IcmpMessage icmp(EthernetFrame frame) {
    Ipv4Datagram ip = ip(frame);
    return ip != null && ip.payload() instanceof IcmpMessage message ? message : null;
  }

  private static @Nullable UdpDatagram udp(EthernetFrame frame) {
    Ipv4Datagram ip = ip(frame);
    return ip != null && ip.payload() instanceof UdpDatagram datagram ? datagram : null;
  }

  private static @Nullable TcpSegment tcp(EthernetFrame frame) {
    Ipv4Datagram ip = ip(frame);
    return ip != null && ip.payload() instanceof TcpSegment segment ? segment : null;
  }

  private static boolean flag(EthernetFrame frame, int bit, LongPredicate out) {
    TcpSegment segment = tcp(frame);
    return segment != null && out.test((segment.flags().bits() & bit) != 0 ? 1 : 0);
  }

  /// A segment that begins a message of HTTP/1: one frame alone does not show more.
  private static boolean isHttp(EthernetFrame frame) {
    TcpSegment segment = tcp(frame);
    if (segment == null || segment.payload().isEmpty()) {
      return false;
    }
    Octets payload = segment.payload();
    byte[] head = payload.slice(0, Math.min(8, payload.length())).toByteArray();
    String start = new String(head, US_ASCII);
    return HTTP_STARTS.stream().anyMatch(start::startsWith);
  }
}
