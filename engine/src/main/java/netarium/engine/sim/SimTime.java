package netarium.engine.sim;

import java.util.Locale;

/// An instant of simulated time: nanoseconds since the simulation began.
public record SimTime(long nanos) implements Comparable<SimTime> {
  public static final SimTime ZERO = new SimTime(0);

  public SimTime {
    Invariant.check(nanos >= 0, "simulated time is never negative");
  }

  public SimTime plus(SimDuration duration) {
    return new SimTime(Math.addExact(nanos, duration.nanos()));
  }

  public SimDuration since(SimTime earlier) {
    return new SimDuration(nanos - earlier.nanos);
  }

  public boolean isAfter(SimTime other) {
    return nanos > other.nanos;
  }

  public boolean isBefore(SimTime other) {
    return nanos < other.nanos;
  }

  @Override
  public int compareTo(SimTime other) {
    return Long.compare(nanos, other.nanos);
  }

  /// Seconds with nine decimals, as the summary line and the trace print them.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d.%09d", nanos / 1_000_000_000, nanos % 1_000_000_000);
  }
}
