package netarium.engine.wire;

/// Ethernet II frames to octets and back, without preamble and frame check sequence.
public final class EthernetCodec {
  private EthernetCodec() {}

  /// The octets on the wire, padded with zeros to the least length of a frame.
  public static Octets emit(EthernetFrame frame) {
    byte[] octets = new byte[frame.lengthOctets()];
    BigEndian.put48(octets, 0, frame.destination().bits());
    BigEndian.put48(octets, 6, frame.source().bits());
    BigEndian.put16(octets, 12, frame.etherType().value());
    int at = EthernetFrame.HEADER_OCTETS;
    switch (frame.payload()) {
      case ArpPacket packet -> ArpCodec.write(packet, octets, at);
      case Ipv4Datagram datagram -> Ipv4Codec.write(datagram, octets, at);
      case UnknownPayload unknown -> unknown.octets().copyTo(octets, at);
    }
    return Octets.wrap(octets);
  }

  /// Reads a frame. Only a frame without a whole header is malformed: a payload that cannot be read
  /// becomes an [UnknownPayload] or, inside a good datagram, an [OpaquePayload] with its trouble.
  public static Parsed<EthernetFrame> parse(Octets octets) {
    if (octets.length() < EthernetFrame.HEADER_OCTETS) {
      return Parsed.malformed("frame", 0, octets.length(), tooShort(octets));
    }
    EtherType type = new EtherType(octets.uint16(12));
    return new Parsed.Ok<>(
        new EthernetFrame(
            new MacAddress(octets.uint48(0)),
            new MacAddress(octets.uint48(6)),
            payload(type, octets.slice(EthernetFrame.HEADER_OCTETS))));
  }

  /// Reads any octets whatever as a frame: without a whole header it has zero addresses.
  public static EthernetFrame parseAny(Octets octets) {
    return switch (parse(octets)) {
      case Parsed.Ok<EthernetFrame>(EthernetFrame frame) -> frame;
      case Parsed.Malformed<EthernetFrame> malformed ->
          new EthernetFrame(
              MacAddress.ZERO,
              MacAddress.ZERO,
              new UnknownPayload(EtherType.NONE, octets, malformed.trouble()));
    };
  }

  private static FramePayload payload(EtherType type, Octets octets) {
    if (type.equals(EtherType.ARP)) {
      return orUnknown(ArpCodec.parse(octets), type, octets);
    }
    if (type.equals(EtherType.IPV4)) {
      return orUnknown(Ipv4Codec.parse(octets), type, octets);
    }
    return new UnknownPayload(type, octets, "");
  }

  private static <T extends FramePayload> FramePayload orUnknown(
      Parsed<T> parsed, EtherType type, Octets octets) {
    return switch (parsed) {
      case Parsed.Ok<T>(T value) -> value;
      case Parsed.Malformed<T> malformed -> new UnknownPayload(type, octets, malformed.trouble());
    };
  }

  private static String tooShort(Octets octets) {
    return octets.length() + " octets, an Ethernet header has " + EthernetFrame.HEADER_OCTETS;
  }
}
