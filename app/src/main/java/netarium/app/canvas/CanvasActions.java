package netarium.app.canvas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.NoteMark;
import netarium.app.canvas.scene.Point;
import netarium.app.edit.Building;
import netarium.app.edit.EditHistory;
import netarium.app.edit.Labels;
import netarium.app.edit.TopologyEdit;
import netarium.topologies.Note;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.node.Node;
import netarium.topologies.node.NodeKind;
import org.jspecify.annotations.Nullable;

/// What menus, keys and gestures can do to the drawing. Every change is one entry of the history.
public final class CanvasActions {
  /// Places are multiples of this, so that things line up.
  static final double SNAP = 8;

  /// How far from the original a copy lies.
  private static final double COPY_OFFSET = 48;

  /// Steps by key, one after another, are one entry of the history.
  private static final long NUDGES = 0;

  private final CanvasModel model;
  private final EditHistory history;
  private @Nullable Clip clip;
  private long gestures;
  private int pastes;

  private record Clip(Topology source, Set<String> ids, Set<Integer> notes) {}

  public CanvasActions(CanvasModel model) {
    this.model = model;
    history = model.history();
  }

  /// Puts something new down and selects it; a note waits for its text.
  public void add(Placeable what, Point place) {
    NodeKind kind = what.kind();
    if (kind == null) {
      addNote("", place);
    } else {
      add(kind, place);
    }
  }

  /// Puts a new node down and selects it.
  public void add(NodeKind kind, Point place) {
    var edit = Building.node(history.topology(), kind, snapped(place.x()), snapped(place.y()));
    history.apply(edit);
    model.select(Set.of(new Item.OfNode(edit.node().id())));
  }

  /// In the middle of what is seen, clear of other nodes there.
  public void addInView(Placeable what) {
    Point place =
        model.viewport().toCanvas(model.viewport().width() / 2, model.viewport().height() / 2);
    while (isTaken(place)) {
      place = place.plus(9 * SNAP, 9 * SNAP);
    }
    add(what, place);
  }

  private boolean isTaken(Point place) {
    for (NodeCard card : model.scene().nodes()) {
      if (card.centre().distance(place) < 4 * SNAP) {
        return true;
      }
    }
    for (NoteMark note : model.scene().notes()) {
      if (note.corner().distance(place) < 4 * SNAP) {
        return true;
      }
    }
    return false;
  }

  public void addNote(String text, Point place) {
    history.apply(Building.note(text, snapped(place.x()), snapped(place.y())));
    model.select(Set.of(new Item.OfNote(history.topology().notes().size() - 1)));
  }

  /// Changes the text of a note; one without any text goes.
  public void writeNote(int index, String text) {
    List<Note> notes = history.topology().notes();
    if (index >= notes.size()) {
      return;
    }
    Note old = notes.get(index);
    if (text.isBlank()) {
      history.apply(new TopologyEdit.RemoveNotes(Set.of(index)));
    } else {
      Note written = new Note(old.x(), old.y(), old.width(), null, text.strip(), old.extras());
      history.apply(new TopologyEdit.ChangeNote(index, written));
    }
  }

