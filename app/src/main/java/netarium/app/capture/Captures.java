package netarium.app.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.trace.CaptureSetup;
import netarium.engine.trace.PortId;
import netarium.engine.wire.Ipv4Address;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Router;
import netarium.topologies.node.Vm;
import netarium.topologies.unit.Ipv4Cidr;

/// What the writer of a capture has to know of a topology.
public final class Captures {
  private Captures() {}

  /// The interface at which a link can be captured: where it ends at a machine or a router. Empty
  /// if it only joins switches, which have none.
  public static Optional<PortId> end(Topology topology, String link) {
    Link found = topology.link(link);
    if (found == null) {
      return Optional.empty();
    }
    for (LinkEnd each : List.of(found.a(), found.b())) {
      Node node = topology.node(each.node());
      if (node instanceof Vm || node instanceof Router) {
        return Optional.of(new PortId(topology.nodes().indexOf(node), each.interfaceName()));
      }
    }
    return Optional.empty();
  }

  /// `only`: the one interface to capture, if not all.
  public static CaptureSetup setup(Topology topology, Optional<PortId> only) {
    List<PortId> ports = new ArrayList<>();
    List<CaptureSetup.NamedAddress> names = new ArrayList<>();
    for (int index = 0; index < topology.nodes().size(); index++) {
      Node node = topology.nodes().get(index);
      if (!(node instanceof Vm) && !(node instanceof Router)) {
        continue;
      }
      for (InterfaceSpec each : node.interfaces()) {
        ports.add(new PortId(index, each.name()));
        Ipv4Cidr cidr = each.fixedIpv4();
        if (cidr != null) {
          names.add(
              new CaptureSetup.NamedAddress(
                  new Ipv4Address(cidr.address().bits()), node.displayName()));
        }
      }
    }
    Instant epoch = topology.epoch();
    long epochNanos = epoch.getEpochSecond() * 1_000_000_000L + epoch.getNano();
    List<String> ids = topology.nodes().stream().map(Node::id).toList();
    return new CaptureSetup(ids, ports, names, epochNanos, only);
  }
}
