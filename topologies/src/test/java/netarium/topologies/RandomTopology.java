package netarium.topologies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonValue;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.node.Common;
import netarium.topologies.node.Hub;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Switch;
import netarium.topologies.node.Tunnel;
import netarium.topologies.node.VlanPort;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.Ipv4Address;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.Ipv6Address;
import netarium.topologies.unit.Ipv6Cidr;
import netarium.topologies.unit.MacAddress;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// A valid topology that uses every key somewhere, as a function of its seed.
public final class RandomTopology {
  final SplittableRandom random;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private int ports;

  private RandomTopology(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public static Topology of(long seed) {
    return new RandomTopology(seed).topology();
  }

  private Topology topology() {
    nodes.add(new Switch(common("sw", List.of()), flip(), vlans(), extras()));
    nodes.add(new Hub(common("hub", List.of()), extras()));
    nodes.add(new Tunnel(common("tun", List.of()), extras()));
    RandomMachines machines = new RandomMachines(this);
    int count = random.nextInt(1, 6);
    for (int i = 0; i < count; i++) {
      String id = "n" + i;
      List<InterfaceSpec> interfaces = interfaces(i);
      Common common = common(id, interfaces);
      nodes.add(flip() ? machines.vm(common) : machines.router(common, i));
      for (InterfaceSpec each : interfaces) {
        if (flip()) {
          connect(id, each.name());
        }
      }
    }
    return new Topology(
        text(),
        maybe(this::text),
        random.nextLong(),
        epoch(),
        maybe(this::span),
        hosts(),
        nodes,
        links,
        many(this::note),
        many(this::stimulus),
        extras());
  }

  private void connect(String node, String interfaceName) {
    String to = random.nextInt(3) == 0 ? "hub" : "sw";
    LinkEnd a = new LinkEnd(node, interfaceName, extras());
    LinkEnd b = new LinkEnd(to, "p" + ports++, Extras.NONE);
    RandomLinks settings = new RandomLinks(this);
    boolean turned = flip();
    links.add(
        new Link(
            "l" + links.size(),
            turned ? b : a,
            turned ? a : b,
            settings.settings(),
            many(settings::rule),
            extras()));
  }

  private Common common(String id, List<InterfaceSpec> interfaces) {
    return new Common(id, maybe(this::text), coordinate(), coordinate(), interfaces);
  }

  private List<InterfaceSpec> interfaces(int node) {
    List<InterfaceSpec> list = new ArrayList<>();
    int count = random.nextInt(1, 4);
    for (int i = 0; i < count; i++) {
      // Every interface is alone in its /24, so no two addresses clash and gateways are inside.
      Ipv4Cidr cidr = new Ipv4Cidr(new Ipv4Address(10 << 24 | node << 16 | i << 8 | 2), 24);
      Ipv6Cidr cidr6 = new Ipv6Cidr(new Ipv6Address(0x20010db800000000L + node, i + 2), 64);
      InterfaceSpec.Ipv4 ipv4 =
          flip() ? new InterfaceSpec.Ipv4.Fixed(cidr) : new InterfaceSpec.Ipv4.Dhcp();
      InterfaceSpec.Ipv6 ipv6 =
          flip() ? new InterfaceSpec.Ipv6.Fixed(cidr6) : new InterfaceSpec.Ipv6.Auto();
      list.add(
          new InterfaceSpec(
              "eth" + i,
              maybe(() -> new MacAddress(0x020000000000L | random.nextInt(1 << 30))),
              flip() ? ipv4 : null,
              flip() ? ipv6 : null,
              maybe(() -> new Ipv4Address(cidr.network().bits() + 1)),
              maybe(() -> random.nextInt(68, 65_536)),
              extras()));
    }
    return list;
  }

  private Map<String, VlanPort> vlans() {
    Map<String, VlanPort> vlans = new LinkedHashMap<>();
    for (int i = 0; i < 3 && flip(); i++) {
      vlans.put(
          "p" + i,
          flip()
              ? new VlanPort.Access(random.nextInt(1, 4_095))
              : new VlanPort.Trunk(many(() -> random.nextInt(1, 4_095))));
    }
    return vlans;
  }

  private Note note() {
    return new Note(number(), number(), maybe(() -> 5.5), maybe(() -> 1e5), text(), extras());
  }

  private Stimulus stimulus() {
    TimeSpan at = span();
    String node = nodes.get(random.nextInt(nodes.size())).id();
    if (links.isEmpty()) {
      return new Stimulus.Partition(at, List.of(List.of(node), List.of()), extras());
    }
    String link = links.get(random.nextInt(links.size())).id();
    return switch (random.nextInt(7)) {
      case 0 -> new Stimulus.Cut(at, link, extras());
      case 1 -> new Stimulus.Heal(at, link, extras());
      case 2 -> new Stimulus.Crash(at, node, maybe(this::span), extras());
      case 3 -> new Stimulus.Restart(at, node, maybe(this::span), extras());
      case 4 -> new Stimulus.Pause(at, node, maybe(this::span), extras());
      case 5 -> new Stimulus.SetLink(at, link, new RandomLinks(this).setting(), extras());
      default -> new Stimulus.SetNode(at, node, "cpu", JsonValue.of("5us"), extras());
    };
  }

  private Instant epoch() {
    return flip() ? Topology.DEFAULT_EPOCH : Instant.ofEpochSecond(random.nextLong(7_000_000_000L));
  }

  Map<String, IpAddress> hosts() {
    Map<String, IpAddress> hosts = new LinkedHashMap<>();
    for (int i = 0; i < 4 && flip(); i++) {
      hosts.put("h" + i + ".example", address());
    }
    return hosts;
  }

  IpAddress address() {
    return flip()
        ? new Ipv4Address(random.nextInt())
        : new Ipv6Address(flip() ? 0 : random.nextLong(), random.nextLong(1 << 20));
  }

  TimeSpan span() {
    return new TimeSpan(random.nextLong(1L << random.nextInt(1, 58)));
  }

  <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  boolean flip() {
    return random.nextBoolean();
  }

  <T> @Nullable T maybe(Supplier<T> value) {
    return flip() ? value.get() : null;
  }

  <T> List<T> many(Supplier<T> value) {
    List<T> list = new ArrayList<>();
    while (list.size() < 4 && flip()) {
      list.add(value.get());
    }
    return list;
  }

  private @Nullable Double coordinate() {
    return flip() ? null : Double.valueOf(number());
  }

  private double number() {
    return flip() ? random.nextInt(-1_000, 1_000) : random.nextDouble(-1e6, 1e6);
  }

  /// Anything a text can hold, half surrogates included.
  String text() {
    StringBuilder out = new StringBuilder();
    int length = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(4)) {
        case 0 -> out.append((char) random.nextInt(0x80));
        case 1 -> out.append((char) random.nextInt(0x10000));
        case 2 -> out.appendCodePoint(random.nextInt(0x10000, 0x110000));
        default -> out.append("\"\\/\u2028ä".charAt(random.nextInt(5)));
      }
    }
    return out.toString();
  }

  /// Anything a key can hold: whole characters only.
  String key() {
    return text()
        .codePoints()
        .filter(c -> c < 0xd800 || c > 0xdfff)
        .boxed()
        .map(Character::toString)
        .reduce("", String::concat);
  }

  Extras extras() {
    if (random.nextInt(5) != 0) {
      return Extras.NONE;
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) {
      members.put("x-" + key(), json(3));
    }
    return new Extras(members);
  }

  private JsonValue json(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> JsonValue.of(text());
      case 1 -> new JsonValue.Numeral(flip() ? "-0.50e+3" : "12345678901234567890");
      case 2 -> JsonValue.of(flip());
      case 3 -> new JsonValue.Null();
      case 4 -> new JsonValue.Items(List.of());
      case 5 -> new JsonValue.Items(many(() -> json(depth - 1)));
      default -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        many(() -> json(depth - 1)).forEach(value -> members.put(key(), value));
        yield new JsonValue.Members(members);
      }
    };
  }
}
