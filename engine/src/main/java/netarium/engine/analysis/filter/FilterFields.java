package netarium.engine.analysis.filter;

import static netarium.engine.analysis.filter.FilterField.numeric;
import static netarium.engine.analysis.filter.FilterField.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import netarium.engine.analysis.ExpertNote;
import netarium.engine.analysis.filter.FilterField.Kind;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import org.jspecify.annotations.Nullable;

/// All names of the filter language. Those of protocols are Wireshark's; `node`, `link` and their
/// kind are ours, for what only a simulator knows.
final class FilterFields {
  private static final Map<String, FilterField> BY_NAME = new LinkedHashMap<>();

  static {
    addFrame();
    addArpAndIp();
    addIcmpAndUdp();
    addTcp();
    HttpFilterFields.all().forEach(FilterFields::put);
    TalkFilterFields.all().forEach(FilterFields::put);
    TlsFilterFields.all().forEach(FilterFields::put);
    DnsFilterFields.all().forEach(FilterFields::put);
    HlhvFilterFields.all().forEach(FilterFields::put);
    addRun();
  }

  private FilterFields() {}

  static @Nullable FilterField named(String name) {
    return BY_NAME.get(name);
  }

  /// In the order in which they are explained.
  static List<String> names(boolean withRun) {
    return BY_NAME.values().stream()
        .filter(field -> withRun || !field.needsRun())
        .map(FilterField::name)
        .toList();
  }

  private static void put(FilterField field) {
    BY_NAME.put(field.name(), field);
  }

  private static void number(String name, ToLongFunction<FilterSubject> value) {
    put(numeric(name, Kind.NUMBER, (subject, out) -> out.test(value.applyAsLong(subject))));
  }

  private static void addFrame() {
    number("frame.len", subject -> subject.frame().lengthOctets());
    put(
        numeric("frame.time_relative", Kind.SECONDS, (subject, out) -> out.test(subject.nanos()))
            .inRun());
    put(mac("eth.src", (frame, out) -> out.test(frame.source().bits())));
    put(mac("eth.dst", (frame, out) -> out.test(frame.destination().bits())));
    put(
        mac(
            "eth.addr",
            (frame, out) ->
                out.test(frame.source().bits()) || out.test(frame.destination().bits())));
    number("eth.type", subject -> subject.frame().etherType().value());
  }

  private interface OfFrame {
    boolean any(EthernetFrame frame, LongPredicate out);
  }

  private static FilterField mac(String name, OfFrame values) {
    return numeric(name, Kind.MAC, (subject, out) -> values.any(subject.frame(), out));
  }

  private interface OfLayer<T> {
    boolean any(T layer, LongPredicate out);
  }

  private interface Find<T> {
    @Nullable T in(EthernetFrame frame);
  }

  private static <T> void put(String name, Kind kind, Find<T> find, OfLayer<T> values) {
    put(
        numeric(
            name,
            kind,
            (subject, out) -> {
              T layer = find.in(subject.frame());
              return layer != null && values.any(layer, out);
            }));
  }

