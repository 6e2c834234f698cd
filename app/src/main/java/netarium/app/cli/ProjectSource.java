package netarium.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.app.samples.BundledSamples;
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
    return opened(Projects.open(path), streams);
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
    return opened(Projects.open(files.get(), name), streams);
  }

  private static Optional<Project> opened(OpenResult result, Streams streams) {
    return switch (result) {
      case OpenResult.Opened opened -> {
        print("warning: ", opened.warnings(), streams);
        yield Optional.of(opened.project());
      }
      case OpenResult.Refused refused -> {
        print("", refused.problems(), streams);
        yield Optional.empty();
      }
    };
  }

  static void print(String prefix, List<Problem> problems, Streams streams) {
    for (Problem problem : problems) {
      streams.err().println(prefix + problem);
    }
  }
}
