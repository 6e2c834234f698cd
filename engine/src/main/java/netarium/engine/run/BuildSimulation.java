package netarium.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.ip.Forwarding;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.ip.Route;
import netarium.engine.link.Link;
import netarium.engine.link.Port;
import netarium.engine.lua.compile.Chunks;
import netarium.engine.node.Cards;
import netarium.engine.node.Host;
import netarium.engine.node.HubNode;
import netarium.engine.node.Node;
import netarium.engine.node.RouterNode;
import netarium.engine.node.SwitchNode;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.EventRecorder;
import netarium.engine.vm.NameTable;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Prefix;
import netarium.topologies.Topology;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.node.Hub;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Router;
import netarium.topologies.node.Switch;
import netarium.topologies.node.Tunnel;
import netarium.topologies.node.Vm;
import netarium.topologies.project.Project;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.IpNetwork;
import org.jspecify.annotations.Nullable;

/// Turns a topology into nodes and links: once, in the topology's order, because the order of
/// building is the order of what happens at instant 0.
final class BuildSimulation {
  private final Project project;
  private final Topology topology;
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final Chunks chunks = new Chunks();
  private final RandomStreams streams;

  /// What every VM calls the others.
  private final NameTable commonNames;

  private final Certification certificates;
  private final Map<String, byte[]> scripts = new LinkedHashMap<>();

  BuildSimulation(
      Project project, Simulator simulator, EventRecorder recorder, RandomStreams streams) {
    this.project = project;
    this.topology = project.topology();
    this.simulator = simulator;
    this.recorder = recorder;
    this.streams = streams;
    this.commonNames = commonNames(topology);
    this.certificates = new Certification(topology, simulator, recorder, streams);
    for (String path : project.scripts()) {
      scripts.put(path, project.octets(path).orElseThrow());
    }
  }

  static Optional<SimTime> until(Topology topology) {
    return Optional.ofNullable(topology.until()).map(FromTopology::time);
  }

  Network network() {
    List<Node> nodes = new ArrayList<>();
    for (netarium.topologies.node.Node each : topology.nodes()) {
      nodes.add(node(each, nodes.size()));
    }
    Map<String, Node> byId = new LinkedHashMap<>();
    nodes.forEach(node -> byId.put(node.id(), node));
    Map<String, Link> links = new LinkedHashMap<>();
    for (netarium.topologies.link.Link each : topology.links()) {
      links.put(each.id(), link(each, byId));
    }
    fitMtus(byId);
    return new Network(nodes, links);
  }

  private Node node(netarium.topologies.node.Node node, int index) {
    return switch (node) {
      case Vm vm -> host(vm, index);
      case Router router -> router(router, index);
      case Switch bridge -> new SwitchNode(bridge.id(), index, simulator, recorder);
      case Hub hub -> new HubNode(hub.id(), index, recorder);
      // Nothing is plugged into the far end of a tunnel until somebody opens it.
      case Tunnel tunnel -> new HubNode(tunnel.id(), index, recorder);
    };
  }

  private Host host(Vm vm, int index) {
    HostPrograms programs = new HostPrograms(project, scripts, vm);
    NameTable names = names(vm);
    Host host =
        new Host(
            programs.settings(index, topology.epoch()),
            cards(vm.interfaces()),
            programs.tcp(),
            programs.files(topology.epoch(), names),
            names,
            simulator,
            recorder,
            streams);
    host.vm().chunks(chunks);
    host.vm().readyMade(path -> BuiltInPrograms.at(host, path));
    host.vm().tls(certificates.layer(vm, index));
    host.vm().platform(FromTopology.platform(vm.platform()));
    host.vm().nameServers(FromTopology.ipv4s(vm.dns()), FromTopology.url(vm.doh()));
    host.vm().sockets().limit(programs.sockets());
    host.programs(boot -> programs.schedule(host, boot));
    programs.schedule(host, SimTime.ZERO);
    return host;
  }

  private RouterNode router(Router router, int index) {
    RouterNode made =
        new RouterNode(router.id(), index, cards(router.interfaces()), simulator, recorder);
    for (netarium.topologies.node.Route route : router.routes()) {
      addRoute(made.forwarding(), route);
    }
    return made;
  }

