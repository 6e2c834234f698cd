package netarium.topologies.unit;

import java.util.List;

/// A length of simulated time in whole nanoseconds, never negative: `100ns`, `5ms`, `1.5s`, `2min`.
/// At most ten years, so that sums of several stay far from overflow.
public record TimeSpan(long nanos) implements Comparable<TimeSpan> {
  public static final TimeSpan ZERO = new TimeSpan(0);
  private static final Scale SCALE =
      new Scale(
          "a duration",
          "\"5ms\"",
          List.of(
              Scale.Step.of("ns", 1),
              Scale.Step.of("us", 1_000, "µs", "μs"),
              Scale.Step.of("ms", 1_000_000),
              Scale.Step.of("s", 1_000_000_000),
              Scale.Step.of("min", 60_000_000_000L),
              Scale.Step.of("h", 3_600_000_000_000L),
              Scale.Step.of("d", 86_400_000_000_000L)),
          3_650 * 86_400_000_000_000L);

  public TimeSpan {
    if (nanos < 0) {
      throw new IllegalArgumentException("a time span is never negative: " + nanos);
    }
  }

  public static TimeSpan ofNanos(long nanos) {
    return new TimeSpan(nanos);
  }

  public static TimeSpan ofMillis(long millis) {
    return new TimeSpan(Math.multiplyExact(millis, 1_000_000L));
  }

  public static Parsed<TimeSpan> parse(String text) {
    return SCALE.parse(text).map(TimeSpan::new);
  }

  @Override
  public int compareTo(TimeSpan other) {
    return Long.compare(nanos, other.nanos);
  }

  @Override
  public String toString() {
    return nanos == 0 ? "0s" : SCALE.format(nanos);
  }
}
