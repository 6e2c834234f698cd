package netarium.topologies.read;

import java.util.List;
import netarium.topologies.Topology;
import netarium.topologies.problem.Problem;

/// What became of a text: a topology, perhaps with warnings, or the problems that prevent one.
public sealed interface ReadResult {
  /// The topology, what to warn about, and where its parts stand.
  record Good(Topology topology, List<Problem> warnings, Places places) implements ReadResult {}

  /// At least one problem, in the order of the file.
  record Bad(List<Problem> problems) implements ReadResult {
    public Bad {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a text is refused for a reason");
      }
    }
  }
}
