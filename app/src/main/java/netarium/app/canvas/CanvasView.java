package netarium.app.canvas;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import netarium.app.canvas.paint.Brush;
import netarium.app.canvas.paint.LinkPainter;
import netarium.app.canvas.paint.NodePainter;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.paint.OverlayPainter;
import netarium.app.canvas.paint.PacketPainter;
import netarium.app.canvas.paint.Sprites;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.Viewport;
import netarium.app.theme.Palette;
import netarium.app.theme.Theme;

/// The picture of the network: four canvases one above the other. [#show] draws those layers anew
/// whose part of the picture has changed; while frames move, that is one of them.
public final class CanvasView extends Region {
  /// The layers, from the bottom up.
  public enum Layer {
    LINKS,
    NODES,
    PACKETS,
    OVERLAY
  }

  private final Map<Layer, Canvas> layers = new EnumMap<>(Layer.class);
  private final Map<Layer, Long> paintings = new EnumMap<>(Layer.class);
  private CanvasScene scene = CanvasScene.EMPTY;
  private Viewport viewport = Viewport.START;
  private Overlay overlay = Overlay.NONE;
  private Palette palette = Theme.LIGHT.palette();
  private Sprites sprites = new Sprites(palette, PacketPainter.sizeAt(1), 1);
  private boolean isStale = true;

  public CanvasView() {
    getStyleClass().add("canvas-view");
    setFocusTraversable(true);
    for (Layer layer : Layer.values()) {
      Canvas canvas = new Canvas();
      canvas.setMouseTransparent(true);
      layers.put(layer, canvas);
      getChildren().add(canvas);
    }
  }

  public CanvasScene shown() {
    return scene;
  }

  public Viewport viewport() {
    return viewport;
  }

  /// How often a layer has been drawn.
  public long paintings(Layer layer) {
    return paintings.getOrDefault(layer, 0L);
  }

  public void theme(Theme theme) {
    palette = theme.palette();
    isStale = true;
    show(scene, viewport, overlay);
  }

  public void show(CanvasScene newScene, Viewport newViewport, Overlay newOverlay) {
    CanvasScene old = scene;
    boolean isMoved = isStale || !newViewport.equals(viewport);
    boolean isOverlayNew = isMoved || !newOverlay.equals(overlay);
    isOverlayNew |= old.isBlank() != newScene.isBlank();
    boolean areNodesNew =
        isMoved || !newScene.nodes().equals(old.nodes()) || !newScene.notes().equals(old.notes());
    boolean areLinksNew =
        isMoved
            || !newScene.links().equals(old.links())
            || !newScene.connections().equals(old.connections())
            || (areNodesNew && !isSameGround(newScene, old));
    boolean arePacketsNew =
        areLinksNew
            || !newScene.packets().equals(old.packets())
            || !newScene.drops().equals(old.drops());
    scene = newScene;
    viewport = newViewport;
    overlay = newOverlay;
    isStale = false;
    fitLayers();
    if (areLinksNew) {
      new LinkPainter(brush(Layer.LINKS)).paint();
    }
    if (areNodesNew) {
      new NodePainter(brush(Layer.NODES)).paint();
    }
    if (arePacketsNew) {
      new PacketPainter(brush(Layer.PACKETS), sprites()).paint();
    }
    if (isOverlayNew) {
      new OverlayPainter(brush(Layer.OVERLAY), overlay).paint();
    }
  }

  /// Whether cables begin and end where they did: nodes of the same kinds at the same places.
  private static boolean isSameGround(CanvasScene one, CanvasScene other) {
    if (one.nodes().size() != other.nodes().size()) {
      return false;
    }
    for (int i = 0; i < one.nodes().size(); i++) {
      var a = one.nodes().get(i);
      var b = other.nodes().get(i);
      if (!a.centre().equals(b.centre())
          || a.kind() != b.kind()
          || a.hasLoop() != b.hasLoop()
          || !a.ports().equals(b.ports())) {
        return false;
      }
    }
    return true;
  }

  private Brush brush(Layer layer) {
    paintings.merge(layer, 1L, Long::sum);
    Canvas canvas = layers.get(layer);
    if (canvas == null) {
      throw new IllegalStateException("invariant broken: every layer has its canvas");
    }
    return new Brush(canvas.getGraphicsContext2D(), scene, viewport, palette);
  }

  private Sprites sprites() {
    boolean isInWindow = getScene() != null && getScene().getWindow() != null;
    double scale = isInWindow ? Math.max(1, getScene().getWindow().getRenderScaleX()) : 1;
    if (!sprites.fits(palette, PacketPainter.sizeAt(viewport.zoom()), scale)) {
      sprites = new Sprites(palette, PacketPainter.sizeAt(viewport.zoom()), scale);
    }
    return sprites;
  }

  private void fitLayers() {
    for (Canvas layer : layers.values()) {
      if (layer.getWidth() != viewport.width() || layer.getHeight() != viewport.height()) {
        layer.setWidth(viewport.width());
        layer.setHeight(viewport.height());
      }
    }
  }

  @Override
  protected void layoutChildren() {
    for (Canvas layer : layers.values()) {
      layer.relocate(0, 0);
    }
  }
}
