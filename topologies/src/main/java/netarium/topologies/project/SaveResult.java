package netarium.topologies.project;

import java.nio.file.Path;
import java.util.List;
import netarium.topologies.problem.Problem;

/// What became of saving a project.
public sealed interface SaveResult {
  /// Everything is on disk; `written` are the files that had changed.
  record Saved(List<Path> written) implements SaveResult {}

  /// The file that the problem names is as it was before.
  record Failed(Problem problem) implements SaveResult {}
}
