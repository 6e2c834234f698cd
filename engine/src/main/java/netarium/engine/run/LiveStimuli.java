package netarium.engine.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import netarium.engine.sim.Simulator;
import netarium.engine.sim.Timer;
import netarium.engine.trace.EventRecorder;
import netarium.topologies.recording.LiveStimulus;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// What is done to a run while it runs, by a hand or by a recording of one.
///
/// A hand acts between two steps, when nothing is left to happen at that instant. A recording acts
/// through [Simulator#lateAt], which is the same place in the order of things: so both make the
/// same run.
final class LiveStimuli {
  private record Pending(LiveStimulus live, Timer timer) {}

  private final Stimuli stimuli;
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final List<LiveStimulus> done = new ArrayList<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private @Nullable Divergence divergence;

  LiveStimuli(Stimuli stimuli, Simulator simulator, EventRecorder recorder) {
    this.stimuli = stimuli;
    this.simulator = simulator;
    this.recorder = recorder;
  }

  /// Has a recording's stimuli happen at their instants. Before the run begins.
  void replay(List<LiveStimulus> recorded) {
    for (LiveStimulus live : recorded) {
      Timer timer = simulator.lateAt(FromTopology.time(live.stimulus().at()), this::next);
      pending.add(new Pending(live, timer));
    }
  }

  private void next() {
    LiveStimulus live = pending.remove().live();
    long before = lastOrdinal();
    if (before != live.after() && divergence == null) {
      divergence = new Divergence(simulator.now(), live.stimulus(), live.after(), before);
    }
    carryOut(live.stimulus());
  }

  /// Does it now and drops what a recording would have done later: from here on the run is another
  /// one.
  void now(Stimulus stimulus) {
    while (!pending.isEmpty()) {
      pending.remove().timer().cancel();
    }
    carryOut(stimulus.withAt(TimeSpan.ofNanos(simulator.nowNanos())));
  }

  private void carryOut(Stimulus stimulus) {
    done.add(new LiveStimulus(stimulus, lastOrdinal()));
    simulator.becauseOf(Simulator.NO_CAUSE);
    stimuli.apply(stimulus);
  }

  private long lastOrdinal() {
    return recorder.events() - 1;
  }

  /// All that was done and, in a replay, what is still to be done, in order.
  List<LiveStimulus> all() {
    List<LiveStimulus> all = new ArrayList<>(done);
    pending.forEach(each -> all.add(each.live()));
    return List.copyOf(all);
  }

  Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }
}
