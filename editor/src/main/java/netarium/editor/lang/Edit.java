package netarium.editor.lang;

/// One replacement, and the selection after it: `text` in the place of `start` to `end`
/// (exclusive). One edit is one step of undo.
public record Edit(int start, int end, String text, int anchor, int caret) {
  /// The edit as it changes `before`; the control does the same to its own text.
  public String applyTo(String before) {
    return before.substring(0, start) + text + before.substring(end);
  }
}
