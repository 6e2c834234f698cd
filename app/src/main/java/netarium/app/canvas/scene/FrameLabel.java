package netarium.app.canvas.scene;

import netarium.engine.analysis.DnsMessage;
import netarium.engine.analysis.FrameInfo;
import netarium.engine.codec.tls.TlsNames;
import netarium.engine.codec.tls.TlsNumbers;
import netarium.engine.trace.FrameSummary;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Octets;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;

/// A frame in a word or two, for the space beside its glyph.
final class FrameLabel {
  private static final int MOST_CHARACTERS = 22;
  private static final int TLS_HEADER_OCTETS = TlsNumbers.HEADER_OCTETS;
  private static final int TLS_MAJOR = 3;
  private static final int NEWEST_MINOR = 4;

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
            case UdpDatagram udp -> udp(frame, udp);
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

  /// A question is its name, an answer the address or how many records there are.
  private static String udp(EthernetFrame frame, UdpDatagram udp) {
    DnsMessage message = FrameInfo.dns(frame);
    if (message == null || message.questions().isEmpty()) {
      return udp.payload().length() + " B";
    }
    String name = message.questions().getFirst().name();
    if (!message.isResponse()) {
      return cut(name + "?");
    }
    return message.addresses().isEmpty()
        ? cut(DnsMessage.codeName(message.responseCode()))
        : message.addresses().getFirst().toString();
  }

  /// What the record is called that a segment begins with; empty text where none is.
  private static String tls(Octets payload) {
    boolean isRecord =
        payload.length() > TLS_HEADER_OCTETS
            && payload.at(0) >= TlsNumbers.CHANGE_CIPHER_SPEC
            && payload.at(0) <= TlsNumbers.APPLICATION_DATA
            && payload.at(1) == TLS_MAJOR
            && payload.at(2) <= NEWEST_MINOR;
    if (!isRecord) {
      return "";
    }
    boolean isHello =
        payload.at(0) == TlsNumbers.HANDSHAKE
            && payload.at(TLS_HEADER_OCTETS) <= TlsNumbers.SERVER_HELLO;
    return isHello
        ? TlsNames.handshake(payload.at(TLS_HEADER_OCTETS))
        : TlsNames.contentType(payload.at(0));
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
  }

  private static String tcp(EthernetFrame frame, TcpSegment segment) {
    if (segment.payload().isEmpty()) {
      return segment.flags().toString().replace(", ", " ");
    }
    FrameSummary summary = FrameSummary.of(frame);
    if (!summary.protocol().equals("HTTP")) {
      String record = tls(segment.payload());
      return record.isEmpty() ? segment.payload().length() + " B" : record;
    }
    String line = summary.text();
    String said = line.startsWith("HTTP/1.") ? line.substring(9).strip() : beforeVersion(line);
    return cut(said);
  }

  private static String beforeVersion(String line) {
    int version = line.lastIndexOf(" HTTP/1.");
    return version < 0 ? line : line.substring(0, version);
  }
}
