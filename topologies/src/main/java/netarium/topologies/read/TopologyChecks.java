package netarium.topologies.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.Quoted;
import org.jspecify.annotations.Nullable;

/// What only the whole topology can tell: ids that clash, links that lead nowhere, two cables in
/// one socket. Addresses, routers and stimuli have classes of their own.
public final class TopologyChecks {
  private final Whole whole;
  private final Map<String, Position> usedBy = new LinkedHashMap<>();
  private final Map<String, String> userOf = new LinkedHashMap<>();

  private TopologyChecks(Whole whole) {
    this.whole = whole;
  }

  /// Adds what is wrong with the topology to `problems`.
  public static void check(Topology topology, Places places, ProblemList problems) {
    Whole whole = Whole.of(topology, places, problems);
    TopologyChecks checks = new TopologyChecks(whole);
    checks.nodes();
    checks.links();
    new AddressChecks(whole).check();
    new RouterChecks(whole).check();
    new StimulusChecks(whole).check();
  }

  private void nodes() {
    Map<String, Position> seen = new LinkedHashMap<>();
    List<Node> nodes = whole.topology().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Position at = whole.places().at("nodes", i, "id");
      once(seen, nodes.get(i).id(), at, "two nodes have the id ");
      Map<String, Position> names = new LinkedHashMap<>();
      List<InterfaceSpec> interfaces = nodes.get(i).interfaces();
      String text = "node " + Quoted.text(nodes.get(i).id()) + " has two interfaces ";
      for (int j = 0; j < interfaces.size(); j++) {
        Position there = whole.places().at("nodes", i, "interfaces", j, "name");
        once(names, interfaces.get(j).name(), there, text);
      }
    }
  }

  private void once(Map<String, Position> seen, String name, Position at, String text) {
    Position first = name.isEmpty() ? null : seen.putIfAbsent(name, at);
    if (first != null) {
      whole
          .problems()
          .error(at, text + Quoted.text(name) + " (first at " + first + ")", "rename one of them");
    }
  }

  private void links() {
    Map<String, Position> seen = new LinkedHashMap<>();
    List<Link> links = whole.topology().links();
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      once(seen, link.id(), whole.places().at("links", i, "id"), "two links have the id ");
      end(link, link.a(), i, "a");
      end(link, link.b(), i, "b");
    }
  }

  private void end(Link link, LinkEnd end, int index, String side) {
    String who = "link " + Quoted.text(link.id());
    Node node = whole.node(end.node(), who, "links", index, side, "node");
    if (node == null || end.interfaceName().isEmpty()) {
      return;
    }
    if (node.kind().mustListInterfaces()) {
      whole.mustList(node, end.interfaceName(), who, "links", index, side, "interface");
    }
    Position at = whole.places().at("links", index, side, "interface");
    Position first = usedBy.putIfAbsent(end.toString(), at);
    String user = userOf.putIfAbsent(end.toString(), link.id());
    if (first != null) {
      whole
          .problems()
          .error(at, clash(link, end, user, first), "connect each to its own interface");
    }
  }

  private static String clash(Link link, LinkEnd end, @Nullable String user, Position first) {
    String where = Quoted.text(end.toString());
    return link.id().equals(user)
        ? "link " + Quoted.text(link.id()) + " has both ends at " + where
        : "link "
            + Quoted.text(link.id())
            + " ends at "
            + where
            + ", where link "
            + Quoted.text(String.valueOf(user))
            + " already ends ("
            + first
            + ")";
  }
}
