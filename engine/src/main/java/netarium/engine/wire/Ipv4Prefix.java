package netarium.engine.wire;

/// An address with the length of its network prefix: `10.0.1.2/24`.
public record Ipv4Prefix(Ipv4Address address, int length) {
  public Ipv4Prefix {
    if (length < 0 || length > 32) {
      throw new IllegalArgumentException("a prefix has 0 to 32 bits");
    }
  }

  public int mask() {
    return length == 0 ? 0 : -1 << (32 - length);
  }

  public boolean contains(Ipv4Address other) {
    return ((other.bits() ^ address.bits()) & mask()) == 0;
  }

  public Ipv4Prefix network() {
    return new Ipv4Prefix(new Ipv4Address(address.bits() & mask()), length);
  }

  /// The directed broadcast address; a /31 and a /32 have none of their own (RFC 3021).
  public boolean isDirectedBroadcast(Ipv4Address other) {
    return length <= 30 && other.bits() == (address.bits() | ~mask());
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
