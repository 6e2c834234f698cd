package netarium.app.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;
import netarium.topologies.project.Recordings;
import netarium.topologies.project.SaveResult;

/// Writes what came of a run into files for other programs: a capture, a recording, a picture.
public final class Exports {
  private static final String CAPTURE = ".pcapng";

  private final Documents documents;
  private final Background background;
  private final Questions questions;
  private final Choosers choosers;
  private final RunFiles run;

  public Exports(
      Documents documents,
      Background background,
      Questions questions,
      Choosers choosers,
      RunFiles run) {
    this.documents = documents;
    this.background = background;
    this.questions = questions;
    this.choosers = choosers;
    this.run = run;
  }

  public boolean hasRun() {
    return run.hasRun();
  }

  public void capture() {
    if (run.hasRun()) {
      file(CAPTURE).ifPresent(file -> write(file, run::writeCapture));
    }
  }

  /// Saves what one link carried, or has carried so far.
  public void capture(String link) {
    if (run.hasRun()) {
      file(CAPTURE).ifPresent(file -> write(file, out -> run.writeCapture(link, out)));
    }
  }

  public void recording() {
    Optional<RunFiles.Recorded> recorded = run.recording();
    if (recorded.isPresent()) {
      RunFiles.Recorded it = recorded.get();
      file(Recordings.ENDING)
          .ifPresent(file ->
              background.run(
                  () -> Recordings.save(it.project(), it.run(), file),
                  result -> {
                    if (result instanceof SaveResult.Failed(Problem problem)) {
                      questions.refused(List.of(problem));
                    }
                  }));
    }
  }

  /// Asks for a file such as `.png` or `.svg` and writes it in the background.
  public void other(String ending, StoredFile.Content content) {
    file(ending).ifPresent(file -> write(file, content));
  }

  private Optional<Path> file(String ending) {
    String name = documents.current().map(Document::name).orElse("");
    return choosers.saveFile(Documents.fileName(name), ending);
  }

  private void write(Path file, StoredFile.Content content) {
    background.run(
        () -> {
          try {
            new StoredFile(file).replace(content);
            return Optional.<Problem>empty();
          } catch (IOException e) {
            String why = "not written: " + e.getMessage();
            String advice = "the file is as it was before; make room or choose another folder";
            return Optional.of(new Problem(file.toString(), Position.START, why, advice));
          }
        },
        problem -> problem.ifPresent(it -> questions.refused(List.of(it))));
  }
}
