package netarium.app.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netarium.topologies.Note;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.node.Common;
import netarium.topologies.node.Node;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.Directional;

/// One change of a drawing. Applying it to a drawing in which its target is missing changes
/// nothing.
public sealed interface TopologyEdit {
  Topology apply(Topology before);

  /// What undo and redo call it, as a key of the text bundle; [EditWords] adds what it is about.
  String label();

  /// Whether `later` only goes on with what this began, so that both are undone at once.
  default boolean absorbs(TopologyEdit later) {
    return false;
  }

  /// A place on the canvas.
  record Place(double x, double y) {}

  /// Several changes that are one for the user.
  record Several(String label, List<TopologyEdit> edits) implements TopologyEdit {
    public Several {
      edits = List.copyOf(edits);
    }

    @Override
    public Topology apply(Topology before) {
      Topology now = before;
      for (TopologyEdit each : edits) {
        now = each.apply(now);
      }
      return now;
    }
  }

  record AddNode(Node node) implements TopologyEdit {
    @Override
    public Topology apply(Topology before) {
      if (before.node(node.id()) != null) {
        return before;
      }
      List<Node> nodes = new ArrayList<>(before.nodes());
      nodes.add(node);
      return before.withNodes(nodes);
    }

    @Override
    public String label() {
      return "edit.add-node";
    }
  }

  /// Takes nodes and links away, with every cable of those nodes and what was to be done to them.
  record Remove(Set<String> nodes, Set<String> links) implements TopologyEdit {
    public Remove {
      nodes = Set.copyOf(nodes);
      links = Set.copyOf(links);
    }

    @Override
    public Topology apply(Topology before) {
      List<Node> keptNodes = new ArrayList<>(before.nodes());
      keptNodes.removeIf(each -> nodes.contains(each.id()));
      List<Link> keptLinks = new ArrayList<>(before.links());
      keptLinks.removeIf(each ->
          links.contains(each.id())
              || nodes.contains(each.a().node())
              || nodes.contains(each.b().node()));
      Set<String> gone = new LinkedHashSet<>();
      before.links().forEach(each -> gone.add(each.id()));
      keptLinks.forEach(each -> gone.remove(each.id()));
      return before
          .withNodes(keptNodes)
          .withLinks(keptLinks)
          .withStimuli(StimulusNames.without(before.stimuli(), nodes, gone));
    }

    @Override
    public String label() {
      return "edit.remove";
    }
  }

  /// Puts nodes and notes at places. Moves that belong to one drag carry the same `gesture`; a
  /// negative one is never continued.
  record Move(Map<String, Place> nodes, Map<Integer, Place> notes, long gesture)
      implements TopologyEdit {
    public Move {
      nodes = new LinkedHashMap<>(nodes);
      notes = new LinkedHashMap<>(notes);
    }

    @Override
    public Topology apply(Topology before) {
      List<Node> moved = new ArrayList<>();
      for (Node each : before.nodes()) {
        Place place = nodes.get(each.id());
        moved.add(place == null ? each : each.withCommon(each.common().at(place.x, place.y)));
      }
      List<Note> movedNotes = new ArrayList<>();
      for (int i = 0; i < before.notes().size(); i++) {
        Note each = before.notes().get(i);
        Place place = notes.get(i);
        movedNotes.add(
            place == null
                ? each
                : new Note(
                    place.x, place.y, each.width(), each.height(), each.text(), each.extras()));
      }
      return Drawings.withNotes(before.withNodes(moved), movedNotes);
    }

    @Override
    public String label() {
      return "edit.move";
    }

    @Override
    public boolean absorbs(TopologyEdit later) {
      return later instanceof Move move
          && gesture >= 0
          && move.gesture == gesture
          && move.nodes.keySet().equals(nodes.keySet())
          && move.notes.keySet().equals(notes.keySet());
    }
  }

  record AddLink(Link link) implements TopologyEdit {
    @Override
    public Topology apply(Topology before) {
      boolean hasEnds =
          before.node(link.a().node()) != null && before.node(link.b().node()) != null;
      if (!hasEnds || before.link(link.id()) != null) {
        return before;
      }
      List<Link> links = new ArrayList<>(before.links());
      links.add(link);
      return before.withLinks(links);
    }

    @Override
    public String label() {
      return "edit.link";
    }
  }

