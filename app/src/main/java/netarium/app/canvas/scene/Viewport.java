package netarium.app.canvas.scene;

/// The part of the canvas that is seen: the canvas point at the upper left corner of the view, the
/// zoom, the size of the view in pixels.
public record Viewport(double left, double top, double zoom, double width, double height) {
  public static final double LEAST_ZOOM = 0.08;
  public static final double MOST_ZOOM = 4;
  private static final double MARGIN = 72;
  private static final double MOST_FITTED = 1.25;

  public static final Viewport START = new Viewport(0, 0, 1, 800, 600);

  public Point toScreen(Point place) {
    return new Point((place.x() - left) * zoom, (place.y() - top) * zoom);
  }

  public Point toCanvas(double screenX, double screenY) {
    return new Point(screenX / zoom + left, screenY / zoom + top);
  }

  public Viewport sized(double newWidth, double newHeight) {
    return new Viewport(left, top, zoom, newWidth, newHeight);
  }

  /// Moved by pixels: what was under the pointer stays there.
  public Viewport panned(double screenDx, double screenDy) {
    return new Viewport(left - screenDx / zoom, top - screenDy / zoom, zoom, width, height);
  }

  /// Zoomed around a point of the screen, which keeps its place.
  public Viewport zoomed(double factor, double screenX, double screenY) {
    double changed = Math.clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM);
    Point fixed = toCanvas(screenX, screenY);
    return new Viewport(
        fixed.x() - screenX / changed, fixed.y() - screenY / changed, changed, width, height);
  }

  /// With a place of the canvas in the middle.
  public Viewport centred(Point middle) {
    return new Viewport(
        middle.x() - width / zoom / 2, middle.y() - height / zoom / 2, zoom, width, height);
  }

  /// The whole drawing in the middle, at most a little enlarged.
  public Viewport fitting(CanvasScene scene) {
    if (scene.isBlank() || width <= 0 || height <= 0) {
      return new Viewport(0, 0, 1, width, height);
    }
    double margin = Math.min(MARGIN, Math.min(width, height) / 6);
    return whole(scene, margin).atMost(LEAST_ZOOM, MOST_FITTED);
  }

  private Viewport atMost(double least, double most) {
    double factor = Math.clamp(zoom, least, most) / zoom;
    Point middle = toCanvas(width / 2, height / 2);
    return new Viewport(left, top, zoom * factor, width, height).centred(middle);
  }

  /// The whole drawing in the middle, at whatever zoom that takes.
  public Viewport whole(CanvasScene scene, double margin) {
    Extent extent = extent(scene);
    double fitted =
        Math.min(
            (width - 2 * margin) / Math.max(1, extent.width()),
            (height - 2 * margin) / Math.max(1, extent.height()));
    return new Viewport(left, top, fitted, width, height)
        .centred(
            new Point(extent.west() + extent.width() / 2, extent.north() + extent.height() / 2));
  }

  /// The part of the canvas that a drawing takes.
  public record Extent(double west, double north, double width, double height) {}

  public static Extent extent(CanvasScene scene) {
    double west = Double.POSITIVE_INFINITY;
    double north = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double south = Double.NEGATIVE_INFINITY;
    for (NodeCard node : scene.nodes()) {
      Body body = Body.of(node.kind(), 1, scene.isCompact());
      double loop = node.hasLoop() ? Body.LOOP : 0;
      west = Math.min(west, node.centre().x() - body.width() / 2);
      east = Math.max(east, node.centre().x() + body.width() / 2);
      north = Math.min(north, node.centre().y() - body.height() / 2 - loop);
      south = Math.max(south, node.centre().y() + body.height() / 2);
    }
    for (NoteMark note : scene.notes()) {
      west = Math.min(west, note.corner().x());
      east = Math.max(east, note.corner().x() + note.width());
      north = Math.min(north, note.corner().y());
      south = Math.max(south, note.corner().y() + note.height());
    }
    return scene.isBlank()
        ? new Extent(0, 0, 0, 0)
        : new Extent(west, north, east - west, south - north);
  }
}
