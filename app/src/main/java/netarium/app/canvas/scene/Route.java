package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.List;

/// Where things lie at a zoom: node bodies, ports, ways. Painters and hit tests ask the same, so
/// what is seen is what is hit.
public record Route(CanvasScene scene, double zoom) {
  /// How far beside the line frames travel, on the right in their direction, in screen pixels.
  public static final double KEEP_RIGHT = 12;

  public static final double KEEP_RIGHT_DENSE = 6.5;
  private static final double LOOP_RADIUS = 26;

  /// How far above the card's edge the loop's middle lies, in radii.
  private static final double LOOP_OUT = 0.45;

  public Detail detail() {
    return Detail.at(zoom, scene.isCompact());
  }

  public Body body(NodeCard node) {
    return Body.of(node.kind(), zoom, scene.isCompact());
  }

  public Point port(LinkEndMark end) {
    NodeCard node = scene.nodes().get(end.node());
    PortMark port = node.ports().get(end.port());
    return body(node).port(node.centre(), port.side(), port.along());
  }

  /// The line of a link from its end a to its end b.
  public List<Point> line(LinkLine line) {
    if (line.bends().isEmpty()) {
      return List.of(port(line.a()), port(line.b()));
    }
    List<Point> points = new ArrayList<>(line.bends().size() + 2);
    points.add(port(line.a()));
    points.addAll(line.bends());
    points.add(port(line.b()));
    return points;
  }

  /// The way of frames over a link.
  public Path path(Track.OnLink track) {
    List<Point> points = line(scene.links().get(track.link()));
    return new Path(track.fromA() ? points : points.reversed(), keepRight());
  }

  /// How far beside the line, in canvas units.
  public double keepRight() {
    return (detail() == Detail.CARD ? KEEP_RIGHT : KEEP_RIGHT_DENSE) / zoom;
  }

  /// The middle of the loop on which a machine's frames to itself travel: a circle that looks out
  /// of its card at the top.
  public Point loopCentre(int node) {
    NodeCard card = scene.nodes().get(node);
    Body body = body(card);
    double right = Math.max(0, body.width() / 2 - 1.8 * loopRadius());
    return card.centre().plus(right, -body.height() / 2 - LOOP_OUT * loopRadius());
  }

  public double loopRadius() {
    return detail() == Detail.CARD ? LOOP_RADIUS : LOOP_RADIUS * 0.5 / zoom;
  }

  /// Where a frame is that has this share of its way behind it.
  public Point place(Track track, double along) {
    return switch (track) {
      case Track.OnLink link -> path(link).at(along);
      case Track.Loop(int node) -> {
        double hidden = Math.acos(LOOP_OUT);
        double angle = -hidden - along * 2 * (Math.PI - hidden);
        yield loopCentre(node).plus(loopRadius() * Math.sin(angle), loopRadius() * Math.cos(angle));
      }
      case Track.AtNode(int node) -> {
        NodeCard card = scene.nodes().get(node);
        yield card.centre().plus(body(card).width() / 2, -body(card).height() / 2);
      }
    };
  }

  /// The direction of travel there, as a vector of length 1.
  public Point heading(Track track, double along) {
    if (track instanceof Track.OnLink link) {
      return path(link).heading(along);
    }
    Point before = place(track, Math.max(0, along - 0.01));
    Point after = place(track, Math.min(1, along + 0.01));
    double length = Math.max(before.distance(after), 1e-9);
    return new Point((after.x() - before.x()) / length, (after.y() - before.y()) / length);
  }
}
