package netarium.engine.screen;

import netarium.engine.wire.Digest;

/// Where and how large things are drawn: `x' = xx·x + xy·y + dx`, `y' = yx·x + yy·y + dy`.
public record Placement(double xx, double yx, double xy, double yy, double dx, double dy) {
  public static final Placement IDENTITY = new Placement(1, 0, 0, 1, 0, 0);

  double x(double x, double y) {
    return xx * x + xy * y + dx;
  }

  double y(double x, double y) {
    return yx * x + yy * y + dy;
  }

  /// What is drawn afterwards is moved first, and then placed as before; likewise for the others.
  public Placement translate(double x, double y) {
    return new Placement(xx, yx, xy, yy, x(x, y), y(x, y));
  }

  public Placement scale(double x, double y) {
    return new Placement(xx * x, yx * x, xy * y, yy * y, dx, dy);
  }

  /// By an angle in radians, clockwise on a screen whose y grows downwards.
  public Placement rotate(double angle) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return new Placement(
        xx * cos + xy * sin, yx * cos + yy * sin, xy * cos - xx * sin, yy * cos - yx * sin, dx, dy);
  }

  public Placement shear(double x, double y) {
    return new Placement(xx + xy * y, yx + yy * y, xy + xx * x, yy + yx * x, dx, dy);
  }

  /// How many times larger lengths get, on the average of all directions.
  double scale() {
    return Math.sqrt(Math.abs(xx * yy - xy * yx));
  }

  /// Whether it moves things and does nothing else.
  boolean onlyMoves() {
    return xx == 1 && yx == 0 && xy == 0 && yy == 1;
  }

  long digest() {
    long state = Digest.mix(Double.doubleToLongBits(xx), Double.doubleToLongBits(yx));
    state = Digest.mix(state, Double.doubleToLongBits(xy));
    state = Digest.mix(state, Double.doubleToLongBits(yy));
    state = Digest.mix(state, Double.doubleToLongBits(dx));
    return Digest.mix(state, Double.doubleToLongBits(dy));
  }
}
