package netarium.app.canvas.paint;

import java.util.List;
import netarium.app.canvas.scene.Point;
import org.jspecify.annotations.Nullable;

/// What a gesture shows while it lasts, in canvas units: a marquee between two corners, a cable
/// that is being pulled from a port to the pointer, the free ports of the node pointed at, a node
/// that is about to be put down, and the lines along which a dragged node is level with others.
public record Overlay(
    @Nullable Span marquee,
    @Nullable Span cable,
    @Nullable Point dropPlace,
    List<Point> handles,
    List<Span> guides,
    boolean showsLegend) {
  public static final Overlay NONE = new Overlay(null, null, null, List.of(), List.of(), true);

  public Overlay {
    handles = List.copyOf(handles);
    guides = List.copyOf(guides);
  }

  public Overlay marking(@Nullable Span area) {
    return new Overlay(area, cable, dropPlace, handles, guides, showsLegend);
  }

  public Overlay pulling(@Nullable Span newCable) {
    return new Overlay(marquee, newCable, dropPlace, handles, guides, showsLegend);
  }

  public Overlay placing(@Nullable Point place) {
    return new Overlay(marquee, cable, place, handles, guides, showsLegend);
  }

  public Overlay offering(List<Point> ports) {
    return new Overlay(marquee, cable, dropPlace, ports, guides, showsLegend);
  }

  public Overlay guiding(List<Span> lines) {
    return new Overlay(marquee, cable, dropPlace, handles, lines, showsLegend);
  }

  public Overlay withLegend(boolean shown) {
    return new Overlay(marquee, cable, dropPlace, handles, guides, shown);
  }

  /// From one point to another.
  public record Span(Point from, Point to) {}
}
