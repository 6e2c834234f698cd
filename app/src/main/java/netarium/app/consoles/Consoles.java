package netarium.app.consoles;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import netarium.app.session.EventReader;
import netarium.app.session.Listeners;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;
import netarium.topologies.node.Node;
import netarium.topologies.node.Vm;
import netarium.topologies.stimulus.Stimulus;
import org.jspecify.annotations.Nullable;

/// The consoles of all machines of a run.
public final class Consoles implements EventReader {
  private final Listeners listeners = new Listeners();
  private final List<Console> consoles = new ArrayList<>();
  private final List<@Nullable Console> byNode = new ArrayList<>();
  private final Deque<Stimulus.Type> typed = new ArrayDeque<>();
  private final List<Stimulus.Type> scheduled = new ArrayList<>();
  private long begun;

  /// Calls `listener` after every batch of events; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  @Override
  public void begin(Topology topology) {
    consoles.clear();
    byNode.clear();
    typed.clear();
    scheduled.clear();
    for (Node node : topology.nodes()) {
      Console console = null;
      if (node instanceof Vm vm) {
        String name = vm.common().name();
        console = new Console(byNode.size(), vm.id(), name == null ? vm.id() : name);
        consoles.add(console);
      }
      byNode.add(console);
    }
    for (Stimulus each : topology.stimuli()) {
      if (each instanceof Stimulus.Type type) {
        scheduled.add(type);
      }
    }
    begun++;
  }

  /// How many runs there have been: a new one has new consoles.
  long begun() {
    return begun;
  }

  /// One for each machine, in the order of the topology.
  public List<Console> all() {
    return Collections.unmodifiableList(consoles);
  }

  @Nullable Console of(int node) {
    return node >= 0 && node < byNode.size() ? byNode.get(node) : null;
  }

  @Nullable Console of(String id) {
    return consoles.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  @Override
  public void accept(SimEvent event) {
    if (event instanceof SimEvent.StimulusApplied applied) {
      stimulus(applied);
      return;
    }
    Console console = of(event.node());
    if (console == null) {
      return;
    }
    switch (event) {
      case SimEvent.ConsoleWritten each -> console.wrote(each);
      case SimEvent.ErrorRaised each -> console.failed(each);
      case SimEvent.Notice each -> console.noticed(each);
      case SimEvent.ProcessEnded each -> console.ended(each.process());
      default -> {}
    }
  }

  @Override
  public void caughtUp() {
    listeners.tell();
  }

  /// Somebody types by hand; the event of it will say only where.
  void typing(Stimulus.Type type) {
    typed.add(type);
  }

  private void stimulus(SimEvent.StimulusApplied event) {
    if (!event.action().startsWith("type ")) {
      return;
    }
    Stimulus.Type type = scheduledAt(event);
    if (type == null && !typed.isEmpty()) {
      type = typed.remove();
    }
    Console console = type == null ? null : of(type.node());
    if (type != null && console != null) {
      console.typed(event, type.text());
    }
  }

  private Stimulus.@Nullable Type scheduledAt(SimEvent.StimulusApplied event) {
    for (Iterator<Stimulus.Type> each = scheduled.iterator(); each.hasNext(); ) {
      Stimulus.Type type = each.next();
      if (type.at().nanos() == event.at().nanos()
          && event.action().equals("type " + type.node() + " " + type.program())) {
        each.remove();
        return type;
      }
    }
    return null;
  }
}
