package netarium.engine.wire;

/// IPv4 datagrams to octets and back (RFC 791 §3.1).
public final class Ipv4Codec {
  private static final int DONT_FRAGMENT = 0x4000;
  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int OFFSET_MASK = 0x1fff;

  private Ipv4Codec() {}

  public static Octets emit(Ipv4Datagram datagram) {
    byte[] octets = new byte[datagram.lengthOctets()];
    write(datagram, octets, 0);
    return Octets.wrap(octets);
  }

  static void write(Ipv4Datagram datagram, byte[] into, int at) {
    Ipv4Header header = datagram.header();
    writeHeader(header, datagram.lengthOctets(), into, at);
    int inner = at + header.lengthOctets();
    switch (datagram.payload()) {
      case TcpSegment segment ->
          TcpCodec.write(segment, header.source(), header.destination(), into, inner);
      case UdpDatagram udp ->
          UdpCodec.write(udp, header.source(), header.destination(), into, inner);
      case IcmpMessage message -> IcmpCodec.write(message, into, inner);
      case OpaquePayload opaque -> opaque.octets().copyTo(into, inner);
    }
  }

  private static void writeHeader(Ipv4Header header, int totalLength, byte[] into, int at) {
    int fragment = header.fragmentOffsetOctets() / 8;
    fragment |= header.dontFragment() ? DONT_FRAGMENT : 0;
    fragment |= header.moreFragments() ? MORE_FRAGMENTS : 0;
    into[at] = (byte) (0x40 | header.lengthOctets() / 4);
    into[at + 1] = (byte) header.typeOfService();
    BigEndian.put16(into, at + 2, totalLength);
    BigEndian.put16(into, at + 4, header.identification());
    BigEndian.put16(into, at + 6, fragment);
    into[at + 8] = (byte) header.ttl();
    into[at + 9] = (byte) header.protocol().number();
    BigEndian.put32(into, at + 12, header.source().bits());
    BigEndian.put32(into, at + 16, header.destination().bits());
    header.options().copyTo(into, at + Ipv4Header.MIN_LENGTH_OCTETS);
    int sum = InternetChecksum.sum(into, at, header.lengthOctets());
    BigEndian.put16(into, at + 10, InternetChecksum.complement(sum));
  }

  /// Reads the datagram at the beginning; what follows its total length is the frame's padding.
  ///
  /// A payload that cannot be read becomes an [OpaquePayload] with its trouble; that of a fragment
  /// and of a protocol nobody here reads one without.
  public static Parsed<Ipv4Datagram> parse(Octets octets) {
    return switch (parseHeader(octets)) {
      case Parsed.Malformed<Ipv4Header> malformed -> malformed.as();
      case Parsed.Ok<Ipv4Header>(Ipv4Header header) -> parseBody(header, octets);
    };
  }

  private static Parsed<Ipv4Datagram> parseBody(Ipv4Header header, Octets octets) {
    int headerOctets = header.lengthOctets();
    int total = octets.uint16(2);
    if (total < headerOctets) {
      return Parsed.malformed(
          "total length", 2, 2, total + " is less than the header's " + headerOctets);
    }
    if (total > octets.length()) {
      return Parsed.malformed(
          "total length", 2, 2, total + ", but only " + octets.length() + " octets are there");
    }
    int sum = octets.sumOf(0, headerOctets);
    if (!InternetChecksum.isRight(sum)) {
      return Parsed.malformed(
          Field.CHECKSUM, 10, 2, InternetChecksum.mismatch(octets.uint16(10), sum));
    }
    Octets inner = octets.slice(headerOctets, total);
    return new Parsed.Ok<>(new Ipv4Datagram(header, payload(header, inner)));
  }

  /// Reads the header and first octets of a datagram that an ICMP error quotes: its total length
  /// lies beyond the quotation, and its checksum is the sender's business (RFC 792).
  public static Parsed<QuotedDatagram> parseQuoted(Octets octets) {
    return switch (parseHeader(octets)) {
      case Parsed.Malformed<Ipv4Header> malformed -> malformed.as();
      case Parsed.Ok<Ipv4Header>(Ipv4Header header) ->
          new Parsed.Ok<>(new QuotedDatagram(header, octets.slice(header.lengthOctets())));
    };
  }

  private static Parsed<Ipv4Header> parseHeader(Octets octets) {
    if (octets.length() < Ipv4Header.MIN_LENGTH_OCTETS) {
      return Parsed.malformed(
          "header",
          0,
          octets.length(),
          octets.length() + " octets, an IPv4 header has at least 20");
    }
    if (octets.at(0) >>> 4 != 4) {
      return Parsed.malformed("version", 0, 1, octets.at(0) / 16 + " is not 4");
    }
    int headerOctets = (octets.at(0) & 15) * 4;
    if (headerOctets < Ipv4Header.MIN_LENGTH_OCTETS) {
      return Parsed.malformed("header length", 0, 1, headerOctets + " octets, the least is 20");
    }
    if (headerOctets > octets.length()) {
      return Parsed.malformed(
          "header length",
          0,
          1,
          headerOctets + ", but only " + octets.length() + " octets are there");
    }
    int fragment = octets.uint16(6);
    return new Parsed.Ok<>(
        new Ipv4Header(
            octets.at(1),
            octets.uint16(4),
            (fragment & DONT_FRAGMENT) != 0,
            (fragment & MORE_FRAGMENTS) != 0,
            (fragment & OFFSET_MASK) * 8,
            octets.at(8),
            new IpProtocol(octets.at(9)),
            new Ipv4Address(octets.int32(12)),
            new Ipv4Address(octets.int32(16)),
            octets.slice(Ipv4Header.MIN_LENGTH_OCTETS, headerOctets)));
  }

  /// Reads what whole datagrams carry; also for datagrams put together from fragments.
  public static Ipv4Payload payload(Ipv4Header header, Octets octets) {
    if (header.isFragment()) {
      return new OpaquePayload(octets, "");
    }
    return switch (header.protocol().number()) {
      case 1 -> orOpaque(IcmpCodec.parse(octets), octets);
      case 6 -> orOpaque(TcpCodec.parse(octets, header.source(), header.destination()), octets);
      case 17 -> orOpaque(UdpCodec.parse(octets, header.source(), header.destination()), octets);
      default -> new OpaquePayload(octets, "");
    };
  }

  private static <T extends Ipv4Payload> Ipv4Payload orOpaque(Parsed<T> parsed, Octets octets) {
    return switch (parsed) {
      case Parsed.Ok<T>(T value) -> value;
      case Parsed.Malformed<T> malformed -> new OpaquePayload(octets, malformed.trouble());
    };
  }
}
