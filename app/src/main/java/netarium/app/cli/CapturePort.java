package netarium.app.cli;

import java.util.Optional;
import netarium.engine.trace.PortId;
import netarium.topologies.Topology;
import netarium.topologies.node.Node;
import org.jspecify.annotations.Nullable;

/// The interface that `--pcap-if` names.
final class CapturePort {
  private static final String LOOPBACK = "lo";

  private CapturePort() {}

  /// The port called `NODE:IFACE`.
  static Optional<PortId> named(Topology topology, @Nullable String name) {
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
