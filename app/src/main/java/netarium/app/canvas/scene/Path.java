package netarium.app.canvas.scene;

import java.util.List;

/// The way of a frame from port to port: a line that may turn.
public final class Path {
  private final List<Point> points;
  private final double[] reached;

  /// How far beside the line frames travel, to the right in their direction.
  private final double beside;

  Path(List<Point> points, double beside) {
    this.points = points;
    this.beside = beside;
    reached = new double[points.size()];
    for (int i = 1; i < reached.length; i++) {
      reached[i] = reached[i - 1] + Math.max(1e-9, points.get(i - 1).distance(points.get(i)));
    }
  }

  public double length() {
    return reached[reached.length - 1];
  }

  /// The place of a frame that has this share of its way behind it: beside the line, and at the
  /// ports on it, so that it comes out of the port and not out of the card.
  public Point at(double along) {
    double toEnd = Math.min(along, 1 - along) * length();
    return beside(along, Math.copySign(Math.min(Math.abs(beside), toEnd / 2), beside));
  }

  /// The place on the line itself.
  public Point on(double along) {
    return beside(along, 0);
  }

  private Point beside(double along, double away) {
    int leg = leg(along);
    Point from = points.get(leg);
    Point to = points.get(leg + 1);
    double length = reached[leg + 1] - reached[leg];
    double share = (along * length() - reached[leg]) / length;
    Point on = from.towards(to, share);
    return away == 0
        ? on
        : on.plus(-(to.y() - from.y()) / length * away, (to.x() - from.x()) / length * away);
  }

  /// The direction of travel there, as a vector of length 1.
  public Point heading(double along) {
    int leg = leg(along);
    Point from = points.get(leg);
    Point to = points.get(leg + 1);
    double length = reached[leg + 1] - reached[leg];
    return new Point((to.x() - from.x()) / length, (to.y() - from.y()) / length);
  }

  private int leg(double along) {
    double way = along * length();
    int leg = 0;
    while (leg < reached.length - 2 && reached[leg + 1] < way) {
      leg++;
    }
    return leg;
  }

  /// How far a place is from the line.
  double distance(Point place) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < points.size(); i++) {
      least = Math.min(least, distance(place, points.get(i - 1), points.get(i)));
    }
    return least;
  }

  static double distance(Point place, Point a, Point b) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double square = Math.max(dx * dx + dy * dy, 1e-9);
    double along = ((place.x() - a.x()) * dx + (place.y() - a.y()) * dy) / square;
    return place.distance(a.towards(b, Math.clamp(along, 0, 1)));
  }
}
