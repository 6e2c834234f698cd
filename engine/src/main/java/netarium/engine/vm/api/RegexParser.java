package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import netarium.engine.vm.api.Regex.Op;

/// Reads a regular expression and writes the program [Regex] runs. Jumps are relative while parts
/// are put together, so that a part can be repeated, and made absolute at the end.
final class RegexParser {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_REPEAT = 1000;
  private static final int MAX_PROGRAM = 5000;

  private final String text;
  private int at;
  private int depth;

  RegexParser(String text) {
    this.text = text;
  }

  /// The program, jumps absolute.
  List<Op> program() throws RegexSyntaxException {
    List<Op> code = alternatives();
    if (at < text.length()) {
      throw new RegexSyntaxException("')' without '('");
    }
    code.add(new Op.Found());
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof Op.Fork(int first, int second)) {
        code.set(i, new Op.Fork(i + first, i + second));
      }
    }
    return code;
  }

  private boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private List<Op> alternatives() throws RegexSyntaxException {
    if (++depth > MAX_DEPTH) {
      throw new RegexSyntaxException("nested too deeply");
    }
    List<Op> code = sequence();
    while (isAt('|')) {
      at++;
      List<Op> other = sequence();
      List<Op> both = new ArrayList<>();
      both.add(new Op.Fork(1, code.size() + 2));
      both.addAll(code);
      both.add(new Op.Fork(other.size() + 1, other.size() + 1));
      both.addAll(other);
      code = checked(both);
    }
    depth--;
    return code;
  }

  private List<Op> sequence() throws RegexSyntaxException {
    List<Op> code = new ArrayList<>();
    while (at < text.length() && !isAt('|') && !isAt(')')) {
      code.addAll(repeated(atom()));
      checked(code);
    }
    return code;
  }

  private static List<Op> checked(List<Op> code) throws RegexSyntaxException {
    if (code.size() > MAX_PROGRAM) {
      throw new RegexSyntaxException("too large");
    }
    return code;
  }

  private List<Op> repeated(List<Op> atom) throws RegexSyntaxException {
    List<Op> code = atom;
    for (; ; ) {
      if (isAt('*')) {
        at++;
        code = many(code);
      } else if (isAt('+')) {
        at++;
        code = joined(code, many(code));
      } else if (isAt('?')) {
        at++;
        code = optional(code);
      } else if (isAt('{')) {
        code = counted(code);
      } else {
        return code;
      }
    }
  }

  private static List<Op> many(List<Op> part) {
    List<Op> code = new ArrayList<>();
    code.add(new Op.Fork(1, part.size() + 2));
    code.addAll(part);
    code.add(new Op.Fork(-part.size() - 1, -part.size() - 1));
    return code;
  }

  private static List<Op> optional(List<Op> part) {
    List<Op> code = new ArrayList<>();
    code.add(new Op.Fork(1, part.size() + 1));
    code.addAll(part);
    return code;
  }

  private static List<Op> joined(List<Op> first, List<Op> second) {
    List<Op> code = new ArrayList<>(first);
    code.addAll(second);
    return code;
  }

  /// `{m}`, `{m,}` or `{m,n}`.
  private List<Op> counted(List<Op> part) throws RegexSyntaxException {
    int end = text.indexOf('}', at);
    String inside = end < 0 ? "" : text.substring(at + 1, end);
    if (!inside.matches("[0-9]{1,4}(,([0-9]{1,4})?)?")) {
      throw new RegexSyntaxException("'{' must be followed by a count such as {2,3}");
    }
    at = end + 1;
    String[] counts = inside.split(",", -1);
    int least = Integer.parseInt(counts[0]);
    boolean isOpen = counts.length == 2 && counts[1].isEmpty();
    int most = isOpen || counts.length == 1 ? least : Integer.parseInt(counts[1]);
    if (most < least || most > MAX_REPEAT) {
      throw new RegexSyntaxException("a count must not go down nor over " + MAX_REPEAT);
    }
    List<Op> code = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      code.addAll(i < least ? part : optional(part));
      checked(code);
    }
    return isOpen ? joined(code, many(part)) : code;
  }

  private List<Op> atom() throws RegexSyntaxException {
    char c = text.charAt(at++);
    return switch (c) {
      case '(' -> {
        List<Op> inner = alternatives();
        if (!isAt(')')) {
          throw new RegexSyntaxException("'(' without ')'");
        }
        at++;
        yield inner;
      }
      case '[' -> single(set());
      case '.' -> single(range(0, Regex.CHARACTERS - 1));
      case '^' -> single(new Op.LineStart());
      case '$' -> single(new Op.LineEnd());
      case '\\' -> single(escaped());
      case '*', '+', '?', '{' ->
          throw new RegexSyntaxException("nothing before '" + c + "' to repeat");
      default -> single(range(c, c));
    };
  }

  private static List<Op> single(Op op) {
    return new ArrayList<>(List.of(op));
  }

  private static List<Op> single(BitSet set) {
    return single(new Op.One(set));
  }

  private static BitSet range(int first, int last) {
    BitSet set = new BitSet(Regex.CHARACTERS);
    set.set(first, last + 1);
    return set;
  }

  private BitSet escaped() throws RegexSyntaxException {
    if (at == text.length()) {
      throw new RegexSyntaxException("ends in '\\'");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'd', 'D', 'w', 'W', 's', 'S' -> characterClass(c);
      case 't' -> range('\t', '\t');
      default -> range(c, c);
    };
  }

  private static BitSet characterClass(char letter) {
    BitSet set = new BitSet(Regex.CHARACTERS);
    switch (letter) {
      case 's', 'S' -> {
        set.set('\t', '\r' + 1);
        set.set(' ');
      }
      case 'w', 'W' -> {
        set.set('a', 'z' + 1);
        set.set('A', 'Z' + 1);
        set.set('_');
        set.set('0', '9' + 1);
      }
      default -> set.set('0', '9' + 1);
    }
    if (Character.isUpperCase(letter)) {
      set.flip(0, Regex.CHARACTERS);
    }
    return set;
  }

  /// What follows a `[`; a `]` right at its beginning stands for itself.
  private BitSet set() throws RegexSyntaxException {
    boolean isNegated = isAt('^');
    at += isNegated ? 1 : 0;
    BitSet set = new BitSet(Regex.CHARACTERS);
    boolean isFirst = true;
    while (!isAt(']') || isFirst) {
      isFirst = false;
      if (at == text.length()) {
        throw new RegexSyntaxException("'[' without ']'");
      }
      BitSet low = isAt('\\') ? escapedInSet() : range(text.charAt(at), text.charAt(at++));
      boolean isRange = isAt('-') && at + 1 < text.length() && text.charAt(at + 1) != ']';
      if (isRange && low.cardinality() == 1) {
        char high = text.charAt(at + 1);
        at += 2;
        if (high < low.nextSetBit(0)) {
          throw new RegexSyntaxException("a range in '[…]' goes down");
        }
        set.set(low.nextSetBit(0), high + 1);
      } else {
        set.or(low);
      }
    }
    at++;
    if (isNegated) {
      set.flip(0, Regex.CHARACTERS);
    }
    return set;
  }

  private BitSet escapedInSet() throws RegexSyntaxException {
    at++;
    return escaped();
  }
}
