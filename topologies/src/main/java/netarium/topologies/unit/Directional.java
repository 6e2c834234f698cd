package netarium.topologies.unit;

import java.util.function.Function;

/// A value for each direction of a link: from end a to end b, and back.
public record Directional<T>(T ab, T ba) {
  public static <T> Directional<T> both(T value) {
    return new Directional<>(value, value);
  }

  public boolean isSame() {
    return ab.equals(ba);
  }

  public <R> Directional<R> map(Function<T, R> change) {
    return new Directional<>(change.apply(ab), change.apply(ba));
  }

  @Override
  public String toString() {
    return isSame() ? ab.toString() : ab + " / " + ba;
  }
}
