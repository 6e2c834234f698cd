package netarium.app.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.trace.CaptureSetup;
import netarium.engine.trace.PortId;
import netarium.engine.wire.Ipv4Address;
import netarium.topologies.Topology;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Router;
import netarium.topologies.node.Vm;
import netarium.topologies.unit.Ipv4Cidr;
import org.jspecify.annotations.Nullable;

/// What a capture of a topology is told before the run.
final class Captures {
  private static final String LOOPBACK = "lo";

  private Captures() {}

  static CaptureSetup setup(Topology topology, Optional<PortId> only) {
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

  /// The port called `NODE:IFACE`.
  static Optional<PortId> port(Topology topology, @Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    int colon = name.lastIndexOf(':');
    String node = colon < 0 ? name : name.substring(0, colon);
    String wanted = colon < 0 ? "" : name.substring(colon + 1);
    for (int index = 0; index < topology.nodes().size(); index++) {
      Node each = topology.nodes().get(index);
      boolean hasIt = wanted.equals(LOOPBACK) || each.interfaceNamed(wanted) != null;
      if (each.id().equals(node) && hasIt) {
        return Optional.of(new PortId(index, wanted));
      }
    }
    throw new BadOption("--pcap-if: there is no interface " + name + "; write NODE:IFACE");
  }
}
