package netarium.topologies.read;

import java.util.List;
import netarium.topologies.node.DhcpPool;
import netarium.topologies.node.FirewallRule;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Route;
import netarium.topologies.node.Router;
import netarium.topologies.problem.Position;
import netarium.topologies.unit.IpNetwork;
import netarium.topologies.unit.Ipv4Address;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.Ipv6Address;
import netarium.topologies.unit.Quoted;

/// Whether what a router's tables name exists and can be reached.
final class RouterChecks {
  private final Whole whole;

  RouterChecks(Whole whole) {
    this.whole = whole;
  }

  void check() {
    List<Node> nodes = whole.topology().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof Router router) {
        router(router, i);
      }
    }
  }

  private void router(Router router, int i) {
    for (int j = 0; j < router.routes().size(); j++) {
      route(router, router.routes().get(j), i, j);
    }
    for (int j = 0; j < router.nat().size(); j++) {
      String outside = router.nat().get(j).outside();
      whole.mustList(router, outside, "a NAT rule", "nodes", i, "nat", j, "outside");
    }
    for (int j = 0; j < router.firewall().size(); j++) {
      FirewallRule rule = router.firewall().get(j);
      if (rule.in() != null) {
        whole.mustList(router, rule.in(), "a firewall rule", "nodes", i, "firewall", j, "in");
      }
      if (rule.out() != null) {
        whole.mustList(router, rule.out(), "a firewall rule", "nodes", i, "firewall", j, "out");
      }
    }
    router.dhcp().forEach((name, pool) -> dhcp(router, name, pool, i));
  }

  private void route(Router router, Route route, int i, int j) {
    if (route.interfaceName() != null) {
      whole.mustList(
          router, route.interfaceName(), "a route", "nodes", i, "routes", j, "interface");
    }
    Position at = whole.places().at("nodes", i, "routes", j, "via");
    boolean v4 = route.via() instanceof Ipv4Address;
    if (v4 != route.to() instanceof IpNetwork.V4) {
      whole
          .problems()
          .error(
              at,
              "a route to " + route.to() + " goes via " + route.via(),
              "give both in the same version of IP");
    } else if (!isReachable(router, route)) {
      whole
          .problems()
          .warning(
              at,
              "no interface of router "
                  + Quoted.text(router.id())
                  + " is in the network of "
                  + route.via(),
              "name a neighbour of the router");
    }
  }

  private static boolean isReachable(Router router, Route route) {
    return router.interfaces().stream().anyMatch(each -> mayReach(each, route));
  }

  private static boolean mayReach(InterfaceSpec each, Route route) {
    return switch (route.via()) {
      case Ipv4Address via -> {
        Ipv4Cidr fixed = each.fixedIpv4();
        yield fixed == null ? each.ipv4() != null : fixed.contains(via);
      }
      case Ipv6Address via -> {
        var fixed = each.fixedIpv6();
        yield via.isLinkLocal() || (fixed == null ? each.ipv6() != null : fixed.contains(via));
      }
    };
  }

  private void dhcp(Router router, String name, DhcpPool pool, int i) {
    Position at = whole.places().keyAt(name, "nodes", i, "dhcp");
    InterfaceSpec served = router.interfaceNamed(name);
    String router1 = "router " + Quoted.text(router.id());
    if (served == null) {
      whole
          .problems()
          .error(
              at,
              router1 + " serves DHCP on " + Quoted.text(name) + ", which it does not have",
              "name one of its interfaces");
      return;
    }
    Ipv4Cidr cidr = served.fixedIpv4();
    if (cidr == null) {
      whole
          .problems()
          .error(
              at,
              router1 + " serves DHCP on " + Quoted.text(name) + ", which has no fixed address",
              "give the interface an \"ipv4\"");
      return;
    }
    inside(cidr, pool.from(), whole.places().at("nodes", i, "dhcp", name, "from"));
    inside(cidr, pool.to(), whole.places().at("nodes", i, "dhcp", name, "to"));
    if (pool.gateway() != null) {
      inside(cidr, pool.gateway(), whole.places().at("nodes", i, "dhcp", name, "gateway"));
    }
    pool.reserved()
        .forEach((mac, address) ->
            inside(cidr, address, whole.places().at("nodes", i, "dhcp", name, "reserved")));
  }

  private void inside(Ipv4Cidr cidr, Ipv4Address address, Position at) {
    if (!cidr.contains(address)) {
      whole
          .problems()
          .error(
              at,
              address + " is outside the network " + cidr.networkText(),
              "choose an address within it");
    }
  }
}
