package netarium.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import netarium.app.canvas.MenuModel.Entry;
import netarium.app.canvas.MenuModel.Separator;
import netarium.app.canvas.MenuModel.Submenu;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.PacketMark;
import netarium.app.canvas.scene.Point;
import netarium.topologies.Topology;
import netarium.topologies.node.NodeKind;
import org.jspecify.annotations.Nullable;

/// What can be done now with what was clicked: a frame, a node, a link, a note, several things, or
/// the canvas itself.
public final class CanvasMenus {
  private static final int MOST_NAMED = 3;

  private final CanvasModel model;
  private final CanvasActions actions;
  private final LinkMenus links;
  private final NodeMenus nodes;
  private final InPlace inPlace;

  public CanvasMenus(
      CanvasModel model,
      CanvasActions actions,
      RunCommands run,
      OtherTools tools,
      InPlace inPlace) {
    this.model = model;
    this.actions = actions;
    this.inPlace = inPlace;
    links = new LinkMenus(model, actions, run, tools);
    nodes = new NodeMenus(model, actions, run, tools, inPlace);
  }

  /// The menu for what lies under a place of the canvas; several selected things have one of their
  /// own.
  public MenuModel at(Point place, @Nullable Item item) {
    return item == null ? ofCanvas(place) : of(item);
  }

  /// The menu for what is selected, for the keyboard.
  public MenuModel ofSelection() {
    Set<Item> chosen = model.selection();
    return chosen.isEmpty() ? ofCanvas(middle()) : of(chosen.iterator().next());
  }

  /// Cuts the selected links, or heals them if the first one is cut.
  public void turnSelectedLinks() {
    List<String> ids = new ArrayList<>();
    for (Item item : model.selection()) {
      if (item instanceof Item.OfLink(String id)) {
        ids.add(id);
      }
    }
    links.turnAll(ids);
  }

  private Point middle() {
    return model.viewport().toCanvas(model.viewport().width() / 2, model.viewport().height() / 2);
  }

  private MenuModel of(Item item) {
    Set<Item> things = things();
    if (things.size() > 1 && things.contains(item)) {
      return ofSeveral(things);
    }
    return switch (item) {
      case Item.OfNode(String id) -> nodes.of(id);
      case Item.OfLink(String id) -> links.of(id);
      case Item.OfNote(int index) -> ofNote(index);
      case Item.OfFrame(long ordinal) -> ofFrame(ordinal);
    };
  }

  private Set<Item> things() {
    Set<Item> things = new LinkedHashSet<>(model.selection());
    things.removeIf(Item.OfFrame.class::isInstance);
    return things;
  }

