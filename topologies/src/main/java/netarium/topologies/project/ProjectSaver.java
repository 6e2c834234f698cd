package netarium.topologies.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;
import netarium.topologies.read.ReadResult;
import netarium.topologies.read.TopologyReader;
import org.jspecify.annotations.Nullable;

/// Writes a project. Files that already hold the right octets are not touched, and the topology
/// comes last: whoever reads it finds every script it names.
final class ProjectSaver {
  private final SaveFiles files;

  ProjectSaver(SaveFiles files) {
    this.files = files;
  }

  SaveResult save(Project project, Path folder) {
    Path current = folder.resolve(ProjectPath.TOPOLOGY);
    Problem problem = unreadable(project, current.toString());
    if (problem != null) {
      return new SaveResult.Failed(problem);
    }
    try {
      files.makeFolder(folder);
      Path root = folder.toRealPath();
      List<Path> written = new ArrayList<>();
      for (String path : project.paths()) {
        if (!path.equals(ProjectPath.TOPOLOGY)) {
          current = folder.resolve(path);
          write(root, path, project.octets(path).orElseThrow(), written);
        }
      }
      current = folder.resolve(ProjectPath.TOPOLOGY);
      byte[] topology = project.octets(ProjectPath.TOPOLOGY).orElseThrow();
      write(root, ProjectPath.TOPOLOGY, topology, written);
      return new SaveResult.Saved(List.copyOf(written));
    } catch (IOException e) {
      return failed(current, e);
    }
  }

  SaveResult exportBundle(Project project, Path file) {
    byte[] octets = project.bundle();
    return Projects.openBundle(octets, file.toString())
            instanceof OpenResult.Refused(List<Problem> problems)
        ? new SaveResult.Failed(problems.getFirst())
        : replace(file, octets);
  }

  /// Puts the octets in the place of a file, or of nothing.
  SaveResult replace(Path file, byte[] octets) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IOException("there is something else than a file in its place");
      }
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        throw new IOException("there is no such folder");
      }
      Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
      new AtomicFile(files).replace(target, octets);
      return new SaveResult.Saved(List.of(file));
    } catch (IOException e) {
      return failed(file, e);
    }
  }

  /// Why the topology must not be written, or `null`: reading it back has to give it again, else
  /// the old file is worth more than the new one.
  private static @Nullable Problem unreadable(Project project, String file) {
    byte[] octets = project.octets(ProjectPath.TOPOLOGY).orElseThrow();
    return switch (TopologyReader.read(octets, file)) {
      case ReadResult.Bad(List<Problem> problems) -> problems.getFirst();
      case ReadResult.Good good -> {
        if (!good.topology().equals(project.topology())) {
          throw new IllegalStateException("a topology that is saved must read back as itself");
        }
        yield null;
      }
    };
  }

  private void write(Path root, String path, byte[] octets, List<Path> written) throws IOException {
    Path target = root.resolve(path);
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException("a project path has a folder");
    }
    files.makeFolder(folder);
    if (!folder.toRealPath().startsWith(root)) {
      throw new IOException("the folder is a link that leads outside the project");
    }
    if (Files.isSymbolicLink(target) && Files.exists(target)) {
      Path real = target.toRealPath();
      if (!real.startsWith(root)) {
        throw new IOException("the file is a link that leads outside the project");
      }
      target = real;
    }
    if (!holds(target, octets)) {
      new AtomicFile(files).replace(target, octets);
      written.add(target);
    }
  }

  private boolean holds(Path target, byte[] octets) throws IOException {
    return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        && Files.size(target) == octets.length
        && Arrays.equals(files.read(target), octets);
  }

  private static SaveResult failed(Path file, IOException e) {
    String message = e.getMessage();
    String what =
        e.getClass() == IOException.class && message != null ? message : ReadErrors.sentence(e);
    return new SaveResult.Failed(
        new Problem(
            file.toString(),
            Position.START,
            "not saved: " + what,
            "the file is as it was before; make room or choose another folder"));
  }
}
