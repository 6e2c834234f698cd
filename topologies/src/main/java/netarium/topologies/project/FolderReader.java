package netarium.topologies.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import netarium.topologies.path.PathSet;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import org.jspecify.annotations.Nullable;

/// Reads the files of a project folder into memory, in the order of their names. Looks only at
/// `topology.json`, `lesson.md` and what lies in `scripts` and `files`; whatever else the folder
/// holds is no business of a project. A link may not lead out of the folder, and what is no
/// ordinary file (a pipe would never end) is not opened.
final class FolderReader {
  private final Path root;
  private final String label;
  private final ProjectLimits limits;
  private final Map<String, byte[]> contents = new TreeMap<>();
  private final PathSet paths = new PathSet();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private long totalOctets;
  private int seen;

  /// `shown` is how the user named the folder; `null` for the current one.
  FolderReader(Path folder, @Nullable Path shown, ProjectLimits limits) throws IOException {
    this.root = folder.toRealPath();
    this.label = shown == null ? "" : shown.toString();
    this.limits = limits;
  }

  static String shown(String label, String path) {
    return label.isEmpty() || label.endsWith("/") ? label + path : label + "/" + path;
  }

  String label() {
    return label;
  }

  List<Problem> problems() {
    return problems;
  }

  List<Problem> warnings() {
    return warnings;
  }

  /// The files by project path, or `null` after a problem.
  @Nullable Map<String, byte[]> read() {
    file(root.resolve(ProjectPath.TOPOLOGY), ProjectPath.TOPOLOGY);
    Path lesson = root.resolve(ProjectPath.LESSON);
    if (Files.exists(lesson, LinkOption.NOFOLLOW_LINKS)) {
      file(lesson, ProjectPath.LESSON);
    }
    for (String folder : List.of(ProjectPath.FILES, ProjectPath.SCRIPTS)) {
      String name = folder.substring(0, folder.length() - 1);
      if (Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        folder(root.resolve(name), name);
      }
    }
    return problems.isEmpty() ? contents : null;
  }

  private void folder(Path folder, String path) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      problem(path, "this is not a folder", "put a folder here or remove it");
      return;
    }
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        if (++seen > limits.files()) {
          problem(path, "the project has too many files", "keep at most " + limits.files());
          return;
        }
        children.add(child);
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      problem(path, "the folder cannot be listed", ReadErrors.ADVICE);
      return;
    }
    children.sort(Comparator.comparing(child -> String.valueOf(child.getFileName())));
    for (Path child : children) {
      child(child, path + "/" + child.getFileName());
    }
  }

  private void child(Path child, String path) {
    if (String.valueOf(child.getFileName()).startsWith(".") || !problems.isEmpty()) {
      return; // files whose names begin with a dot belong to other tools
    }
    if (ProjectPath.parse(path) instanceof Parsed.Bad<String>(String why, String advice)) {
      warnings.add(
          new Problem(shown(label, plain(path)), Position.START, why, "rename it; it is left out"));
      return;
    }
    boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
    String clash = isFolder ? paths.addFolder(path) : paths.addFile(path);
    if (clash != null) {
      problem(
          path,
          "this and " + Quoted.text(clash) + " are one name on some systems",
          "rename one of them");
    } else if (isFolder) {
      folder(child, path);
    } else {
      file(child, path);
    }
  }

  private void file(Path file, String path) {
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        problem(path, "there is no such file", "a project has a topology.json at its top");
        return;
      }
      if (!Files.exists(file)) {
        problem(path, "this is a link that leads nowhere", "put a file here or remove the link");
        return;
      }
      if (!file.toRealPath().startsWith(root)) {
        problem(path, "this is a link that leads outside the project", "copy the file instead");
      } else if (!Files.isRegularFile(file)) {
        problem(path, "this is not an ordinary file", "put a file here or remove it");
      } else {
        contents(file, path);
      }
    } catch (IOException e) {
      problem(path, ReadErrors.sentence(e), ReadErrors.ADVICE);
    }
  }

  private void contents(Path file, String path) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(limits.fileOctets() + 1);
      totalOctets += octets.length;
      if (octets.length > limits.fileOctets()) {
        problem(path, "the file is too large", "keep it below " + limits.fileOctets() + " octets");
      } else if (totalOctets > limits.totalOctets()) {
        problem(
            path, "the project is too large", "keep it below " + limits.totalOctets() + " octets");
      } else {
        contents.put(path, octets);
      }
    }
  }

  private void problem(String path, String what, String advice) {
    problems.add(new Problem(shown(label, plain(path)), Position.START, what, advice));
  }

  /// Long paths stay whole, but no name breaks the line.
  private static String plain(String path) {
    return path.chars().anyMatch(Character::isISOControl) ? Quoted.plain(path) : path;
  }
}
