package netarium.topologies.node;

import netarium.topologies.json.Extras;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.Ipv6Cidr;
import netarium.topologies.unit.MacAddress;
import org.jspecify.annotations.Nullable;

/// A network interface as the file describes it. Without `ipv6` it never sends an IPv6 frame.
///
/// @param mac missing: derived from the seed and the names
/// @param mtu in octets; missing: that of the link
public record InterfaceSpec(
    String name,
    @Nullable MacAddress mac,
    @Nullable Ipv4 ipv4,
    @Nullable Ipv6 ipv6,
    @Nullable IpAddress gateway,
    @Nullable Integer mtu,
    Extras extras) {

  /// Where the IPv4 address comes from.
  public sealed interface Ipv4 {
    record Fixed(Ipv4Cidr cidr) implements Ipv4 {}

    record Dhcp() implements Ipv4 {}
  }

  /// Where the IPv6 address comes from: the file, or the router's advertisements.
  public sealed interface Ipv6 {
    record Fixed(Ipv6Cidr cidr) implements Ipv6 {}

    record Auto() implements Ipv6 {}
  }

  public static InterfaceSpec named(String name) {
    return new InterfaceSpec(name, null, null, null, null, null, Extras.NONE);
  }

  public @Nullable Ipv4Cidr fixedIpv4() {
    return ipv4 instanceof Ipv4.Fixed(Ipv4Cidr cidr) ? cidr : null;
  }

  public @Nullable Ipv6Cidr fixedIpv6() {
    return ipv6 instanceof Ipv6.Fixed(Ipv6Cidr cidr) ? cidr : null;
  }
}
