package netarium.editor.ui;

/// Where the caret is: line and column from 1, as a status line shows them; offset from 0.
public record CaretPlace(int line, int column, int offset) {
  static final CaretPlace START = new CaretPlace(1, 1, 0);
}
