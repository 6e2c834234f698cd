package netarium.topologies.node;

import java.util.List;

/// What a switch port carries.
public sealed interface VlanPort {
  /// Frames of one VLAN, without a tag.
  record Access(int vlan) implements VlanPort {}

  /// Tagged frames of these VLANs.
  record Trunk(List<Integer> vlans) implements VlanPort {
    public Trunk {
      vlans = List.copyOf(vlans);
    }
  }
}
