package netarium.engine.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The WebSocket conversations of a machine, the oldest first: where a hand from outside finds the
/// one it means.
public final class WebSockets {
  private final List<WebSocket> open = new ArrayList<>();

  public void add(WebSocket socket) {
    open.add(socket);
  }

  public void remove(WebSocket socket) {
    open.remove(socket);
  }

  public List<WebSocket> all() {
    return List.copyOf(open);
  }

  /// By its two ends, this machine's first: `10.0.0.1:49152-10.0.0.2:8000`.
  public Optional<WebSocket> find(String connection) {
    return open.stream()
        .filter(each -> (each.local() + "-" + each.remote()).equals(connection))
        .findFirst();
  }
}
