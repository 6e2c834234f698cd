package netarium.engine.screen;

import java.util.ArrayList;
import java.util.List;

/// Lines with a width as areas: a box for each stretch and a piece for each bend. All of them run
/// the same way round, so that together they are one area.
final class Strokes {
  /// A bend sharper than this is cut off: the length of its point in widths.
  private static final double MITER_LIMIT = 4;

  private final List<double[]> pieces = new ArrayList<>();
  private final double half;

  private Strokes(double width) {
    this.half = width / 2;
  }

  /// A line from the first point to the last.
  static List<double[]> open(double[] points, double width) {
    return of(points, width, false);
  }

  /// A line that comes back to its first point.
  static List<double[]> closed(double[] points, double width) {
    return of(points, width, true);
  }

  private static List<double[]> of(double[] points, double width, boolean isClosed) {
    Strokes strokes = new Strokes(width);
    double[] path = withoutRepeats(points, isClosed);
    int count = path.length / 2;
    int stretches = isClosed && count > 2 ? count : count - 1;
    for (int i = 0; i < stretches; i++) {
      strokes.stretch(path, i, (i + 1) % count);
      boolean hasNext = i + 1 < stretches || (isClosed && count > 2);
      if (hasNext) {
        strokes.bend(path, i, (i + 1) % count, (i + 2) % count);
      }
    }
    return strokes.pieces;
  }

  private static double[] withoutRepeats(double[] points, boolean isClosed) {
    double[] kept = new double[points.length];
    int count = 0;
    for (int i = 0; i < points.length; i += 2) {
      boolean repeats =
          count > 0 && kept[count - 2] == points[i] && kept[count - 1] == points[i + 1];
      if (!repeats) {
        kept[count++] = points[i];
        kept[count++] = points[i + 1];
      }
    }
    if (isClosed && count > 2 && kept[0] == kept[count - 2] && kept[1] == kept[count - 1]) {
      count -= 2;
    }
    return java.util.Arrays.copyOf(kept, count);
  }

  private void stretch(double[] path, int from, int to) {
    double x0 = path[2 * from];
    double y0 = path[2 * from + 1];
    double x1 = path[2 * to];
    double y1 = path[2 * to + 1];
    double length = length(x1 - x0, y1 - y0);
    double nx = -(y1 - y0) / length * half;
    double ny = (x1 - x0) / length * half;
    add(x0 + nx, y0 + ny, x1 + nx, y1 + ny, x1 - nx, y1 - ny, x0 - nx, y0 - ny);
  }

  /// Fills the gap on the outer side of a bend at `b`.
  private void bend(double[] path, int a, int b, int c) {
    double x = path[2 * b];
    double y = path[2 * b + 1];
    double inX = x - path[2 * a];
    double inY = y - path[2 * a + 1];
    double outX = path[2 * c] - x;
    double outY = path[2 * c + 1] - y;
    double inLength = length(inX, inY);
    double outLength = length(outX, outY);
    double side = inX * outY - inY * outX > 0 ? -half : half;
    double px = -inY / inLength * side;
    double py = inX / inLength * side;
    double qx = -outY / outLength * side;
    double qy = outX / outLength * side;
    double sumX = px + qx;
    double sumY = py + qy;
    double square = sumX * sumX + sumY * sumY;
    double miter = square == 0 ? Double.POSITIVE_INFINITY : 2 * half * half / square;
    if (miter * Math.sqrt(square) <= MITER_LIMIT * half) {
      add(x, y, x + px, y + py, x + sumX * miter, y + sumY * miter, x + qx, y + qy);
    } else {
      add(x, y, x + px, y + py, x + qx, y + qy);
    }
  }

  private static double length(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  private void add(double... corners) {
    pieces.add(clockwise(corners));
  }

  /// The same corners, turned round if they run the other way.
  static double[] clockwise(double[] corners) {
    double area = 0;
    for (int i = 0; i < corners.length; i += 2) {
      int next = (i + 2) % corners.length;
      area += corners[i] * corners[next + 1] - corners[next] * corners[i + 1];
    }
    if (area >= 0) {
      return corners;
    }
    double[] turned = new double[corners.length];
    for (int i = 0; i < corners.length; i += 2) {
      turned[i] = corners[corners.length - 2 - i];
      turned[i + 1] = corners[corners.length - 1 - i];
    }
    return turned;
  }
}
