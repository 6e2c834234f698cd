package netarium.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import netarium.app.session.RunState.Phase;
import netarium.engine.run.RunResult;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import netarium.topologies.project.Project;

/// A simulation that advances a little at a time. Engine's thread only.
///
/// A slice is as much simulated time as takes a few milliseconds of real time, found by trying:
/// where it ends is no business of the run.
final class Slices {
  /// A slice that takes longer than this is a machine out of hand.
  static final long LONGEST_NANOS = 2_000_000_000L;

  private static final long SHORT_NANOS = 2_000_000;
  private static final long LONG_NANOS = 8_000_000;
  private static final long MIN_SLICE = 1_000;
  private static final long MAX_SLICE = 10_000_000;
  private static final int MAX_EVENTS = 8_192;

  private final Simulation simulation;
  private final LongSupplier clock;
  private final long seed;
  private List<SimEvent> fresh = new ArrayList<>();
  private Predicate<SimEvent> stopAfter = _ -> false;
  private boolean isRunning;
  private boolean isStopped;
  private int tooLong;
  private long sliceNanos = 100_000;

  /// Builds the network.
  Slices(Project project, OptionalLong seed, LongSupplier clock) {
    this.clock = clock;
    this.seed = seed.orElse(project.topology().seed());
    simulation = Simulation.of(project, RunSettings.with(this::record).withSeed(seed));
  }

  Simulation simulation() {
    return simulation;
  }

  private void record(SimEvent event) {
    fresh.add(event);
    if (isRunning && !isStopped) {
      isStopped = stopAfter.test(event);
      if (isStopped || fresh.size() >= MAX_EVENTS) {
        simulation.stop();
      }
    }
  }

  /// Advances by one slice; answers whether the command has been carried out.
  boolean run(LiveRun.Command command) {
    stopAfter = command.stopAfter();
    isStopped = false;
    isRunning = true;
    long began = clock.getAsLong();
    try {
      long now = simulation.now().nanos();
      long wanted = Math.min(command.target(), now + sliceNanos);
      simulation.advance(new SimTime(Math.max(now, wanted)));
    } finally {
      isRunning = false;
    }
    long took = clock.getAsLong() - began;
    if (took > LONGEST_NANOS) {
      tooLong++;
    }
    if (took < SHORT_NANOS) {
      sliceNanos = Math.min(MAX_SLICE, sliceNanos * 2);
    } else if (took > LONG_NANOS) {
      sliceNanos = Math.max(MIN_SLICE, sliceNanos / 2);
    }
    return isStopped || simulation.isOver() || isAt(command.target());
  }

  /// Whether all that is due up to `nanos` has happened: not so after a stop at that very instant.
  private boolean isAt(long nanos) {
    return simulation.now().nanos() >= nanos && fresh.size() < MAX_EVENTS;
  }

  /// The events since the last time.
  List<SimEvent> takeFresh() {
    List<SimEvent> taken = fresh;
    fresh = new ArrayList<>();
    return taken;
  }

  RunState state() {
    RunResult result = simulation.result();
    return new RunState(
        simulation.isOver() ? Phase.OVER : Phase.HELD,
        result.time().nanos(),
        result.events(),
        result.frames(),
        result.hash(),
        seed,
        "",
        tooLong);
  }
}
