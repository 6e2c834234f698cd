package netarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netarium.app.canvas.scene.Item;
import netarium.topologies.Note;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Program;
import netarium.topologies.node.Vm;

/// Finds nodes by name, address or script, links by id, notes by their text. Names that begin with
/// what was typed come first.
public final class CanvasSearch {
  private static final int MOST = 12;

  private CanvasSearch() {}

  /// Something found: what it is called and why it fits.
  public record Found(Item item, String name, String detail) {}

  public static List<Found> find(Topology topology, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<Found> first = new ArrayList<>();
    List<Found> rest = new ArrayList<>();
    if (wanted.isEmpty()) {
      return first;
    }
    for (Node node : topology.nodes()) {
      String name = node.displayName();
      String detail = detail(node, wanted);
      Found found = new Found(new Item.OfNode(node.id()), name, detail);
      if (lower(name).startsWith(wanted) || lower(node.id()).startsWith(wanted)) {
        first.add(found);
      } else if (lower(name).contains(wanted) || lower(detail).contains(wanted)) {
        rest.add(found);
      }
    }
    for (Link link : topology.links()) {
      if (lower(link.id()).startsWith(wanted)) {
        String ends = link.a().node() + " – " + link.b().node();
        rest.add(new Found(new Item.OfLink(link.id()), link.id(), ends));
      }
    }
    for (int i = 0; i < topology.notes().size(); i++) {
      Note note = topology.notes().get(i);
      if (lower(note.text()).contains(wanted)) {
        String line = note.text().lines().findFirst().orElse("");
        rest.add(new Found(new Item.OfNote(i), line, ""));
      }
    }
    first.addAll(rest);
    return List.copyOf(first.subList(0, Math.min(MOST, first.size())));
  }

  /// The address or script that fits, else the first address.
  private static String detail(Node node, String wanted) {
    String first = "";
    for (InterfaceSpec spec : node.interfaces()) {
      var cidr = spec.fixedIpv4();
      if (cidr != null) {
        if (cidr.toString().contains(wanted)) {
          return cidr.toString();
        }
        first = first.isEmpty() ? cidr.toString() : first;
      }
    }
    if (node instanceof Vm vm) {
      for (Program program : vm.programs()) {
        if (lower(program.path()).contains(wanted)) {
          return program.path();
        }
      }
    }
    return first;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