  private static void addArpAndIp() {
    put("arp", Kind.PRESENCE, FilterFields::arp, (arp, out) -> out.test(1));
    put("arp.opcode", Kind.NUMBER, FilterFields::arp, (arp, out) -> out.test(arp.operation()));
    put(
        "arp.src.proto_ipv4",
        Kind.ADDRESS,
        FilterFields::arp,
        (arp, out) -> out.test(number(arp.senderIp())));
    put(
        "arp.dst.proto_ipv4",
        Kind.ADDRESS,
        FilterFields::arp,
        (arp, out) -> out.test(number(arp.targetIp())));
    ip("ip", Kind.PRESENCE, (ip, out) -> out.test(1));
    ip("ip.src", Kind.ADDRESS, (ip, out) -> out.test(number(ip.source())));
    ip("ip.dst", Kind.ADDRESS, (ip, out) -> out.test(number(ip.destination())));
    ip(
        "ip.addr",
        Kind.ADDRESS,
        (ip, out) -> out.test(number(ip.source())) || out.test(number(ip.destination())));
    ip("ip.ttl", Kind.NUMBER, (ip, out) -> out.test(ip.ttl()));
    ip("ip.proto", Kind.NUMBER, (ip, out) -> out.test(ip.protocol().number()));
    ip("ip.len", Kind.NUMBER, (ip, out) -> out.test(ip.lengthOctets()));
    ip("ip.id", Kind.NUMBER, (ip, out) -> out.test(ip.header().identification()));
    ip("ip.dsfield", Kind.NUMBER, (ip, out) -> out.test(ip.header().typeOfService()));
    ip("ip.flags.df", Kind.FLAG, (ip, out) -> out.test(ip.header().dontFragment() ? 1 : 0));
    ip("ip.flags.mf", Kind.FLAG, (ip, out) -> out.test(ip.header().moreFragments() ? 1 : 0));
    ip("ip.frag_offset", Kind.NUMBER, (ip, out) -> out.test(ip.header().fragmentOffsetOctets()));
  }

  private static void ip(String name, Kind kind, OfLayer<Ipv4Datagram> values) {
    put(name, kind, FilterFields::ip, values);
  }

  private static void addIcmpAndUdp() {
    icmp("icmp", Kind.PRESENCE, (icmp, out) -> out.test(1));
    icmp("icmp.type", Kind.NUMBER, (icmp, out) -> out.test(icmp.type()));
    icmp("icmp.code", Kind.NUMBER, (icmp, out) -> out.test(icmp.code()));
    icmp("icmp.ident", Kind.NUMBER, (icmp, out) -> isEcho(icmp) && out.test(icmp.identifier()));
    icmp("icmp.seq", Kind.NUMBER, (icmp, out) -> isEcho(icmp) && out.test(icmp.sequence()));
    udp("udp", Kind.PRESENCE, (udp, out) -> out.test(1));
    udp("udp.srcport", Kind.NUMBER, (udp, out) -> out.test(udp.sourcePort()));
    udp("udp.dstport", Kind.NUMBER, (udp, out) -> out.test(udp.destinationPort()));
    udp(
        "udp.port",
        Kind.NUMBER,
        (udp, out) -> out.test(udp.sourcePort()) || out.test(udp.destinationPort()));
    udp("udp.length", Kind.NUMBER, (udp, out) -> out.test(udp.lengthOctets()));
  }

  private static boolean isEcho(IcmpMessage message) {
    return message.type() == IcmpMessage.ECHO_REQUEST || message.type() == IcmpMessage.ECHO_REPLY;
  }

  private static void icmp(String name, Kind kind, OfLayer<IcmpMessage> values) {
    put(name, kind, frame -> carried(frame, IcmpMessage.class), values);
  }

  private static void udp(String name, Kind kind, OfLayer<UdpDatagram> values) {
    put(name, kind, frame -> carried(frame, UdpDatagram.class), values);
  }

  private static void addTcp() {
    tcp("tcp", Kind.PRESENCE, (tcp, out) -> out.test(1));
    tcp("tcp.srcport", Kind.NUMBER, (tcp, out) -> out.test(tcp.sourcePort()));
    tcp("tcp.dstport", Kind.NUMBER, (tcp, out) -> out.test(tcp.destinationPort()));
    tcp(
        "tcp.port",
        Kind.NUMBER,
        (tcp, out) -> out.test(tcp.sourcePort()) || out.test(tcp.destinationPort()));
    tcp("tcp.len", Kind.NUMBER, (tcp, out) -> out.test(tcp.payload().length()));
    tcp("tcp.hdr_len", Kind.NUMBER, (tcp, out) -> out.test(tcp.headerOctets()));
    tcp("tcp.flags", Kind.NUMBER, (tcp, out) -> out.test(tcp.flags().bits()));
    flag("tcp.flags.fin", TcpFlags.FIN_BIT);
    flag("tcp.flags.syn", TcpFlags.SYN_BIT);
    flag("tcp.flags.rst", TcpFlags.RST_BIT);
    flag("tcp.flags.reset", TcpFlags.RST_BIT);
    flag("tcp.flags.psh", TcpFlags.PSH_BIT);
    flag("tcp.flags.push", TcpFlags.PSH_BIT);
    flag("tcp.flags.ack", TcpFlags.ACK_BIT);
    flag("tcp.flags.urg", TcpFlags.URG_BIT);
    flag("tcp.flags.ece", TcpFlags.ECE_BIT);
    flag("tcp.flags.cwr", TcpFlags.CWR_BIT);
    tcp("tcp.window_size_value", Kind.NUMBER, (tcp, out) -> out.test(tcp.window()));
  }

