package netarium.topologies.read;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.node.Node;
import netarium.topologies.problem.DidYouMean;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.Quoted;
import org.jspecify.annotations.Nullable;

/// A topology with its places and its nodes and links by id, as the checks need it.
///
/// @param allNodesRead whether every node of the text has an id here
record Whole(
    Topology topology,
    Places places,
    ProblemList problems,
    Map<String, Node> nodes,
    Map<String, Link> links,
    boolean allNodesRead,
    boolean allLinksRead) {

  static Whole of(Topology topology, Places places, ProblemList problems) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    topology.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
    Map<String, Link> links = new LinkedHashMap<>();
    topology.links().forEach(link -> links.putIfAbsent(link.id(), link));
    // Where an id is unreadable, complaints about those who name it would only bury that mistake.
    boolean all = !problems.hasErrors();
    return new Whole(
        topology,
        places,
        problems,
        nodes,
        links,
        all || (!nodes.isEmpty() && !nodes.containsKey("")),
        all || (!links.isEmpty() && !links.containsKey("")));
  }

  /// The node with this id, or a problem at `path`. An empty id was already complained of.
  @Nullable Node node(String id, String whoNamesIt, Object... path) {
    Node node = nodes.get(id);
    if (node == null && !id.isEmpty() && allNodesRead && !problems.isFull()) {
      problems.error(
          places.at(path),
          whoNamesIt + " names node " + Quoted.text(id) + ", which does not exist",
          DidYouMean.orElse(id, nodes.keySet(), "add the node or name another"));
    }
    return node;
  }

  /// The same for links.
  @Nullable Link link(String id, String whoNamesIt, Object... path) {
    Link link = links.get(id);
    if (link == null && !id.isEmpty() && allLinksRead && !problems.isFull()) {
      problems.error(
          places.at(path),
          whoNamesIt + " names link " + Quoted.text(id) + ", which does not exist",
          DidYouMean.orElse(id, links.keySet(), "add the link or name another"));
    }
    return link;
  }

  /// Complains unless the node lists an interface of this name.
  void mustList(Node node, String interfaceName, String whoNamesIt, Object... path) {
    if (interfaceName.isEmpty()
        || problems.isFull()
        || node.interfaceNamed(interfaceName) != null) {
      return;
    }
    var names = node.interfaces().stream().map(each -> each.name()).toList();
    problems.error(
        places.at(path),
        whoNamesIt
            + " names interface "
            + Quoted.text(interfaceName)
            + ", which node "
            + Quoted.text(node.id())
            + " does not have",
        DidYouMean.orElse(
            interfaceName,
            names,
            names.isEmpty()
                ? "add it to the node's interfaces"
                : "use one of " + Quoted.plain(String.join(", ", names))));
  }
}
