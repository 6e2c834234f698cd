package netarium.engine.analysis.filter;

/// Leads out of the parser; never leaves this package.
final class UnreadableFilter extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;

  /// `column` counts from 1.
  UnreadableFilter(int column, String sentence) {
    super(sentence, null, false, false);
    this.sentence = "column " + column + ": " + sentence;
  }

  String sentence() {
    return sentence;
  }
}
