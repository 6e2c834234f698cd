package netarium.engine.drill;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/// The assertions of a code block: statements of Python, of which `assert` with comparisons of
/// integers is understood and `print` has no effect.
///
/// ```
/// %{ assert tcpi_snd_cwnd == 10 and tcpi_unacked <= 4, tcpi_snd_cwnd }%
/// ```
final class Assertions {
  private final Function<String, OptionalLong> variables;
  private final int line;
  private final TokenReader in;

  private Assertions(List<Token> tokens, int line, Function<String, OptionalLong> variables) {
    this.in = new TokenReader(tokens);
    this.line = line;
    this.variables = variables;
  }

  /// Checks all statements; throws [ScriptException.Differs] at the first that does not hold.
  static void check(String code, int line, Function<String, OptionalLong> variables) {
    String joined = code.replace("\\\n", " ");
    for (String statement : joined.split("[;\n]", -1)) {
      String text = statement.replaceFirst("#.*$", "").strip();
      if (text.isEmpty() || text.startsWith("print") || text.startsWith("import ")) {
        continue;
      }
      if (!text.startsWith("assert")) {
        throw new ScriptException.Unsupported(line, "code other than assertions");
      }
      String condition = text.substring("assert".length());
      // The language's `//` is division here, not a comment.
      List<Token> tokens = Lexer.tokens(condition.replace("//", "/"));
      new Assertions(tokens, line, variables).hold(condition.strip());
    }
  }

  private void hold(String condition) {
    long value = either();
    if (!in.isAtEnd() && !in.sees(",")) {
      throw new ScriptException.Unsupported(line, "the assertion " + condition);
    }
    if (value == 0) {
      StringBuilder found = new StringBuilder();
      for (Token token : Lexer.tokens(condition.replace("//", "/"))) {
        if (token.kind() == Token.Kind.WORD && token.text().startsWith("tcpi_")) {
          String shown = token.text() + " = " + variable(token.text());
          if (found.indexOf(shown) < 0) {
            found.append(found.isEmpty() ? "" : ", ").append(shown);
          }
        }
      }
      throw new ScriptException.Differs(line, condition, found.toString());
    }
  }

  private long either() {
    long value = both();
    while (in.takeWord("or")) {
      long right = both();
      value = value != 0 ? value : right;
    }
    return value;
  }

  private long both() {
    long value = not();
    while (in.takeWord("and")) {
      long right = not();
      value = value == 0 ? value : right;
    }
    return value;
  }

  private long not() {
    if (in.takeWord("not")) {
      return not() == 0 ? 1 : 0;
    }
    return chain();
  }

  /// `a <= b <= c` holds when both do.
  private long chain() {
    long left = sum();
    boolean isComparison = false;
    boolean holds = true;
    for (String sign = sign(); !sign.isEmpty(); sign = sign()) {
      isComparison = true;
      long right = sum();
      holds &=
          switch (sign) {
            case "==" -> left == right;
            case "!=" -> left != right;
            case "<=" -> left <= right;
            case ">=" -> left >= right;
            case "<" -> left < right;
            default -> left > right;
          };
      left = right;
    }
    return isComparison ? (holds ? 1 : 0) : left;
  }

  private String sign() {
    for (String first : List.of("=", "!", "<", ">")) {
      if (in.take(first)) {
        boolean isLong = in.take("=");
        if (!isLong && (first.equals("=") || first.equals("!"))) {
          throw in.unexpected("'='");
        }
        return isLong ? first + "=" : first;
      }
    }
    return "";
  }

  private long sum() {
    long value = product();
    while (true) {
      if (in.take("+")) {
        value += product();
      } else if (in.take("-")) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private long product() {
    long value = operand();
    while (true) {
      if (in.take("*")) {
        value *= operand();
      } else if (in.take("/")) {
        long divisor = operand();
        if (divisor == 0) {
          throw new ScriptException.Unsupported(line, "a division by zero");
        }
        value = Math.floorDiv(value, divisor);
      } else if (in.take("&")) {
        value &= operand();
      } else {
        return value;
      }
    }
  }

  private long operand() {
    if (in.take("(")) {
      long value = either();
      in.expect(")");
      return value;
    }
    if (in.sees(Token.Kind.WORD)) {
      return variable(in.next().text());
    }
    if (in.sees(Token.Kind.INTEGER) || in.sees(Token.Kind.HEX)) {
      return in.integer("a number");
    }
    throw new ScriptException.Unsupported(line, "assertions with " + in.peek().shown());
  }

  private long variable(String name) {
    return variables
        .apply(name)
        .orElseThrow(() -> new ScriptException.Unsupported(line, "the variable " + name));
  }
}
