package netarium.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.FlightLog;
import netarium.app.canvas.scene.Hits;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.SceneBuilder;
import netarium.app.canvas.scene.ViewState;
import netarium.app.canvas.scene.Viewport;
import netarium.app.edit.EditHistory;
import netarium.topologies.Topology;
import org.jspecify.annotations.Nullable;

/// What is seen, selected and pointed at, of which drawing, at which instant of which run. Tells
/// its listeners of every change; they ask for what they need.
public final class CanvasModel {
  private final EditHistory history;
  private final List<Runnable> listeners = new ArrayList<>();
  private SceneBuilder builder;
  private FlightLog log;
  private Topology runOf;
  private long instant;
  private Viewport viewport = Viewport.START;
  private Tool tool = Tool.SELECT;
  private Overlay overlay = Overlay.NONE;
  private ViewState view = ViewState.PLAIN;
  private @Nullable CanvasScene scene;

  public CanvasModel(EditHistory history) {
    this.history = history;
    runOf = history.topology();
    builder = new SceneBuilder(runOf);
    log = new FlightLog(runOf);
    history.listen(this::redrawn);
  }

  public EditHistory history() {
    return history;
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// A run goes on being shown while nodes are moved; it is gone when the network is another one.
  private void redrawn(Topology now) {
    builder = new SceneBuilder(now);
    if (!isSameNetwork(runOf, now)) {
      runOf = now;
      log = new FlightLog(now);
      instant = 0;
    }
    Set<Item> kept = new LinkedHashSet<>(view.selection());
    kept.removeIf(item -> !exists(item, now));
    view = view.selecting(kept).hovering(null);
    changed();
  }

  private static boolean exists(Item item, Topology topology) {
    return switch (item) {
      case Item.OfNode(String id) -> topology.node(id) != null;
      case Item.OfLink(String id) -> topology.link(id) != null;
      case Item.OfNote(int index) -> index < topology.notes().size();
      case Item.OfFrame _ -> true;
    };
  }

  private static boolean isSameNetwork(Topology one, Topology other) {
    return one.nodes().stream()
            .map(each -> each.id())
            .toList()
            .equals(other.nodes().stream().map(each -> each.id()).toList())
        && one.links().stream()
            .map(each -> List.of(each.id(), each.a(), each.b()))
            .toList()
            .equals(
                other.links().stream()
                    .map(each -> List.of(each.id(), each.a(), each.b()))
                    .toList());
  }

  /// Shows a run of the drawing as it is now, at an instant.
  public void show(FlightLog run, long atNanos) {
    runOf = history.topology();
    log = run;
    instant = atNanos;
    changed();
  }

  /// Moves the playhead.
  public void showAt(long atNanos) {
    if (atNanos != instant) {
      instant = atNanos;
      changed();
    }
  }

  public CanvasScene scene() {
    CanvasScene known = scene;
    if (known == null) {
      known = builder.scene(instant, log, view);
      scene = known;
    }
    return known;
  }

  public Hits hits() {
    return new Hits(scene(), viewport);
  }

  public Viewport viewport() {
    return viewport;
  }

  public void viewport(Viewport changed) {
    viewport = changed;
    changed();
  }

  public void fit() {
    viewport(viewport.fitting(scene()));
  }

  public Tool tool() {
    return tool;
  }

  public void tool(Tool chosen) {
    tool = chosen;
    changed();
  }

  public Overlay overlay() {
    return overlay;
  }

  public void overlay(Overlay shown) {
    if (!shown.equals(overlay)) {
      overlay = shown;
      changed();
    }
  }

  public ViewState view() {
    return view;
  }

  public void view(ViewState chosen) {
    if (!chosen.equals(view)) {
      view = chosen;
      changed();
    }
  }

  public Set<Item> selection() {
    return view.selection();
  }

  public void select(Set<Item> chosen) {
    view(view.selecting(chosen));
  }

  public void hover(@Nullable Item item) {
    view(view.hovering(item));
  }

  public Set<String> selectedNodes() {
    Set<String> ids = new LinkedHashSet<>();
    for (var node : history.topology().nodes()) {
      if (view.selection().contains(new Item.OfNode(node.id()))) {
        ids.add(node.id());
      }
    }
    return ids;
  }

  private void changed() {
    scene = null;
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
