package netarium.engine.wire;

/// An IPv4 datagram or fragment (RFC 791). The header checksum is not a field: it is computed when
/// octets are asked for, and verified when they are read.
///
/// Invariant: `fragmentOffsetOctets` is a multiple of 8; a fragment's payload is an [OpaquePayload].
public record Ipv4Datagram(
    Ipv4Header header, Ipv4Payload payload) implements FramePayload {
  public static Ipv4Datagram of(
      Ipv4Address source,
      Ipv4Address destination,
      IpProtocol protocol,
      int identification,
      Ipv4Payload payload) {
    return new Ipv4Datagram(
        Ipv4Header.of(source, destination, protocol, identification), payload);
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
