package netarium.app.project;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import netarium.topologies.Topology;
import netarium.topologies.problem.Problem;
import netarium.topologies.project.Project;
import netarium.topologies.project.SaveResult;
import org.jspecify.annotations.Nullable;

/// Keeps unsaved work safe: whatever ends this process, at most five seconds of it are lost.
///
/// [#tick] is called a few times a second. It writes at once when there is something new and the
/// last write is long enough ago, in the background; saved or closed work is taken away again.
public final class Autosave implements AutoCloseable {
  /// With two ticks a second and a second for a write, no more than five seconds can be lost.
  public static final Duration INTERVAL = Duration.ofMillis(3_500);

  private final Documents documents;
  private final Background background;
  private final InstantSource clock;
  private final @Nullable RecoveryFolder folder;
  private Duration interval = INTERVAL;
  private Instant last = Instant.MIN;
  private @Nullable Document kept;
  private long keptRevision;
  private boolean isWriting;
  private @Nullable Topology lastGood;
  private @Nullable Problem problem;

  /// `root` is where all processes have their folders; this one's is made in it.
  public Autosave(Documents documents, Background background, InstantSource clock, Path root) {
    this.documents = documents;
    this.background = background;
    this.clock = clock;
    folder = take(root, clock);
  }

  private static @Nullable RecoveryFolder take(Path root, InstantSource clock) {
    String name = ProcessHandle.current().pid() + "-" + clock.instant().toEpochMilli();
    try {
      return RecoveryFolder.take(root.resolve(name)).orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  /// How long to wait between two writes.
  public void interval(Duration chosen) {
    interval = chosen;
  }

  /// Why unsaved work could not be kept at the last try.
  public Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /// Looks whether there is something to write.
  public void tick() {
    Document document = documents.current().orElse(null);
    if (document == null || !document.isModified()) {
      forget();
    } else if (isNew(document) && !clock.instant().isBefore(due())) {
      write(document, List.of());
    }
  }

  private Instant due() {
    return last.equals(Instant.MIN) ? Instant.MIN : last.plus(interval);
  }

  private boolean isNew(Document document) {
    return !isWriting && (document != kept || document.revision() != keptRevision);
  }

  /// Writes now; `then` follows once that is done.
  public void now(Runnable then) {
    documents.current().ifPresent(document -> write(document, List.of(then)));
  }

  private void write(Document document, List<Runnable> then) {
    RecoveryFolder target = folder;
    if (target == null) {
      return;
    }
    Project project = document.project();
    Project saved = document.saved();
    String location = document.location().map(Path::toString).orElse(null);
    Topology good = lastGood;
    kept = document;
    keptRevision = document.revision();
    last = clock.instant();
    isWriting = true;
    background.run(
        () -> {
          RecoveryFolder.Note note = new RecoveryFolder.Note(location, Fingerprint.of(saved));
          SaveResult result = target.keep(project, note);
          boolean isTextSafe =
              result instanceof SaveResult.Saved
                  || good == null
                  || target.keep(project.with(good), note) instanceof SaveResult.Saved;
          return new Kept(result, isTextSafe);
        },
        done -> {
          isWriting = false;
          if (done.result instanceof SaveResult.Failed(Problem why)) {
            problem = why;
          } else {
            problem = null;
            lastGood = project.topology();
            then.forEach(Runnable::run);
          }
        });
  }

  /// `isTextSafe` is false only if neither the project nor its files with an older drawing could be
  /// kept.
  private record Kept(SaveResult result, boolean isTextSafe) {}

  private void forget() {
    RecoveryFolder target = folder;
    if (kept != null && !isWriting && target != null) {
      kept = null;
      lastGood = null;
      last = Instant.MIN;
      background.run(
          () -> {
            target.clear();
            return true;
          },
          _ -> {});
    }
  }

  /// The program ends in an orderly way, with nothing unsaved that anybody wants.
  @Override
  public void close() {
    if (folder != null) {
      folder.delete();
    }
  }
}
