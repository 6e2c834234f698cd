package netarium.engine.trace;

import java.util.List;
import java.util.Optional;
import netarium.engine.wire.Ipv4Address;

/// What a capture must be told before the first event.
///
/// `nodeIds` are the ids of the topology's nodes by index, `ports` the network interfaces of
/// machines and routers in file order (ports of switches and hubs are not captured), `names` what
/// addresses are called, `epochNanos` the instant of the run's start in nanoseconds since 1970, and
/// `only` the one interface to capture, if not all.
public record CaptureSetup(
    List<String> nodeIds,
    List<PortId> ports,
    List<NamedAddress> names,
    long epochNanos,
    Optional<PortId> only) {
  public CaptureSetup {
    nodeIds = List.copyOf(nodeIds);
    ports = List.copyOf(ports);
    names = List.copyOf(names);
  }

  public record NamedAddress(Ipv4Address address, String name) {}

  /// `web:eth0`.
  String nameOf(PortId port) {
    return nodeIds.get(port.node()) + ":" + port.interfaceName();
  }
}
