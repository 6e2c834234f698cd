package netarium.engine.wire;

/// A UDP datagram (RFC 768).
public record UdpDatagram(int sourcePort, int destinationPort, Octets payload)
    implements Ipv4Payload {
  public static final int HEADER_OCTETS = 8;

  public UdpDatagram {
    if ((sourcePort | destinationPort) >>> 16 != 0) {
      throw new IllegalArgumentException("a port number has 16 bits");
    }
  }

  @Override
  public int lengthOctets() {
    return HEADER_OCTETS + payload.length();
  }

  @Override
  public long digest() {
    return Digest.mix(payload.digest(), (long) sourcePort << 16 | destinationPort);
  }
}
