package netarium.app.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.app.session.EventReader;
import netarium.app.session.Listeners;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.PoolChanged;
import netarium.topologies.Topology;

/// What has happened to the pools of a run; it answers how they stand at an instant. Going on in
/// time costs what has happened since; going back begins anew.
public final class PoolLog implements EventReader {
  private final Listeners listeners = new Listeners();
  private final List<PoolChanged> events = new ArrayList<>();
  private final Map<Key, PoolState> states = new LinkedHashMap<>();
  private int applied;
  private long appliedTo = Long.MIN_VALUE;
  private List<String> names = List.of();

  private record Key(int node, int process, int port) {}

  /// Calls `listener` after every batch of events; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  @Override
  public void begin(Topology topology) {
    events.clear();
    restart();
    names = topology.nodes().stream().map(each -> each.displayName()).toList();
  }

  @Override
  public void accept(SimEvent event) {
    if (event instanceof PoolChanged change) {
      events.add(change);
    }
  }

  @Override
  public void caughtUp() {
    listeners.tell();
  }

  private void restart() {
    states.clear();
    applied = 0;
    appliedTo = Long.MIN_VALUE;
  }

  String name(int node) {
    return node >= 0 && node < names.size() ? names.get(node) : "";
  }

  /// How many pools there are by now.
  public int count() {
    return (int) events.stream().filter(each -> each.change().equals("open")).count();
  }

  /// How many of them there are, without looking at all events.
  boolean isEmpty() {
    return events.isEmpty();
  }

  /// All pools at an instant, those first that began first.
  List<PoolState> at(long instant) {
    if (instant < appliedTo) {
      restart();
    }
    while (applied < events.size() && events.get(applied).at().nanos() <= instant) {
      PoolChanged event = events.get(applied++);
      states
          .computeIfAbsent(
              new Key(event.node(), event.process(), event.port()),
              key -> new PoolState(key.node(), key.process(), key.port()))
          .accept(event);
    }
    appliedTo = instant;
    return new ArrayList<>(states.values());
  }
}
