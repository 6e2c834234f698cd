package netarium.app.canvas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.NoteMark;
import netarium.app.canvas.scene.Point;
import netarium.app.edit.Building;
import netarium.app.edit.EditHistory;
import netarium.app.edit.TopologyEdit;
import netarium.topologies.Topology;
import netarium.topologies.node.Node;
import netarium.topologies.node.NodeKind;
import org.jspecify.annotations.Nullable;

/// What menus, keys and gestures can do to the drawing. Every change is one entry of the history.
public final class CanvasActions {
  /// Places are multiples of this, so that things line up.
  static final double SNAP = 8;

  /// Steps by key, one after another, are one entry of the history.
  private static final long NUDGES = 0;

  private final CanvasModel model;
  private final EditHistory history;
  private @Nullable Clip clip;
  private long gestures;

  private record Clip(Topology source, Set<String> ids) {}

  public CanvasActions(CanvasModel model) {
    this.model = model;
    history = model.history();
  }

  /// Puts a new node down and selects it.
  public void add(NodeKind kind, Point place) {
    var edit = Building.node(history.topology(), kind, snapped(place.x()), snapped(place.y()));
    history.apply(edit);
    model.select(Set.of(new Item.OfNode(edit.node().id())));
  }

  /// In the middle of what is seen, clear of other nodes there.
  public void addInView(NodeKind kind) {
    Point place =
        model.viewport().toCanvas(model.viewport().width() / 2, model.viewport().height() / 2);
    while (isTaken(place)) {
      place = place.plus(9 * SNAP, 9 * SNAP);
    }
    add(kind, place);
  }

  private boolean isTaken(Point place) {
    for (NodeCard card : model.scene().nodes()) {
      if (card.centre().distance(place) < 4 * SNAP) {
        return true;
      }
    }
    return false;
  }

  public void addNote(String text, Point place) {
    history.apply(Building.note(text, snapped(place.x()), snapped(place.y())));
    model.select(Set.of(new Item.OfNote(history.topology().notes().size() - 1)));
  }

  /// Lays a cable; a node cannot be plugged into itself.
  public void link(String from, String to) {
    Building.link(history.topology(), from, to).ifPresent(history::apply);
  }

  /// Lays a cable between the two selected nodes.
  public void linkSelected() {
    List<String> ids = List.copyOf(model.selectedNodes());
    if (ids.size() == 2) {
      link(ids.get(0), ids.get(1));
    }
  }

  public void removeSelected() {
    Set<String> nodes = new LinkedHashSet<>();
    Set<String> links = new LinkedHashSet<>();
    Set<Integer> notes = new LinkedHashSet<>();
    for (Item item : model.selection()) {
      switch (item) {
        case Item.OfNode(String id) -> nodes.add(id);
        case Item.OfLink(String id) -> links.add(id);
        case Item.OfNote(int index) -> notes.add(index);
        case Item.OfFrame _ -> {}
      }
    }
    history.apply(
        new TopologyEdit.Several(
            "edit.remove",
            List.of(new TopologyEdit.Remove(nodes, links), new TopologyEdit.RemoveNotes(notes))));
  }

  public void copySelected() {
    Set<String> ids = model.selectedNodes();
    if (!ids.isEmpty()) {
      clip = new Clip(history.topology(), ids);
    }
  }

  public void cutSelected() {
    copySelected();
    removeSelected();
  }

  public void paste() {
    Clip copied = clip;
    if (copied != null) {
      copies(copied.source, copied.ids);
    }
  }

  public void duplicateSelected() {
    copies(history.topology(), model.selectedNodes());
  }

  private void copies(Topology source, Set<String> ids) {
    int before = history.topology().nodes().size();
    history.apply(Building.copies(history.topology(), source, ids));
    Set<Item> copied = new LinkedHashSet<>();
    List<Node> nodes = history.topology().nodes();
    for (Node node : nodes.subList(Math.min(before, nodes.size()), nodes.size())) {
      copied.add(new Item.OfNode(node.id()));
    }
    model.select(copied);
  }

  public void selectAll() {
    Set<Item> all = new LinkedHashSet<>();
    history.topology().nodes().forEach(each -> all.add(new Item.OfNode(each.id())));
    for (int i = 0; i < history.topology().notes().size(); i++) {
      all.add(new Item.OfNote(i));
    }
    model.select(all);
  }

  /// Selects the node after the one selected, round and round, for those who use no mouse.
  public void selectNext(int step) {
    List<Node> nodes = history.topology().nodes();
    if (nodes.isEmpty()) {
      return;
    }
    int at = step > 0 ? -1 : 0;
    for (int i = 0; i < nodes.size(); i++) {
      if (model.selection().contains(new Item.OfNode(nodes.get(i).id()))) {
        at = i;
      }
    }
    int next = Math.floorMod(at + step, nodes.size());
    model.select(Set.of(new Item.OfNode(nodes.get(next).id())));
  }

  public void align(Arranging.Edge edge) {
    history.apply(Arranging.align(model.scene(), model.selectedNodes(), edge));
  }

  public void distribute(boolean isHorizontal) {
    history.apply(Arranging.distribute(model.scene(), model.selectedNodes(), isHorizontal));
  }

  public void layOut() {
    history.apply(Arranging.layOut(history.topology()));
    model.fit();
  }

  /// Moves what is selected by a step of the grid.
  public void nudge(int columns, int rows) {
    Drag drag = beginDrag(NUDGES);
    drag.to(columns * SNAP, rows * SNAP);
  }

  /// Begins to move what is selected; all of one drag is one entry of the history.
  public Drag beginDrag() {
    return beginDrag(++gestures);
  }

  private Drag beginDrag(long gesture) {
    Map<String, Point> nodes = new LinkedHashMap<>();
    for (NodeCard card : model.scene().nodes()) {
      if (card.isSelected()) {
        nodes.put(card.id(), card.centre());
      }
    }
    Map<Integer, Point> notes = new LinkedHashMap<>();
    for (NoteMark note : model.scene().notes()) {
      if (note.isSelected()) {
        notes.put(note.index(), note.corner());
      }
    }
    return new Drag(nodes, notes, gesture);
  }

  /// A move under way: everything keeps its place relative to the others.
  public final class Drag {
    private final Map<String, Point> nodes;
    private final Map<Integer, Point> notes;
    private final long gesture;

    private Drag(Map<String, Point> nodes, Map<Integer, Point> notes, long gesture) {
      this.nodes = nodes;
      this.notes = notes;
      this.gesture = gesture;
    }

    /// Moves to this distance from where the drag began, snapped.
    public void to(double dx, double dy) {
      Map<String, TopologyEdit.Place> placed = new LinkedHashMap<>();
      nodes.forEach((id, at) -> placed.put(id, place(at, dx, dy)));
      Map<Integer, TopologyEdit.Place> placedNotes = new LinkedHashMap<>();
      notes.forEach((index, at) -> placedNotes.put(index, place(at, dx, dy)));
      history.apply(new TopologyEdit.Move(placed, placedNotes, gesture));
    }

    private TopologyEdit.Place place(Point at, double dx, double dy) {
      return new TopologyEdit.Place(snapped(at.x() + dx), snapped(at.y() + dy));
    }
  }

  private static double snapped(double value) {
    return Math.rint(value / SNAP) * SNAP;
  }
}
