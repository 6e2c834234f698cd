package netarium.topologies.read;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import netarium.topologies.json.JsonTree;
import netarium.topologies.node.Common;
import netarium.topologies.node.Hub;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.NodeKind;
import netarium.topologies.node.Switch;
import netarium.topologies.node.Tunnel;
import netarium.topologies.node.VlanPort;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.Ipv6Cidr;
import netarium.topologies.unit.MacAddress;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;

/// Reads one entry of `nodes`: what all kinds share here, the rest in [VmFields] and
/// [RouterFields].
final class NodeFields {
  static final double MAX_COORDINATE = 1_000_000;
  static final int MIN_MTU = 68; // RFC 791 §3.2: what every link must carry
  static final int MAX_MTU = 65_535;
  private static final int MAX_INTERFACES = 1_024;
  private static final int MAX_VLAN = 4_094;

  private NodeFields() {}

  static Node read(JsonTree value, ProblemList problems) {
    Fields fields = Fields.of(value, nameOf(value), problems);
    String id =
        fields.requiredParsed("id", Names::id, "", "\"id\": \"pc1\" or any other short name");
    if (!fields.has("kind")) {
      fields.missing("kind", "\"kind\": \"vm\"");
    }
    NodeKind kind = fields.choice("kind", List.of(NodeKind.values()), NodeKind::key, NodeKind.HUB);
    Common common =
        new Common(
            id,
            fields.text("name"),
            fields.number("x", -MAX_COORDINATE, MAX_COORDINATE),
            fields.number("y", -MAX_COORDINATE, MAX_COORDINATE),
            fields.list("interfaces", MAX_INTERFACES, item -> anInterface(item, id, problems)));
    return switch (kind) {
      case VM -> VmFields.read(common, fields);
      case ROUTER -> RouterFields.read(common, fields);
      case SWITCH ->
          new Switch(
              common,
              fields.flag("stp", false),
              fields.map("vlans", MAX_INTERFACES, (port, name) -> vlan(port, name, problems)),
              fields.extras());
      case TUNNEL -> new Tunnel(common, fields.extras());
      case HUB -> {
        boolean isHub =
            fields.value("kind") instanceof JsonTree.Text(var at, String text)
                && text.equals(NodeKind.HUB.key());
        // Of an unknown kind the keys are unknown too; warning of each would bury the mistake.
        yield new Hub(common, isHub ? fields.extras() : netarium.topologies.json.Extras.NONE);
      }
    };
  }

  private static String nameOf(JsonTree value) {
    return value instanceof JsonTree.Members members
            && members.value("id") instanceof JsonTree.Text(var at, String id)
        ? "node " + Quoted.text(id)
        : "a node";
  }

  private static InterfaceSpec anInterface(JsonTree value, String node, ProblemList problems) {
    String whose = "an interface of node " + Quoted.text(node);
    Fields fields = Fields.of(value, whose, problems);
    String name = fields.requiredParsed("name", Names::interfaceName, "", "\"name\": \"eth0\"");
    return new InterfaceSpec(
        name,
        fields.parsed("mac", MacAddress::parseStation),
        fields.parsed("ipv4", NodeFields::ipv4),
        fields.parsed("ipv6", NodeFields::ipv6),
        fields.parsed("gateway", IpAddress::parse),
        mtu(fields),
        fields.extras());
  }

  private static @org.jspecify.annotations.Nullable Integer mtu(Fields fields) {
    return fields.optional("mtu", (value, name) -> LinkFields.mtu(value, name, fields.values()));
  }

  static Parsed<InterfaceSpec.Ipv4> ipv4(String text) {
    return text.equals("dhcp")
        ? Parsed.ok(new InterfaceSpec.Ipv4.Dhcp())
        : Ipv4Cidr.parseHost(text).map(InterfaceSpec.Ipv4.Fixed::new);
  }

  static Parsed<InterfaceSpec.Ipv6> ipv6(String text) {
    return text.equals("auto")
        ? Parsed.ok(new InterfaceSpec.Ipv6.Auto())
        : Ipv6Cidr.parseHost(text).map(InterfaceSpec.Ipv6.Fixed::new);
  }

  private static VlanPort vlan(JsonTree value, String name, ProblemList problems) {
    Values values = new Values(problems);
    if (!(value instanceof JsonTree.Members)) {
      Long vlan = values.whole(value, name, 1, MAX_VLAN);
      return new VlanPort.Access(requireNonNullElse(vlan, 1L).intValue());
    }
    Fields fields = Fields.of(value, name, problems);
    if (!fields.has("trunk")) {
      fields.missing("trunk", "\"trunk\": [ 10, 20 ], or write a single number");
    }
    List<Long> vlans =
        fields.list("trunk", MAX_VLAN, item -> values.whole(item, name, 1, MAX_VLAN));
    fields.noMore();
    return new VlanPort.Trunk(vlans.stream().map(Long::intValue).toList());
  }
}
