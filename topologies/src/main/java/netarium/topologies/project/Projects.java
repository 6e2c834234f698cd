package netarium.topologies.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.zip.ZipLimits;
import netarium.topologies.zip.ZipReader;
import org.jspecify.annotations.Nullable;

/// Opens and saves projects. Nothing of what a file holds is run, and no content makes `open`
/// throw.
public final class Projects {
  /// How the one-file form is called.
  public static final String BUNDLE_ENDING = ".netarium";

  private Projects() {}

  /// Opens a folder, the `topology.json` of one, or a bundle. Problems call files as `path` does.
  public static OpenResult open(Path path) {
    ProblemList problems = new ProblemList(path.toString());
    try {
      if (Files.isDirectory(path)) {
        return folder(path, path);
      }
      if (!Files.exists(path)) {
        problems.error(
            Position.START,
            "there is no such file or folder",
            "name a folder, its topology.json or a .netarium file");
      } else if (!Files.isRegularFile(path)) {
        problems.error(
            Position.START, "this is neither a file nor a folder", "name a project instead");
      } else if (isBundle(path)) {
        return bundle(path, problems);
      } else if (String.valueOf(path.getFileName()).equals(ProjectPath.TOPOLOGY)) {
        Path folder = path.toAbsolutePath().getParent();
        return folder(folder == null ? path.toAbsolutePath() : folder, path.getParent());
      } else {
        problems.error(
            Position.START,
            "this is not a Netarium project",
            "name a folder, its topology.json or a .netarium file");
      }
    } catch (IOException e) {
      problems.error(Position.START, ReadErrors.sentence(e), ReadErrors.ADVICE);
    }
    return new OpenResult.Refused(problems.errors());
  }

  /// Opens the octets of a bundle, such as one that was downloaded; `name` is what problems call
  /// it.
  public static OpenResult openBundle(byte[] octets, String name) {
    return bundle(octets, new ProblemList(name), name);
  }

  /// Opens a project whose files are already in memory, such as one that comes with the program.
  public static OpenResult open(Map<String, byte[]> contents, String name) {
    return ProjectAssembly.assemble(contents, name, List.of());
  }

  /// Saves into a folder, which is made where it is missing. Files the project does not have are
  /// left alone.
  public static SaveResult save(Project project, Path folder) {
    return new ProjectSaver(HostFiles.INSTANCE).save(project, folder);
  }

  /// Writes the one-file form.
  public static SaveResult exportBundle(Project project, Path file) {
    return new ProjectSaver(HostFiles.INSTANCE).exportBundle(project, file);
  }

  private static boolean isBundle(Path path) throws IOException {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(BUNDLE_ENDING)) {
      return true;
    }
    if (name.equals(ProjectPath.TOPOLOGY)) {
      return false;
    }
    try (var in = Files.newInputStream(path)) {
      byte[] mark = in.readNBytes(4);
      return mark.length == 4 && mark[0] == 'P' && mark[1] == 'K' && mark[2] == 3 && mark[3] == 4;
    }
  }

  private static OpenResult folder(Path folder, @Nullable Path shown) throws IOException {
    FolderReader reader = new FolderReader(folder, shown, ProjectLimits.DEFAULT);
    Map<String, byte[]> contents = reader.read();
    return contents == null
        ? new OpenResult.Refused(reader.problems())
        : ProjectAssembly.assemble(contents, reader.label(), reader.warnings());
  }

  private static OpenResult bundle(Path file, ProblemList problems) throws IOException {
    byte[] octets = bundleOctets(file, problems);
    return octets == null
        ? new OpenResult.Refused(problems.errors())
        : bundle(octets, problems, file.toString());
  }

  /// What an archive holds, or `null` after a problem.
  static byte @Nullable [] bundleOctets(Path file, ProblemList problems) throws IOException {
    int max = ZipLimits.PROJECT.archiveOctets();
    try (var in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(max + 1);
      if (octets.length > max) {
        problems.error(
            Position.START, "the bundle is too large", "keep it below " + max + " octets");
        return null;
      }
      return octets;
    }
  }

  private static OpenResult bundle(byte[] octets, ProblemList problems, String name) {
    Map<String, byte[]> contents =
        ZipReader.read(octets, ZipLimits.PROJECT, ProjectPath::isKept, problems);
    if (contents == null) {
      return new OpenResult.Refused(problems.errors());
    }
    List<Problem> warnings = problems.warnings();
    return ProjectAssembly.assemble(contents, name, warnings);
  }
}
