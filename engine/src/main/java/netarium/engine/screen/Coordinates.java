package netarium.engine.screen;

import java.util.Arrays;
import netarium.engine.wire.Digest;

/// Points one after the other, `x, y, x, y …`. Immutable, and equal when the points are.
public final class Coordinates {
  private final double[] values;

  private Coordinates(double[] values) {
    this.values = values;
  }

  /// An even number of values; the array is copied.
  public static Coordinates of(double... values) {
    return new Coordinates(values.clone());
  }

  public int points() {
    return values.length / 2;
  }

  public double x(int point) {
    return values[2 * point];
  }

  public double y(int point) {
    return values[2 * point + 1];
  }

  long digest() {
    long state = Digest.start(values.length);
    for (double value : values) {
      state = Digest.mix(state, Double.doubleToLongBits(value));
    }
    return state;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coordinates c && Arrays.equals(values, c.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
