package netarium.app.session;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.trace.SimEvent;

/// Events on their way from the engine's thread to the readers'. The engine waits when it is too
/// far ahead, so that neither memory nor the way back grows.
final class Handover {
  private static final int MAX_WAITING = 40_000;

  private List<SimEvent> waiting = new ArrayList<>();
  private List<SimEvent> open = new ArrayList<>();
  private int taken;
  private long handedOver;

  /// Engine's thread, between two slices: these events may be read from now on.
  synchronized void publish(List<SimEvent> events) {
    waiting.addAll(events);
  }

  /// Whether the readers have fallen so far behind that the engine should wait for them.
  synchronized boolean isFull() {
    return waiting.size() + open.size() - taken >= MAX_WAITING;
  }

  /// Readers' thread: the next events, at most so many.
  synchronized List<SimEvent> take(int most) {
    if (taken == open.size()) {
      List<SimEvent> empty = open;
      empty.clear();
      open = waiting;
      waiting = empty;
      taken = 0;
    }
    int count = Math.min(most, open.size() - taken);
    List<SimEvent> batch = List.copyOf(open.subList(taken, taken + count));
    taken += count;
    handedOver += count;
    return batch;
  }

  /// How many events have been taken.
  synchronized long handedOver() {
    return handedOver;
  }
}
