package netarium.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import netarium.engine.sim.SimTime;
import netarium.topologies.Topology;
import netarium.topologies.json.Extras;
import netarium.topologies.node.Common;
import netarium.topologies.node.Node;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.project.Project;
import netarium.topologies.recording.LiveStimulus;
import netarium.topologies.recording.RecordedResult;
import netarium.topologies.recording.RecordedRun;
import netarium.topologies.unit.TimeSpan;

/// All that a run was made of, so that it can be had again: the project, the seed, the end, and
/// what was done to it while it ran. [Simulation#recording] makes one, [Simulation#replaying] runs
/// it, [netarium.topologies.project.Recordings] keeps it in a file.
///
/// @param until the fixed end, if the run had one
/// @param stimuli what was done from outside, in order; the topology's own are in the project
/// @param expected what the run came to, if it was over
public record Recording(
    Project project,
    long seed,
    Optional<SimTime> until,
    List<LiveStimulus> stimuli,
    Optional<RunResult> expected) {
  public Recording {
    stimuli = List.copyOf(stimuli);
  }

  /// A recording as it was read from a file.
  public static Recording of(Project project, RecordedRun run) {
    return new Recording(
        project,
        run.seed(),
        Optional.ofNullable(run.until()).map(FromTopology::time),
        run.stimuli(),
        Optional.ofNullable(run.result()).map(Recording::result));
  }

  private static RunResult result(RecordedResult result) {
    return new RunResult(
        result.events(), result.frames(), FromTopology.time(result.time()), result.hash());
  }

  /// All but the project, as files keep it.
  public RecordedRun run() {
    return new RecordedRun(
        seed,
        until.map(Recording::span).orElse(null),
        stimuli,
        expected.map(Recording::result).orElse(null));
  }

  private static TimeSpan span(SimTime time) {
    return TimeSpan.ofNanos(time.nanos());
  }

  private static RecordedResult result(RunResult result) {
    return new RecordedResult(result.events(), result.frames(), span(result.time()), result.hash());
  }

  /// The path of the first thing in which `other` is another project to a run, if there is one.
  /// What only a person sees does not count: places on the canvas, notes, the lesson; nor do seed
  /// and end, which the recording brings along.
  public Optional<String> differenceFrom(Project other) {
    if (!bare(project.topology()).equals(bare(other.topology()))) {
      return Optional.of(ProjectPath.TOPOLOGY);
    }
    SortedSet<String> paths = new TreeSet<>(project.paths());
    paths.addAll(other.paths());
    paths.remove(ProjectPath.TOPOLOGY);
    paths.remove(ProjectPath.LESSON);
    for (String path : paths) {
      Optional<byte[]> here = project.octets(path);
      Optional<byte[]> there = other.octets(path);
      if (here.isEmpty() || there.isEmpty() || !Arrays.equals(here.get(), there.get())) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private static Topology bare(Topology topology) {
    List<Node> nodes = new ArrayList<>();
    for (Node node : topology.nodes()) {
      Common common = node.common();
      nodes.add(
          node.withCommon(new Common(common.id(), common.name(), null, null, common.interfaces())));
    }
    return new Topology(
        Topology.UNTITLED,
        null,
        Topology.DEFAULT_SEED,
        topology.epoch(),
        null,
        topology.hosts(),
        nodes,
        topology.links(),
        List.of(),
        topology.stimuli(),
        Extras.NONE);
  }

  /// `settings` with this recording's seed and end.
  RunSettings in(RunSettings settings) {
    RunSettings seeded = settings.withSeed(OptionalLong.of(seed));
    return until.map(seeded::withUntil).orElse(seeded);
  }
}
