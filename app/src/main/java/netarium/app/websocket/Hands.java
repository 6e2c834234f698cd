package netarium.app.websocket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent.WebSocketHeld;

/// What hands hold back at an end of a conversation, by the events in their order.
final class Hands {
  private final Map<End, Map<Integer, HeldFrame>> held = new LinkedHashMap<>();
  private final Set<End> holding = new LinkedHashSet<>();

  private record End(Endpoint local, Endpoint remote) {}

  void clear() {
    held.clear();
    holding.clear();
  }

  void accept(WebSocketHeld event) {
    End end = new End(event.local(), event.remote());
    Map<Integer, HeldFrame> here = held.computeIfAbsent(end, _ -> new LinkedHashMap<>());
    switch (event.change()) {
      case "hold" -> holding.add(end);
      case "flow" -> {
        holding.remove(end);
        here.clear();
      }
      case "held", "edited" -> here.put(event.frame(), of(event, event.change().equals("edited")));
      case "released", "dropped" -> here.remove(event.frame());
      default -> {
        // A frame sent again is seen when it goes.
      }
    }
  }

  private static HeldFrame of(WebSocketHeld event, boolean isEdited) {
    return new HeldFrame(
        event.node(),
        event.local(),
        event.remote(),
        event.frame(),
        event.opcode(),
        event.payload(),
        isEdited,
        event.at().nanos(),
        event.ordinal());
  }

  /// Whether what `local` sends to `remote` is held.
  boolean isHolding(Endpoint local, Endpoint remote) {
    return holding.contains(new End(local, remote));
  }

  /// All that is held between two ends, in either direction.
  List<HeldFrame> between(Endpoint one, Endpoint other) {
    List<HeldFrame> all = new ArrayList<>();
    all.addAll(held.getOrDefault(new End(one, other), Map.of()).values());
    all.addAll(held.getOrDefault(new End(other, one), Map.of()).values());
    return all;
  }
}
