package netarium.editor.lang;

/// Inside one line: `text` in the place of `removed` characters at `column`.
record LineChange(int column, int removed, String text) {
  static final LineChange NONE = new LineChange(0, 0, "");

  String applyTo(String line) {
    return line.substring(0, column) + text + line.substring(column + removed);
  }

  /// Where a place in the line is after the change.
  int moved(int place) {
    if (place < column) {
      return place;
    }
    return Math.max(column, place - removed) + text.length();
  }
}