  private MenuModel ofCanvas(Point place) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Submenu(
            "menu.add",
            "",
            true,
            List.of(
                adding("place.vm", "V", Placeable.VM, place),
                adding("place.switch", "S", Placeable.SWITCH, place),
                adding("place.hub", "H", Placeable.HUB, place),
                adding("place.router", "R", Placeable.ROUTER, place),
                adding("place.note", "T", Placeable.NOTE, place))));
    entries.add(new Separator());
    entries.add(MenuModel.action("menu.paste", "Ctrl+V", actions.canPaste(), actions::paste));
    entries.add(MenuModel.action("menu.select-all", "Ctrl+A", true, actions::selectAll));
    entries.add(new Separator());
    entries.add(MenuModel.action("menu.lay-out", "Ctrl+L", true, actions::layOut));
    entries.add(MenuModel.action("menu.fit", "F", true, model::fit));
    entries.add(MenuModel.action("menu.find", "Ctrl+F", true, inPlace::find));
    entries.add(new Separator());
    entries.add(
        MenuModel.checked(
            "menu.legend", model.showsLegend(), () -> model.showsLegend(!model.showsLegend())));
    entries.add(
        MenuModel.checked(
            "menu.minimap", model.showsMinimap(), () -> model.showsMinimap(!model.showsMinimap())));
    entries.add(
        MenuModel.checked(
            "menu.connections",
            model.showsConnections(),
            () -> model.showsConnections(!model.showsConnections())));
    Topology topology = model.history().topology();
    return new MenuModel(topology.name(), "", entries);
  }

  private Entry adding(String key, String shortcut, Placeable what, Point place) {
    return MenuModel.action(
        key,
        shortcut,
        true,
        () -> {
          actions.add(what, place);
          if (what.kind() == null) {
            inPlace.writeNote(model.history().topology().notes().size() - 1);
          }
        });
  }

  private MenuModel ofNote(int index) {
    List<Entry> entries = new ArrayList<>();
    entries.add(MenuModel.action("menu.write", "F2", true, () -> inPlace.writeNote(index)));
    entries.add(new Separator());
    entries.add(MenuModel.action("menu.copy", "Ctrl+C", true, actions::copySelected));
    entries.add(MenuModel.action("menu.duplicate", "Ctrl+D", true, actions::duplicateSelected));
    entries.add(new Separator());
    entries.add(MenuModel.destructive("menu.delete", "Del", actions::removeSelected));
    return new MenuModel("", "", entries);
  }

  private MenuModel ofFrame(long ordinal) {
    String label = "";
    for (PacketMark mark : model.scene().packets()) {
      if (mark.ordinal() == ordinal) {
        label = mark.label();
      }
    }
    List<Entry> entries = new ArrayList<>();
    entries.add(
        MenuModel.action("menu.follow", () -> model.select(Set.of(new Item.OfFrame(ordinal)))));
    entries.add(MenuModel.action("menu.deselect", "Esc", true, model::selectNothing));
    return new MenuModel("#" + ordinal, label, entries);
  }

  private MenuModel ofSeveral(Set<Item> things) {
    List<Entry> entries = new ArrayList<>();
    List<String> ids = List.copyOf(model.selectedNodes());
    if (ids.size() == 2) {
      entries.addAll(nodes.between(ids.get(0), ids.get(1)));
    }
    if (ids.size() >= 2) {
      entries.add(new Submenu("menu.align", "", true, aligning()));
      entries.add(
          new Submenu(
              "menu.distribute",
              "",
              ids.size() > 2,
              List.of(
                  MenuModel.action("distribute.across", () -> actions.distribute(true)),
                  MenuModel.action("distribute.down", () -> actions.distribute(false)))));
      entries.add(new Separator());
    }
    boolean hasMachine =
        ids.stream()
            .map(id -> model.history().topology().node(id))
            .anyMatch(node -> node != null && node.kind() == NodeKind.VM);
    if (hasMachine) {
      entries.addAll(nodes.powerOf(ids));
      entries.add(new Separator());
    }
    entries.add(MenuModel.action("menu.copy", "Ctrl+C", true, actions::copySelected));
    entries.add(MenuModel.action("menu.duplicate", "Ctrl+D", true, actions::duplicateSelected));
    entries.add(new Separator());
    entries.add(MenuModel.destructive("menu.delete", "Del", actions::removeSelected));
    return new MenuModel(names(things), "", entries);
  }

  /// The first few of what is selected.
  private String names(Set<Item> things) {
    List<String> names = new ArrayList<>();
    for (Item item : things) {
      if (names.size() == MOST_NAMED) {
        names.add("… " + things.size());
        break;
      }
      names.add(
          switch (item) {
            case Item.OfNode(String id) -> id;
            case Item.OfLink(String id) -> id;
            case Item.OfNote(int index) -> "#" + (index + 1);
            case Item.OfFrame(long ordinal) -> "#" + ordinal;
          });
    }
    return String.join(", ", names);
  }

  private List<Entry> aligning() {
    return List.of(
        MenuModel.action("align.left", () -> actions.align(Arranging.Edge.LEFT)),
        MenuModel.action("align.centre", () -> actions.align(Arranging.Edge.CENTRE)),
        MenuModel.action("align.right", () -> actions.align(Arranging.Edge.RIGHT)),
        new Separator(),
        MenuModel.action("align.top", () -> actions.align(Arranging.Edge.TOP)),
        MenuModel.action("align.middle", () -> actions.align(Arranging.Edge.MIDDLE)),
        MenuModel.action("align.bottom", () -> actions.align(Arranging.Edge.BOTTOM)));
  }
}
