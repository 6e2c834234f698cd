package netarium.engine.ip;

import java.util.Optional;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Prefix;

/// Where datagrams to a prefix go: out of an interface, to the gateway `via`, or without one to the
/// destination itself. Of two routes to one prefix the smaller metric counts.
public record Route(Ipv4Prefix to, Optional<Ipv4Address> via, NetworkInterface out, int metric) {
  public static final Ipv4Prefix DEFAULT = new Ipv4Prefix(Ipv4Address.ANY, 0);

  public Route {
    to = to.network();
  }

  /// To a network on the other end of the interface's own link.
  public static Route connected(Ipv4Prefix network, NetworkInterface out) {
    return new Route(network, Optional.empty(), out, 0);
  }

  public static Route via(Ipv4Prefix to, Ipv4Address gateway, NetworkInterface out, int metric) {
    return new Route(to, Optional.of(gateway), out, metric);
  }

  Ipv4Address nextHop(Ipv4Address destination) {
    return via.isPresent() ? via.get() : destination;
  }
}
