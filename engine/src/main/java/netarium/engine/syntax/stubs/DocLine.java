package netarium.engine.syntax.stubs;

/// A `---` comment: its line, and what follows the dashes and one blank.
record DocLine(int line, String text) {
  private static final String DASHES = "---";

  /// Whether a comment is one; `----` is a rule that somebody drew.
  static boolean isOne(String comment) {
    return comment.startsWith(DASHES) && !comment.startsWith(DASHES + "-");
  }

  static DocLine of(int line, String comment) {
    String text = comment.substring(DASHES.length());
    return new DocLine(line, text.startsWith(" ") ? text.substring(1) : text);
  }
}
