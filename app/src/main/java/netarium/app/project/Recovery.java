package netarium.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import netarium.topologies.Topology;
import netarium.topologies.problem.Problem;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import org.jspecify.annotations.Nullable;

/// What processes that were killed had not saved.
public final class Recovery {
  private Recovery() {}

  /// Unsaved work that was found.
  ///
  /// @param folder where it lies
  /// @param project the work itself
  /// @param at when it was kept
  /// @param location where the project is saved, if anywhere
  /// @param onDisk what is saved there now, if it can be opened
  /// @param diskIsNewer whether somebody wrote there after the work began: both have their worth
  public record Offer(
      Path folder,
      Project project,
      Instant at,
      @Nullable Path location,
      @Nullable Project onDisk,
      boolean diskIsNewer) {
    public String name() {
      return project.topology().name();
    }

    /// The work as an open document with unsaved changes. Where the disk is newer it has no place,
    /// so that saving cannot overwrite what is there.
    public Document document() {
      Project base = onDisk == null || diskIsNewer ? Project.of(Topology.empty("")) : onDisk;
      return Document.unsaved(base, project, diskIsNewer ? null : location);
    }

    /// Nobody wants it any more, or it is safe elsewhere.
    public void discard() {
      try {
        RecoveryFolder.take(folder).ifPresent(RecoveryFolder::delete);
      } catch (IOException e) {
        // The next start offers it again.
      }
    }
  }

  /// Everything that was left in the folders of processes that have ended, the newest first. Takes
  /// its time: it opens projects.
  public static List<Offer> offers(Path root) {
    List<Offer> offers = new ArrayList<>();
    for (Path folder : folders(root)) {
      try {
        Optional<RecoveryFolder> taken = RecoveryFolder.take(folder);
        if (taken.isPresent()) {
          offer(taken.get()).ifPresent(offers::add);
        }
      } catch (IOException e) {
        // A folder that cannot be read offers nothing.
      }
    }
    offers.sort(Comparator.comparing(Offer::at).reversed());
    return List.copyOf(offers);
  }

  private static List<Path> folders(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(root)) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Offer> offer(RecoveryFolder folder) throws IOException {
    if (!Files.isRegularFile(folder.bundle())) {
      folder.delete();
      return Optional.empty();
    }
    try (folder) {
      if (ProjectStore.open(folder.bundle())
          instanceof OpenResult.Opened(Project project, List<Problem> _)) {
        Instant at = Files.getLastModifiedTime(folder.bundle()).toInstant();
        return Optional.of(offer(folder.path(), folder.note(), project, at));
      }
      return Optional.empty();
    }
  }

  private static Offer offer(Path folder, RecoveryFolder.Note note, Project project, Instant at) {
    Path location = path(note.location());
    if (location != null
        && ProjectStore.open(location)
            instanceof OpenResult.Opened(Project onDisk, List<Problem> _)) {
      boolean isNewer = !Fingerprint.of(onDisk).equals(note.base());
      return new Offer(folder, project, at, location, onDisk, isNewer);
    }
    return new Offer(folder, project, at, location, null, false);
  }

  private static @Nullable Path path(@Nullable String text) {
    try {
      return text == null ? null : Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
