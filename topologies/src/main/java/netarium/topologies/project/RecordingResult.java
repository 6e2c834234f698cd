package netarium.topologies.project;

import java.util.List;
import netarium.topologies.problem.Problem;
import netarium.topologies.recording.RecordedRun;

/// What became of opening a recording.
public sealed interface RecordingResult {
  /// The project in it, what was recorded, and what to warn about.
  record Opened(Project project, RecordedRun run, List<Problem> warnings)
      implements RecordingResult {}

  /// At least one problem.
  record Refused(List<Problem> problems) implements RecordingResult {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a recording is refused for a reason");
      }
    }
  }
}