  private static void tcp(String name, Kind kind, OfLayer<TcpSegment> values) {
    put(name, kind, FilterFields::tcp, values);
  }

  private static void flag(String name, int bit) {
    tcp(name, Kind.FLAG, (tcp, out) -> out.test((tcp.flags().bits() & bit) != 0 ? 1 : 0));
  }

  /// What a conversation and the trace know.
  private static void addRun() {
    inStream("tcp.stream", (subject, tcp) -> subject.place().stream());
    inStream("tcp.seq", (subject, tcp) -> subject.place().relativeSeq(tcp.seq()));
    inStream("tcp.ack", (subject, tcp) -> subject.place().relativeAck(tcp.ack()));
    inStream(
        "tcp.window_size",
        (subject, tcp) -> subject.place().window(tcp.window(), tcp.flags().syn()));
    put(
        numeric(
                "tcp.analysis",
                Kind.PRESENCE,
                (subject, out) -> !subject.notes().isEmpty() && out.test(1))
            .inRun());
    for (ExpertNote.Kind kind : ExpertNote.Kind.values()) {
      put(
          numeric(
                  kind.filterName(),
                  Kind.PRESENCE,
                  (subject, out) ->
                      subject.notes().stream().anyMatch(note -> note.kind() == kind) && out.test(1))
              .inRun());
    }
    put(
        text("node", (subject, out) -> out.test(subject.sender()) || out.test(subject.receiver()))
            .inRun());
    put(text("node.src", (subject, out) -> out.test(subject.sender())).inRun());
    put(text("node.dst", (subject, out) -> out.test(subject.receiver())).inRun());
    put(text("link", (subject, out) -> out.test(subject.link())).inRun());
    put(
        numeric(
                "dropped",
                Kind.PRESENCE,
                (subject, out) -> !subject.dropReason().isEmpty() && out.test(1))
            .inRun());
    put(
        text(
                "dropped.reason",
                (subject, out) -> !subject.dropReason().isEmpty() && out.test(subject.dropReason()))
            .inRun());
  }

  private interface OfSegment {
    long of(FilterSubject subject, TcpSegment segment);
  }

  private static void inStream(String name, OfSegment value) {
    put(
        numeric(
                name,
                Kind.NUMBER,
                (subject, out) -> {
                  TcpSegment segment = tcp(subject.frame());
                  return segment != null
                      && subject.place().isOfStream()
                      && out.test(value.of(subject, segment));
                })
            .inRun());
  }

  static @Nullable TcpSegment tcp(EthernetFrame frame) {
    return carried(frame, TcpSegment.class);
  }

  private static long number(Ipv4Address address) {
    return Integer.toUnsignedLong(address.bits());
  }

  private static @Nullable ArpPacket arp(EthernetFrame frame) {
    return frame.payload() instanceof ArpPacket packet ? packet : null;
  }

  private static @Nullable Ipv4Datagram ip(EthernetFrame frame) {
    return frame.payload() instanceof Ipv4Datagram datagram ? datagram : null;
  }

  private static <T> @Nullable T carried(EthernetFrame frame, Class<T> type) {
    Ipv4Datagram ip = ip(frame);
    return ip != null && type.isInstance(ip.payload()) ? type.cast(ip.payload()) : null;
  }
}
