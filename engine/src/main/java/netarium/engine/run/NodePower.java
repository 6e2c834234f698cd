package netarium.engine.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import netarium.engine.node.Host;
import netarium.engine.node.HubNode;
import netarium.engine.node.Node;
import netarium.engine.node.RouterNode;
import netarium.engine.node.SwitchNode;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;

/// Switches nodes off and on, and lets them stand still.
///
/// A crash says goodbye to nobody: a VM's processes and connections are gone, its disk stays; what
/// comes for it meets a dead card, and after it has booted a port without a listener. Whatever is
/// done to a node later takes the place of what was to end an earlier crash or pause.
final class NodePower {
  /// The index of no node: a stimulus comes from outside.
  private static final int OUTSIDE = -1;

  private enum State {
    ON,
    OFF,
    STILL
  }

  private final Simulator simulator;
  private final EventRecorder recorder;
  private final Map<String, State> states = new LinkedHashMap<>();

  /// Counts what was done to each node.
  private final Map<String, Integer> deeds = new LinkedHashMap<>();

  NodePower(Simulator simulator, EventRecorder recorder) {
    this.simulator = simulator;
    this.recorder = recorder;
  }

  /// The node is off, for a while or until it is restarted.
  void crash(Node node, Optional<SimDuration> lasting) {
    begin(node);
    switchOff(node);
    lasting.ifPresent(span -> later(node, span, "boot", () -> switchOn(node)));
  }

  /// The node loses power and gets it back, at once or after a while.
  void restart(Node node, Optional<SimDuration> lasting) {
    begin(node);
    switchOff(node);
    lasting.ifPresentOrElse(
        span -> later(node, span, "boot", () -> switchOn(node)), () -> switchOn(node));
  }

  /// The node stands still; with nothing said for how long, until it is restarted. One that is off
  /// stays off.
  void pause(Node node, Optional<SimDuration> lasting) {
    if (stateOf(node) == State.OFF) {
      recorder.record(
          new SimEvent.Notice(
              recorder.stamp(OUTSIDE), 0, node.id() + " is off and cannot be paused"));
      return;
    }
    begin(node);
    if (stateOf(node) == State.ON) {
      stand(node, true);
    }
    lasting.ifPresent(span -> later(node, span, "resume", () -> stand(node, false)));
  }

  private State stateOf(Node node) {
    return states.getOrDefault(node.id(), State.ON);
  }

  private void begin(Node node) {
    deeds.merge(node.id(), 1, Integer::sum);
  }

  /// Does it after `span`, unless something else has been done to the node by then.
  private void later(Node node, SimDuration span, String what, Runnable action) {
    int deed = deeds.getOrDefault(node.id(), 0);
    simulator.after(
        span,
        () -> {
          if (deeds.getOrDefault(node.id(), 0) == deed) {
            recorder.recordAsCause(
                new SimEvent.StimulusApplied(recorder.stamp(OUTSIDE), what + " " + node.id()));
            action.run();
          }
        });
  }

  private void switchOff(Node node) {
    if (stateOf(node) == State.OFF) {
      return;
    }
    states.put(node.id(), State.OFF);
    switch (node) {
      case Host host -> host.crash();
      case RouterNode router -> router.forwarding().power(false);
      case SwitchNode bridge -> bridge.bridge().power(false);
      case HubNode hub -> hub.hub().power(false);
    }
  }

  private void switchOn(Node node) {
    states.put(node.id(), State.ON);
    switch (node) {
      case Host host -> host.boot();
      case RouterNode router -> router.forwarding().power(true);
      case SwitchNode bridge -> bridge.bridge().power(true);
      case HubNode hub -> hub.hub().power(true);
    }
  }

  private void stand(Node node, boolean still) {
    states.put(node.id(), still ? State.STILL : State.ON);
    switch (node) {
      case Host host -> host.stand(still);
      case RouterNode router -> router.forwarding().stand(still);
      case SwitchNode bridge -> bridge.bridge().stand(still);
      case HubNode hub -> hub.hub().power(!still);
    }
  }
}
