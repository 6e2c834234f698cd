package netarium.editor.ui;

/// What a whole line can be marked as. The gutter shows the mark, the line its colour.
public enum LineMark {
  /// Here the run stands still.
  STOPPED("mark-stopped"),
  /// Here the run failed.
  FAILED("mark-failed"),
  /// Here is what the syntax check complains about; the text itself is underlined.
  ERROR("mark-error");

  private final String styleClass;

  LineMark(String styleClass) {
    this.styleClass = styleClass;
  }

  String styleClass() {
    return styleClass;
  }

  boolean coversLine() {
    return this != ERROR;
  }
}
