package netarium.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import netarium.engine.sim.SimTime;
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
    return new RecordedResult(
        result.events(), result.frames(), span(result.time()), result.hash());
  }

  /// `settings` with this recording's seed and end.
  RunSettings in(RunSettings settings) {
    RunSettings seeded = settings.withSeed(OptionalLong.of(seed));
    return until.map(seeded::withUntil).orElse(seeded);
  }
}
