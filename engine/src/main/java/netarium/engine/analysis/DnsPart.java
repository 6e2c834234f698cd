package netarium.engine.analysis;

/// A DNS message on a TCP connection, with its length in front (RFC 1035 §4.2.2).
public record DnsPart(StreamSide side, long from, long to, DnsMessage message)
    implements StreamPart {
  static final int LENGTH_OCTETS = 2;
}