  /// A node has other properties. Its id stays, or changes together with its cables' ends.
  record ChangeNode(String id, Node changed) implements TopologyEdit {
    @Override
    public Topology apply(Topology before) {
      boolean isTaken = !changed.id().equals(id) && before.node(changed.id()) != null;
      if (before.node(id) == null || isTaken) {
        return before;
      }
      List<Node> nodes = new ArrayList<>(before.nodes());
      nodes.replaceAll(each -> each.id().equals(id) ? changed : each);
      Topology after = before.withNodes(nodes);
      if (changed.id().equals(id)) {
        return after;
      }
      List<Link> links = new ArrayList<>();
      for (Link each : before.links()) {
        LinkEnd a = renamed(each.a());
        LinkEnd b = renamed(each.b());
        links.add(new Link(each.id(), a, b, each.settings(), each.rules(), each.extras()));
      }
      return after.withLinks(links);
    }

    private LinkEnd renamed(LinkEnd end) {
      return end.node().equals(id)
          ? new LinkEnd(changed.id(), end.interfaceName(), end.extras())
          : end;
    }

    @Override
    public String label() {
      return "edit.change-node";
    }
  }

  /// Gives a node another name for the screen; its id stays.
  record Rename(String id, String name) implements TopologyEdit {
    @Override
    public Topology apply(Topology before) {
      Node node = before.node(id);
      if (node == null || node.displayName().equals(name)) {
        return before;
      }
      Common old = node.common();
      Common named =
          new Common(old.id(), name.equals(id) ? null : name, old.x(), old.y(), old.interfaces());
      return new ChangeNode(id, node.withCommon(named)).apply(before);
    }

    @Override
    public String label() {
      return "edit.rename";
    }
  }

  /// A node has another id, which is also the name by which programs find it: its cables and what
  /// is to be done to it during a run go with it.
  record RenameNode(String id, String newId) implements TopologyEdit {
    @Override
    public Topology apply(Topology before) {
      Node node = before.node(id);
      if (node == null || id.equals(newId) || before.node(newId) != null) {
        return before;
      }
      Common old = node.common();
      Common named = new Common(newId, null, old.x(), old.y(), old.interfaces());
      Topology after = new ChangeNode(id, node.withCommon(named)).apply(before);
      List<Stimulus> stimuli = new ArrayList<>(before.stimuli());
      stimuli.replaceAll(each -> StimulusNames.renamed(each, id, newId));
      return after.withStimuli(stimuli);
    }

    @Override
    public String label() {
      return "edit.rename";
    }
  }

  /// A link has other properties: all but its id.
  record ChangeLink(Link changed) implements TopologyEdit {
    @Override
    public Topology apply(Topology before) {
      List<Link> links = new ArrayList<>(before.links());
      links.replaceAll(each -> each.id().equals(changed.id()) ? changed : each);
      return before.withLinks(links);
    }

    @Override
    public String label() {
      return "edit.change-link";
    }
  }

  /// Cuts a cable or heals it, in the drawing: a run is told by a stimulus.
  record SwitchLink(String id, boolean isUp) implements TopologyEdit {
    @Override
    public Topology apply(Topology before) {
      Link link = before.link(id);
      if (link == null) {
        return before;
      }
      var up = new netarium.topologies.link.LinkSetting.SetUp(Directional.both(isUp));
      return new ChangeLink(link.with(link.settings().with(up))).apply(before);
    }

    @Override
    public String label() {
      return isUp ? "edit.heal" : "edit.cut";
    }
  }

  record AddNote(Note note) implements TopologyEdit {
    @Override
    public Topology apply(Topology before) {
      List<Note> notes = new ArrayList<>(before.notes());
      notes.add(note);
      return Drawings.withNotes(before, notes);
    }

    @Override
    public String label() {
      return "edit.add-note";
    }
  }

  record ChangeNote(int index, Note changed) implements TopologyEdit {
    @Override
    public Topology apply(Topology before) {
      if (index >= before.notes().size()) {
        return before;
      }
      List<Note> notes = new ArrayList<>(before.notes());
      notes.set(index, changed);
      return Drawings.withNotes(before, notes);
    }

    @Override
    public String label() {
      return "edit.change-note";
    }
  }

  record RemoveNotes(Set<Integer> indexes) implements TopologyEdit {
    public RemoveNotes {
      indexes = Set.copyOf(indexes);
    }

    @Override
    public Topology apply(Topology before) {
      List<Note> notes = new ArrayList<>();
      for (int i = 0; i < before.notes().size(); i++) {
        if (!indexes.contains(i)) {
          notes.add(before.notes().get(i));
        }
      }
      return Drawings.withNotes(before, notes);
    }

    @Override
    public String label() {
      return "edit.remove-note";
    }
  }

  /// The whole drawing is another one: what a property sheet of the project changes.
  record Replace(String label, Topology after) implements TopologyEdit {
    @Override
    public Topology apply(Topology before) {
      return after;
    }
  }
}
