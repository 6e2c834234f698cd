package netarium.engine.trace;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EtherType;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Octets;
import netarium.engine.wire.OpaquePayload;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import netarium.engine.wire.UnknownPayload;

/// A frame in one line, as packet lists show it: the innermost protocol and what it says.
///
/// It looks at this one frame only: sequence numbers are those on the wire, and HTTP is named when
/// the payload begins like an HTTP message, whatever the port.
public record FrameSummary(String protocol, String text) {
  private static final int MAX_LINE = 120;

  private static final String[] HTTP_METHODS = {
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"
  };

  public static FrameSummary of(EthernetFrame frame) {
    return switch (frame.payload()) {
      case ArpPacket packet -> new FrameSummary("ARP", arp(packet));
      case Ipv4Datagram datagram -> ipv4(datagram);
      case UnknownPayload unknown -> unknown(unknown);
    };
  }

  private static String arp(ArpPacket packet) {
    boolean isAboutSender = packet.senderIp().equals(packet.targetIp());
    return switch (packet.operation()) {
      case ArpPacket.REQUEST ->
          isAboutSender
              ? "Announcement for " + packet.senderIp()
              : "Who has " + packet.targetIp() + "? Tell " + packet.senderIp();
      case ArpPacket.REPLY -> packet.senderIp() + " is at " + packet.senderMac();
      default -> "Operation " + packet.operation();
    };
  }

  private static FrameSummary unknown(UnknownPayload payload) {
    String type = "0x" + HexFormat.of().toHexDigits((short) payload.etherType().value());
    String protocol =
        switch (payload.etherType().value()) {
          case 0x0800 -> "IPv4";
          case 0x0806 -> "ARP";
          case 0x86dd -> "IPv6";
          default -> payload.etherType().equals(EtherType.NONE) ? "Ethernet" : type;
        };
    return payload.trouble().isEmpty()
        ? new FrameSummary(protocol, "Type " + type + " Len=" + payload.octets().length())
        : new FrameSummary(protocol, "Malformed " + payload.trouble());
  }

  private static FrameSummary ipv4(Ipv4Datagram datagram) {
    return switch (datagram.payload()) {
      case TcpSegment segment -> tcp(segment);
      case UdpDatagram udp ->
          new FrameSummary(
              "UDP",
              udp.sourcePort() + " → " + udp.destinationPort() + " Len=" + udp.payload().length());
      case IcmpMessage message -> new FrameSummary("ICMP", icmp(message, datagram.ttl()));
      case OpaquePayload opaque -> opaque(datagram, opaque);
    };
  }

  private static FrameSummary opaque(Ipv4Datagram datagram, OpaquePayload payload) {
    String protocol = datagram.protocol().toString();
    int first = datagram.header().fragmentOffsetOctets();
    int length = payload.octets().length();
    if (datagram.header().isFragment()) {
      String more = datagram.header().moreFragments() ? ", more follow" : ", the last";
      String id = "0x" + HexFormat.of().toHexDigits((short) datagram.header().identification());
      return new FrameSummary(
          "IPv4",
          "Fragment of "
              + protocol
              + " id="
              + id
              + " octets "
              + first
              + " to "
              + (first + length - 1)
              + more);
    }
    return payload.trouble().isEmpty()
        ? new FrameSummary(
            "IPv4",
            Character.toUpperCase(protocol.charAt(0)) + protocol.substring(1) + " Len=" + length)
        : new FrameSummary(protocol, "Malformed " + payload.trouble());
  }

  private static String icmp(IcmpMessage message, int ttl) {
    return switch (message.type()) {
      case IcmpMessage.ECHO_REQUEST -> "Echo request " + echo(message, ttl);
      case IcmpMessage.ECHO_REPLY -> "Echo reply " + echo(message, ttl);
      case IcmpMessage.DESTINATION_UNREACHABLE ->
          "Destination unreachable (" + unreachable(message) + ")";
      case IcmpMessage.REDIRECT -> "Redirect code=" + message.code();
      case IcmpMessage.TIME_EXCEEDED ->
          message.code() == 0
              ? "Time exceeded (TTL used up on the way)"
              : "Time exceeded (fragments missing)";
      case IcmpMessage.PARAMETER_PROBLEM -> "Parameter problem at octet " + (message.rest() >>> 24);
      default -> "Type " + message.type() + " code=" + message.code();
    };
  }

  private static String echo(IcmpMessage message, int ttl) {
    return "id=" + message.identifier() + " seq=" + message.sequence() + " ttl=" + ttl;
  }

  private static String unreachable(IcmpMessage message) {
    return switch (message.code()) {
      case 0 -> "network";
      case 1 -> "host";
      case 2 -> "protocol";
      case 3 -> "port";
      case 4 -> "fragmentation needed, MTU=" + (message.rest() & 0xffff);
      default -> "code " + message.code();
    };
  }

  private static FrameSummary tcp(TcpSegment segment) {
    String http = httpStartLine(segment.payload());
    if (!http.isEmpty()) {
      return new FrameSummary("HTTP", http);
    }
    StringBuilder text = new StringBuilder();
    text.append(segment.sourcePort()).append(" → ").append(segment.destinationPort());
    text.append(" [").append(segment.flags()).append("] Seq=").append(segment.seq());
    if (segment.flags().ack()) {
      text.append(" Ack=").append(segment.ack());
    }
    text.append(" Win=").append(segment.window());
    text.append(" Len=").append(segment.payload().length());
    for (TcpOption option : segment.options()) {
      append(text, option);
    }
    return new FrameSummary("TCP", text.toString());
  }

  private static void append(StringBuilder text, TcpOption option) {
    switch (option) {
      case TcpOption.NoOperation _ -> {}
      case TcpOption.MaximumSegmentSize mss -> text.append(" MSS=").append(mss.octets());
      // RFC 7323 §2.3: more than 14 counts as 14.
      case TcpOption.WindowScale scale ->
          text.append(" WS=").append(1 << Math.min(scale.shift(), 14));
      case TcpOption.SackPermitted _ -> text.append(" SACK_PERM");
      case TcpOption.SelectiveAck sack -> {
        for (TcpOption.SelectiveAck.Block block : sack.blocks()) {
          text.append(" SACK=").append(block.left()).append('-').append(block.right());
        }
      }
      case TcpOption.Timestamps stamps -> {
        text.append(" TSval=").append(Integer.toUnsignedString(stamps.value()));
        text.append(" TSecr=").append(Integer.toUnsignedString(stamps.echoReply()));
      }
      case TcpOption.Unknown unknown -> text.append(" Option ").append(unknown.kind());
    }
  }

  /// The first line of an HTTP/1 message that begins here, or empty text.
  private static String httpStartLine(Octets payload) {
    Octets begin = payload.slice(0, Math.min(payload.length(), 2048));
    int end = 0;
    while (end < begin.length() && begin.at(end) >= ' ' && begin.at(end) < 0x7f) {
      end++;
    }
    boolean isWhole = end < begin.length() && begin.at(end) == '\r';
    isWhole |= end < begin.length() && begin.at(end) == '\n';
    if (end == 0 || (!isWhole && end < begin.length())) {
      return "";
    }
    String line = new String(begin.slice(0, end).toByteArray(), StandardCharsets.US_ASCII);
    if (!isRequestLine(line, isWhole) && !line.startsWith("HTTP/1.")) {
      return "";
    }
    return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…";
  }

  private static boolean isRequestLine(String line, boolean isWhole) {
    for (String method : HTTP_METHODS) {
      if (line.startsWith(method + " ")) {
        return !isWhole || line.contains(" HTTP/1.");
      }
    }
    return false;
  }
}
