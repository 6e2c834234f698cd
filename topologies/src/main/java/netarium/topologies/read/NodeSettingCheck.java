package netarium.topologies.read;

import java.util.List;
import netarium.topologies.json.JsonTree;
import netarium.topologies.problem.DidYouMean;
import netarium.topologies.problem.Position;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.MacAddress;
import netarium.topologies.unit.Quoted;

/// What a `set` stimulus may change of a node: `cpu`, or a key of an interface such as `eth0.ipv4`.
/// A key that this version does not know is only warned about, like any other unknown key.
final class NodeSettingCheck {
  private static final List<String> INTERFACE_KEYS =
      List.of("mac", "ipv4", "ipv6", "gateway", "mtu");

  private NodeSettingCheck() {}

  static void check(String key, Position keyAt, JsonTree value, Values values) {
    String name = "\"value\" of a stimulus";
    int dot = key.lastIndexOf('.');
    String last = key.substring(dot + 1);
    if (dot <= 0 && key.equals("cpu")) {
      values.quantity(value, name, VmFields::cpu);
    } else if (dot <= 0 || !INTERFACE_KEYS.contains(last)) {
      values
          .problems()
          .warning(
              keyAt,
              "a node has no setting " + Quoted.text(key) + ", so this changes nothing",
              DidYouMean.orElse(
                  dot > 0 ? last : key,
                  dot > 0 ? INTERFACE_KEYS : List.of("cpu"),
                  "use cpu, or an interface and its key such as eth0.ipv4"));
    } else {
      switch (last) {
        case "mac" -> values.parsed(value, name, MacAddress::parseStation);
        case "ipv4" -> values.parsed(value, name, NodeFields::ipv4);
        case "ipv6" -> values.parsed(value, name, NodeFields::ipv6);
        case "gateway" -> values.parsed(value, name, IpAddress::parse);
        default -> LinkFields.mtu(value, name, values);
      }
    }
  }
}
