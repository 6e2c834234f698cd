package netarium.topologies;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.topologies.json.Extras;
import netarium.topologies.node.Common;
import netarium.topologies.node.DhcpPool;
import netarium.topologies.node.FileContent;
import netarium.topologies.node.FirewallRule;
import netarium.topologies.node.NatRule;
import netarium.topologies.node.Program;
import netarium.topologies.node.Route;
import netarium.topologies.node.Router;
import netarium.topologies.node.TcpOptions;
import netarium.topologies.node.TlsOptions;
import netarium.topologies.node.Vm;
import netarium.topologies.node.VmLimits;
import netarium.topologies.unit.Endpoint;
import netarium.topologies.unit.IpNetwork;
import netarium.topologies.unit.Ipv4Address;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.MacAddress;
import netarium.topologies.unit.Octets;
import netarium.topologies.unit.TimeSpan;

/// VMs and routers for [RandomTopology].
final class RandomMachines {
  private final RandomTopology r;

  RandomMachines(RandomTopology topology) {
    this.r = topology;
  }

  Vm vm(Common common) {
    Map<String, String> env = new LinkedHashMap<>();
    r.many(r::key).forEach(key -> env.put(key, r.text()));
    Map<String, FileContent> files = new LinkedHashMap<>();
    r.many(r::key)
        .forEach(text ->
            files.put(
                "/etc/" + text.replace('\0', 'x'),
                r.flip()
                    ? new FileContent.Inline(text)
                    : new FileContent.From("files/" + r.random.nextInt(9) + ".bin")));
    return new Vm(
        common,
        r.flip() ? Vm.Platform.NATIVE : Vm.Platform.BROWSER,
        new TimeSpan(r.random.nextLong(1, 1_000_000_001)),
        env,
        r.hosts(),
        r.many(r::address),
        r.maybe(() -> "https://dns.example/dns-query?a=b"),
        files,
        r.flip() ? VmLimits.DEFAULT : limits(),
        r.flip() ? TcpOptions.DEFAULT : tcp(),
        new TlsOptions(r.flip(), r.extras()),
        r.many(this::program),
        r.extras());
  }

  private VmLimits limits() {
    return new VmLimits(
        Octets.of(65_536 + r.random.nextLong(1L << 30)),
        r.maybe(() -> r.random.nextLong(1, 1L << 53)),
        r.maybe(this::size),
        r.maybe(() -> r.random.nextInt(1_000)),
        r.maybe(this::size),
        r.extras());
  }

  private Octets size() {
    return Octets.of(r.random.nextLong(1, 1024) << r.random.nextInt(20));
  }

  private TimeSpan millis(int least, int bound) {
    return TimeSpan.ofMillis(r.random.nextInt(least, bound));
  }

  private TcpOptions tcp() {
    return new TcpOptions(
        r.flip(),
        r.flip(),
        r.flip(),
        r.flip() ? TcpOptions.Congestion.NEW_RENO : TcpOptions.Congestion.CUBIC,
        r.maybe(() -> r.random.nextInt(1, 1_001)),
        r.maybe(() -> millis(1, 60_001)),
        r.maybe(r::span),
        r.maybe(() -> millis(0, 501)),
        r.flip(),
        r.maybe(() -> r.random.nextInt(8, 65_496)),
        r.flip(),
        r.flip(),
        r.flip(),
        r.maybe(this::size),
        r.maybe(this::size),
        new TcpOptions.Patience(
            r.maybe(() -> millis(1, 60_001)),
            r.maybe(() -> millis(60_000, 3_600_001)),
            r.maybe(() -> millis(1, 1_000_000)),
            r.maybe(() -> millis(1, 1_000_000))),
        new TcpOptions.KeepAlive(
            r.flip(),
            r.maybe(() -> millis(1, 10_000_000)),
            r.maybe(() -> millis(1, 1_000_000)),
            r.maybe(() -> r.random.nextInt(1, 1_001))),
        r.extras());
  }

  private Program program() {
    Program.Restart restart = r.pick(Program.Restart.values());
    Program.Start start = new Program.Start(r.many(r::text), r.span(), restart);
    String script = "scripts/s" + r.random.nextInt(5) + ".lua";
    return switch (r.random.nextInt(3)) {
      case 0 -> new Program.Script(script, start, r.extras());
      case 1 ->
          new Program.HttpPool(
              script,
              r.maybe(() -> r.random.nextInt(1, 65_536)),
              r.random.nextInt(1, 1_001),
              r.random.nextBoolean(),
              start,
              r.extras());
      default -> new Program.Command("/bin/httpd", start, r.extras());
    };
  }

  Router router(Common common, int index) {
    Map<String, DhcpPool> dhcp = new LinkedHashMap<>();
    common
        .interfaces()
        .forEach(each -> {
          if (each.fixedIpv4() != null && r.flip()) {
            dhcp.put(each.name(), pool(each.fixedIpv4().network().bits()));
          }
        });
    return new Router(
        common,
        r.many(() -> route(index)),
        r.many(this::nat),
        r.many(this::firewall),
        dhcp,
        r.flip(),
        r.extras());
  }

  private DhcpPool pool(int network) {
    Map<MacAddress, Ipv4Address> reserved = new LinkedHashMap<>();
    r.many(() -> r.random.nextInt(1, 1 << 20))
        .forEach(bits -> reserved.put(new MacAddress(bits), new Ipv4Address(network + 7)));
    return new DhcpPool(
        new Ipv4Address(network + 10),
        new Ipv4Address(network + 10 + r.random.nextInt(90)),
        r.span(),
        r.maybe(() -> new Ipv4Address(network + 1)),
        r.many(() -> new Ipv4Address(r.random.nextInt())),
        r.maybe(r::text),
        reserved,
        r.extras());
  }

  private Route route(int index) {
    return new Route(
        network(),
        new Ipv4Address(10 << 24 | index << 16 | 1),
        r.maybe(() -> "eth0"),
        r.maybe(() -> r.random.nextInt(1_000)),
        r.extras());
  }

  private IpNetwork network() {
    Ipv4Cidr any = new Ipv4Cidr(new Ipv4Address(r.random.nextInt()), r.random.nextInt(33));
    return new IpNetwork.V4(new Ipv4Cidr(any.network(), any.prefixLength()));
  }

  private NatRule nat() {
    if (r.flip()) {
      return new NatRule.Masquerade("eth0", r.extras());
    }
    return new NatRule.Forward(
        "eth0",
        r.flip() ? NatRule.Protocol.TCP : NatRule.Protocol.UDP,
        r.random.nextInt(1, 65_536),
        new Endpoint(new Ipv4Address(r.random.nextInt()), r.random.nextInt(1, 65_536)),
        Extras.NONE);
  }

  private FirewallRule firewall() {
    return new FirewallRule(
        r.pick(FirewallRule.Action.values()),
        r.maybe(() -> r.pick(FirewallRule.Protocol.values())),
        r.maybe(this::network),
        r.maybe(this::network),
        r.maybe(() -> r.random.nextInt(1, 65_536)),
        r.maybe(() -> "eth0"),
        r.maybe(() -> "eth0"),
        r.maybe(() -> r.pick(FirewallRule.State.values())),
        r.extras());
  }
}
