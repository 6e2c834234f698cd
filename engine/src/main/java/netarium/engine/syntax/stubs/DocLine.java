package netarium.engine.syntax.stubs;

/// A `---` comment: its line, and what follows the dashes. A single blank belongs to the dashes,
/// more are indentation.
record DocLine(int line, String text) {
  private static final String DASHES = "---";

  /// Whether a comment is one; `----` is a rule that somebody drew.
  static boolean isOne(String comment) {
    return comment.startsWith(DASHES) && !comment.startsWith(DASHES + "-");
  }

  static DocLine of(int line, String comment) {
    String text = comment.substring(DASHES.length());
    boolean isSpaced = text.startsWith(" ") && !text.startsWith("  ");
    return new DocLine(line, isSpaced ? text.substring(1) : text);
  }
}
