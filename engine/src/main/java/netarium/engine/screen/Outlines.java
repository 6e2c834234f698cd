package netarium.engine.screen;

import java.util.ArrayList;
import java.util.List;

/// The closed outlines of shapes in pixels of the screen: of the area they fill, or of their line.
final class Outlines {
  private static final int FEWEST_CORNERS = 12;
  private static final int MOST_CORNERS = 256;
  private static final double QUARTER = Math.PI / 2;

  private Outlines() {}

  static List<double[]> of(ScreenShape shape) {
    Pen pen = shape.pen();
    return switch (shape) {
      case ScreenShape.Ellipse s -> closed(pen, ellipse(s));
      case ScreenShape.Rectangle s -> closed(pen, rectangle(s));
      case ScreenShape.Arc s -> arc(s);
      case ScreenShape.Polygon s -> closed(pen, placed(pen, s.corners()));
      case ScreenShape.Line s -> Strokes.open(placed(pen, s.points()), width(pen));
      case ScreenShape.Points s -> points(s);
      case ScreenShape.Text s -> text(s);
    };
  }

  private static List<double[]> closed(Pen pen, double[] corners) {
    return pen.fills() ? List.of(corners) : Strokes.closed(corners, width(pen));
  }

  private static double width(Pen pen) {
    return pen.lineWidth() * pen.placement().scale();
  }

  private static double[] placed(Pen pen, Coordinates points) {
    Path path = new Path(pen.placement(), points.points());
    for (int i = 0; i < points.points(); i++) {
      path.add(points.x(i), points.y(i));
    }
    return path.corners();
  }

  private static double[] ellipse(ScreenShape.Ellipse s) {
    int corners = corners(s.pen(), Math.max(Math.abs(s.radiusX()), Math.abs(s.radiusY())));
    Path path = new Path(s.pen().placement(), corners);
    for (int i = 0; i < corners; i++) {
      double angle = 4 * QUARTER * i / corners;
      path.add(
          s.x() + s.radiusX() * StrictMath.cos(angle), s.y() + s.radiusY() * StrictMath.sin(angle));
    }
    return path.corners();
  }

  private static double[] rectangle(ScreenShape.Rectangle s) {
    double right = s.x() + s.width();
    double bottom = s.y() + s.height();
    double rx = Math.min(Math.abs(s.roundX()), Math.abs(s.width()) / 2);
    double ry = Math.min(Math.abs(s.roundY()), Math.abs(s.height()) / 2);
    if (rx == 0 || ry == 0) {
      Path path = new Path(s.pen().placement(), 4);
      path.add(s.x(), s.y());
      path.add(right, s.y());
      path.add(right, bottom);
      path.add(s.x(), bottom);
      return path.corners();
    }
    int steps = corners(s.pen(), Math.max(rx, ry)) / 4;
    Path path = new Path(s.pen().placement(), 4 * (steps + 1));
    double[] centres = {
      right - rx,
      bottom - ry,
      s.x() + rx,
      bottom - ry,
      s.x() + rx,
      s.y() + ry,
      right - rx,
      s.y() + ry
    };
    for (int corner = 0; corner < 4; corner++) {
      for (int i = 0; i <= steps; i++) {
        double angle = QUARTER * (corner + (double) i / steps);
        path.add(
            centres[2 * corner] + rx * StrictMath.cos(angle),
            centres[2 * corner + 1] + ry * StrictMath.sin(angle));
      }
    }
    return path.corners();
  }

  private static List<double[]> arc(ScreenShape.Arc s) {
    double turn = Math.max(-4 * QUARTER, Math.min(4 * QUARTER, s.to() - s.from()));
    int steps = corners(s.pen(), Math.abs(s.radius()));
    Path path = new Path(s.pen().placement(), steps + 2);
    if (s.ends() == ScreenShape.Ends.PIE) {
      path.add(s.x(), s.y());
    }
    for (int i = 0; i <= steps; i++) {
      double angle = s.from() + turn * i / steps;
      path.add(
          s.x() + s.radius() * StrictMath.cos(angle), s.y() + s.radius() * StrictMath.sin(angle));
    }
    boolean isOpenLine = s.ends() == ScreenShape.Ends.OPEN && !s.pen().fills();
    return isOpenLine
        ? Strokes.open(path.corners(), width(s.pen()))
        : closed(s.pen(), path.corners());
  }

  private static List<double[]> points(ScreenShape.Points s) {
    List<double[]> squares = new ArrayList<>();
    double half = s.size() / 2;
    double[] centres = placed(s.pen(), s.points());
    for (int i = 0; i < centres.length; i += 2) {
      squares.add(
          box(centres[i] - half, centres[i + 1] - half, centres[i] + half, centres[i + 1] + half));
    }
    return squares;
  }

  private static List<double[]> text(ScreenShape.Text s) {
    List<double[]> runs = new ArrayList<>();
    double unit = PixelFont.unit(s.size());
    Placement placement = s.pen().placement();
    // Upright text stands on whole pixels, or it would be blurred.
    Placement at =
        placement.onlyMoves()
            ? Placement.IDENTITY.translate(
                Math.floor(placement.dx() + 0.5), Math.floor(placement.dy() + 0.5))
            : placement;
    PixelFont.bundled()
        .runs(
            s.text(),
            (x, y, length) -> {
              Path path = new Path(at, 4);
              path.add(x * unit, y * unit);
              path.add((x + length) * unit, y * unit);
              path.add((x + length) * unit, (y + 1) * unit);
              path.add(x * unit, (y + 1) * unit);
              runs.add(Strokes.clockwise(path.corners()));
            });
    return runs;
  }

  static double[] box(double left, double top, double right, double bottom) {
    return new double[] {left, top, right, top, right, bottom, left, bottom};
  }

  /// So many that the eye sees a circle.
  private static int corners(Pen pen, double radius) {
    double pixels = radius * pen.placement().scale();
    double wanted = Math.ceil(8 * Math.sqrt(Math.min(pixels, 1e6)));
    int corners = (int) Math.max(FEWEST_CORNERS, Math.min(MOST_CORNERS, wanted));
    return (corners + 3) / 4 * 4;
  }

  /// Points as they are placed.
  private static final class Path {
    private final Placement placement;
    private final double[] corners;
    private int count;

    Path(Placement placement, int points) {
      this.placement = placement;
      this.corners = new double[points * 2];
    }

    void add(double x, double y) {
      corners[count++] = placement.x(x, y);
      corners[count++] = placement.y(x, y);
    }

    double[] corners() {
      return count == corners.length ? corners : java.util.Arrays.copyOf(corners, count);
    }
  }
}
