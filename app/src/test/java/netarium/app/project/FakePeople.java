package netarium.app.project;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.topologies.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Answers as a test has decided, and remembers what was asked.
public final class FakePeople implements Questions, Choosers {
  public final List<String> asked = new ArrayList<>();
  public final List<Problem> told = new ArrayList<>();
  public final ArrayDeque<Unsaved> unsaved = new ArrayDeque<>();
  public final ArrayDeque<Outside> outside = new ArrayDeque<>();
  public boolean overwrites;
  public @Nullable Path chosen;

  @Override
  public Unsaved unsaved(String name) {
    asked.add("unsaved " + name);
    return unsaved.remove();
  }

  @Override
  public Outside changedOutside(String name) {
    asked.add("outside " + name);
    return outside.remove();
  }

  @Override
  public boolean overwrite(Path place) {
    asked.add("overwrite");
    return overwrites;
  }

  @Override
  public void refused(List<Problem> problems) {
    told.addAll(problems);
  }

  @Override
  public Optional<Path> openFolder() {
    return Optional.ofNullable(chosen);
  }

  @Override
  public Optional<Path> openFile() {
    return Optional.ofNullable(chosen);
  }

  @Override
  public Optional<Path> saveProject(String suggestedName) {
    asked.add("save " + suggestedName);
    return Optional.ofNullable(chosen);
  }

  @Override
  public Optional<Path> saveFile(String suggestedName, String ending) {
    asked.add("file " + suggestedName + ending);
    return Optional.ofNullable(chosen);
  }
}
