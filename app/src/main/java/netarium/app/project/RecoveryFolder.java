package netarium.app.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import netarium.topologies.json.JsonTree;
import netarium.topologies.json.JsonValue;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import netarium.topologies.project.SaveResult;
import org.jspecify.annotations.Nullable;

/// The folder in which one process keeps its unsaved work: a bundle, a note of what it belongs to,
/// and a lock that the operating system opens when the process ends, however it ends.
final class RecoveryFolder implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String BUNDLE = "unsaved.netarium";
  private static final String NOTE = "unsaved.json";

  private final Path folder;
  private final FileChannel channel;

  private RecoveryFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// What the unsaved work is based on.
  ///
  /// @param location where the project is saved, if anywhere
  /// @param base the fingerprint of what was saved there
  record Note(@Nullable String location, String base) {}

  /// Takes the folder for this process; empty if another one has it.
  static Optional<RecoveryFolder> take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This process has it already.
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(new RecoveryFolder(folder, channel));
  }

  Path path() {
    return folder;
  }

  Path bundle() {
    return folder.resolve(BUNDLE);
  }

  /// Keeps this as the unsaved work; the older one stays if that fails.
  SaveResult keep(Project project, Note note) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    String location = note.location();
    if (location != null) {
      members.put("location", JsonValue.of(location));
    }
    members.put("base", JsonValue.of(note.base()));
    new StoredFile(folder.resolve(NOTE)).write(members);
    return Projects.exportBundle(project, bundle());
  }

  Note note() {
    return new StoredFile(folder.resolve(NOTE))
        .read()
        .map(members -> new Note(text(members, "location"), orEmpty(text(members, "base"))))
        .orElse(new Note(null, ""));
  }

  private static @Nullable String text(JsonTree.Members members, String key) {
    return members.value(key) instanceof JsonTree.Text text ? text.value() : null;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// There is no unsaved work any more.
  void clear() {
    try {
      Files.deleteIfExists(bundle());
      Files.deleteIfExists(folder.resolve(NOTE));
    } catch (IOException e) {
      // It will be offered once more than needed.
    }
  }

  /// Deletes the folder, with leftovers of writes that were cut short.
  void delete() {
    close();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path each : found.toList()) {
        Files.deleteIfExists(each);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // The next start tries again.
    }
  }

  /// Lets go of the folder and leaves it as it is.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The process is about to end, and its locks with it.
    }
  }
}
