package netarium.topologies.write;

import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonValue;
import netarium.topologies.node.Common;
import netarium.topologies.node.Hub;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Router;
import netarium.topologies.node.Switch;
import netarium.topologies.node.Tunnel;
import netarium.topologies.node.VlanPort;
import netarium.topologies.node.Vm;
import org.jspecify.annotations.Nullable;

/// Writes one entry of `nodes`; what only a VM or a router has is in [VmText] and [RouterText].
final class NodeText {
  private NodeText() {}

  static JsonValue of(Node node) {
    Common common = node.common();
    ObjectText out =
        new ObjectText()
            .text("id", common.id())
            .text("kind", node.kind().key())
            .text("name", common.name())
            .number("x", common.x())
            .number("y", common.y())
            .list("interfaces", common.interfaces(), NodeText::anInterface);
    switch (node) {
      case Vm vm -> VmText.add(vm, out);
      case Router router -> RouterText.add(router, out);
      case Switch bridge ->
          out.flag("stp", bridge.stp(), false).map("vlans", bridge.vlans(), NodeText::vlan);
      case Hub hub -> {}
      case Tunnel tunnel -> {}
    }
    return out.with(node.extras());
  }

  private static JsonValue anInterface(InterfaceSpec each) {
    return new ObjectText()
        .text("name", each.name())
        .text("mac", each.mac())
        .text("ipv4", ipv4(each.ipv4()))
        .text("ipv6", ipv6(each.ipv6()))
        .text("gateway", each.gateway())
        .whole("mtu", each.mtu())
        .with(each.extras());
  }

  private static @Nullable Object ipv4(InterfaceSpec.@Nullable Ipv4 ipv4) {
    return switch (ipv4) {
      case InterfaceSpec.Ipv4.Fixed fixed -> fixed.cidr();
      case InterfaceSpec.Ipv4.Dhcp dhcp -> "dhcp";
      case null -> null;
    };
  }

  private static @Nullable Object ipv6(InterfaceSpec.@Nullable Ipv6 ipv6) {
    return switch (ipv6) {
      case InterfaceSpec.Ipv6.Fixed fixed -> fixed.cidr();
      case InterfaceSpec.Ipv6.Auto auto -> "auto";
      case null -> null;
    };
  }

  private static JsonValue vlan(VlanPort port) {
    return switch (port) {
      case VlanPort.Access access -> JsonValue.of(access.vlan());
      case VlanPort.Trunk trunk ->
          new ObjectText()
              .put("trunk", ObjectText.items(trunk.vlans(), vlan -> JsonValue.of(vlan)))
              .with(Extras.NONE);
    };
  }
}
