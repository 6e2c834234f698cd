package netarium.editor.lang;

import java.util.Optional;

/// Indents as one writes: a line that opens a block pushes the next one in, a line that starts with
/// what closes it goes out again. Two spaces a step; tabs in a script are kept as they are.
public final class Indentation {
  public static final int STEP = 2;

  private Indentation() {}

  /// How many characters of white space `line` starts with.
  static int widthOf(String line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /// The Enter key. Between an opener and its closer the closer gets a line of its own.
  public static Edit enter(LuaText text, int anchor, int caret) {
    int start = Math.min(anchor, caret);
    int end = Math.max(anchor, caret);
    int line = text.lineAt(start);
    int column = start - text.startOf(line);
    String all = text.line(line);
    String indent = all.substring(0, Math.min(widthOf(all), column));
    LexedLine before = LineLexer.lex(all.substring(0, column), text.before(line));
    if (!(before.after() instanceof LineState.Code)) {
      return inserted(start, end, "\n" + (isInLong(before.after()) ? "" : indent), 0);
    }
    int lastLine = text.lineAt(end);
    String rest = text.line(lastLine).substring(end - text.startOf(lastLine));
    int blanks = widthOf(rest);
    boolean isClosing = isCloser(firstWord(rest.substring(blanks)));
    Balance balance = Balance.of(all.substring(0, column), before.spans());
    if (balance.opened() > 0 && isClosing) {
      String inner = "\n" + indent + " ".repeat(STEP);
      return inserted(start, end + blanks, inner + "\n" + indent, indent.length() + 1);
    }
    String more = balance.opened() > 0 ? " ".repeat(STEP) : "";
    return inserted(start, end + blanks, "\n" + indent + more, 0);
  }

  private static boolean isInLong(LineState state) {
    return state instanceof LineState.Long;
  }

  private static Edit inserted(int start, int end, String text, int caretBack) {
    int caret = start + text.length() - caretBack;
    return new Edit(start, end, text, caret, caret);
  }

  /// After a character was typed before `caret`: moves a line that now starts with `end`, `else`,
  /// `until`, a bracket … out by a step, and in again when the word grew into another one.
  public static Optional<Edit> typed(LuaText text, int caret) {
    int index = text.lineAt(caret);
    String line = text.line(index);
    int column = caret - text.startOf(index);
    int indent = widthOf(line);
    if (column <= indent || index == 0 || !(text.before(index) instanceof LineState.Code)) {
      return Optional.empty();
    }
    String word = line.substring(indent, column);
    boolean isCloser = isCloser(word) && word.equals(firstWord(line.substring(indent)));
    boolean wasCloser = isCloser(word.substring(0, word.length() - 1));
    int expected = expected(text, index);
    int change = 0;
    if (isCloser && indent == expected) {
      change = -Math.min(STEP, indent);
    } else if (wasCloser
        && !isCloser
        && Words.isPart(word.charAt(word.length() - 1))
        && indent == expected - STEP) {
      change = STEP;
    }
    if (change == 0) {
      return Optional.empty();
    }
    int start = text.startOf(index);
    String blanks =
        change > 0 ? line.substring(0, indent) + "  " : line.substring(0, indent - STEP);
    return Optional.of(new Edit(start, start + indent, blanks, caret + change, caret + change));
  }

  /// The indentation that Enter would have given line `index`.
  private static int expected(LuaText text, int index) {
    int above = index - 1;
    while (above > 0 && text.line(above).isBlank()) {
      above--;
    }
    String line = text.line(above);
    return widthOf(line) + (Balance.of(line, text.spans(above)).opened() > 0 ? STEP : 0);
  }

  /// Tab: moves the selected lines in, or without a selection goes to the next stop.
  public static Edit in(LuaText text, int anchor, int caret) {
    if (anchor == caret) {
      int column = caret - text.startOf(text.lineAt(caret));
      return inserted(caret, caret, " ".repeat(STEP - column % STEP), 0);
    }
    String step = " ".repeat(STEP);
    return SelectedLines.of(text, anchor, caret)
        .replaceEach(
            text,
            anchor,
            caret,
            line -> line.isBlank() ? LineChange.NONE : new LineChange(0, 0, step));
  }

  /// Shift+Tab: moves the selected lines, or the caret's line, out by a step.
  public static Edit out(LuaText text, int anchor, int caret) {
    return SelectedLines.of(text, anchor, caret)
        .replaceEach(
            text,
            anchor,
            caret,
            line -> {
              int tab = line.startsWith("\t") ? 1 : Math.min(STEP, widthOf(line));
              return new LineChange(0, tab, "");
            });
  }

  private static boolean isCloser(String word) {
    return switch (word) {
      case "end", "else", "elseif", "until", "}", ")", "]" -> true;
      default -> false;
    };
  }

  private static String firstWord(String text) {
    if (text.isEmpty() || !Words.isPart(text.charAt(0))) {
      return text.isEmpty() ? "" : text.substring(0, 1);
    }
    int end = 1;
    while (end < text.length() && Words.isPart(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
