package netarium.editor.lang;

/// Turns whole lines into comments and back.
public final class Comments {
  private static final String MARK = "--";

  private Comments() {}

  /// Comments the selected lines out, or in again when all of them are comments already. Marks
  /// stand in one column, that of the least indented line; blank lines stay as they are.
  public static Edit toggle(LuaText text, int anchor, int caret) {
    SelectedLines selected = SelectedLines.of(text, anchor, caret);
    boolean hasCode = false;
    boolean isAllComment = true;
    int column = Integer.MAX_VALUE;
    for (int i = selected.first(); i <= selected.last(); i++) {
      String line = text.line(i);
      if (!line.isBlank()) {
        hasCode = true;
        isAllComment &= line.stripLeading().startsWith(MARK);
        column = Math.min(column, Indentation.widthOf(line));
      }
    }
    if (!hasCode) {
      return new Edit(caret, caret, "", anchor, caret);
    }
    int at = column;
    return isAllComment
        ? selected.replaceEach(text, anchor, caret, Comments::without)
        : selected.replaceEach(text, anchor, caret, line -> with(line, at));
  }

  private static LineChange with(String line, int column) {
    return line.isBlank() ? LineChange.NONE : new LineChange(column, 0, MARK + " ");
  }

  private static LineChange without(String line) {
    int at = line.indexOf(MARK);
    if (at < 0) {
      return LineChange.NONE;
    }
    int end = at + MARK.length();
    return new LineChange(at, line.startsWith(" ", end) ? 3 : 2, "");
  }
}
