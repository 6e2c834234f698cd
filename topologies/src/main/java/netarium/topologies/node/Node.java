package netarium.topologies.node;

import java.util.List;
import netarium.topologies.json.Extras;
import org.jspecify.annotations.Nullable;

/// A machine on the canvas. What all kinds have in common is in [Common].
public sealed interface Node permits Vm, Switch, Hub, Router, Tunnel {
  Common common();

  /// Keys that this version does not know.
  Extras extras();

  NodeKind kind();

  default String id() {
    return common().id();
  }

  /// What to call it on screen: its name, else its id.
  default String displayName() {
    String name = common().name();
    return name == null ? id() : name;
  }

  default @Nullable Double x() {
    return common().x();
  }

  default @Nullable Double y() {
    return common().y();
  }

  default List<InterfaceSpec> interfaces() {
    return common().interfaces();
  }

  /// The listed interface with this name. On a switch, a hub or a tunnel a link may also name one
  /// that is not listed.
  default @Nullable InterfaceSpec interfaceNamed(String name) {
    for (InterfaceSpec each : interfaces()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return null;
  }

  /// The same node with other common parts, such as a new place on the canvas.
  default Node withCommon(Common common) {
    return switch (this) {
      case Vm vm -> vm.with(common);
      case Switch bridge -> new Switch(common, bridge.stp(), bridge.vlans(), bridge.extras());
      case Hub hub -> new Hub(common, hub.extras());
      case Router r ->
          new Router(common, r.routes(), r.nat(), r.firewall(), r.dhcp(), r.rip(), r.extras());
      case Tunnel tunnel -> new Tunnel(common, tunnel.extras());
    };
  }
}
