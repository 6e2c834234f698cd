package netarium.editor.lang;

import java.util.ArrayList;
import java.util.List;

/// A script by lines, each with what it inherits from the one before.
///
/// After a change only the lines that were touched are lexed again, and those below for as long as
/// they inherit something new: opening a long comment reaches down to its end, typing a letter
/// reaches nowhere.
public final class LuaText {
  /// Lines `first` to `last` (inclusive) that may look different now.
  public record Touched(int first, int last) {
    public int count() {
      return last - first + 1;
    }
  }

  private final List<String> lines = new ArrayList<>();
  private final List<LineState> afters = new ArrayList<>();

  private LuaText() {}

  public static LuaText of(String text) {
    LuaText result = new LuaText();
    result.lines.add("");
    result.afters.add(LineState.CODE);
    result.replace(0, 0, text);
    return result;
  }

  /// How many lines there are; never 0.
  public int lines() {
    return lines.size();
  }

  public String line(int index) {
    return lines.get(index);
  }

  public String text() {
    return String.join("\n", lines);
  }

  /// What line `index` inherits.
  public LineState before(int index) {
    return index == 0 ? LineState.CODE : afters.get(index - 1);
  }

  public List<Span> spans(int index) {
    return lex(index).spans();
  }

  public int length() {
    return startOf(lines.size() - 1) + lines.getLast().length();
  }

  /// The offset at which line `index` starts.
  public int startOf(int index) {
    int start = 0;
    for (int i = 0; i < index; i++) {
      start += lines.get(i).length() + 1;
    }
    return start;
  }

  /// The line that holds `offset`; its end belongs to it.
  public int lineAt(int offset) {
    int left = offset;
    for (int i = 0; i < lines.size(); i++) {
      left -= lines.get(i).length() + 1;
      if (left < 0) {
        return i;
      }
    }
    return lines.size() - 1;
  }

  /// Puts `inserted` in the place of `removed` characters at `offset`.
  public Touched replace(int offset, int removed, String inserted) {
    int first = lineAt(offset);
    int last = lineAt(offset + removed);
    int start = startOf(first);
    String tail = lines.get(last).substring(offset + removed - startOf(last));
    String head = lines.get(first).substring(0, offset - start);
    LineState afterTouched = afters.get(last);
    List<String> fresh = List.of((head + inserted + tail).split("\n", -1));
    lines.subList(first, last + 1).clear();
    lines.addAll(first, fresh);
    afters.subList(first, last + 1).clear();
    List<LineState> states = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      states.add(LineState.CODE);
    }
    states.set(fresh.size() - 1, afterTouched);
    afters.addAll(first, states);
    return new Touched(first, lexDown(first, first + fresh.size() - 1));
  }

  /// Lexes `first` to `last` and on until a line passes down what it passed down before; answers
  /// the last line that inherited something new.
  private int lexDown(int first, int last) {
    int at = first;
    while (true) {
      LineState after = lex(at).after();
      boolean isSame = after.equals(afters.set(at, after));
      if (at + 1 == lines.size() || (at >= last && isSame)) {
        return at;
      }
      at++;
    }
  }

  private LexedLine lex(int index) {
    return index == 0
        ? LineLexer.lexFirst(lines.get(0))
        : LineLexer.lex(lines.get(index), before(index));
  }
}
