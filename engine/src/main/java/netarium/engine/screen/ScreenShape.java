package netarium.engine.screen;

import netarium.engine.wire.Digest;

/// One thing drawn. Coordinates are those the program gave; the pen's placement says where that is.
public sealed interface ScreenShape {
  Pen pen();

  /// Equal shapes have equal digests, on every machine.
  long digest();

  /// Around `x`, `y`.
  record Ellipse(Pen pen, double x, double y, double radiusX, double radiusY)
      implements ScreenShape {
    @Override
    public long digest() {
      return digestOf(1, pen, x, y, radiusX, radiusY);
    }
  }

  /// From its upper left corner; corners may be rounded.
  record Rectangle(
      Pen pen, double x, double y, double width, double height, double roundX, double roundY)
      implements ScreenShape {
    @Override
    public long digest() {
      return digestOf(2, pen, x, y, width, height, roundX, roundY);
    }
  }

  /// How the ends of an arc are joined.
  enum Ends {
    /// Through the centre.
    PIE,
    /// Not at all.
    OPEN,
    /// By a straight line.
    CLOSED
  }

  /// A part of a circle, between two angles in radians.
  record Arc(Pen pen, Ends ends, double x, double y, double radius, double from, double to)
      implements ScreenShape {
    @Override
    public long digest() {
      int kind =
          switch (ends) {
            case PIE -> 0;
            case OPEN -> 1;
            case CLOSED -> 2;
          };
      return digestOf(3, pen, kind, x, y, radius, from, to);
    }
  }

  record Polygon(Pen pen, Coordinates corners) implements ScreenShape {
    @Override
    public long digest() {
      return Digest.mix(digestOf(4, pen), corners.digest());
    }
  }

  /// From point to point.
  record Line(Pen pen, Coordinates points) implements ScreenShape {
    @Override
    public long digest() {
      return Digest.mix(digestOf(5, pen), points.digest());
    }
  }

  /// Squares of `size` pixels around each point.
  record Points(Pen pen, double size, Coordinates points) implements ScreenShape {
    @Override
    public long digest() {
      return Digest.mix(digestOf(6, pen, size), points.digest());
    }
  }

  /// Lines of text from their upper left corner, in a font of so many pixels.
  record Text(Pen pen, String text, double size) implements ScreenShape {
    @Override
    public long digest() {
      return Digest.mix(digestOf(7, pen, size), Digest.of(text));
    }
  }

  private static long digestOf(int kind, Pen pen, double... values) {
    long state = Digest.mix(Digest.start(kind), pen.digest());
    for (double value : values) {
      state = Digest.mix(state, Double.doubleToLongBits(value));
    }
    return state;
  }
}
