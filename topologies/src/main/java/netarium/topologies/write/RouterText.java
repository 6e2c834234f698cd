package netarium.topologies.write;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.topologies.json.JsonValue;
import netarium.topologies.node.DhcpPool;
import netarium.topologies.node.FirewallRule;
import netarium.topologies.node.NatRule;
import netarium.topologies.node.Route;
import netarium.topologies.node.Router;
import netarium.topologies.unit.Ipv4Address;

/// Writes what only a router has.
final class RouterText {
  private RouterText() {}

  static void add(Router router, ObjectText out) {
    out.list("routes", router.routes(), RouterText::route)
        .list("nat", router.nat(), RouterText::nat)
        .list("firewall", router.firewall(), RouterText::firewall)
        .map("dhcp", router.dhcp(), RouterText::dhcp)
        .flag("rip", router.rip(), false);
  }

  private static JsonValue route(Route route) {
    return new ObjectText()
        .text("to", route.to())
        .text("via", route.via())
        .text("interface", route.interfaceName())
        .whole("metric", route.metric())
        .with(route.extras());
  }

  private static JsonValue nat(NatRule rule) {
    ObjectText out = new ObjectText();
    switch (rule) {
      case NatRule.Masquerade r -> out.text("kind", "masquerade").text("outside", r.outside());
      case NatRule.Forward r ->
          out.text("kind", "forward")
              .text("outside", r.outside())
              .text("protocol", r.protocol().key(), NatRule.Protocol.TCP.key())
              .whole("port", r.port())
              .text("to", r.to());
    }
    return out.with(rule.extras());
  }

  private static JsonValue firewall(FirewallRule rule) {
    FirewallRule.Protocol protocol = rule.protocol();
    FirewallRule.State state = rule.state();
    return new ObjectText()
        .text("do", rule.action().key())
        .text("protocol", protocol == null ? null : protocol.key())
        .text("from", rule.from())
        .text("to", rule.to())
        .whole("port", rule.port())
        .text("in", rule.in())
        .text("out", rule.out())
        .text("state", state == null ? null : state.key())
        .with(rule.extras());
  }

  private static JsonValue dhcp(DhcpPool pool) {
    Map<String, Ipv4Address> reserved = new LinkedHashMap<>();
    pool.reserved().forEach((mac, address) -> reserved.put(mac.toString(), address));
    return new ObjectText()
        .text("from", pool.from())
        .text("to", pool.to())
        .text("lease", pool.lease(), DhcpPool.DEFAULT_LEASE)
        .text("gateway", pool.gateway())
        .list("dns", pool.dns(), ObjectText::quoted)
        .text("domain", pool.domain())
        .map("reserved", reserved, ObjectText::quoted)
        .with(pool.extras());
  }
}
