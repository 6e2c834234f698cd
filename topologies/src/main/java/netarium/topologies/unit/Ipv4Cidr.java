package netarium.topologies.unit;

import java.util.regex.Pattern;

/// An IPv4 address with the length of its network part: `10.0.1.2/24`. Stands for an interface's
/// address or, with the host bits zero, for a network.
public record Ipv4Cidr(Ipv4Address address, int prefixLength) {
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,4}");

  public Ipv4Cidr {
    if (prefixLength < 0 || prefixLength > 32) {
      throw new IllegalArgumentException("an IPv4 prefix has 0 to 32 bits: " + prefixLength);
    }
  }

  public static Parsed<Ipv4Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Ipv4Address.parse(text) instanceof Parsed.Bad<Ipv4Address>(String why, var ignored)
          ? Parsed.bad(why, "write one with its prefix length such as 10.0.1.2/24")
          : Parsed.bad(Quoted.text(text) + " has no prefix length", "write " + text + "/24");
    }
    String length = text.substring(slash + 1);
    if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > 32) {
      return Parsed.bad(
          Quoted.text(length) + " is not an IPv4 prefix length", "write 0 to 32 after the slash");
    }
    return Ipv4Address.parse(text.substring(0, slash))
        .map(address -> new Ipv4Cidr(address, Integer.parseInt(length)));
  }

  /// An address that an interface can have: one host, not its whole network.
  public static Parsed<Ipv4Cidr> parseHost(String text) {
    Parsed<Ipv4Cidr> parsed = parse(text);
    if (!(parsed instanceof Parsed.Ok<Ipv4Cidr>(Ipv4Cidr cidr))) {
      return parsed;
    }
    if (cidr.address.isSpecial()) {
      return Parsed.bad(
          cidr.address + " cannot be the address of an interface",
          "choose a private one such as 10.0.1.2/24");
    }
    if (cidr.prefixLength == 0) {
      return Parsed.bad(
          "a prefix length of 0 leaves no network", "write the length of its network such as /24");
    }
    if (cidr.prefixLength <= 30 && cidr.address.equals(cidr.network())) {
      return Parsed.bad(
          cidr.address + " is the address of the network " + cidr.networkText(),
          "choose one of its hosts, such as " + cidr.firstHost());
    }
    if (cidr.prefixLength <= 30 && cidr.address.equals(cidr.broadcast())) {
      return Parsed.bad(
          cidr.address + " is the broadcast address of " + cidr.networkText(),
          "choose one of its hosts, such as " + cidr.firstHost());
    }
    return parsed;
  }

  /// A network: nothing in the host part.
  public static Parsed<Ipv4Cidr> parseNetwork(String text) {
    Parsed<Ipv4Cidr> parsed = parse(text);
    if (parsed instanceof Parsed.Ok<Ipv4Cidr>(Ipv4Cidr cidr)
        && !cidr.address.equals(cidr.network())) {
      return Parsed.bad(
          Quoted.text(text) + " is a host within a network", "write " + cidr.networkText());
    }
    return parsed;
  }

  public int mask() {
    return prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
  }

  public Ipv4Address network() {
    return new Ipv4Address(address.bits() & mask());
  }

  public Ipv4Address broadcast() {
    return new Ipv4Address(address.bits() | ~mask());
  }

  public boolean contains(Ipv4Address other) {
    return (other.bits() & mask()) == (address.bits() & mask());
  }

  private String firstHost() {
    return new Ipv4Address(network().bits() + 1) + "/" + prefixLength;
  }

  /// The network alone: `10.0.1.0/24`.
  public String networkText() {
    return network() + "/" + prefixLength;
  }

  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}
