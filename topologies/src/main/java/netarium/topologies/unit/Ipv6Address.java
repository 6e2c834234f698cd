package netarium.topologies.unit;

/// Sixteen octets in the order of the wire. Read in every form of RFC 4291 §2.2, written in the one
/// form of RFC 5952.
public record Ipv6Address(long high, long low) implements IpAddress {
  public static Parsed<Ipv6Address> parse(String text) {
    long[] bits = Ipv6Text.parse(text);
    return bits.length == 2
        ? Parsed.ok(new Ipv6Address(bits[0], bits[1]))
        : Parsed.bad(
            Quoted.text(text) + " is not an IPv6 address",
            "write groups of hex digits such as 2001:db8::2");
  }

  /// The 16-bit group with this index, 0 the most significant.
  public int group(int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> (48 - 16 * (index & 3))) & 0xffff;
  }

  public boolean isMulticast() {
    return high >>> 56 == 0xff;
  }

  /// fe80::/10 (RFC 4291 §2.5.6).
  public boolean isLinkLocal() {
    return high >>> 54 == 0xfe80 >> 6;
  }

  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  public boolean isLoopback() {
    return high == 0 && low == 1;
  }

  @Override
  public String toString() {
    return Ipv6Text.format(this);
  }
}
