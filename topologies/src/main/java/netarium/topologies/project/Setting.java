package netarium.topologies.project;

import java.util.ArrayList;
import java.util.List;
import netarium.topologies.Topology;
import netarium.topologies.json.JsonLimits;
import netarium.topologies.json.JsonTextReader;
import netarium.topologies.json.JsonTree;
import netarium.topologies.json.JsonValue;
import netarium.topologies.link.Link;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.problem.DidYouMean;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;

/// One `key=value` of the command line, and where in a `topology.json` its key stands.
///
/// @param text as it was typed
/// @param path the way from the root to the object that holds the key
record Setting(String text, List<Object> path, String key, JsonValue value) {
  private static final String FORMS = "write LINK.key=value, NODE.key=value, seed=N or until=2s";
  private static final List<String> OF_THE_RUN = List.of("seed", "until", "epoch");

  /// Objects within a node whose keys can be set one by one.
  private static final List<String> INNER = List.of("tcp", "limits", "tls", "env", "hosts");

  static Parsed<Setting> parse(String text, Topology topology) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return Parsed.bad(Quoted.text(text) + " has no \"=\"", FORMS);
    }
    String name = text.substring(0, equals);
    JsonValue value = literal(text.substring(equals + 1));
    if (OF_THE_RUN.contains(name)) {
      return Parsed.ok(new Setting(text, List.of(), name, value));
    }
    // Ids may hold dots, so the longest one that exists is meant.
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      String id = name.substring(0, dot);
      String key = name.substring(dot + 1);
      Link link = topology.link(id);
      Node node = topology.node(id);
      if (link != null && node != null) {
        return Parsed.bad("a link and a node are called " + Quoted.text(id), "rename one of them");
      }
      if (link != null) {
        return ofLink(text, topology.links().indexOf(link), key, value);
      }
      if (node != null) {
        return ofNode(text, topology.nodes().indexOf(node), node, key, value);
      }
    }
    return unknown(name, topology);
  }

  private static Parsed<Setting> unknown(String name, Topology topology) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return Parsed.bad(
          "a run has no setting " + Quoted.text(name), DidYouMean.orElse(name, OF_THE_RUN, FORMS));
    }
    List<String> ids = new ArrayList<>();
    topology.links().forEach(link -> ids.add(link.id()));
    topology.nodes().forEach(node -> ids.add(node.id()));
    String id = name.substring(0, dot);
    return Parsed.bad(
        "there is no link and no node " + Quoted.text(id), DidYouMean.orElse(id, ids, FORMS));
  }

  private static Parsed<Setting> ofLink(String text, int index, String key, JsonValue value) {
    int dot = key.indexOf('.');
    return dot < 0
        ? Parsed.ok(new Setting(text, List.of("links", index), key, value))
        : Parsed.bad(
            "a link has no setting " + Quoted.text(key),
            "for one direction write " + key.substring(0, dot) + "={\"ab\": …, \"ba\": …}");
  }

  private static Parsed<Setting> ofNode(
      String text, int index, Node node, String key, JsonValue value) {
    int last = key.lastIndexOf('.');
    if (last < 0) {
      return Parsed.ok(new Setting(text, List.of("nodes", index), key, value));
    }
    InterfaceSpec card = node.interfaceNamed(key.substring(0, last));
    if (card != null) {
      List<Object> path = List.of("nodes", index, "interfaces", node.interfaces().indexOf(card));
      return Parsed.ok(new Setting(text, path, key.substring(last + 1), value));
    }
    int first = key.indexOf('.');
    String outer = key.substring(0, first);
    if (INNER.contains(outer)) {
      List<Object> path = List.of("nodes", index, outer);
      return Parsed.ok(new Setting(text, path, key.substring(first + 1), value));
    }
    List<String> known = new ArrayList<>(INNER);
    node.interfaces().forEach(each -> known.add(each.name()));
    return Parsed.bad(
        "node " + Quoted.text(node.id()) + " lists no interface " + Quoted.text(outer),
        DidYouMean.orElse(outer, known, "use one of " + String.join(", ", known)));
  }

  /// Numbers, `true`, lists and so on as in the file; everything else is a text without quotes.
  private static JsonValue literal(String text) {
    ProblemList problems = new ProblemList("");
    JsonTree tree = new JsonTextReader(JsonLimits.TOPOLOGY, problems).read(text);
    return tree == null || problems.hasErrors() ? JsonValue.of(text) : tree.plain();
  }
}
