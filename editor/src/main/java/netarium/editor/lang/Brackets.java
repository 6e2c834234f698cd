package netarium.editor.lang;

import java.util.List;
import java.util.Optional;

/// Finds the other bracket of a pair; brackets in strings and comments are text.
public final class Brackets {
  /// Further away than this nobody looks.
  private static final int LINES = 2_000;

  private Brackets() {}

  /// The offsets of a bracket and its partner.
  public record Pair(int here, int there) {}

  /// The pair of the bracket left of `caret`, else of the one right of it.
  public static Optional<Pair> at(LuaText text, int caret) {
    int line = text.lineAt(caret);
    int start = text.startOf(line);
    for (int column : new int[] {caret - start - 1, caret - start}) {
      List<Span> spans = text.spans(line);
      for (int i = 0; i < spans.size(); i++) {
        Span span = spans.get(i);
        if (span.start() == column && depth(text.line(line), span) != 0) {
          int here = start + column;
          return partner(text, line, i).map(there -> new Pair(here, there));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> partner(LuaText text, int line, int index) {
    List<Span> spans = text.spans(line);
    int step = depth(text.line(line), spans.get(index));
    char kind = text.line(line).charAt(spans.get(index).start());
    int depth = 0;
    int at = line;
    int i = index;
    while (Math.abs(at - line) <= LINES) {
      for (; i >= 0 && i < spans.size(); i += step) {
        depth += depth(text.line(at), spans.get(i));
        if (depth == 0) {
          char other = text.line(at).charAt(spans.get(i).start());
          int offset = text.startOf(at) + spans.get(i).start();
          return isPair(kind, other) ? Optional.of(offset) : Optional.empty();
        }
      }
      at += step;
      if (at < 0 || at >= text.lines()) {
        break;
      }
      spans = text.spans(at);
      i = step > 0 ? 0 : spans.size() - 1;
    }
    return Optional.empty();
  }

  /// 1 for an opening bracket, −1 for a closing one, 0 for anything else.
  private static int depth(String line, Span span) {
    if (span.kind() != TokenClass.OPERATOR || span.end() != span.start() + 1) {
      return 0;
    }
    return switch (line.charAt(span.start())) {
      case '(', '[', '{' -> 1;
      case ')', ']', '}' -> -1;
      default -> 0;
    };
  }

  private static boolean isPair(char one, char other) {
    return switch (one) {
      case '(' -> other == ')';
      case ')' -> other == '(';
      case '[' -> other == ']';
      case ']' -> other == '[';
      case '{' -> other == '}';
      default -> other == '{';
    };
  }
}
