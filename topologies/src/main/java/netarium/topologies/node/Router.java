package netarium.topologies.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.json.Extras;

/// A machine that forwards datagrams between its interfaces.
///
/// @param nat rules, in order
/// @param firewall rules, in order: the first that matches decides, and what none matches passes
/// @param dhcp the pool served on an interface, by interface name
/// @param rip whether it speaks RIP
public record Router(
    Common common,
    List<Route> routes,
    List<NatRule> nat,
    List<FirewallRule> firewall,
    Map<String, DhcpPool> dhcp,
    boolean rip,
    Extras extras)
    implements Node {
  public Router {
    routes = List.copyOf(routes);
    nat = List.copyOf(nat);
    firewall = List.copyOf(firewall);
    dhcp = Collections.unmodifiableMap(new LinkedHashMap<>(dhcp));
  }

  @Override
  public NodeKind kind() {
    return NodeKind.ROUTER;
  }
}
