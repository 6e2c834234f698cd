package netarium.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.FlightLog;
import netarium.app.canvas.scene.Hits;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.SceneBuilder;
import netarium.app.canvas.scene.SceneWords;
import netarium.app.canvas.scene.ViewState;
import netarium.app.canvas.scene.Viewport;
import netarium.app.edit.EditHistory;
import netarium.app.session.EventReader;
import netarium.app.session.Listeners;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.engine.run.Waits;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSettings;
import org.jspecify.annotations.Nullable;

/// What is seen and pointed at, of which drawing, at which instant of which run. What is selected
/// and which instant is shown are the window's ([Selection], [Playhead]). Tells its listeners of
/// every change; they ask for what they need.
public final class CanvasModel {
  private final EditHistory history;
  private final Selection selection;
  private final Playhead playhead;
  private final SceneWords words;
  private final Listeners listeners = new Listeners();
  private SceneBuilder builder;
  private FlightLog log;
  private Viewport viewport = Viewport.START;
  private Tool tool = Tool.SELECT;
  private Overlay overlay = Overlay.NONE;
  private ViewState view = ViewState.PLAIN;
  private boolean showsMinimap = true;
  private long pinned = -1;
  private @Nullable CanvasScene scene;

  public CanvasModel(EditHistory history, Selection selection, Playhead playhead, Locale locale) {
    this.history = history;
    this.selection = selection;
    this.playhead = playhead;
    words = new SceneWords(locale);
    builder = new SceneBuilder(history.topology(), words);
    log = new FlightLog(history.topology());
    history.listen(this::redrawn);
    selection.listen(this::chosen);
    playhead.listen(this::changed);
  }

  /// How a link is set now, at the live edge, whatever instant is looked at: what is done to a
  /// running network is done there.
  LinkSettings settings(Link link) {
    return log.settings(link);
  }

  public EditHistory history() {
    return history;
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  /// Shows another instant than the playhead's: for pictures.
  void lookAt(long nanos) {
    pinned = nanos;
    changed();
  }

  /// Reads the events of runs for the canvas; a new run begins with nothing on its way.
  public EventReader reader() {
    return new EventReader() {
      @Override
      public void begin(Topology topology) {
        log = new FlightLog(topology);
        changed();
      }

      @Override
      public void accept(SimEvent event) {
        log.accept(event);
      }

      @Override
      public void caughtUp() {
        changed();
      }
    };
  }

  /// What the programs of the run's nodes wait for, at the live edge.
  public void waits(List<Waits> now) {
    log.lookedAt(now);
    changed();
  }

  private void redrawn(Topology now) {
    builder = new SceneBuilder(now, words);
    view = view.hovering(null);
    Set<Item> kept = new LinkedHashSet<>(selection.items());
    kept.removeIf(item -> !exists(item, now));
    if (kept.size() == selection.items().size()) {
      changed();
    } else {
      selection.select(kept);
    }
  }

  private static boolean exists(Item item, Topology topology) {
    return switch (item) {
      case Item.OfNode(String id) -> topology.node(id) != null;
      case Item.OfLink(String id) -> topology.link(id) != null;
      case Item.OfNote(int index) -> index < topology.notes().size();
      case Item.OfFrame _ -> true;
    };
  }

  private void chosen() {
    Set<Item> items = new LinkedHashSet<>(selection.items());
    if (selection.hasEvent()) {
      items.add(new Item.OfFrame(selection.event()));
    }
    view = view.selecting(items);
    changed();
  }

  public CanvasScene scene() {
    CanvasScene known = scene;
    if (known == null) {
      known = builder.scene(pinned < 0 ? playhead.instant() : pinned, log, view);
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
    listeners.tell();
  }

  public void fit() {
    viewport(viewport.fitting(scene()));
  }

  public Tool tool() {
    return tool;
  }

  public void tool(Tool chosen) {
    tool = chosen;
    listeners.tell();
  }

  public Overlay overlay() {
    return overlay;
  }

  public void overlay(Overlay shown) {
    if (!shown.equals(overlay)) {
      overlay = shown;
      listeners.tell();
    }
  }

  public boolean showsLegend() {
    return overlay.showsLegend();
  }

  public void showsLegend(boolean shown) {
    overlay(overlay.withLegend(shown));
  }

  public boolean showsMinimap() {
    return showsMinimap;
  }

  public void showsMinimap(boolean shown) {
    showsMinimap = shown;
    listeners.tell();
  }

  public ViewState view() {
    return view;
  }

  public boolean showsConnections() {
    return view.showsConnections();
  }

  public void showsConnections(boolean shown) {
    view = view.connecting(shown);
    changed();
  }

  /// How long drops stay visible and over how long load is averaged, in simulated time: what fits
  /// the speed at which the run is watched.
  public void pace(long lingerNanos, long loadNanos) {
    ViewState paced = view.paced(lingerNanos, loadNanos);
    if (!paced.equals(view)) {
      view = paced;
      changed();
    }
  }

  /// The selected things; a selected frame is one of them.
  public Set<Item> selection() {
    return view.selection();
  }

  /// Selects things; a frame among them becomes the window's selected event.
  public void select(Set<Item> chosen) {
    Set<Item> things = new LinkedHashSet<>();
    for (Item item : chosen) {
      if (item instanceof Item.OfFrame(long ordinal)) {
        selection.selectEvent(ordinal);
      } else {
        things.add(item);
      }
    }
    selection.select(things);
  }

  public void selectNothing() {
    selection.clear();
  }

  public void hover(@Nullable Item item) {
    ViewState hovering = view.hovering(item);
    if (!hovering.equals(view)) {
      view = hovering;
      changed();
    }
  }

  public Set<String> selectedNodes() {
    Set<String> ids = new LinkedHashSet<>();
    for (Item item : selection.items()) {
      if (item instanceof Item.OfNode(String id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private void changed() {
    scene = null;
    listeners.tell();
  }
}
