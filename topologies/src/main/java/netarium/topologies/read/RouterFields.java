package netarium.topologies.read;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonTree;
import netarium.topologies.node.Common;
import netarium.topologies.node.DhcpPool;
import netarium.topologies.node.FirewallRule;
import netarium.topologies.node.NatRule;
import netarium.topologies.node.Route;
import netarium.topologies.node.Router;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.Endpoint;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.IpNetwork;
import netarium.topologies.unit.Ipv4Address;
import netarium.topologies.unit.MacAddress;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Reads what only a router has.
final class RouterFields {
  private static final int MAX_RULES = 10_000;
  private static final Ipv4Address ANY = new Ipv4Address(0);

  private RouterFields() {}

  static Router read(Common common, Fields fields) {
    String whose = "router " + Quoted.text(common.id());
    ProblemList problems = fields.problems();
    return new Router(
        common,
        fields.list("routes", MAX_RULES, item -> route(item, whose, problems)),
        fields.list("nat", MAX_RULES, item -> nat(item, whose, problems)),
        fields.list("firewall", MAX_RULES, item -> firewall(item, whose, problems)),
        fields.map("dhcp", MAX_RULES, (value, name) -> dhcp(value, name, problems)),
        fields.flag("rip", false),
        fields.extras());
  }

  private static Route route(JsonTree value, String whose, ProblemList problems) {
    Fields fields = Fields.of(value, "a route of " + whose, problems);
    return new Route(
        fields.requiredParsed(
            "to", IpNetwork::parse, IpNetwork.parse("default").orThrow(), "\"to\": \"default\""),
        fields.requiredParsed("via", IpAddress::parse, ANY, "\"via\": \"10.0.1.1\""),
        fields.text("interface"),
        fields.integer("metric", 0, 1_000_000),
        fields.extras());
  }

  private static NatRule nat(JsonTree value, String whose, ProblemList problems) {
    Fields fields = Fields.of(value, "a NAT rule of " + whose, problems);
    if (!fields.has("kind")) {
      fields.missing("kind", "\"kind\": \"masquerade\"");
    }
    String kind = fields.choice("kind", List.of("masquerade", "forward"), k -> k, "");
    String outside = kind.isEmpty() ? "" : fields.requiredText("outside", "\"outside\": \"eth0\"");
    if (!kind.equals("forward")) {
      return new NatRule.Masquerade(outside, kind.isEmpty() ? Extras.NONE : fields.extras());
    }
    if (!fields.has("port")) {
      fields.missing("port", "\"port\": 80");
    }
    return new NatRule.Forward(
        outside,
        fields.choice(
            "protocol",
            List.of(NatRule.Protocol.values()),
            NatRule.Protocol::key,
            NatRule.Protocol.TCP),
        requireNonNullElse(fields.integer("port", 1, 65_535), 1),
        fields.requiredParsed(
            "to", Endpoint::parse, new Endpoint(ANY, 1), "\"to\": \"10.0.1.2:80\""),
        fields.extras());
  }

  private static FirewallRule firewall(JsonTree value, String whose, ProblemList problems) {
    Fields fields = Fields.of(value, "a firewall rule of " + whose, problems);
    if (!fields.has("do")) {
      fields.missing("do", "\"do\": \"drop\"");
    }
    return new FirewallRule(
        fields.choice(
            "do",
            List.of(FirewallRule.Action.values()),
            FirewallRule.Action::key,
            FirewallRule.Action.DROP),
        fields.choice(
            "protocol", List.of(FirewallRule.Protocol.values()), FirewallRule.Protocol::key),
        fields.parsed("from", RouterFields::network),
        fields.parsed("to", RouterFields::network),
        fields.integer("port", 1, 65_535),
        fields.text("in"),
        fields.text("out"),
        fields.choice("state", List.of(FirewallRule.State.values()), FirewallRule.State::key),
        fields.extras());
  }

  /// A network, or one address alone.
  private static Parsed<IpNetwork> network(String text) {
    if (text.indexOf('/') < 0 && IpAddress.parse(text) instanceof Parsed.Ok) {
      return IpNetwork.parse(text + (text.indexOf(':') < 0 ? "/32" : "/128"));
    }
    return IpNetwork.parse(text);
  }

  private static @Nullable DhcpPool dhcp(JsonTree value, String name, ProblemList problems) {
    Fields fields = Fields.of(value, name, problems);
    Ipv4Address from =
        fields.requiredParsed("from", Ipv4Address::parse, ANY, "\"from\": \"10.0.1.100\"");
    Ipv4Address to =
        fields.requiredParsed("to", Ipv4Address::parse, from, "\"to\": \"10.0.1.199\"");
    if (Integer.compareUnsigned(to.bits(), from.bits()) < 0) {
      problems.error(
          fields.at("to"), "the pool ends at " + to + ", before it begins at " + from, "swap them");
    }
    return new DhcpPool(
        from,
        to,
        fields.quantity("lease", TimeSpan::parse, DhcpPool.DEFAULT_LEASE),
        fields.parsed("gateway", Ipv4Address::parse),
        fields.parsedList("dns", 16, Ipv4Address::parse),
        fields.text("domain"),
        reserved(fields),
        fields.extras());
  }

  private static Map<MacAddress, Ipv4Address> reserved(Fields pool) {
    Map<MacAddress, Ipv4Address> reserved = new LinkedHashMap<>();
    pool.parsedMap("reserved", MAX_RULES, Ipv4Address::parse)
        .forEach((text, address) -> {
          switch (MacAddress.parseStation(text)) {
            case Parsed.Ok<MacAddress>(MacAddress mac) -> {
              if (reserved.putIfAbsent(mac, address) != null) {
                pool.problems()
                    .error(
                        pool.keyAt("reserved", text),
                        mac + " has two reserved addresses",
                        "remove one");
              }
            }
            case Parsed.Bad<MacAddress>(String why, String advice) ->
                pool.problems().error(pool.keyAt("reserved", text), why, advice);
          }
        });
    return reserved;
  }
}
