package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent.TcpStateChanged;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// The TCP connections of a run, seen from the machines that opened them.
final class Connections {
  private static final int MOST_DRAWN = 40;

  private final List<Opened> opened = new ArrayList<>();
  private final Map<Key, Opened> byKey = new LinkedHashMap<>();

  private record Key(int node, long connection) {}

  private record Opened(int node, Endpoint local, Endpoint remote, History<String> states) {}

  void changed(TcpStateChanged event) {
    Key key = new Key(event.node(), event.connection());
    Opened known = byKey.get(key);
    if (known == null && event.to().equals("SYN-SENT")) {
      known = new Opened(event.node(), event.local(), event.remote(), new History<>());
      opened.add(known);
      byKey.put(key, known);
    }
    if (known != null) {
      known.states.put(event.at().nanos(), event.to());
      if (event.to().equals("CLOSED")) {
        byKey.remove(key);
      }
    }
  }

  /// Those that were open, between the nodes with these addresses; the earliest ones only when
  /// there are many.
  List<ConnectionArc> at(long instant, Map<Ipv4Address, Integer> owners, List<Integer> drawnNodes) {
    List<ConnectionArc> arcs = new ArrayList<>();
    for (Opened each : opened) {
      String state = each.states.at(instant);
      Integer to = owners.get(each.remote.address());
      int from = drawnNodes.get(each.node);
      if (isDrawn(state) && to != null && from >= 0 && to != from && arcs.size() < MOST_DRAWN) {
        String label = "TCP " + each.local.port() + " → " + each.remote.port() + " " + state;
        arcs.add(new ConnectionArc(from, to, label, "ESTABLISHED".equals(state)));
      }
    }
    return arcs;
  }

  private static boolean isDrawn(@Nullable String state) {
    return state != null && !state.equals("CLOSED") && !state.equals("TIME-WAIT");
  }
}
