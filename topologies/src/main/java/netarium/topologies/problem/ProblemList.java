package netarium.topologies.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what a reader finds in one file. A person repairs a few mistakes at a time, so only the
/// first hundred of each sort are kept.
public final class ProblemList {
  private static final int MAX_KEPT = 100;
  private final String file;
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  public ProblemList(String file) {
    this.file = file;
  }

  /// Something that makes the file unusable.
  public void error(Position at, String what, String advice) {
    if (errors.size() < MAX_KEPT) {
      errors.add(new Problem(file, at, what, advice));
    }
  }

  /// Something the file can be opened with.
  public void warning(Position at, String what, String advice) {
    if (warnings.size() < MAX_KEPT) {
      warnings.add(new Problem(file, at, what, advice));
    }
  }

  /// Whether further errors would be dropped, so that nobody need work out what to say.
  public boolean isFull() {
    return errors.size() >= MAX_KEPT;
  }

  /// The same for warnings.
  public boolean hasEnoughWarnings() {
    return warnings.size() >= MAX_KEPT;
  }

  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /// In the order of the file.
  public List<Problem> errors() {
    return sorted(errors);
  }

  /// In the order of the file.
  public List<Problem> warnings() {
    return sorted(warnings);
  }

  private static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().sorted(Comparator.comparing(Problem::at)).toList();
  }
}
