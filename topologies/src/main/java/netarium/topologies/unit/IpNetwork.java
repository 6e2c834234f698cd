package netarium.topologies.unit;

/// A network of either version of the Internet Protocol; its text form is `address/length`, or
/// `default` for all of IPv4.
public sealed interface IpNetwork {
  record V4(Ipv4Cidr cidr) implements IpNetwork {
    @Override
    public String toString() {
      return cidr.prefixLength() == 0 ? "default" : cidr.toString();
    }
  }

  record V6(Ipv6Cidr cidr) implements IpNetwork {
    @Override
    public String toString() {
      return cidr.toString();
    }
  }

  static Parsed<IpNetwork> parse(String text) {
    if (text.equals("default")) {
      return Parsed.ok(new V4(new Ipv4Cidr(new Ipv4Address(0), 0)));
    }
    return text.indexOf(':') >= 0
        ? Ipv6Cidr.parseNetwork(text).map(V6::new)
        : Ipv4Cidr.parseNetwork(text).map(V4::new);
  }
}
