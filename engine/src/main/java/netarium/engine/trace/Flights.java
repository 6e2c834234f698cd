package netarium.engine.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import netarium.engine.sim.SimTime;
import org.jspecify.annotations.Nullable;

/// What a reader keeps about frames that are under way, by the ordinal of the event that what
/// happens to them names as its cause.
///
/// An entry is forgotten some time after the instant up to which it may be asked for, so that the
/// table holds about as many as the network does.
final class Flights<T> {
  private static final int LEAST_SWEEP = 1024;

  private final ToLongFunction<T> untilNanos;
  private final Map<Long, T> entries = new LinkedHashMap<>();
  private int sweepAt = LEAST_SWEEP;

  Flights(ToLongFunction<T> untilNanos) {
    this.untilNanos = untilNanos;
  }

  void put(long ordinal, T entry, SimTime now) {
    if (entries.size() >= sweepAt) {
      entries.values().removeIf(old -> untilNanos.applyAsLong(old) < now.nanos());
      sweepAt = Math.max(LEAST_SWEEP, 2 * entries.size());
    }
    entries.put(ordinal, entry);
  }

  /// The entry that the event with this ordinal made, if it may still be asked for.
  @Nullable T find(long ordinal, SimTime now) {
    T entry = entries.get(ordinal);
    return entry == null || untilNanos.applyAsLong(entry) < now.nanos() ? null : entry;
  }

  int size() {
    return entries.size();
  }
}
