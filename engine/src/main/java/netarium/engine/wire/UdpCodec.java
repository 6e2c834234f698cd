package netarium.engine.wire;

/// UDP datagrams to octets and back (RFC 768). The checksum covers the addresses too, so both ways
/// need them.
public final class UdpCodec {
  private UdpCodec() {}

  public static Octets emit(UdpDatagram datagram, Ipv4Address source, Ipv4Address destination) {
    byte[] octets = new byte[datagram.lengthOctets()];
    write(datagram, source, destination, octets, 0);
    return Octets.wrap(octets);
  }

  static void write(
      UdpDatagram datagram, Ipv4Address source, Ipv4Address destination, byte[] into, int at) {
    int length = datagram.lengthOctets();
    BigEndian.put16(into, at, datagram.sourcePort());
    BigEndian.put16(into, at + 2, datagram.destinationPort());
    BigEndian.put16(into, at + 4, length);
    datagram.payload().copyTo(into, at + UdpDatagram.HEADER_OCTETS);
    long sum =
        InternetChecksum.pseudoHeader(source, destination, IpProtocol.UDP, length)
            + InternetChecksum.sum(into, at, UdpDatagram.HEADER_OCTETS)
            + datagram.payload().onesSum();
    int checksum = InternetChecksum.complement(sum);
    // Zero says "no checksum"; its other representation is sent instead.
    BigEndian.put16(into, at + 6, checksum == 0 ? 0xffff : checksum);
  }

  /// Reads a datagram. A checksum of zero is not verified (RFC 1122 §4.1.3.4).
  public static Parsed<UdpDatagram> parse(
      Octets octets, Ipv4Address source, Ipv4Address destination) {
    int available = octets.length();
    if (available < UdpDatagram.HEADER_OCTETS) {
      return Parsed.malformed("header", 0, available, available + " octets, a UDP header has 8");
    }
    int length = octets.uint16(4);
    if (length != available) {
      return Parsed.malformed("length", 4, 2, length + ", but " + available + " octets are there");
    }
    Octets payload = octets.slice(UdpDatagram.HEADER_OCTETS);
    int checksum = octets.uint16(6);
    long sum =
        InternetChecksum.pseudoHeader(source, destination, IpProtocol.UDP, length)
            + octets.sumOf(0, UdpDatagram.HEADER_OCTETS)
            + payload.onesSum();
    if (checksum != 0 && !InternetChecksum.isRight(sum)) {
      return Parsed.malformed(Field.CHECKSUM, 6, 2, InternetChecksum.mismatch(checksum, sum));
    }
    return new Parsed.Ok<>(new UdpDatagram(octets.uint16(0), octets.uint16(2), payload));
  }
}
