package netarium.app.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import netarium.app.samples.BundledSamples;
import netarium.app.session.Listeners;
import netarium.engine.run.CheckedProjects;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import netarium.topologies.project.SaveResult;
import org.jspecify.annotations.Nullable;

/// The project that is open, if any, and the ways in and out: every one that would lose unsaved
/// work asks first. Disk work is done in the background; what follows it comes back here.
public final class Documents {
  private static final String SAMPLE = "sample:";

  private final Listeners listeners = new Listeners();
  private final Background background;
  private final Questions questions;
  private final Choosers choosers;
  private final RecentProjects recent;
  private @Nullable Document current;
  private List<Problem> warnings = List.of();
  private @Nullable DiskStamps stamps;
  private boolean isLooking;
  private BooleanSupplier savesUnasked = () -> false;

  public Documents(
      Background background, Questions questions, Choosers choosers, RecentProjects recent) {
    this.background = background;
    this.questions = questions;
    this.choosers = choosers;
    this.recent = recent;
  }

  /// Where `condition` holds, a project that has its place on the disk is saved without a question
  /// before it is closed; one without a place always asks.
  public void savesUnasked(BooleanSupplier condition) {
    savesUnasked = condition;
  }

  /// Calls `listener` when another project is open, or none; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  public Optional<Document> current() {
    return Optional.ofNullable(current);
  }

  /// What was odd about the open project, though it could be opened.
  public List<Problem> warnings() {
    return warnings;
  }

  /// Opens what a command line names: a folder, a file, or `sample:NAME`.
  public void open(String named) {
    if (named.startsWith(SAMPLE)) {
      openSample(named.substring(SAMPLE.length()));
      return;
    }
    try {
      open(Path.of(named));
    } catch (InvalidPathException e) {
      refuse(named, "this cannot be a path", "name a folder or a file");
    }
  }

  /// Opens a folder, its `topology.json`, or a `.netarium` file.
  public void open(Path path) {
    open(path, () -> {});
  }

  /// The same; `then` follows if the project was opened.
  public void open(Path path, Runnable then) {
    whenSafe(() ->
        background.run(
            () -> {
              DiskStamps before = DiskStamps.of(ProjectStore.location(path));
              return new Read(ProjectStore.open(path), before);
            },
            read -> {
              if (read.result instanceof OpenResult.Opened(Project project, List<Problem> odd)) {
                Path location = ProjectStore.location(path);
                show(new Document(project, location), odd, read.stamps);
                recent.opened(location, project.topology().name());
                then.run();
              } else if (read.result instanceof OpenResult.Refused(List<Problem> problems)) {
                questions.refused(problems);
              }
            }));
  }

  private record Read(OpenResult result, DiskStamps stamps) {}

  public void chooseFolder() {
    choosers.openFolder().ifPresent(this::open);
  }

  public void chooseFile() {
    choosers.openFile().ifPresent(this::open);
  }

  /// Opens a copy of a sample, which has no place on the disk yet.
  public void openSample(String name) {
    openSample(name, () -> {});
  }

  /// The same; `then` follows if it was opened.
  public void openSample(String name, Runnable then) {
    Optional<Map<String, byte[]>> files = BundledSamples.files(name);
    if (files.isEmpty()) {
      String known = String.join(", ", BundledSamples.names());
      refuse(SAMPLE + name, "there is no such sample", "the samples are " + known);
      return;
    }
    switch (CheckedProjects.open(files.get(), SAMPLE + name)) {
      case OpenResult.Opened(Project project, List<Problem> odd) ->
          whenSafe(() -> {
            show(new Document(project, null), odd, null);
            then.run();
          });
      case OpenResult.Refused(List<Problem> problems) -> questions.refused(problems);
    }
  }

  /// Opens a new project without a place on the disk.
  public void create(Project template) {
    whenSafe(() -> show(new Document(template, null), List.of(), null));
  }

  /// Opens what a process that was killed had not saved.
  public void open(Document recovered) {
    whenSafe(() -> show(recovered, List.of(), null));
  }

  /// Closes the project, if its work is saved or need not be.
  public void close() {
    whenSafe(() -> show(null, List.of(), null));
  }

  /// Does `then` once no unsaved work is lost by it: at once, after a save, or never.
  public void whenSafe(Runnable then) {
    Document document = current;
    if (document == null || !document.isModified()) {
      then.run();
      return;
    }
    boolean isUnasked = savesUnasked.getAsBoolean() && document.location().isPresent();
    switch (isUnasked ? Questions.Unsaved.SAVE : questions.unsaved(document.name())) {
      case DISCARD -> then.run();
      case SAVE ->
          save(() -> {
            if (document.isModified()) {
              whenSafe(then);
            } else {
              then.run();
            }
          });
      case CANCEL -> {}
    }
  }

  public void save() {
    save(() -> {});
  }

  /// Saves where the project came from; one without a place is asked for it. `then` follows if it
  /// was saved.
  public void save(Runnable then) {
    Document document = current;
    if (document == null) {
      return;
    }
    Optional<Path> location = document.location();
    if (location.isEmpty()) {
      saveAs(then);
      return;
    }
    Path place = location.get();
    look(
        document,
        place,
        onDisk -> {
          boolean isMine = onDisk == null || keepsMine(document, onDisk);
          if (isMine) {
            write(document, place, document.saved(), then);
          }
        });
  }

  public void saveAs() {
    saveAs(() -> {});
  }

  /// Saves somewhere else, and from now on there. `then` follows if it was saved.
  public void saveAs(Runnable then) {
    Document document = current;
    if (document == null) {
      return;
    }
    Optional<Path> chosen = choosers.saveProject(fileName(document.name()));
    if (chosen.isEmpty()) {
      return;
    }
    Path place = chosen.get().toAbsolutePath().normalize();
    boolean isAnother = !place.equals(document.location().orElse(null));
    Path taken = ProjectStore.isBundle(place) ? place : place.resolve(ProjectPath.TOPOLOGY);
    if (isAnother && Files.exists(taken) && !questions.overwrite(place)) {
      return;
    }
    write(document, place, isAnother ? null : document.saved(), then);
  }

  /// Writes the one-file form elsewhere; the project stays where it is.
  public void exportBundle() {
    Document document = current;
    if (document == null) {
      return;
    }
    Project project = document.project();
    choosers
        .saveFile(fileName(document.name()), Projects.BUNDLE_ENDING)
        .ifPresent(file ->
            background.run(() -> Projects.exportBundle(project, file), result -> tell(result)));
  }

  private void tell(SaveResult result) {
    if (result instanceof SaveResult.Failed(Problem problem)) {
      questions.refused(List.of(problem));
    }
  }

  private void write(Document document, Path place, @Nullable Project before, Runnable then) {
    Project project = document.project();
    background.run(
        () -> {
          SaveResult result = ProjectStore.save(project, place, before);
          return new Written(result, DiskStamps.of(place));
        },
        written -> {
          tell(written.result);
          if (written.result instanceof SaveResult.Saved) {
            if (document == current) {
              stamps = written.stamps;
            }
            document.savedAs(project, place);
            recent.opened(place, document.name());
            then.run();
          }
        });
  }

  private record Written(SaveResult result, DiskStamps stamps) {}

  /// Looks whether somebody else wrote the project's files, and asks what to do about it. Called
  /// when the window comes to the front, and now and then.
  public void checkOutside() {
    Document document = current;
    if (document != null && !isLooking) {
      document
          .location()
          .ifPresent(place ->
              look(
                  document,
                  place,
                  onDisk -> {
                    if (onDisk != null) {
                      keepsMine(document, onDisk);
                    }
                  }));
    }
  }

  /// Hands over what is on the disk if it is not what was read or written last, else null. Files
  /// that are gone or cannot be read at the moment are no news: a save would write them anew.
  private void look(Document document, Path place, Consumer<@Nullable Project> then) {
    DiskStamps known = stamps;
    String fingerprint = Fingerprint.of(document.saved());
    isLooking = true;
    background.run(
        () -> Look.at(place, known, fingerprint),
        look -> {
          isLooking = false;
          if (document == current) {
            stamps = look.stamps();
            then.accept(look.changed());
          }
        });
  }

  private boolean keepsMine(Document document, Project onDisk) {
    boolean isMine = questions.changedOutside(document.name()) == Questions.Outside.KEEP_MINE;
    if (isMine) {
      document.savedAs(onDisk, document.location().orElse(null));
    } else {
      document.reload(onDisk);
    }
    return isMine;
  }

  private void show(@Nullable Document document, List<Problem> odd, @Nullable DiskStamps read) {
    current = document;
    warnings = List.copyOf(odd);
    stamps = read;
    listeners.tell();
  }

  private void refuse(String file, String what, String advice) {
    questions.refused(List.of(new Problem(file, Position.START, what, advice)));
  }

  /// A name for files from a name for people.
  static String fileName(String name) {
    String plain = name.strip().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? "network" : plain.toLowerCase(Locale.ROOT);
  }
}
