package netarium.topologies.unit;

import java.util.regex.Pattern;

/// An IPv6 address with the length of its network part: `2001:db8::2/64`.
public record Ipv6Cidr(Ipv6Address address, int prefixLength) {
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,4}");

  public Ipv6Cidr {
    if (prefixLength < 0 || prefixLength > 128) {
      throw new IllegalArgumentException("an IPv6 prefix has 0 to 128 bits: " + prefixLength);
    }
  }

  public static Parsed<Ipv6Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Parsed.bad(
          Quoted.text(text) + " has no prefix length", "write it as \"2001:db8::2/64\"");
    }
    String length = text.substring(slash + 1);
    if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > 128) {
      return Parsed.bad(
          Quoted.text(length) + " is not an IPv6 prefix length", "write 0 to 128 after the slash");
    }
    return Ipv6Address.parse(text.substring(0, slash))
        .map(address -> new Ipv6Cidr(address, Integer.parseInt(length)));
  }

  /// An address that an interface can have.
  public static Parsed<Ipv6Cidr> parseHost(String text) {
    Parsed<Ipv6Cidr> parsed = parse(text);
    if (parsed instanceof Parsed.Ok<Ipv6Cidr>(Ipv6Cidr cidr)) {
      Ipv6Address address = cidr.address;
      if (address.isMulticast() || address.isUnspecified() || address.isLoopback()) {
        return Parsed.bad(
            address + " cannot be the address of an interface",
            "choose one such as 2001:db8::2/64");
      }
    }
    return parsed;
  }

  /// A network: nothing in the host part.
  public static Parsed<Ipv6Cidr> parseNetwork(String text) {
    Parsed<Ipv6Cidr> parsed = parse(text);
    if (parsed instanceof Parsed.Ok<Ipv6Cidr>(Ipv6Cidr cidr)
        && !cidr.address.equals(cidr.network())) {
      return Parsed.bad(
          Quoted.text(text) + " is a host within a network", "write " + cidr.networkText());
    }
    return parsed;
  }

  public Ipv6Address network() {
    return new Ipv6Address(
        address.high() & mask(prefixLength), address.low() & mask(prefixLength - 64));
  }

  /// The network alone: `2001:db8::/64`.
  public String networkText() {
    return network() + "/" + prefixLength;
  }

  public boolean contains(Ipv6Address other) {
    return new Ipv6Cidr(other, prefixLength).network().equals(network());
  }

  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= 64 ? -1 : -1L << (64 - bits);
  }

  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}
