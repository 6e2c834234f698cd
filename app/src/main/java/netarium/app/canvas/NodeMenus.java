package netarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import netarium.app.canvas.MenuModel.Entry;
import netarium.app.canvas.MenuModel.Separator;
import netarium.app.canvas.MenuModel.Submenu;
import netarium.topologies.Topology;
import netarium.topologies.json.Extras;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.NodeKind;
import netarium.topologies.node.Program;
import netarium.topologies.node.Vm;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// The menu of a node, and what two nodes can do together.
final class NodeMenus {
  /// So many partners are offered.
  private static final int MOST_PARTNERS = 16;

  private final CanvasModel model;
  private final CanvasActions actions;
  private final RunCommands run;
  private final OtherTools tools;
  private final InPlace inPlace;

  NodeMenus(
      CanvasModel model,
      CanvasActions actions,
      RunCommands run,
      OtherTools tools,
      InPlace inPlace) {
    this.model = model;
    this.actions = actions;
    this.run = run;
    this.tools = tools;
    this.inPlace = inPlace;
  }

  MenuModel of(String id) {
    List<Entry> entries = new ArrayList<>();
    Node node = model.history().topology().node(id);
    if (node == null) {
      return new MenuModel(id, "", entries);
    }
    if (node instanceof Vm vm) {
      scripts(vm, entries);
      talking(id, entries);
    }
    entries.addAll(powerOf(List.of(id)));
    entries.add(new Separator());
    entries.add(MenuModel.action("menu.rename", "F2", true, () -> inPlace.rename(id)));
    entries.add(MenuModel.action("menu.copy", "Ctrl+C", true, actions::copySelected));
    entries.add(MenuModel.action("menu.duplicate", "Ctrl+D", true, actions::duplicateSelected));
    entries.add(MenuModel.action("menu.properties", "Enter", true, tools::showProperties));
    entries.add(new Separator());
    entries.add(MenuModel.destructive("menu.delete", "Del", actions::removeSelected));
    return new MenuModel(node.displayName(), address(node), entries);
  }

  private void scripts(Vm vm, List<Entry> entries) {
    List<String> paths = new ArrayList<>();
    for (Program program : vm.programs()) {
      String path = program.scriptPath();
      if (path != null && !paths.contains(path)) {
        paths.add(path);
      }
    }
    for (String path : paths) {
      entries.add(
          MenuModel.about(
              "menu.open-script",
              path.substring(path.lastIndexOf('/') + 1),
              () -> tools.openScript(path)));
    }
    entries.add(MenuModel.action("menu.new-script", () -> tools.newScript(vm.id())));
    entries.add(new Separator());
  }

  /// Pings and requests to every other machine or router that has an address.
  private void talking(String from, List<Entry> entries) {
    List<Entry> pings = new ArrayList<>();
    List<Entry> requests = new ArrayList<>();
    Topology topology = model.history().topology();
    for (Node other : topology.nodes()) {
      String address = address(other);
      boolean isPartner = !other.id().equals(from) && !address.isEmpty();
      if (isPartner && pings.size() < MOST_PARTNERS) {
        pings.add(MenuModel.about("menu.one", other.displayName(), () -> ping(from, address)));
        if (other.kind() == NodeKind.VM) {
          requests.add(
              MenuModel.about("menu.one", other.displayName(), () -> request(from, address)));
        }
      }
    }
    Node node = topology.node(from);
    boolean canTalk = node != null && !address(node).isEmpty();
    entries.add(new Submenu("menu.ping", "", canTalk && !pings.isEmpty(), pings));
    entries.add(new Submenu("menu.request", "", canTalk && !requests.isEmpty(), requests));
    entries.add(new Separator());
  }

  /// What two selected nodes can do together: the first one selected begins.
  List<Entry> between(String one, String other) {
    List<Entry> entries = new ArrayList<>();
    Topology topology = model.history().topology();
    Node from = topology.node(one);
    Node to = topology.node(other);
    if (from == null || to == null) {
      return entries;
    }
    if (from.kind() != NodeKind.VM && to.kind() == NodeKind.VM) {
      return between(other, one);
    }
    boolean canTalk = from.kind() == NodeKind.VM && !address(from).isEmpty();
    String address = address(to);
    entries.add(
        new MenuModel.Action(
            "menu.ping-from",
            to.displayName(),
            from.displayName(),
            null,
            canTalk && !address.isEmpty(),
            MenuModel.Weight.PLAIN,
            () -> ping(one, address)));
    entries.add(
        new MenuModel.Action(
            "menu.request-from",
            to.displayName(),
            from.displayName(),
            null,
            canTalk && !address.isEmpty() && to.kind() == NodeKind.VM,
            MenuModel.Weight.PLAIN,
            () -> request(one, address)));
    entries.add(MenuModel.action("menu.connect", "C", true, actions::linkSelected));
    entries.add(new Separator());
    return entries;
  }

  private void ping(String from, String address) {
    run.apply(new Stimulus.Start(TimeSpan.ZERO, from, "/bin/ping", List.of(address), Extras.NONE));
  }

  private void request(String from, String address) {
    run.apply(
        new Stimulus.Start(
            TimeSpan.ZERO, from, "/bin/request", List.of("http://" + address + "/"), Extras.NONE));
  }

  /// Crash, restart and pause: things of a run, so they wait for one.
  List<Entry> powerOf(List<String> ids) {
    boolean isRunning = run.isRunning();
    return List.of(
        MenuModel.action("menu.pause-node", null, isRunning, () -> each(ids, Deed.PAUSE)),
        MenuModel.action("menu.restart-node", null, isRunning, () -> each(ids, Deed.RESTART)),
        new MenuModel.Action(
            "menu.crash-node",
            "",
            "",
            null,
            isRunning,
            MenuModel.Weight.DESTRUCTIVE,
            () -> each(ids, Deed.CRASH)));
  }

  private enum Deed {
    PAUSE,
    RESTART,
    CRASH
  }

  private void each(List<String> ids, Deed deed) {
    for (String id : ids) {
      run.apply(
          switch (deed) {
            case PAUSE -> new Stimulus.Pause(TimeSpan.ZERO, id, null, Extras.NONE);
            case RESTART -> new Stimulus.Restart(TimeSpan.ZERO, id, null, Extras.NONE);
            case CRASH -> new Stimulus.Crash(TimeSpan.ZERO, id, null, Extras.NONE);
          });
    }
  }

  /// The first fixed address of a node, or nothing.
  private static String address(Node node) {
    for (InterfaceSpec spec : node.interfaces()) {
      @Nullable Ipv4Cidr cidr = spec.fixedIpv4();
      if (cidr != null) {
        return cidr.address().toString();
      }
    }
    return "";
  }
}
