package netarium.app.canvas.scene;

import netarium.engine.trace.FrameSummary;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;

/// A frame in a word or two, for the space beside its glyph.
final class FrameLabel {
  private static final int MOST_CHARACTERS = 22;

  private FrameLabel() {}

  static String of(EthernetFrame frame, SceneWords words) {
    return switch (frame.payload()) {
      case ArpPacket arp ->
          arp.operation() == ArpPacket.REQUEST
              ? words.of("frame.who-has", arp.targetIp().toString())
              : words.of("frame.arp-reply");
      case Ipv4Datagram datagram ->
          switch (datagram.payload()) {
            case TcpSegment segment -> tcp(frame, segment);
            case UdpDatagram udp -> udp.payload().length() + " B";
            case IcmpMessage icmp -> icmp(icmp, words);
            default -> FrameSummary.of(frame).protocol();
          };
      default -> FrameSummary.of(frame).protocol();
    };
  }

  private static String icmp(IcmpMessage message, SceneWords words) {
    return switch (message.type()) {
      case IcmpMessage.ECHO_REQUEST -> words.of("frame.echo-request");
      case IcmpMessage.ECHO_REPLY -> words.of("frame.echo-reply");
      case IcmpMessage.DESTINATION_UNREACHABLE -> words.of("frame.unreachable");
      case IcmpMessage.TIME_EXCEEDED -> words.of("frame.time-exceeded");
      default -> "ICMP " + message.type();
    };
  }

  private static String tcp(EthernetFrame frame, TcpSegment segment) {
    if (segment.payload().isEmpty()) {
      return segment.flags().toString().replace(", ", " ");
    }
    FrameSummary summary = FrameSummary.of(frame);
    if (!summary.protocol().equals("HTTP")) {
      return segment.payload().length() + " B";
    }
    String line = summary.text();
    String said = line.startsWith("HTTP/1.") ? line.substring(9).strip() : beforeVersion(line);
    return said.length() <= MOST_CHARACTERS ? said : said.substring(0, MOST_CHARACTERS - 1) + "…";
  }

  private static String beforeVersion(String line) {
    int version = line.lastIndexOf(" HTTP/1.");
    return version < 0 ? line : line.substring(0, version);
  }
}