  private static void addRoute(Forwarding forwarding, netarium.topologies.node.Route route) {
    Optional<Ipv4Address> via = FromTopology.ipv4(route.via());
    if (via.isEmpty() || !(route.to() instanceof IpNetwork.V4 network)) {
      return;
    }
    Ipv4Prefix to = FromTopology.prefix(network.cidr());
    Integer metric = route.metric();
    NetworkInterface out = outFor(forwarding, via.get(), route.interfaceName());
    if (out != null) {
      forwarding.routes().add(Route.via(to, via.get(), out, metric == null ? 0 : metric));
    }
  }

  /// The card a route names, or else the one whose network the gateway is in.
  private static @Nullable NetworkInterface outFor(
      Forwarding forwarding, Ipv4Address gateway, @Nullable String name) {
    for (NetworkInterface each : forwarding.interfaces()) {
      boolean reaches = each.prefix().filter(prefix -> prefix.contains(gateway)).isPresent();
      if (name == null ? reaches && !each.isLoopback() : each.name().equals(name)) {
        return each;
      }
    }
    return null;
  }

  /// A card without an MTU of its own takes that of its link, as a driver would.
  private void fitMtus(Map<String, Node> nodes) {
    for (netarium.topologies.link.Link link : topology.links()) {
      fitMtu(link.a(), link.settings().mtu().ab(), nodes);
      fitMtu(link.b(), link.settings().mtu().ba(), nodes);
    }
  }

  private void fitMtu(LinkEnd end, int mtuOctets, Map<String, Node> nodes) {
    Node node = nodes.get(end.node());
    InterfaceSpec spec =
        node == null
            ? null
            : topology.nodes().get(node.index()).interfaceNamed(end.interfaceName());
    if (spec == null || spec.mtu() != null) {
      return;
    }
    if (node instanceof Host host) {
      Cards.changeMtu(host.forwarding(), spec.name(), mtuOctets);
    } else if (node instanceof RouterNode router) {
      Cards.changeMtu(router.forwarding(), spec.name(), mtuOctets);
    }
  }

  private Link link(netarium.topologies.link.Link link, Map<String, Node> nodes) {
    Link made =
        new Link(
            link.id(),
            port(link.a(), nodes),
            port(link.b(), nodes),
            FromTopology.model(link.settings(), true),
            FromTopology.model(link.settings(), false),
            simulator,
            recorder,
            streams);
    made.rules(new RulesOfLink(recorder).of(link));
    return made;
  }

  private static Port port(LinkEnd end, Map<String, Node> nodes) {
    Node node = nodes.get(end.node());
    if (node == null) {
      throw new IllegalStateException("invariant broken: a checked link names a node: " + end);
    }
    return node.port(end.interfaceName());
  }

  private static List<Cards.Card> cards(List<InterfaceSpec> interfaces) {
    return interfaces.stream().map(FromTopology::card).toList();
  }

  /// A VM's own hosts first, then those of the topology, then every VM by its id and its name.
  private NameTable names(Vm vm) {
    if (vm.hosts().isEmpty()) {
      return commonNames;
    }
    NameTable names = new NameTable(commonNames);
    add(names, vm.hosts());
    return names;
  }

  private static NameTable commonNames(Topology topology) {
    NameTable names = new NameTable();
    add(names, topology.hosts());
    for (netarium.topologies.node.Node each : topology.nodes()) {
      if (each instanceof Vm other) {
        addOwnNames(names, other);
      }
    }
    return names;
  }

  private static void add(NameTable names, Map<String, IpAddress> hosts) {
    hosts.forEach(
        (name, address) -> FromTopology.ipv4(address).ifPresent(v4 -> names.add(name, v4)));
  }

  private static void addOwnNames(NameTable names, Vm vm) {
    vm.interfaces().stream()
        .map(FromTopology::card)
        .flatMap(card -> card.prefix().stream())
        .findFirst()
        .ifPresent(prefix -> {
          names.add(vm.id(), prefix.address());
          names.add(vm.displayName(), prefix.address());
        });
  }
}
