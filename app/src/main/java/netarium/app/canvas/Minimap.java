package netarium.app.canvas;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.LinkLine;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.NodeState;
import netarium.app.canvas.scene.Point;
import netarium.app.canvas.scene.Route;
import netarium.app.canvas.scene.Viewport;
import netarium.app.theme.Palette;
import netarium.topologies.node.NodeKind;

/// The whole network in the corner, with a frame around what is seen of it; pressing and dragging
/// looks elsewhere.
final class Minimap extends Region {
  static final double WIDTH = 196;
  static final double HEIGHT = 116;
  private static final double PAD = 8;

  private final CanvasModel model;
  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
  private Palette palette;
  private List<NodeCard> nodes = List.of();
  private List<LinkLine> links = List.of();
  private Viewport shown = Viewport.START;
  private boolean isStale = true;

  Minimap(CanvasModel model, Palette palette) {
    this.model = model;
    this.palette = palette;
    getStyleClass().add("minimap");
    getChildren().add(canvas);
    canvas.setMouseTransparent(true);
    setOnMousePressed(this::look);
    setOnMouseDragged(this::look);
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
  }

  void palette(Palette other) {
    palette = other;
    isStale = true;
    show();
  }

  /// A map is for networks that do not fit.
  private static boolean isOfUse(CanvasScene scene, Viewport view) {
    Viewport.Extent whole = Viewport.extent(scene);
    Point corner = new Point(whole.west(), whole.north());
    Point low = view.toScreen(corner);
    Point high = view.toScreen(corner.plus(whole.width(), whole.height()));
    boolean isSeen =
        low.x() >= 0 && low.y() >= 0 && high.x() <= view.width() && high.y() <= view.height();
    return !isSeen;
  }

  void show() {
    CanvasScene scene = model.scene();
    boolean isWanted =
        model.showsMinimap()
            && !scene.isBlank()
            && model.viewport().width() > 3 * WIDTH
            && isOfUse(scene, model.viewport());
    setVisible(isWanted);
    if (!isWanted) {
      return;
    }
    boolean isNew =
        isStale
            || !scene.nodes().equals(nodes)
            || !scene.links().equals(links)
            || !model.viewport().equals(shown);
    if (isNew) {
      nodes = scene.nodes();
      links = scene.links();
      shown = model.viewport();
      isStale = false;
      paint(scene);
    }
  }

  private static Viewport map(CanvasScene scene) {
    return Viewport.START.sized(WIDTH, HEIGHT).whole(scene, PAD);
  }

  private void paint(CanvasScene scene) {
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, WIDTH, HEIGHT);
    Viewport map = map(scene);
    Route route = new Route(scene, 1);
    gc.setLineWidth(0.7);
    for (LinkLine line : scene.links()) {
      gc.setStroke(line.isUp() ? palette.link() : palette.danger());
      List<Point> points = route.line(line);
      for (int i = 1; i < points.size(); i++) {
        Point a = map.toScreen(points.get(i - 1));
        Point b = map.toScreen(points.get(i));
        gc.strokeLine(a.x(), a.y(), b.x(), b.y());
      }
    }
    for (NodeCard node : scene.nodes()) {
      Point at = map.toScreen(node.centre());
      boolean isMachine = node.kind() == NodeKind.VM;
      gc.setFill(
          node.isSelected()
              ? palette.accent()
              : node.state().mood() == NodeState.Mood.BAD
                  ? palette.danger()
                  : isMachine ? palette.textSubtle() : palette.text());
      gc.fillRect(Math.rint(at.x()) - 3, Math.rint(at.y()) - 2, 6, isMachine ? 4 : 3);
    }
    Point low = map.toScreen(shown.toCanvas(0, 0));
    Point high = map.toScreen(shown.toCanvas(shown.width(), shown.height()));
    double left = Math.clamp(Math.rint(low.x()), 1, WIDTH - 3) + 0.5;
    double top = Math.clamp(Math.rint(low.y()), 1, HEIGHT - 3) + 0.5;
    double right = Math.clamp(Math.rint(high.x()), 3, WIDTH - 2) + 0.5;
    double bottom = Math.clamp(Math.rint(high.y()), 3, HEIGHT - 2) + 0.5;
    gc.setStroke(palette.accent());
    gc.setLineWidth(1);
    gc.strokeRoundRect(left, top, right - left, bottom - top, 4, 4);
  }

  private void look(MouseEvent event) {
    Point middle = map(model.scene()).toCanvas(event.getX(), event.getY());
    model.viewport(model.viewport().centred(middle));
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    canvas.relocate(0, 0);
  }
}
