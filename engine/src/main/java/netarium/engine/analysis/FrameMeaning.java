package netarium.engine.analysis;

import java.util.List;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.OpaquePayload;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import netarium.engine.wire.UnknownPayload;

/// What a frame says, in one sentence for people who do not read headers yet.
public final class FrameMeaning {
  private FrameMeaning() {}

  public static Phrase of(EthernetFrame frame, FramePlace place) {
    return switch (frame.payload()) {
      case ArpPacket packet -> arp(packet);
      case UnknownPayload unknown ->
          unknown.trouble().isEmpty()
              ? Phrase.of("frame.unknown")
              : Phrase.of("frame.malformed", unknown.trouble());
      case Ipv4Datagram datagram -> ipv4(datagram, place);
    };
  }

  private static Phrase arp(ArpPacket packet) {
    if (packet.senderIp().equals(packet.targetIp())) {
      return Phrase.of("frame.arp.announcement", packet.senderIp(), packet.senderMac());
    }
    return switch (packet.operation()) {
      case ArpPacket.REQUEST ->
          Phrase.of("frame.arp.request", packet.senderIp(), packet.targetIp());
      case ArpPacket.REPLY -> Phrase.of("frame.arp.reply", packet.senderIp(), packet.senderMac());
      default -> Phrase.of("frame.arp.other", packet.operation());
    };
  }

  private static Phrase ipv4(Ipv4Datagram datagram, FramePlace place) {
    return switch (datagram.payload()) {
      case IcmpMessage message -> icmp(datagram, message);
      case UdpDatagram udp -> udp(datagram, udp);
      case TcpSegment segment -> tcp(datagram, segment, place);
      case OpaquePayload opaque ->
          opaque.trouble().isEmpty()
              ? datagram.header().isFragment()
                  ? fragment(datagram, opaque)
                  : Phrase.of("frame.ip.other", datagram.protocol().number())
              : Phrase.of("frame.malformed", opaque.trouble());
    };
  }

  private static Phrase udp(Ipv4Datagram datagram, UdpDatagram udp) {
    boolean isDns = udp.sourcePort() == DnsLayer.PORT || udp.destinationPort() == DnsLayer.PORT;
    DnsMessage message = isDns ? DnsMessage.read(udp.payload()) : null;
    if (message == null) {
      return Phrase.of(
          "frame.udp",
          datagram.source(),
          datagram.destination(),
          Integer.toString(udp.destinationPort()),
          udp.payload().length());
    }
    return dns(message, datagram.source(), datagram.destination());
  }

  /// A question or an answer, by whatever way it goes.
  static Phrase dns(DnsMessage message, Object from, Object to) {
    String name = message.questions().isEmpty() ? "" : message.questions().getFirst().name();
    String key =
        !message.isResponse()
            ? "frame.dns.query"
            : message.responseCode() != 0
                ? "frame.dns.failed"
                : message.entries(DnsMessage.Section.ANSWER).isEmpty()
                    ? "frame.dns.empty"
                    : "frame.dns.answer";
    String answer =
        String.join(
            ", ", message.entries(DnsMessage.Section.ANSWER).stream().map(message::data).toList());
    return Phrase.of(key, from, to, name, answer);
  }

  private static Phrase fragment(Ipv4Datagram datagram, OpaquePayload payload) {
    int first = datagram.header().fragmentOffsetOctets();
    int last = first + payload.octets().length() - 1;
    String key = datagram.header().moreFragments() ? "frame.ip.fragment" : "frame.ip.fragment.last";
    return Phrase.of(key, Integer.toString(first), Integer.toString(last));
  }

  private static Phrase icmp(Ipv4Datagram datagram, IcmpMessage message) {
    return switch (message.type()) {
      case IcmpMessage.ECHO_REQUEST ->
          Phrase.of(
              "frame.icmp.echo",
              datagram.source(),
              datagram.destination(),
              Integer.toString(message.sequence()));
      case IcmpMessage.ECHO_REPLY ->
          Phrase.of(
              "frame.icmp.reply",
              datagram.source(),
              datagram.destination(),
              Integer.toString(message.sequence()));
      case IcmpMessage.DESTINATION_UNREACHABLE ->
          Phrase.of(
              "frame.icmp.unreachable." + (message.code() <= 4 ? message.code() : "other"),
              datagram.source(),
              Integer.toString(message.rest() & 0xffff));
      case IcmpMessage.TIME_EXCEEDED ->
          Phrase.of(
              "frame.icmp.exceeded." + (message.code() == 0 ? "ttl" : "fragments"),
              datagram.source());
      case IcmpMessage.REDIRECT -> Phrase.of("frame.icmp.redirect", datagram.source());
      default -> Phrase.of("frame.icmp.other", message.type(), message.code(), datagram.source());
    };
  }

  private static Phrase tcp(Ipv4Datagram datagram, TcpSegment segment, FramePlace place) {
    String port = Integer.toString(segment.destinationPort());
    String upTo = Long.toString(Math.max(0, place.relativeAck(segment.ack()) - 1));
    if (segment.flags().rst()) {
      return Phrase.of("frame.tcp.rst", datagram.source(), datagram.destination());
    }
    if (segment.flags().syn()) {
      return segment.flags().ack()
          ? Phrase.of("frame.tcp.syn-ack", datagram.source(), datagram.destination())
          : Phrase.of("frame.tcp.syn", datagram.source(), datagram.destination(), port);
    }
    List<StreamPart> parts = segment.payload().isEmpty() ? List.of() : place.run(segment).parts();
    if (!parts.isEmpty()) {
      return PartWords.sentence(parts, segment, place, datagram.source(), datagram.destination());
    }
    HttpStart start = HttpStart.of(segment.payload());
    if (start != null) {
      return start.isRequest()
          ? Phrase.of(
              "frame.http.request",
              datagram.source(),
              datagram.destination(),
              start.method(),
              start.target())
          : HttpLayer.status(start);
    }
    if (!segment.payload().isEmpty()) {
      long first = place.relativeSeq(segment.seq());
      long last = first + segment.payload().length() - 1;
      return Phrase.of(
          place.speaksHttp() ? "frame.http.continuation" : "frame.tcp.data",
          datagram.source(),
          Long.toString(first),
          Long.toString(last));
    }
    if (segment.flags().fin()) {
      return Phrase.of("frame.tcp.fin", datagram.source(), datagram.destination());
    }
    return Phrase.of("frame.tcp.ack", datagram.source(), upTo, datagram.destination());
  }
}
