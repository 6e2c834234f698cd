package netarium.engine.run;

import java.util.Optional;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.EventRecorder;
import netarium.topologies.project.Project;

/// A run of a project. One thread at a time; everything that happens goes to the sink of its
/// [RunSettings].
///
/// A run with a fixed end (`until`) goes on to that instant. One without ends when every task has
/// ended or waits for what cannot come any more, at the latest after [#LONGEST].
public final class Simulation {
  public static final SimDuration LONGEST = SimDuration.ofSeconds(60);

  private final Simulator simulator = new Simulator();
  private final EventRecorder recorder;
  private final Network network;
  private final Optional<SimTime> until;
  private boolean isOver;

  private Simulation(Project project, RunSettings settings) {
    recorder = new EventRecorder(simulator, settings.sink());
    simulator.continuesInPlace(settings.continuesInPlace());
    long seed = settings.seed().orElse(project.topology().seed());
    until = settings.until().or(() -> BuildSimulation.until(project.topology()));
    network =
        new BuildSimulation(project, simulator, recorder, new RandomStreams(seed)).network();
    new Stimuli(project.topology(), network, simulator, recorder).schedule();
  }

  /// Builds the network; nothing runs before [#advance].
  public static Simulation of(Project project, RunSettings settings) {
    return new Simulation(project, settings);
  }

  public Network network() {
    return network;
  }

  public SimTime now() {
    return simulator.now();
  }

  public boolean isOver() {
    return isOver;
  }

  /// Runs to the end.
  public RunResult runToEnd() {
    advance(end());
    return result();
  }

  /// Runs on to an instant, or to the end if that comes first.
  public void advance(SimTime to) {
    SimTime target = to.isAfter(end()) ? end() : to;
    simulator.horizon(target);
    while (goesOn() && simulator.step()) {
      // Each step is one event.
    }
    if (!goesOn()) {
      isOver = true;
    } else if (!isOver) {
      simulator.advanceTo(target);
      isOver = target.equals(end());
    }
  }

  /// What the run has come to so far.
  public RunResult result() {
    return new RunResult(
        recorder.events(), recorder.frames(), simulator.now(), recorder.hash().toString());
  }

  private SimTime end() {
    return until.orElse(SimTime.ZERO.plus(LONGEST));
  }

  private boolean goesOn() {
    return until.isPresent() || simulator.hasEssential();
  }
}
