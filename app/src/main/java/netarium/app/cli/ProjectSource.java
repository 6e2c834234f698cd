package netarium.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.app.samples.BundledSamples;
import netarium.engine.run.CheckedProjects;
import netarium.topologies.problem.Problem;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;

/// Opens what a user names on the command line: a folder, a file, or `sample:NAME`.
final class ProjectSource {
  private static final String SAMPLE = "sample:";

  private ProjectSource() {}

  /// The project, with its warnings printed; or empty, with its problems printed.
  static Optional<Project> open(String name, Streams streams) {
    if (name.startsWith(SAMPLE)) {
      return sample(name, streams);
    }
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      streams.err().println(name + ":1:1: this cannot be a path; name a folder or a file");
      return Optional.empty();
    }
    return opened(CheckedProjects.checked(Projects.open(path), path.toString()), streams);
  }

  private static Optional<Project> sample(String name, Streams streams) {
    Optional<Map<String, byte[]>> files = BundledSamples.files(name.substring(SAMPLE.length()));
    if (files.isEmpty()) {
      streams
          .err()
          .println(
              name
                  + ":1:1: there is no such sample; the samples are "
                  + String.join(", ", BundledSamples.names()));
      return Optional.empty();
    }
    return opened(CheckedProjects.open(files.get(), name), streams);
  }

  private static Optional<Project> opened(OpenResult result, Streams streams) {
    return switch (result) {
      case OpenResult.Opened opened -> {
        warn(opened.warnings(), streams);
        yield Optional.of(opened.project());
      }
      case OpenResult.Refused refused -> {
        refuse(refused.problems(), streams);
        yield Optional.empty();
      }
    };
  }

  /// One line for the first problem: those behind it are often its consequences.
  static void refuse(List<Problem> problems, Streams streams) {
    int more = problems.size() - 1;
    String noun = more == 1 ? " problem" : " problems";
    String rest = more == 0 ? "" : " (and " + more + noun + " more)";
    streams.err().println(problems.getFirst() + rest);
  }

  static void warn(List<Problem> warnings, Streams streams) {
    for (Problem warning : warnings) {
      streams.err().println("warning: " + warning);
    }
  }
}
