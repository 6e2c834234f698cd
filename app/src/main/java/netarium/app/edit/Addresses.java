package netarium.app.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.NodeKind;
import netarium.topologies.unit.Ipv4Address;
import netarium.topologies.unit.Ipv4Cidr;
import org.jspecify.annotations.Nullable;

/// Which address a machine gets that is plugged in somewhere: the next free one of the network that
/// its neighbours on that segment are in, and their router as its gateway.
public final class Addresses {
  private static final int FIRST_PRIVATE = 10 << 24;

  private Addresses() {}

  /// What to offer; the gateway is null where no router is on the segment.
  public record Offer(Ipv4Cidr cidr, @Nullable Ipv4Address gateway) {}

  /// The offer for a new end of the segment that begins at a node's interface.
  public static Offer at(Topology topology, LinkEnd start) {
    Ipv4Cidr network = null;
    Ipv4Address gateway = null;
    for (LinkEnd end : segment(topology, start)) {
      Node node = topology.node(end.node());
      InterfaceSpec spec = node == null ? null : node.interfaceNamed(end.interfaceName());
      Ipv4Cidr cidr = spec == null ? null : spec.fixedIpv4();
      if (node != null && cidr != null) {
        network = network == null || node.kind() == NodeKind.ROUTER ? cidr : network;
        gateway = node.kind() == NodeKind.ROUTER && gateway == null ? cidr.address() : gateway;
      }
    }
    return new Offer(next(topology, network == null ? fresh(topology) : network), gateway);
  }

  /// The machines' cards on the segment of a router's port that are in its network and know no
  /// gateway yet.
  static List<LinkEnd> withoutGateway(Topology topology, LinkEnd routerPort, Ipv4Cidr network) {
    List<LinkEnd> found = new ArrayList<>();
    for (LinkEnd end : segment(topology, routerPort)) {
      Node node = topology.node(end.node());
      InterfaceSpec spec = node == null ? null : node.interfaceNamed(end.interfaceName());
      if (node != null && node.kind() == NodeKind.VM && spec != null && spec.gateway() == null) {
        Ipv4Cidr cidr = spec.fixedIpv4();
        if (cidr != null && network.contains(cidr.address())) {
          found.add(end);
        }
      }
    }
    return found;
  }

  /// The ends that hear the broadcasts of one, itself included: switches and hubs pass them on.
  private static Set<LinkEnd> segment(Topology topology, LinkEnd start) {
    Set<LinkEnd> found = new LinkedHashSet<>();
    ArrayDeque<LinkEnd> open = new ArrayDeque<>();
    open.add(plain(start));
    while (!open.isEmpty()) {
      LinkEnd here = open.remove();
      if (!found.add(here)) {
        continue;
      }
      Node node = topology.node(here.node());
      boolean passesOn = node != null && !node.kind().mustListInterfaces();
      for (Link link : topology.links()) {
        LinkEnd a = plain(link.a());
        LinkEnd b = plain(link.b());
        if (a.equals(here) || (passesOn && a.node().equals(here.node()))) {
          open.add(b);
        }
        if (b.equals(here) || (passesOn && b.node().equals(here.node()))) {
          open.add(a);
        }
      }
    }
    return found;
  }

  private static LinkEnd plain(LinkEnd end) {
    return new LinkEnd(end.node(), end.interfaceName(), netarium.topologies.json.Extras.NONE);
  }

  private static Set<Integer> taken(Topology topology) {
    Set<Integer> taken = new LinkedHashSet<>();
    for (Node node : topology.nodes()) {
      for (InterfaceSpec spec : node.interfaces()) {
        Ipv4Cidr cidr = spec.fixedIpv4();
        if (cidr != null) {
          taken.add(cidr.address().bits());
        }
      }
    }
    return taken;
  }

  /// The first host of the network that nobody has; in a full network, its last.
  private static Ipv4Cidr next(Topology topology, Ipv4Cidr network) {
    Set<Integer> taken = taken(topology);
    int last = network.broadcast().bits() - 1;
    int candidate = network.network().bits() + 1;
    while (candidate < last && taken.contains(candidate)) {
      candidate++;
    }
    return new Ipv4Cidr(new Ipv4Address(candidate), network.prefixLength());
  }

  /// A network of its own for a segment that has none yet: `10.0.N.0/24`.
  private static Ipv4Cidr fresh(Topology topology) {
    Set<Integer> taken = taken(topology);
    for (int third = 1; third < 0xffff; third++) {
      Ipv4Cidr network = new Ipv4Cidr(new Ipv4Address(FIRST_PRIVATE | third << 8), 24);
      if (taken.stream().noneMatch(bits -> network.contains(new Ipv4Address(bits)))) {
        return network;
      }
    }
    return new Ipv4Cidr(new Ipv4Address(FIRST_PRIVATE | 1 << 8), 24);
  }
}
