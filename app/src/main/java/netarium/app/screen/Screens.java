package netarium.app.screen;

import java.util.ArrayList;
import java.util.List;
import netarium.app.session.EventReader;
import netarium.app.session.Listeners;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;
import netarium.topologies.node.Node;
import netarium.topologies.node.Vm;
import org.jspecify.annotations.Nullable;

/// The screens of all machines of a run.
public final class Screens implements EventReader {
  private final Listeners listeners = new Listeners();
  private final List<@Nullable MachineScreen> byNode = new ArrayList<>();
  private long begun;

  /// Calls `listener` after every batch of events; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  @Override
  public void begin(Topology topology) {
    byNode.clear();
    for (Node node : topology.nodes()) {
      String name = node.common().name();
      byNode.add(
          node instanceof Vm
              ? new MachineScreen(node.id(), name == null ? node.id() : name)
              : null);
    }
    begun++;
  }

  /// How many runs there have been: a new one has new screens.
  long begun() {
    return begun;
  }

  @Override
  public void accept(SimEvent event) {
    MachineScreen screen =
        event.node() >= 0 && event.node() < byNode.size() ? byNode.get(event.node()) : null;
    if (screen == null) {
      return;
    }
    switch (event) {
      case SimEvent.ScreenDrawn drawn -> screen.drawn(drawn);
      case SimEvent.ProcessEnded ended -> screen.ended(ended);
      default -> {}
    }
  }

  @Override
  public void caughtUp() {
    listeners.tell();
  }

  /// The machines on whose screens anything was drawn, in the order of the topology.
  public List<MachineScreen> all() {
    List<MachineScreen> drawn = new ArrayList<>();
    for (MachineScreen each : byNode) {
      if (each != null && !each.isEmpty()) {
        drawn.add(each);
      }
    }
    return drawn;
  }

  @Nullable MachineScreen of(String id) {
    for (MachineScreen each : byNode) {
      if (each != null && each.id().equals(id)) {
        return each;
      }
    }
    return null;
  }
}
