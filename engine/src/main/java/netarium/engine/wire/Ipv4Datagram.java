package netarium.engine.wire;

/// An IPv4 datagram or fragment (RFC 791). The header checksum is not a field: it is computed when
/// octets are asked for, and verified when they are read.
///
/// Invariant: a fragment's payload is an [OpaquePayload]; any other payload is that of the header's
/// protocol; header and payload together are at most 65535 octets.
public record Ipv4Datagram(Ipv4Header header, Ipv4Payload payload) implements FramePayload {
  public static final int MAX_LENGTH_OCTETS = 65535;

  public Ipv4Datagram {
    if (header.lengthOctets() + payload.lengthOctets() > MAX_LENGTH_OCTETS) {
      throw new IllegalArgumentException("an IPv4 datagram has at most 65535 octets");
    }
    boolean fits =
        switch (payload) {
          case TcpSegment _ -> header.protocol().equals(IpProtocol.TCP);
          case UdpDatagram _ -> header.protocol().equals(IpProtocol.UDP);
          case IcmpMessage _ -> header.protocol().equals(IpProtocol.ICMP);
          case OpaquePayload _ -> true;
        };
    if (!fits || (header.isFragment() && !(payload instanceof OpaquePayload))) {
      throw new IllegalArgumentException("the payload does not fit the header " + header);
    }
  }

  public static Ipv4Datagram of(
      Ipv4Address source,
      Ipv4Address destination,
      IpProtocol protocol,
      int identification,
      Ipv4Payload payload) {
    return new Ipv4Datagram(Ipv4Header.of(source, destination, protocol, identification), payload);
  }

  public Ipv4Address source() {
    return header.source();
  }

  public Ipv4Address destination() {
    return header.destination();
  }

  public IpProtocol protocol() {
    return header.protocol();
  }

  public int ttl() {
    return header.ttl();
  }

  /// The same datagram one hop later.
  public Ipv4Datagram withTtl(int ttl) {
    return new Ipv4Datagram(header.withTtl(ttl), payload);
  }

  @Override
  public EtherType etherType() {
    return EtherType.IPV4;
  }

  /// The total length field.
  @Override
  public int lengthOctets() {
    return header.lengthOctets() + payload.lengthOctets();
  }

  @Override
  public long digest() {
    return Digest.finish(Digest.mix(header.digest(), payload.digest()));
  }
}
