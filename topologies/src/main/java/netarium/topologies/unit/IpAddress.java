package netarium.topologies.unit;

/// An address of either version of the Internet Protocol.
public sealed interface IpAddress permits Ipv4Address, Ipv6Address {
  static Parsed<IpAddress> parse(String text) {
    return text.indexOf(':') >= 0
        ? Ipv6Address.parse(text).map(a -> a)
        : Ipv4Address.parse(text).map(a -> a);
  }
}
