package netarium.app.canvas.paint;

import netarium.app.canvas.scene.Point;
import org.jspecify.annotations.Nullable;

/// What a gesture shows while it lasts, in canvas units: a marquee between two corners, a cable
/// that is being pulled from a port to the pointer, a node that is about to be put down.
public record Overlay(
    @Nullable Span marquee, @Nullable Span cable, @Nullable Point dropPlace, boolean showsLegend) {
  public static final Overlay NONE = new Overlay(null, null, null, true);

  /// From one point to another.
  public record Span(Point from, Point to) {}
}
