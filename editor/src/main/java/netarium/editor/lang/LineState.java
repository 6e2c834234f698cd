package netarium.editor.lang;

/// What a line inherits from the one before: which literal or comment is still open.
public sealed interface LineState {
  LineState CODE = new Code();

  /// Nothing is open.
  record Code() implements LineState {}

  /// Inside `[==[ … ]==]`, a comment when it began with `--`; `level` counts the equals signs.
  record Long(int level, boolean isComment) implements LineState {}

  /// Inside a quoted string whose last line ended with `\`, or with `\z`, which skips white space.
  record Quoted(char quote, boolean isSkipping) implements LineState {}
}
