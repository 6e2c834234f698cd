package netarium.topologies.project;

import java.util.List;
import netarium.topologies.problem.Problem;

/// What became of opening a project.
public sealed interface OpenResult {
  record Opened(Project project, List<Problem> warnings) implements OpenResult {}

  /// At least one problem; the first is the one to show where there is room for one.
  record Refused(List<Problem> problems) implements OpenResult {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a project is refused for a reason");
      }
    }
  }
}
