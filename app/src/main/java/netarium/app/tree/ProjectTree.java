package netarium.app.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import netarium.app.canvas.scene.Item;
import netarium.app.edit.TopologyEdit;
import netarium.app.project.Document;
import netarium.app.scripts.NewScript;
import netarium.app.scripts.ScriptTemplate;
import netarium.app.session.Selection;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Vm;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.Parsed;

/// What the tree shows of a document, and what it lets one do.
public final class ProjectTree {
  private final Document document;
  private final Selection selection;

  public ProjectTree(Document document, Selection selection) {
    this.document = document;
    this.selection = selection;
  }

  Document document() {
    return document;
  }

  Selection selection() {
    return selection;
  }

  /// The nodes in the order of the drawing.
  List<Entry> nodes() {
    List<Entry> entries = new ArrayList<>();
    Topology topology = document.topology();
    for (Node node : topology.nodes()) {
      entries.add(new Entry.OfNode(node.id(), node.displayName(), node.kind(), fact(node)));
    }
    return entries;
  }

  /// The address of a machine; of anything else the number of its cables, as a plain number.
  private String fact(Node node) {
    if (node instanceof Vm) {
      for (InterfaceSpec each : node.interfaces()) {
        Ipv4Cidr cidr = each.fixedIpv4();
        if (cidr != null) {
          return cidr.address().toString();
        }
        if (each.ipv4() instanceof InterfaceSpec.Ipv4.Dhcp) {
          return "dhcp";
        }
      }
      return "";
    }
    int cables = 0;
    for (Link link : document.topology().links()) {
      cables += link.a().node().equals(node.id()) ? 1 : 0;
      cables += link.b().node().equals(node.id()) ? 1 : 0;
    }
    return Integer.toString(cables);
  }

  List<Entry> scripts() {
    return files(document.scripts());
  }

  List<Entry> files() {
    return files(document.files());
  }

  Optional<Entry> lesson() {
    return document.has(ProjectPath.LESSON)
        ? Optional.of(file(ProjectPath.LESSON))
        : Optional.empty();
  }

  private List<Entry> files(Set<String> paths) {
    List<Entry> entries = new ArrayList<>();
    paths.forEach(path -> entries.add(file(path)));
    return entries;
  }

  private Entry.OfFile file(String path) {
    return new Entry.OfFile(path, document.isModified(path), document.octets(path));
  }

  /// Gives something another name. What is wrong with it, if it cannot have it.
  Optional<String> rename(Entry entry, String typed) {
    String name = typed.strip();
    return switch (entry) {
      case Entry.OfNode node -> {
        if (name.isEmpty()) {
          yield Optional.of("a name has at least one character");
        }
        document.history().apply(new TopologyEdit.Rename(node.id(), name));
        yield Optional.empty();
      }
      case Entry.OfFile file -> renameFile(file, name);
      case Entry.Group _ -> Optional.empty();
    };
  }

  private Optional<String> renameFile(Entry.OfFile file, String name) {
    if (file.isLesson()) {
      return Optional.empty();
    }
    boolean lacksEnding = file.isScript() && !name.toLowerCase(Locale.ROOT).endsWith(".lua");
    String path = file.folder() + name + (lacksEnding ? ".lua" : "");
    if (path.equals(file.path())) {
      return Optional.empty();
    }
    if (document.free(path) instanceof Parsed.Bad<String>(String why, String advice)) {
      return Optional.of(why + "; " + advice);
    }
    document.rename(file.path(), path);
    return Optional.empty();
  }

  /// Takes things out of the project; nodes go in one step.
  void remove(List<Entry> entries) {
    Set<String> nodes = new LinkedHashSet<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.OfNode node) {
        nodes.add(node.id());
      }
    }
    if (!nodes.isEmpty()) {
      document.history().apply(new TopologyEdit.Remove(nodes, Set.of()));
    }
    for (Entry entry : entries) {
      if (entry instanceof Entry.OfFile file) {
        document.remove(file.path());
      }
    }
  }

  /// Whether a new script can be given to this one.
  boolean isMachine(Entry entry) {
    return entry instanceof Entry.OfNode node && document.topology().node(node.id()) instanceof Vm;
  }

  /// Makes a script, for the machine if the entry is one. Returns its path.
  String newScript(Entry entry, ScriptTemplate template) {
    NewScript scripts = new NewScript(document);
    return entry instanceof Entry.OfNode node
            && document.topology().node(node.id()) instanceof Vm vm
        ? scripts.on(vm, template)
        : scripts.unused(template);
  }

  void addLesson(String text) {
    if (document.lesson().isEmpty()) {
      document.add(ProjectPath.LESSON, text);
    }
  }

  /// Selects these nodes everywhere.
  void select(List<Entry> entries) {
    Set<Item> items = new LinkedHashSet<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.OfNode node) {
        items.add(new Item.OfNode(node.id()));
      }
    }
    if (!items.isEmpty()) {
      selection.select(items);
    }
  }

  boolean isSelected(Entry entry) {
    return entry instanceof Entry.OfNode node
        && selection.items().contains(new Item.OfNode(node.id()));
  }
}
