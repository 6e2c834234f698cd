package netarium.app.canvas.scene;

import java.util.HashMap;
import java.util.Map;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.FrameSummary;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Octets;
import netarium.engine.wire.OpaquePayload;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import netarium.engine.wire.UnknownPayload;

/// Tells what frames carry. A segment in the middle of a message looks like any other octets, so it
/// remembers what each connection has turned out to speak.
public final class Glyphs {
  private static final int DNS_PORT = 53;
  private static final int TLS_HANDSHAKE = 0x16;
  private static final int TLS_MAJOR = 3;

  private final Map<Pair, Glyph> spoken = new HashMap<>();

  /// The two ends of a connection, the same in both directions.
  private record Pair(Endpoint low, Endpoint high) {
    static Pair of(Endpoint one, Endpoint other) {
      int order = Integer.compare(one.address().bits(), other.address().bits());
      boolean isOrdered = order == 0 ? one.port() <= other.port() : order < 0;
      return isOrdered ? new Pair(one, other) : new Pair(other, one);
    }
  }

  public Glyph of(EthernetFrame frame) {
    return switch (frame.payload()) {
      case ArpPacket _ -> Glyph.ARP;
      case UnknownPayload _ -> Glyph.TCP;
      case Ipv4Datagram datagram ->
          switch (datagram.payload()) {
            case IcmpMessage _ -> Glyph.ICMP;
            case UdpDatagram _ -> Glyph.UDP;
            case OpaquePayload _ -> Glyph.TCP;
            case TcpSegment segment -> tcp(frame, datagram, segment);
          };
    };
  }

  private Glyph tcp(EthernetFrame frame, Ipv4Datagram datagram, TcpSegment segment) {
    Octets payload = segment.payload();
    Pair pair =
        Pair.of(
            new Endpoint(datagram.source(), segment.sourcePort()),
            new Endpoint(datagram.destination(), segment.destinationPort()));
    if (payload.isEmpty()) {
      if (segment.flags().syn()) {
        spoken.remove(pair);
      }
      return Glyph.TCP;
    }
    if (segment.sourcePort() == DNS_PORT || segment.destinationPort() == DNS_PORT) {
      return Glyph.UDP;
    }
    Glyph known = spoken.get(pair);
    if (known == Glyph.WEB_SOCKET || known == Glyph.TLS) {
      return known;
    }
    FrameSummary summary = FrameSummary.of(frame);
    if (summary.protocol().equals("HTTP")) {
      boolean isUpgrade = summary.text().startsWith("HTTP/1.1 101");
      spoken.put(pair, isUpgrade ? Glyph.WEB_SOCKET : Glyph.HTTP);
      return Glyph.HTTP;
    }
    if (known == null
        && payload.length() > 1
        && payload.at(0) == TLS_HANDSHAKE
        && payload.at(1) == TLS_MAJOR) {
      spoken.put(pair, Glyph.TLS);
      return Glyph.TLS;
    }
    return known == null ? Glyph.TCP : known;
  }
}
