package netarium.engine.analysis.filter;

/// Leads out of the parser; never leaves this package.
final class UnreadableFilter extends Exception {
  private static final long serialVersionUID = 1;

  private final transient FilterProblem problem;

  UnreadableFilter(FilterProblem.Kind kind, String word, int from, int to) {
    this(kind, word, "", from, to);
  }

  UnreadableFilter(FilterProblem.Kind kind, String word, String about, int from, int to) {
    super(word, null, false, false);
    this.problem = new FilterProblem(kind, word, about, from, to);
  }

  FilterProblem problem() {
    return problem;
  }
}
