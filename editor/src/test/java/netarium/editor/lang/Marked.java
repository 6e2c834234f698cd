package netarium.editor.lang;

/// A text with places in it, as tests write them: `|` is the caret, `^` the other end of the
/// selection.
record Marked(String text, int anchor, int caret) {
  static Marked of(String marked) {
    int caret = marked.indexOf('|');
    int anchor = marked.indexOf('^');
    if (caret < 0) {
      throw new IllegalArgumentException("a marked text has a caret: " + marked);
    }
    String text = marked.replace("|", "").replace("^", "");
    if (anchor < 0) {
      return new Marked(text, caret, caret);
    }
    return anchor < caret
        ? new Marked(text, anchor, caret - 1)
        : new Marked(text, anchor - 1, caret);
  }

  LuaText lua() {
    return LuaText.of(text);
  }

  /// The text after `edit`, marked again.
  String after(Edit edit) {
    StringBuilder result = new StringBuilder(edit.applyTo(text));
    int low = Math.min(edit.anchor(), edit.caret());
    int high = Math.max(edit.anchor(), edit.caret());
    result.insert(high, high == edit.caret() ? '|' : '^');
    if (low != high) {
      result.insert(low, low == edit.caret() ? '|' : '^');
    }
    return result.toString();
  }
}
