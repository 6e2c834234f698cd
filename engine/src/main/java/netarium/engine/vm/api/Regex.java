package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A regular expression as `grep -E` reads it: `.` `[…]` `^` `$` `*` `+` `?` `{m,n}` `|` `(…)`, and
/// `\d \w \s \D \W \S`. It is run as a set of places in a small program, so a line costs length
/// times size, whatever the expression; scripts cannot make it explode.
final class Regex {
  static final int CHARACTERS = 256;

  /// An instruction of the program: one character of a set, a fork, a place check, the end.
  sealed interface Op {
    record One(BitSet set) implements Op {}

    /// Goes on at both places.
    record Fork(int first, int second) implements Op {}

    record LineStart() implements Op {}

    record LineEnd() implements Op {}

    record Found() implements Op {}
  }

  private final List<Op> program;
  private final boolean ignoresCase;

  private Regex(List<Op> program, boolean ignoresCase) {
    this.program = program;
    this.ignoresCase = ignoresCase;
  }

  static Regex parse(String text, boolean ignoresCase) throws RegexSyntaxException {
    String source = ignoresCase ? lowerOutsideEscapes(text) : text;
    return new Regex(new RegexParser(source).program(), ignoresCase);
  }

  private static String lowerOutsideEscapes(String text) {
    StringBuilder out = new StringBuilder(LinePattern.lower(text));
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        out.setCharAt(i + 1, text.charAt(i + 1));
        i++;
      }
    }
    return out.toString();
  }

  int size() {
    return program.size();
  }

  /// Whether the expression matches anywhere in the line.
  boolean isFoundIn(String text) {
    String line = ignoresCase ? LinePattern.lower(text) : text;
    BitSet now = new BitSet(program.size());
    for (int at = 0; at <= line.length(); at++) {
      if (reach(now, 0, at, line.length())) {
        return true;
      }
      if (at == line.length()) {
        return false;
      }
      BitSet next = new BitSet(program.size());
      char c = line.charAt(at);
      for (int place = now.nextSetBit(0); place >= 0; place = now.nextSetBit(place + 1)) {
        if (program.get(place) instanceof Op.One(BitSet set)
            && set.get(c)
            && reach(next, place + 1, at + 1, line.length())) {
          return true;
        }
      }
      now = next;
    }
    return false;
  }

  /// Adds a place and all that can be reached from it without a character; whether that is the end.
  private boolean reach(BitSet places, int start, int at, int length) {
    List<Integer> todo = new ArrayList<>(List.of(start));
    while (!todo.isEmpty()) {
      int place = todo.removeLast();
      if (places.get(place)) {
        continue;
      }
      places.set(place);
      switch (program.get(place)) {
        case Op.Found _ -> {
          return true;
        }
        case Op.Fork(int first, int second) -> {
          todo.add(second);
          todo.add(first);
        }
        case Op.LineStart _ when at == 0 -> todo.add(place + 1);
        case Op.LineEnd _ when at == length -> todo.add(place + 1);
        default -> {}
      }
    }
    return false;
  }
}
