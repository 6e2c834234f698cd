package netarium.engine.wire;

import java.util.List;

/// TCP segments to octets and back (RFC 9293 §3.1). The checksum covers the addresses too, so both
/// ways need them.
public final class TcpCodec {
  private TcpCodec() {}

  public static Octets emit(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
    byte[] octets = new byte[segment.lengthOctets()];
    write(segment, source, destination, octets, 0);
    return Octets.wrap(octets);
  }

  static void write(
      TcpSegment segment, Ipv4Address source, Ipv4Address destination, byte[] into, int at) {
    int headerOctets = segment.headerOctets();
    int length = headerOctets + segment.payload().length();
    BigEndian.put16(into, at, segment.sourcePort());
    BigEndian.put16(into, at + 2, segment.destinationPort());
    BigEndian.put32(into, at + 4, segment.seq().bits());
    BigEndian.put32(into, at + 8, segment.ack().bits());
    into[at + 12] = (byte) (headerOctets << 2);
    into[at + 13] = (byte) segment.flags().bits();
    BigEndian.put16(into, at + 14, segment.window());
    BigEndian.put16(into, at + 18, segment.urgentPointer());
    TcpOptionCodec.write(segment.options(), into, at + TcpSegment.MIN_HEADER_OCTETS);
    segment.payload().copyTo(into, at + headerOctets);
    long sum =
        InternetChecksum.pseudoHeader(source, destination, IpProtocol.TCP, length)
            + InternetChecksum.sum(into, at, headerOctets)
            + segment.payload().onesSum();
    BigEndian.put16(into, at + 16, InternetChecksum.complement(sum));
  }

  /// Reads a segment. The reserved bits are ignored, as RFC 9293 §3.1 asks.
  public static Parsed<TcpSegment> parse(
      Octets octets, Ipv4Address source, Ipv4Address destination) {
    int length = octets.length();
    if (length < TcpSegment.MIN_HEADER_OCTETS) {
      return Parsed.malformed(
          "header", 0, length, length + " octets, a TCP header has at least 20");
    }
    int headerOctets = octets.at(12) / 16 * 4;
    if (headerOctets < TcpSegment.MIN_HEADER_OCTETS) {
      return Parsed.malformed("data offset", 12, 1, headerOctets + " octets, the least is 20");
    }
    if (headerOctets > length) {
      return Parsed.malformed(
          "data offset", 12, 1, headerOctets + ", but only " + length + " octets are there");
    }
    Octets payload = octets.slice(headerOctets);
    long sum =
        InternetChecksum.pseudoHeader(source, destination, IpProtocol.TCP, length)
            + octets.sumOf(0, headerOctets)
            + payload.onesSum();
    if (!InternetChecksum.isRight(sum)) {
      return Parsed.malformed(
          Field.CHECKSUM, 16, 2, InternetChecksum.mismatch(octets.uint16(16), sum));
    }
    return switch (TcpOptionCodec.parse(octets, headerOctets)) {
      case Parsed.Malformed<List<TcpOption>> malformed -> malformed.as();
      case Parsed.Ok<List<TcpOption>>(List<TcpOption> options) ->
          new Parsed.Ok<>(segment(octets, options, payload));
    };
  }

  private static TcpSegment segment(Octets octets, List<TcpOption> options, Octets payload) {
    return new TcpSegment(
        octets.uint16(0),
        octets.uint16(2),
        new SeqNum(octets.int32(4)),
        new SeqNum(octets.int32(8)),
        new TcpFlags(octets.at(13)),
        octets.uint16(14),
        octets.uint16(18),
        options,
        payload);
  }
}
