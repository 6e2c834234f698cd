package netarium.engine.wire;

/// An ARP packet for IPv4 over Ethernet (RFC 826). Operation 1 asks, 2 answers.
public record ArpPacket(
    int operation,
    MacAddress senderMac,
    Ipv4Address senderIp,
    MacAddress targetMac,
    Ipv4Address targetIp)
    implements FramePayload {
  public static final int REQUEST = 1;
  public static final int REPLY = 2;
  public static final int LENGTH_OCTETS = 28;

  public ArpPacket {
    if (operation >>> 16 != 0) {
      throw new IllegalArgumentException("an ARP operation has 16 bits");
    }
  }

  @Override
  public EtherType etherType() {
    return EtherType.ARP;
  }

  @Override
  public int lengthOctets() {
    return LENGTH_OCTETS;
  }

  @Override
  public long digest() {
    long state = Digest.start(operation);
    state = Digest.mix(state, senderMac.bits());
    state = Digest.mix(state, targetMac.bits());
    state = Digest.mix(state, (long) senderIp.bits() << 32 | (targetIp.bits() & 0xffffffffL));
    return Digest.finish(state);
  }
}
