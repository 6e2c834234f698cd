package netarium.topologies.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.Ipv4Address;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.Ipv6Address;
import netarium.topologies.unit.Ipv6Cidr;
import netarium.topologies.unit.Quoted;

/// Addresses that clash within one segment, and gateways nobody can reach.
final class AddressChecks {
  private final Whole whole;
  private final Segments segments;
  private final Map<String, String> holders = new LinkedHashMap<>();

  AddressChecks(Whole whole) {
    this.whole = whole;
    this.segments = Segments.of(whole);
  }

  void check() {
    List<Node> nodes = whole.topology().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      for (int j = 0; j < node.interfaces().size(); j++) {
        InterfaceSpec each = node.interfaces().get(j);
        duplicates(node, each, i, j);
        gateway(node, each, whole.places().at("nodes", i, "interfaces", j, "gateway"));
      }
    }
  }

  private void duplicates(Node node, InterfaceSpec each, int i, int j) {
    String segment = segments.of(node, each.name());
    Ipv4Cidr ipv4 = each.fixedIpv4();
    if (ipv4 != null) {
      Position at = whole.places().at("nodes", i, "interfaces", j, "ipv4");
      unique(segment, ipv4.address(), node, each, at);
      unique("node " + node.id(), ipv4.address(), node, each, at);
    }
    Ipv6Cidr ipv6 = each.fixedIpv6();
    if (ipv6 != null) {
      Position at = whole.places().at("nodes", i, "interfaces", j, "ipv6");
      unique(segment, ipv6.address(), node, each, at);
    }
    if (each.mac() != null) {
      String me = node.id() + ":" + each.name();
      String other = holders.putIfAbsent(segment + " " + each.mac(), me);
      if (other != null) {
        whole
            .problems()
            .warning(
                whole.places().at("nodes", i, "interfaces", j, "mac"),
                me + " has the MAC address of " + other + " on the same segment",
                "frames will go astray unless you mean it");
      }
    }
  }

  private void unique(String scope, IpAddress ip, Node node, InterfaceSpec each, Position at) {
    String me = node.id() + ":" + each.name();
    String other = holders.putIfAbsent(scope + " " + ip, me);
    if (other != null && !other.equals(me)) {
      whole
          .problems()
          .error(
              at,
              "the address "
                  + ip
                  + " of "
                  + Quoted.text(me)
                  + " is already that of "
                  + Quoted.text(other),
              "give one of them another address");
    }
  }

  private void gateway(Node node, InterfaceSpec each, Position at) {
    String whose = "the gateway of " + Quoted.text(node.id() + ":" + each.name());
    switch (each.gateway()) {
      case Ipv4Address gateway -> ipv4Gateway(gateway, each, whose, at);
      case Ipv6Address gateway -> ipv6Gateway(gateway, each, whose, at);
      case null -> {}
    }
  }

  private void ipv4Gateway(Ipv4Address gateway, InterfaceSpec each, String whose, Position at) {
    ProblemList problems = whole.problems();
    Ipv4Cidr cidr = each.fixedIpv4();
    if (each.ipv4() == null) {
      problems.warning(at, whose + " serves no IPv4 address", "give the interface an \"ipv4\"");
    } else if (cidr == null) {
      return; // DHCP may bring an address of any network
    } else if (!cidr.contains(gateway)) {
      problems.error(
          at,
          whose + ", " + gateway + ", is outside its network " + cidr.networkText(),
          "choose an address within it");
    } else if (gateway.equals(cidr.address())) {
      problems.error(at, whose + " is its own address", "name the router's address");
    } else if (cidr.prefixLength() <= 30
        && (gateway.equals(cidr.network()) || gateway.equals(cidr.broadcast()))) {
      problems.error(
          at,
          whose + ", " + gateway + ", is no host of " + cidr.networkText(),
          "name the router's address");
    }
  }

  private void ipv6Gateway(Ipv6Address gateway, InterfaceSpec each, String whose, Position at) {
    Ipv6Cidr cidr = each.fixedIpv6();
    if (each.ipv6() == null) {
      whole
          .problems()
          .warning(at, whose + " serves no IPv6 address", "give the interface an \"ipv6\"");
    } else if (cidr != null && !gateway.isLinkLocal() && !cidr.contains(gateway)) {
      whole
          .problems()
          .error(
              at,
              whose + ", " + gateway + ", is outside its network " + cidr.networkText(),
              "choose an address within it");
    }
  }
}
