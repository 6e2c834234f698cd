package netarium.topologies.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.read.RecordingReader;
import netarium.topologies.recording.RecordedRun;
import netarium.topologies.write.RecordingWriter;
import netarium.topologies.zip.ZipLimits;
import netarium.topologies.zip.ZipReader;
import netarium.topologies.zip.ZipWriter;

/// Opens and saves recordings. A recording is the bundle of its project with one entry more,
/// `recording.json`, which whoever opens it as a project does not look at.
public final class Recordings {
  public static final String ENDING = ".netarium-recording";

  /// The entry that makes a bundle a recording.
  public static final String ENTRY = "recording.json";

  private Recordings() {}

  /// The octets of the file; the same for the same project and run.
  public static byte[] octets(Project project, RecordedRun run) {
    Map<String, byte[]> entries = new TreeMap<>();
    project.paths().forEach(path -> entries.put(path, project.octets(path).orElseThrow()));
    entries.put(ENTRY, RecordingWriter.octets(run));
    return ZipWriter.write(entries);
  }

  /// Writes the file whole or not at all, and only if it can be opened again.
  public static SaveResult save(Project project, RecordedRun run, Path file) {
    byte[] octets = octets(project, run);
    return open(octets, file.toString()) instanceof RecordingResult.Refused(List<Problem> problems)
        ? new SaveResult.Failed(problems.getFirst())
        : new ProjectSaver(HostFiles.INSTANCE).replace(file, octets);
  }

  /// Opens a file. No content makes this throw, and nothing in it is run.
  public static RecordingResult open(Path file) {
    ProblemList problems = new ProblemList(file.toString());
    try {
      if (!Files.isRegularFile(file)) {
        problems.error(
            Position.START,
            Files.exists(file) ? "this is not a file" : "there is no such file",
            "name a " + ENDING + " file");
        return new RecordingResult.Refused(problems.errors());
      }
      byte[] octets = Projects.bundleOctets(file, problems);
      return octets == null
          ? new RecordingResult.Refused(problems.errors())
          : open(octets, file.toString());
    } catch (IOException e) {
      problems.error(Position.START, ReadErrors.sentence(e), ReadErrors.ADVICE);
      return new RecordingResult.Refused(problems.errors());
    }
  }

  /// Opens the octets of a file; `name` is what problems call it.
  public static RecordingResult open(byte[] octets, String name) {
    ProblemList problems = new ProblemList(name);
    Map<String, byte[]> entries =
        ZipReader.read(octets, ZipLimits.PROJECT, Recordings::isRead, problems);
    if (entries == null) {
      return new RecordingResult.Refused(problems.errors());
    }
    byte[] entry = entries.remove(ENTRY);
    if (entry == null) {
      problems.error(
          Position.START,
          "there is no recording in this file",
          "name one that was made with --record");
      return new RecordingResult.Refused(problems.errors());
    }
    return switch (ProjectAssembly.assemble(entries, name, problems.warnings())) {
      case OpenResult.Refused refused -> new RecordingResult.Refused(refused.problems());
      case OpenResult.Opened(Project project, List<Problem> warnings) ->
          run(entry, name, project, warnings);
    };
  }

  private static boolean isRead(String path) {
    return path.equals(ENTRY) || ProjectPath.isKept(path);
  }

  private static RecordingResult run(
      byte[] entry, String name, Project project, List<Problem> warnings) {
    ProblemList problems = new ProblemList(FolderReader.shown(name, ENTRY));
    RecordedRun run = RecordingReader.read(entry, project.topology(), problems);
    if (run == null) {
      return new RecordingResult.Refused(problems.errors());
    }
    List<Problem> all = new ArrayList<>(warnings);
    all.addAll(problems.warnings());
    return new RecordingResult.Opened(project, run, List.copyOf(all));
  }
}
