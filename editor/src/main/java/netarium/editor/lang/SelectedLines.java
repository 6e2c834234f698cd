package netarium.editor.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The lines a selection means: a last line of which nothing is selected is left out.
record SelectedLines(int first, int last) {
  static SelectedLines of(LuaText text, int anchor, int caret) {
    int first = text.lineAt(Math.min(anchor, caret));
    int end = Math.max(anchor, caret);
    int last = text.lineAt(end);
    if (last > first && text.startOf(last) == end) {
      last--;
    }
    return new SelectedLines(first, last);
  }

  /// One edit over all lines; anchor and caret keep their places in the text around them.
  Edit replaceEach(LuaText text, int anchor, int caret, Function<String, LineChange> change) {
    int from = text.startOf(first);
    int start = from;
    int newStart = from;
    int newAnchor = anchor;
    int newCaret = caret;
    List<String> changed = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      String line = text.line(i);
      LineChange each = change.apply(line);
      if (anchor >= start) {
        newAnchor = newStart + moved(each, anchor - start, line);
      }
      if (caret >= start) {
        newCaret = newStart + moved(each, caret - start, line);
      }
      String after = each.applyTo(line);
      changed.add(after);
      start += line.length() + 1;
      newStart += after.length() + 1;
    }
    return new Edit(from, start - 1, String.join("\n", changed), newAnchor, newCaret);
  }

  /// A place at the start of a line stays there; one behind the lines moves with their length.
  private static int moved(LineChange change, int place, String line) {
    if (place > line.length()) {
      return place + change.text().length() - change.removed();
    }
    return place == 0 ? 0 : change.moved(place);
  }
}