  /// Gives a node another name; it stays selected, by its new id.
  public void rename(String id, String name) {
    boolean wasSelected = model.selection().contains(new Item.OfNode(id));
    Building.rename(history.topology(), id, name)
        .ifPresent(edit -> {
          history.apply(edit);
          if (wasSelected && edit instanceof TopologyEdit.RenameNode(_, String newId)) {
            model.select(Set.of(new Item.OfNode(newId)));
          }
        });
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
            Labels.REMOVE,
            List.of(new TopologyEdit.Remove(nodes, links), new TopologyEdit.RemoveNotes(notes))));
  }

  public void copySelected() {
    Set<String> ids = model.selectedNodes();
    Set<Integer> notes = selectedNotes();
    if (!ids.isEmpty() || !notes.isEmpty()) {
      clip = new Clip(history.topology(), ids, notes);
      pastes = 0;
    }
  }

  public void cutSelected() {
    copySelected();
    removeSelected();
  }

  public boolean canPaste() {
    return clip != null;
  }

  /// Each time a little further to the side, so that copies do not hide each other.
  public void paste() {
    Clip copied = clip;
    if (copied != null) {
      pastes++;
      copies(Labels.PASTE, copied, pastes * COPY_OFFSET);
    }
  }

  public void duplicateSelected() {
    Clip chosen = new Clip(history.topology(), model.selectedNodes(), selectedNotes());
    copies(Labels.DUPLICATE, chosen, COPY_OFFSET);
  }

  private Set<Integer> selectedNotes() {
    Set<Integer> notes = new LinkedHashSet<>();
    for (Item item : model.selection()) {
      if (item instanceof Item.OfNote(int index)) {
        notes.add(index);
      }
    }
    return notes;
  }

  private void copies(String label, Clip from, double offset) {
    Topology before = history.topology();
    history.apply(Building.copies(label, before, from.source, from.ids, from.notes, offset));
    Set<Item> copied = new LinkedHashSet<>();
    List<Node> nodes = history.topology().nodes();
    int first = Math.min(before.nodes().size(), nodes.size());
    nodes.subList(first, nodes.size()).forEach(node -> copied.add(new Item.OfNode(node.id())));
    for (int i = before.notes().size(); i < history.topology().notes().size(); i++) {
      copied.add(new Item.OfNote(i));
    }
    if (!copied.isEmpty()) {
      model.select(copied);
    }
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
    several(Labels.ALIGN, Arranging.align(model.scene(), model.selectedNodes(), edge));
  }

  public void distribute(boolean isHorizontal) {
    several(
        Labels.DISTRIBUTE,
        Arranging.distribute(model.scene(), model.selectedNodes(), isHorizontal));
  }

  public void layOut() {
    several(Labels.LAY_OUT, Arranging.layOut(history.topology()));
    model.fit();
  }

  private void several(String label, TopologyEdit edit) {
    history.apply(new TopologyEdit.Several(label, List.of(edit)));
  }

  /// Cuts or heals a link of the drawing.
  public void switchLink(String id, boolean isUp) {
    history.apply(new TopologyEdit.SwitchLink(id, isUp));
  }

  /// Changes one setting of a link of the drawing.
  public void setLink(String id, LinkSetting setting) {
    Link link = history.topology().link(id);
    if (link != null) {
      history.apply(new TopologyEdit.ChangeLink(link.with(link.settings().with(setting))));
    }
  }

  /// Moves what is selected by a step of the grid.
  public void nudge(int columns, int rows) {
    Drag drag = beginDrag(NUDGES);
    drag.to(columns * SNAP, rows * SNAP, false);
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
    return new Drag(nodes, notes, gesture, "");
  }

  /// The same, led by the node under the pointer: it snaps to lines with others.
  public Drag beginDrag(String leader) {
    Drag drag = beginDrag();
    return new Drag(drag.nodes, drag.notes, drag.gesture, leader);
  }

  /// A move under way: everything keeps its place relative to the others.
  public final class Drag {
    private final Map<String, Point> nodes;
    private final Map<Integer, Point> notes;
    private final long gesture;
    private final String leader;

    private Drag(Map<String, Point> nodes, Map<Integer, Point> notes, long gesture, String leader) {
      this.nodes = nodes;
      this.notes = notes;
      this.gesture = gesture;
      this.leader = leader;
    }

    /// Moves to this distance from where the drag began: level with another node that is near, else
    /// to the grid; answers the lines to show. Freely without either.
    public List<Overlay.Span> to(double dx, double dy, boolean isFree) {
      Snapping.Snapped lines = isFree ? null : lines(dx, dy);
      double x = dx + (lines == null ? 0 : lines.dx());
      double y = dy + (lines == null ? 0 : lines.dy());
      boolean keepsX = isFree || (lines != null && lines.hasX());
      boolean keepsY = isFree || (lines != null && lines.hasY());
      Map<String, TopologyEdit.Place> placed = new LinkedHashMap<>();
      nodes.forEach((id, at) -> placed.put(id, place(at, x, y, keepsX, keepsY)));
      Map<Integer, TopologyEdit.Place> placedNotes = new LinkedHashMap<>();
      notes.forEach((index, at) -> placedNotes.put(index, place(at, x, y, keepsX, keepsY)));
      history.apply(new TopologyEdit.Move(placed, placedNotes, gesture));
      return lines == null ? List.of() : lines.guides();
    }

    private Snapping.@Nullable Snapped lines(double dx, double dy) {
      Point start = nodes.get(leader);
      for (NodeCard card : model.scene().nodes()) {
        if (start != null && card.id().equals(leader)) {
          return Snapping.of(model.scene(), card, start.plus(dx, dy), nodes.keySet());
        }
      }
      return null;
    }

    private TopologyEdit.Place place(
        Point at, double dx, double dy, boolean keepsX, boolean keepsY) {
      double x = at.x() + dx;
      double y = at.y() + dy;
      return new TopologyEdit.Place(keepsX ? x : snapped(x), keepsY ? y : snapped(y));
    }
  }

  private static double snapped(double value) {
    return Math.rint(value / SNAP) * SNAP;
  }
}
