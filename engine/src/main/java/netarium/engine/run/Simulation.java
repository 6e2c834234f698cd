package netarium.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import netarium.engine.node.Host;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.EventRecorder;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;

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
  private final Project project;
  private final long seed;
  private final Optional<SimTime> until;
  private final LiveStimuli live;
  private boolean isOver;
  private boolean isStopped;

  private Simulation(Project project, RunSettings settings) {
    this.project = project;
    recorder = new EventRecorder(simulator, settings.sink());
    simulator.continuesInPlace(settings.continuesInPlace());
    seed = settings.seed().orElse(project.topology().seed());
    until = settings.until().or(() -> BuildSimulation.until(project.topology()));
    network = new BuildSimulation(project, simulator, recorder, new RandomStreams(seed)).network();
    Stimuli stimuli = new Stimuli(project, network, simulator, recorder);
    stimuli.schedule();
    live = new LiveStimuli(stimuli, simulator, recorder);
  }

  /// Builds the network; nothing runs before [#advance].
  public static Simulation of(Project project, RunSettings settings) {
    return new Simulation(project, settings);
  }

  /// Builds what was recorded, with its seed and its end in place of those of `settings`.
  public static Simulation replaying(Recording recording, RunSettings settings) {
    Simulation simulation = new Simulation(recording.project(), recording.in(settings));
    simulation.live.replay(recording.stimuli());
    return simulation;
  }

  public Network network() {
    return network;
  }

  /// The sizes in octets of a machine's files by their paths; empty for what is no machine.
  public SortedMap<String, Long> files(String node) {
    return network.node(node).orElse(null) instanceof Host host
        ? FileListing.of(host.vm().files())
        : new TreeMap<>();
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
    isStopped = false;
    while (!isStopped && goesOn() && simulator.step()) {
      // Each step is one event.
    }
    if (!goesOn()) {
      isOver = true;
    } else if (!isOver && !isStopped) {
      simulator.advanceTo(target);
      isOver = target.equals(end());
    }
  }

  /// Ends the [#advance] that is under way when what happens right now has happened: for the sink,
  /// when an event has been recorded at which somebody wants to look. The run stands still at that
  /// instant, though more may be due at it, and goes on as though it had never stopped.
  public void stop() {
    isStopped = true;
    simulator.horizon(simulator.now());
  }

  /// Does something to the running network, now, after everything that is due at this instant. Its
  /// own instant does not matter, but nodes and links must be those of the topology.
  ///
  /// It goes into [#recording]. A run that was over because nothing could happen any more may go
  /// on; a replay becomes a run of its own, without what the recording would have done later.
  public void apply(Stimulus stimulus) {
    simulator.horizon(simulator.now());
    while (simulator.step()) {
      // What is due now comes first.
    }
    live.now(stimulus);
    isOver = false;
  }

  /// Who could be typed to at the console of a node right now.
  public ConsoleReaders consoleReaders(String node) {
    return ConsoleReaders.of(network.node(node));
  }

  /// What every node's programs wait for right now, in the topology's order.
  public List<Waits> waits() {
    List<Waits> all = new ArrayList<>();
    project
        .topology()
        .nodes()
        .forEach(
            each -> all.add(Waits.of(network.node(each.id()).orElse(null), simulator.nowNanos())));
    return all;
  }

  /// The run so far, with its result if it is over.
  public Recording recording() {
    Optional<RunResult> result = isOver ? Optional.of(result()) : Optional.empty();
    return new Recording(project, seed, until, live.all(), result);
  }

  /// Where a replay turned out to be another run than the recorded one.
  public Optional<Divergence> divergence() {
    return live.divergence();
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
