package netarium.app.problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Address;
import netarium.topologies.Topology;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Program;
import netarium.topologies.node.Vm;
import netarium.topologies.problem.DidYouMean;
import netarium.topologies.unit.Ipv4Cidr;
import org.jspecify.annotations.Nullable;

/// What is known of the machines at the newest instant: who has which address, who listens where,
/// which programs live.
final class Neighbourhood {
  private final List<Node> nodes;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> owners = new LinkedHashMap<>();
  private final Map<Integer, Machine> machines = new LinkedHashMap<>();

  /// One machine while it runs.
  static final class Machine {
    /// The process that listens, by endpoint; an address of zeros is any.
    final Map<Endpoint, Integer> listeners = new LinkedHashMap<>();

    final Map<Integer, String> programs = new TreeMap<>();
    boolean hasStarted;
    boolean isDown;

    SortedSet<Integer> ports() {
      SortedSet<Integer> ports = new TreeSet<>();
      listeners.keySet().forEach(each -> ports.add(each.port()));
      return ports;
    }
  }

  Neighbourhood(Topology topology) {
    nodes = topology.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      names.add(nodes.get(i).id());
      for (InterfaceSpec card : nodes.get(i).interfaces()) {
        Ipv4Cidr address = card.fixedIpv4();
        if (address != null) {
          owners.putIfAbsent(address.address().toString(), i);
        }
      }
    }
    names.addAll(topology.hosts().keySet());
  }

  /// The node's name for people.
  String name(int node) {
    return node >= 0 && node < nodes.size() ? nodes.get(node).displayName() : "";
  }

  String id(int node) {
    return node >= 0 && node < nodes.size() ? nodes.get(node).id() : "";
  }

  /// The node with this address, or -1.
  int owner(Ipv4Address address) {
    return owners.getOrDefault(address.toString(), -1);
  }

  /// The name that a mistyped one was probably meant to be.
  @Nullable String nearest(String typed) {
    return DidYouMean.nearest(typed, names);
  }

  Machine machine(int node) {
    return machines.computeIfAbsent(node, _ -> new Machine());
  }

  /// Whether the topology gives a node programs.
  boolean hasPrograms(int node) {
    return node >= 0
        && node < nodes.size()
        && nodes.get(node) instanceof Vm vm
        && !vm.programs().isEmpty();
  }

  /// Whether a program of the node starts only after an instant.
  boolean startsAfter(int node, long nanos) {
    return nodes.get(node) instanceof Vm vm
        && vm.programs().stream().map(Program::start).anyMatch(start -> start.at().nanos() > nanos);
  }

  void accept(SimEvent event) {
    switch (event) {
      case SimEvent.SocketUsed each -> used(each);
      case SimEvent.ProcessStarted each -> {
        machine(each.node()).programs.put(each.process(), each.program());
        machine(each.node()).hasStarted = true;
        machine(each.node()).isDown = false;
      }
      case SimEvent.ProcessEnded each -> {
        Machine machine = machine(each.node());
        machine.programs.remove(each.process());
        machine.listeners.values().removeIf(process -> process == each.process());
      }
      case SimEvent.StimulusApplied each -> powered(each.action().split(" ", 3));
      default -> {}
    }
  }

  private void used(SimEvent.SocketUsed event) {
    Machine machine = machine(event.node());
    if (event.operation().equals("listen") || event.operation().equals("bind")) {
      machine.listeners.put(event.local(), event.process());
    } else if (event.operation().equals("close") && event.remote().isEmpty()) {
      machine.listeners.remove(event.local());
    }
  }

  private void powered(String[] words) {
    int node = words.length > 1 ? names.indexOf(words[1]) : -1;
    if (node >= 0 && node < nodes.size()) {
      switch (words[0]) {
        case "crash", "pause" -> machine(node).isDown = true;
        case "restart" -> machine(node).isDown = false;
        default -> {}
      }
    }
  }
}
