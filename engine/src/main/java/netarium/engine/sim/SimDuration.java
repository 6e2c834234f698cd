package netarium.engine.sim;

/// A length of simulated time in nanoseconds.
public record SimDuration(long nanos) implements Comparable<SimDuration> {
  public static final SimDuration ZERO = new SimDuration(0);

  public static SimDuration ofNanos(long nanos) {
    return new SimDuration(nanos);
  }

  public static SimDuration ofMicros(long micros) {
    return new SimDuration(Math.multiplyExact(micros, 1_000L));
  }

  public static SimDuration ofMillis(long millis) {
    return new SimDuration(Math.multiplyExact(millis, 1_000_000L));
  }

  public static SimDuration ofSeconds(long seconds) {
    return new SimDuration(Math.multiplyExact(seconds, 1_000_000_000L));
  }

  public SimDuration plus(SimDuration other) {
    return new SimDuration(Math.addExact(nanos, other.nanos));
  }

  public SimDuration times(long factor) {
    return new SimDuration(Math.multiplyExact(nanos, factor));
  }

  public SimDuration min(SimDuration other) {
    return nanos <= other.nanos ? this : other;
  }

  public SimDuration max(SimDuration other) {
    return nanos >= other.nanos ? this : other;
  }

  @Override
  public int compareTo(SimDuration other) {
    return Long.compare(nanos, other.nanos);
  }

  @Override
  public String toString() {
    return nanos + " ns";
  }
}
