package netarium.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.link.Link;
import netarium.engine.node.Host;
import netarium.engine.node.Node;

/// The nodes and links of a run, in the order of the topology.
public record Network(List<Node> nodes, Map<String, Link> links) {
  public Network {
    nodes = List.copyOf(nodes);
  }

  public Optional<Node> node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  public Optional<Link> link(String id) {
    return Optional.ofNullable(links.get(id));
  }

  public List<Host> hosts() {
    List<Host> hosts = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Host host) {
        hosts.add(host);
      }
    }
    return hosts;
  }

  /// The ids of the nodes by their index, as readers of events want them.
  public List<String> nodeIds() {
    return nodes.stream().map(Node::id).toList();
  }
}
