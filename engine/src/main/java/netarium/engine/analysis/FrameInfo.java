package netarium.engine.analysis;

import java.util.List;
import netarium.engine.trace.FrameSummary;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import netarium.engine.wire.UnknownPayload;
import org.jspecify.annotations.Nullable;

/// A frame as a row of a packet list: who, to whom, what protocol, and one line of what it says, in
/// the words of Wireshark, which are the same in every language.
public record FrameInfo(String source, String destination, String protocol, String text) {
  public static FrameInfo of(EthernetFrame frame, FramePlace place) {
    FrameSummary summary = FrameSummary.of(frame);
    String protocol = summary.protocol();
    String text = summary.text();
    if (frame.payload() instanceof Ipv4Datagram datagram
        && datagram.payload() instanceof TcpSegment segment) {
      List<StreamPart> parts = segment.payload().isEmpty() ? List.of() : place.run(segment).parts();
      HttpStart start = parts.isEmpty() ? HttpStart.of(segment.payload()) : null;
      if (!parts.isEmpty()) {
        protocol = PartWords.protocol(parts.getFirst());
        text = PartWords.line(parts, segment, place, numbers(segment, place));
      } else if (start != null) {
        protocol = "HTTP";
        text = start.line() + contentType(segment, start);
      } else if (isContinuation(segment, place)) {
        protocol = "HTTP";
        text = "Continuation" + numbers(segment, place);
      } else {
        protocol = "TCP";
        text = tcp(segment, place);
      }
    }
    DnsMessage message = dns(frame);
    if (message != null) {
      protocol = "DNS";
      text = message.line();
    }
    return switch (frame.payload()) {
      case Ipv4Datagram datagram ->
          new FrameInfo(
              datagram.source().toString(), datagram.destination().toString(), protocol, text);
      case ArpPacket _, UnknownPayload _ ->
          new FrameInfo(
              frame.source().toString(),
              frame.destination().isBroadcast() ? "Broadcast" : frame.destination().toString(),
              protocol,
              text);
    };
  }

  /// Data of a connection that speaks HTTP, of which only this is known.
  private static boolean isContinuation(TcpSegment segment, FramePlace place) {
    return place.speaksHttp() && !segment.payload().isEmpty() && !place.isOfStream();
  }

  /// The DNS message that a frame carries, if it does.
  public static @Nullable DnsMessage dns(EthernetFrame frame) {
    return frame.payload() instanceof Ipv4Datagram datagram
            && datagram.payload() instanceof UdpDatagram udp
            && (udp.sourcePort() == DnsLayer.PORT || udp.destinationPort() == DnsLayer.PORT)
        ? DnsMessage.read(udp.payload())
        : null;
  }

  private static String contentType(TcpSegment segment, HttpStart start) {
    if (start.isRequest()) {
      return "";
    }
    String type = HttpLayer.header(segment.payload(), start.lineOctets(), "content-type");
    int parameters = type.indexOf(';');
    String bare = parameters < 0 ? type : type.substring(0, parameters).strip();
    return bare.isEmpty() ? "" : " (" + bare + ")";
  }

  private static String tcp(TcpSegment segment, FramePlace place) {
    StringBuilder text = new StringBuilder(96);
    text.append(segment.sourcePort()).append(" → ").append(segment.destinationPort());
    text.append(" [").append(segment.flags()).append(']').append(numbers(segment, place));
    for (TcpOption option : segment.options()) {
      // Every segment of a connection has timestamps: only those of the first say something new.
      if (segment.flags().syn() || !(option instanceof TcpOption.Timestamps)) {
        append(text, option, place);
      }
    }
    return text.toString();
  }

  private static String numbers(TcpSegment segment, FramePlace place) {
    StringBuilder text = new StringBuilder(48);
    text.append(" Seq=").append(place.relativeSeq(segment.seq()));
    if (segment.flags().ack()) {
      text.append(" Ack=").append(place.relativeAck(segment.ack()));
    }
    text.append(" Win=").append(place.window(segment.window(), segment.flags().syn()));
    text.append(" Len=").append(segment.payload().length());
    return text.toString();
  }

  private static void append(StringBuilder text, TcpOption option, FramePlace place) {
    switch (option) {
      case TcpOption.NoOperation _ -> {}
      case TcpOption.MaximumSegmentSize mss -> text.append(" MSS=").append(mss.octets());
      // RFC 7323 §2.3: more than 14 counts as 14.
      case TcpOption.WindowScale scale ->
          text.append(" WS=").append(1 << Math.min(scale.shift(), 14));
      case TcpOption.SackPermitted _ -> text.append(" SACK_PERM");
      case TcpOption.Timestamps stamps -> {
        text.append(" TSval=").append(Integer.toUnsignedString(stamps.value()));
        text.append(" TSecr=").append(Integer.toUnsignedString(stamps.echoReply()));
      }
      case TcpOption.SelectiveAck sack -> {
        for (TcpOption.SelectiveAck.Block block : sack.blocks()) {
          text.append(" SLE=").append(edge(block.left(), place));
          text.append(" SRE=").append(edge(block.right(), place));
        }
      }
      case TcpOption.Unknown unknown -> text.append(" Option ").append(unknown.kind());
    }
  }

  private static long edge(SeqNum edge, FramePlace place) {
    return place.relativeAck(edge);
  }
}
