package netarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.Body;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.Point;

/// Finds with which nodes a dragged one is nearly level, and by how much to move it so that it is:
/// its middle with their middles, its edges with their edges.
final class Snapping {
  private static final double REACH = 6;
  private static final double BEYOND = 24;

  /// How far to correct a drag, and the lines to show. A share of NaN: no line is near.
  record Snapped(double dx, double dy, boolean hasX, boolean hasY, List<Overlay.Span> guides) {}

  private Snapping() {}

  /// `moved` is the place of the node under the pointer, with the drag in it.
  static Snapped of(CanvasScene scene, NodeCard dragged, Point moved, Set<String> moving) {
    Body body = Body.of(dragged.kind(), 1, scene.isCompact());
    Best across = new Best();
    Best along = new Best();
    for (NodeCard other : scene.nodes()) {
      if (!moving.contains(other.id())) {
        Body its = Body.of(other.kind(), 1, scene.isCompact());
        double halfX = (its.width() - body.width()) / 2;
        double halfY = (its.height() - body.height()) / 2;
        for (int side = -1; side <= 1; side++) {
          across.offer(other.centre().x() + side * halfX - moved.x(), other, side);
          along.offer(other.centre().y() + side * halfY - moved.y(), other, side);
        }
      }
    }
    List<Overlay.Span> guides = new ArrayList<>();
    Point at = moved.plus(across.by(), along.by());
    NodeCard level = across.with;
    if (level != null) {
      double x = at.x() + across.side * body.width() / 2;
      guides.add(upright(x, at, level.centre(), body));
    }
    NodeCard even = along.with;
    if (even != null) {
      double y = at.y() + along.side * body.height() / 2;
      guides.add(flat(y, at, even.centre(), body));
    }
    return new Snapped(across.by(), along.by(), level != null, even != null, guides);
  }

  private static Overlay.Span upright(double x, Point one, Point other, Body body) {
    double reach = body.height() / 2 + BEYOND;
    return new Overlay.Span(
        new Point(x, Math.min(one.y(), other.y()) - reach),
        new Point(x, Math.max(one.y(), other.y()) + reach));
  }

  private static Overlay.Span flat(double y, Point one, Point other, Body body) {
    double reach = body.width() / 2 + BEYOND;
    return new Overlay.Span(
        new Point(Math.min(one.x(), other.x()) - reach, y),
        new Point(Math.max(one.x(), other.x()) + reach, y));
  }

  /// The smallest correction offered, middles before edges.
  private static final class Best {
    private double least = REACH;
    private double by;
    private int side;
    private @org.jspecify.annotations.Nullable NodeCard with;

    void offer(double offered, NodeCard other, int itsSide) {
      double size = Math.abs(offered) + Math.abs(itsSide) * 0.5;
      if (size < least) {
        least = size;
        by = offered;
        side = itsSide;
        with = other;
      }
    }

    double by() {
      return with == null ? 0 : by;
    }
  }
}
