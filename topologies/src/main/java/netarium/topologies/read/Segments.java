package netarium.topologies.read;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.node.Node;
import netarium.topologies.node.Switch;
import netarium.topologies.node.VlanPort;

/// Which interfaces hear each other's broadcasts: a union-find over the cables. A hub, and a switch
/// without VLANs, joins all its ports; a switch with VLANs joins the access ports of each VLAN and
/// leaves trunks apart, so that nothing is called a duplicate that may not be one.
final class Segments {
  private final Map<String, String> parents = new LinkedHashMap<>();

  private Segments() {}

  static Segments of(Whole whole) {
    Segments segments = new Segments();
    for (Link link : whole.topology().links()) {
      segments.join(segments.point(whole, link.a()), segments.point(whole, link.b()));
    }
    return segments;
  }

  /// A name for the segment of a node's interface.
  String of(Node node, String interfaceName) {
    return root(port(node.id(), interfaceName));
  }

  private static String port(String node, String interfaceName) {
    return node + ":" + interfaceName;
  }

  private String point(Whole whole, LinkEnd end) {
    Node node = whole.nodes().get(end.node());
    if (node == null || node.kind().mustListInterfaces()) {
      return end.toString();
    }
    if (node instanceof Switch bridge && !bridge.vlans().isEmpty()) {
      return switch (bridge.vlans().get(end.interfaceName())) {
        case VlanPort.Access(int vlan) -> port(node.id(), "vlan=" + vlan);
        case VlanPort.Trunk trunk -> end.toString();
        case null -> port(node.id(), "vlan=1");
      };
    }
    return port(node.id(), "all=");
  }

  private void join(String a, String b) {
    String rootA = root(a);
    String rootB = root(b);
    if (!rootA.equals(rootB)) {
      parents.put(rootA, rootB);
    }
  }

  /// Follows parents, halving the path on the way.
  private String root(String start) {
    String here = start;
    String parent = parents.get(here);
    while (parent != null) {
      String above = parents.get(parent);
      if (above != null) {
        parents.put(here, above);
      }
      here = parent;
      parent = above;
    }
    return here;
  }
}
