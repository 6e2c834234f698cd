package netarium.app.edit;

import java.util.LinkedHashSet;
import java.util.Set;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.NodeKind;

/// Free names for new things: the first number that nothing has yet.
public final class Names {
  private Names() {}

  public static String forNode(Topology topology, NodeKind kind) {
    String stem =
        switch (kind) {
          case VM -> "vm";
          case SWITCH -> "sw";
          case HUB -> "hub";
          case ROUTER -> "r";
          case TUNNEL -> "tunnel";
        };
    return free(stem, ids(topology));
  }

  public static String forLink(Topology topology) {
    Set<String> taken = new LinkedHashSet<>();
    topology.links().forEach(each -> taken.add(each.id()));
    return free("l", taken);
  }

  /// A name for a copy: `web` becomes `web-2`, `web-2` becomes `web-3`.
  static String forCopy(String id, Set<String> taken) {
    String stem = id.replaceFirst("-[0-9]{1,6}$", "");
    int number = 2;
    while (taken.contains(stem + "-" + number)) {
      number++;
    }
    return stem + "-" + number;
  }

  static Set<String> ids(Topology topology) {
    Set<String> taken = new LinkedHashSet<>();
    topology.nodes().forEach(each -> taken.add(each.id()));
    return taken;
  }

  /// An interface of the node into which no cable is plugged: a listed one, else a new name.
  public static String freeInterface(Topology topology, Node node) {
    Set<String> plugged = new LinkedHashSet<>();
    for (Link link : topology.links()) {
      for (LinkEnd end : new LinkEnd[] {link.a(), link.b()}) {
        if (end.node().equals(node.id())) {
          plugged.add(end.interfaceName());
        }
      }
    }
    for (InterfaceSpec each : node.interfaces()) {
      if (!plugged.contains(each.name())) {
        return each.name();
      }
    }
    if (!node.kind().mustListInterfaces()) {
      return free("p", plugged);
    }
    int number = 0;
    while (plugged.contains("eth" + number)) {
      number++;
    }
    return "eth" + number;
  }

  private static String free(String stem, Set<String> taken) {
    int number = 1;
    while (taken.contains(stem + number)) {
      number++;
    }
    return stem + number;
  }
}
