package netarium.app.canvas;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import netarium.app.canvas.paint.Brush;
import netarium.app.canvas.paint.FxPen;
import netarium.app.canvas.paint.Ink;
import netarium.app.canvas.paint.LinkPainter;
import netarium.app.canvas.paint.NodePainter;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.paint.OverlayPainter;
import netarium.app.canvas.paint.PacketPainter;
import netarium.app.canvas.paint.Sprites;
import netarium.app.canvas.paint.TextFit;
import netarium.app.canvas.paint.Words;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.Detail;
import netarium.app.canvas.scene.Viewport;
import netarium.app.theme.Fonts;
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
  private Ink ink;
  private Sprites sprites;
  private boolean isStale = true;

  private Runnable whenResized = () -> {};

  public CanvasView(Locale locale) {
    ink = new Ink(Theme.LIGHT.palette(), new Fonts(), new TextFit(), new Words(locale));
    sprites = new Sprites(ink.palette(), ink.fonts(), PacketPainter.sizeAt(Detail.CARD), 1);
    getStyleClass().add("canvas-view");
    setFocusTraversable(true);
    for (Layer layer : Layer.values()) {
      Canvas canvas = new Canvas();
      canvas.setMouseTransparent(true);
      layers.put(layer, canvas);
      getChildren().add(canvas);
    }
  }

  /// Calls `action` after every change of the size.
  void whenResized(Runnable action) {
    whenResized = action;
  }

  @Override
  public void resize(double width, double height) {
    boolean isNew = width != getWidth() || height != getHeight();
    super.resize(width, height);
    if (isNew) {
      whenResized.run();
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
    ink = ink.in(theme.palette());
    isStale = true;
    show(scene, viewport, overlay);
  }

  public void show(CanvasScene newScene, Viewport newViewport, Overlay newOverlay) {
    CanvasScene old = scene;
    boolean isMoved = isStale || !newViewport.equals(viewport);
    boolean isOverlayNew = isMoved || !newOverlay.equals(overlay);
    isOverlayNew |= old.isBlank() != newScene.isBlank();
    isOverlayNew |= old.lacksCables() != newScene.lacksCables();
    boolean areNodesNew =
        isMoved
            || newScene.isCompact() != old.isCompact()
            || !newScene.nodes().equals(old.nodes())
            || !newScene.notes().equals(old.notes());
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
      new PacketPainter(brush(Layer.PACKETS)).paint();
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
    return new Brush(
        new FxPen(canvas.getGraphicsContext2D(), ink.fonts(), sprites()), scene, viewport, ink);
  }

  private Sprites sprites() {
    boolean isInWindow = getScene() != null && getScene().getWindow() != null;
    double scale = isInWindow ? Math.max(1, getScene().getWindow().getRenderScaleX()) : 1;
    double size = PacketPainter.sizeAt(Detail.at(viewport.zoom(), scene.isCompact()));
    if (!sprites.fits(ink.palette(), size, scale)) {
      sprites = new Sprites(ink.palette(), ink.fonts(), size, scale);
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
