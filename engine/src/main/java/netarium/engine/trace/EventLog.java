package netarium.engine.trace;

import java.util.ArrayList;
import java.util.List;

/// Keeps every event in memory, in order; the event with ordinal `n` stands at index `n`.
public final class EventLog implements EventSink {
  private final List<SimEvent> events = new ArrayList<>();

  @Override
  public void accept(SimEvent event) {
    events.add(event);
  }

  public int size() {
    return events.size();
  }

  public SimEvent event(long ordinal) {
    return events.get(Math.toIntExact(ordinal));
  }

  /// A copy: later events do not show in it.
  public List<SimEvent> events() {
    return List.copyOf(events);
  }
}
