package netarium.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netarium.engine.run.Divergence;
import netarium.engine.run.Recording;
import netarium.engine.run.RunResult;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.topologies.project.Overrides;
import netarium.topologies.project.Project;
import netarium.topologies.project.RecordingResult;
import netarium.topologies.project.Recordings;
import netarium.topologies.unit.Parsed;
import org.jspecify.annotations.Nullable;

/// What `netarium run` runs: a project, or a recording of a run.
///
/// @param recording empty for a run of its own
record RunSource(Project project, Optional<Recording> recording) {
  /// The project with `settings` changed for this run; empty with its problems printed.
  static Optional<RunSource> project(
      @Nullable String name, List<String> settings, Streams streams) {
    if (name == null) {
      throw new BadOption("there is nothing to run; name a PROJECT, or a recording with --replay");
    }
    return ProjectSource.open(name, streams)
        .map(opened -> new RunSource(overridden(opened, settings), Optional.empty()));
  }

  private static Project overridden(Project project, List<String> settings) {
    return switch (Overrides.apply(project, settings)) {
      case Parsed.Ok<Project>(Project changed) -> changed;
      case Parsed.Bad<Project>(String why, String advice) ->
          throw new BadOption("--set " + why + "; " + advice);
    };
  }

  /// The recording in `file`; `name` is its project, if the user names one, too. Empty with the
  /// problems printed.
  static Optional<RunSource> recording(Path file, @Nullable String name, Streams streams) {
    switch (Recordings.open(file)) {
      case RecordingResult.Refused refused -> {
        ProjectSource.refuse(refused.problems(), streams);
        return Optional.empty();
      }
      case RecordingResult.Opened opened -> {
        ProjectSource.warn(opened.warnings(), streams);
        Recording recording = Recording.of(opened.project(), opened.run());
        Optional<RunSource> source =
            Optional.of(new RunSource(opened.project(), Optional.of(recording)));
        return name == null
            ? source
            : ProjectSource.open(name, streams).flatMap(given -> source.map(s -> s.same(given)));
      }
    }
  }

  private RunSource same(Project given) {
    recording
        .flatMap(recorded -> recorded.differenceFrom(given))
        .ifPresent(path -> {
          throw new BadOption(
              "--replay: the recording is one of another project, "
                  + path
                  + " is not the same; leave PROJECT out to replay the project as it was");
        });
    return this;
  }

  Simulation simulation(RunSettings settings) {
    return recording
        .map(recorded -> Simulation.replaying(recorded, settings))
        .orElseGet(() -> Simulation.of(project, settings));
  }

  /// Says so if a replay was not the run that was recorded.
  void compare(Simulation simulation, Streams streams) {
    Optional<Divergence> divergence = simulation.divergence();
    RunResult replayed = simulation.result();
    Optional<RunResult> expected = recording.flatMap(Recording::expected);
    if (divergence.isEmpty() && expected.filter(result -> !result.equals(replayed)).isEmpty()) {
      return;
    }
    streams
        .err()
        .println(
            "netarium: this replay is not the run that was recorded;"
                + " another version of Netarium may have recorded it");
    expected.ifPresent(result -> streams.err().println("recorded: " + result.summary()));
    streams.err().println("replayed: " + replayed.summary());
    divergence.ifPresent(seen -> streams.err().println("first difference seen " + seen));
  }
}
