package netarium.engine.vm.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Events of one conversation, or of one server, that nobody has polled yet.
final class EventQueue {
  private static final int ENOUGH_OCTETS = 256 * 1024;
  private static final int ENOUGH_EVENTS = 4096;

  private final Deque<NetworkEvent> events = new ArrayDeque<>();
  private long octets;

  void add(NetworkEvent event) {
    events.add(event);
    octets += event.octets();
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  /// Whether more may be read from the network.
  boolean hasRoom() {
    return octets < ENOUGH_OCTETS && events.size() < ENOUGH_EVENTS;
  }

  void drainTo(List<NetworkEvent> all) {
    all.addAll(events);
    events.clear();
    octets = 0;
  }
}
