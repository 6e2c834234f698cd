package netarium.engine.wire;

/// ARP packets to octets and back (RFC 826); hardware type Ethernet and protocol type IPv4 only.
public final class ArpCodec {
  private static final int ETHERNET = 1;

  private ArpCodec() {}

  public static Octets emit(ArpPacket packet) {
    byte[] octets = new byte[ArpPacket.LENGTH_OCTETS];
    write(packet, octets, 0);
    return Octets.wrap(octets);
  }

  static void write(ArpPacket packet, byte[] into, int at) {
    BigEndian.put16(into, at, ETHERNET);
    BigEndian.put16(into, at + 2, EtherType.IPV4.value());
    into[at + 4] = 6;
    into[at + 5] = 4;
    BigEndian.put16(into, at + 6, packet.operation());
    BigEndian.put48(into, at + 8, packet.senderMac().bits());
    BigEndian.put32(into, at + 14, packet.senderIp().bits());
    BigEndian.put48(into, at + 18, packet.targetMac().bits());
    BigEndian.put32(into, at + 24, packet.targetIp().bits());
  }

  /// Reads the packet at the beginning; what follows it is the frame's padding.
  public static Parsed<ArpPacket> parse(Octets octets) {
    if (octets.length() < ArpPacket.LENGTH_OCTETS) {
      return Parsed.malformed(
          "packet", 0, octets.length(), octets.length() + " octets, an ARP packet has 28");
    }
    if (octets.uint16(0) != ETHERNET) {
      return Parsed.malformed("hardware type", 0, 2, octets.uint16(0) + " is not Ethernet");
    }
    if (octets.uint16(2) != EtherType.IPV4.value()) {
      return Parsed.malformed("protocol type", 2, 2, octets.uint16(2) + " is not IPv4");
    }
    if (octets.at(4) != 6) {
      return Parsed.malformed("hardware length", 4, 1, octets.at(4) + ", Ethernet has 6");
    }
    if (octets.at(5) != 4) {
      return Parsed.malformed("protocol length", 5, 1, octets.at(5) + ", IPv4 has 4");
    }
    return new Parsed.Ok<>(
        new ArpPacket(
            octets.uint16(6),
            new MacAddress(octets.uint48(8)),
            new Ipv4Address(octets.int32(14)),
            new MacAddress(octets.uint48(18)),
            new Ipv4Address(octets.int32(24))));
  }
}
