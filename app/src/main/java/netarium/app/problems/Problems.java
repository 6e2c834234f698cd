package netarium.app.problems;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import netarium.app.problems.Finding.Severity;
import netarium.app.session.Listeners;
import netarium.topologies.problem.Problem;

/// All that is wrong: with the project as it was opened or is written, and in the run.
public final class Problems {
  private final Listeners listeners = new Listeners();
  private final List<Finding> ofProject = new ArrayList<>();
  private List<Finding> ofScripts = List.of();
  private final Hints hints;

  public Problems(Hints hints) {
    this.hints = hints;
    hints.listen(listeners::tell);
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  /// What is wrong with the project, in place of what was: what keeps it from being opened or run,
  /// and what does not.
  public void project(List<Problem> errors, List<Problem> warnings) {
    ofProject.clear();
    errors.forEach(each -> ofProject.add(of(each, Severity.ERROR)));
    warnings.forEach(each -> ofProject.add(of(each, Severity.WARNING)));
    listeners.tell();
  }

  /// What is wrong with the words of the scripts, in place of what was.
  void scripts(List<Finding> findings) {
    ofScripts = List.copyOf(findings);
    listeners.tell();
  }

  private static Finding of(Problem problem, Severity severity) {
    Place place = new Place.InText(problem.file(), problem.at().line(), problem.at().column());
    List<String> words = List.of(problem.what(), problem.advice());
    return new Finding(severity, "project", words, place, Finding.NO_EVENT, 0, 1);
  }

  /// Everything, the worst first, then in the order in which it came up.
  public List<Finding> all() {
    List<Finding> all = new ArrayList<>(ofProject);
    all.addAll(ofScripts);
    all.addAll(hints.all());
    all.sort(Comparator.comparing(Finding::severity));
    return all;
  }

  /// How many things are wrong: the number on the tab.
  public int count() {
    return ofProject.size() + ofScripts.size() + hints.all().size();
  }

  public boolean hasErrors() {
    return all().stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  Hints hints() {
    return hints;
  }
}
