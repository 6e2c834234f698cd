package netarium.engine.benchmarks;

import java.util.Arrays;
import netarium.engine.sim.Event;
import org.jspecify.annotations.Nullable;

/// The simplest event queue that is any good: a 4-ary heap on parallel arrays, ordered by instant
/// and then by order of scheduling. The yardstick for the engine's ladder.
final class PlainHeap implements HoldModel.Schedule {
  private long[] times = new long[1024];
  private long[] ordinals = new long[1024];
  private @Nullable Event[] events = new @Nullable Event[1024];
  private int size;
  private long scheduled;
  private long now;

  @Override
  public long now() {
    return now;
  }

  @Override
  public void at(long nanos, Event event) {
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      ordinals = Arrays.copyOf(ordinals, size * 2);
      events = Arrays.copyOf(events, size * 2);
    }
    int hole = size++;
    long ordinal = scheduled++;
    while (hole > 0) {
      int parent = (hole - 1) >> 2;
      if (!isBefore(nanos, ordinal, parent)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    put(hole, nanos, ordinal, event);
  }

  /// Fires the first event. Only while there is one.
  void step() {
    Event first = events[0];
    now = times[0];
    removeFirst();
    if (first != null) {
      first.fire();
    }
  }

  private void removeFirst() {
    int last = --size;
    long time = times[last];
    long ordinal = ordinals[last];
    Event event = events[last];
    events[last] = null;
    int hole = 0;
    while (true) {
      int child = (hole << 2) + 1;
      if (child >= last) {
        break;
      }
      int least = child;
      int end = Math.min(child + 4, last);
      for (int i = child + 1; i < end; i++) {
        if (isBefore(times[i], ordinals[i], least)) {
          least = i;
        }
      }
      if (isBefore(time, ordinal, least)) {
        break;
      }
      move(least, hole);
      hole = least;
    }
    put(hole, time, ordinal, event);
  }

  private boolean isBefore(long time, long ordinal, int other) {
    return time < times[other] || (time == times[other] && ordinal < ordinals[other]);
  }

  private void move(int from, int to) {
    times[to] = times[from];
    ordinals[to] = ordinals[from];
    events[to] = events[from];
  }

  private void put(int at, long time, long ordinal, @Nullable Event event) {
    times[at] = time;
    ordinals[at] = ordinal;
    events[at] = event;
  }
}
