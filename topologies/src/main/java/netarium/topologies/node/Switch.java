package netarium.topologies.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import netarium.topologies.json.Extras;

/// An Ethernet switch that learns.
///
/// @param stp whether it runs the spanning tree protocol
/// @param vlans what each port carries, by interface name; empty: no VLANs
public record Switch(Common common, boolean stp, Map<String, VlanPort> vlans, Extras extras)
    implements Node {
  public Switch {
    vlans = Collections.unmodifiableMap(new LinkedHashMap<>(vlans));
  }

  @Override
  public NodeKind kind() {
    return NodeKind.SWITCH;
  }
}
