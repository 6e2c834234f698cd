package netarium.app.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netarium.app.project.Choosers;
import netarium.app.project.Questions;
import netarium.topologies.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Somebody who answers the window's questions as they were told to, and remembers what they were
/// told.
final class Person implements Questions, Choosers {
  Unsaved unsaved = Unsaved.DISCARD;
  @Nullable Path place;
  @Nullable Problem refused;

  @Override
  public Unsaved unsaved(String name) {
    return unsaved;
  }

  @Override
  public Outside changedOutside(String name) {
    return Outside.KEEP_MINE;
  }

  @Override
  public boolean overwrite(Path where) {
    return true;
  }

  @Override
  public void refused(List<Problem> problems) {
    refused = problems.getFirst();
  }

  @Override
  public Optional<Path> openFolder() {
    return Optional.ofNullable(place);
  }

  @Override
  public Optional<Path> openFile() {
    return Optional.ofNullable(place);
  }

  @Override
  public Optional<Path> saveProject(String suggestedName) {
    return Optional.ofNullable(place);
  }

  @Override
  public Optional<Path> saveFile(String suggestedName, String ending) {
    return Optional.ofNullable(place);
  }
}
