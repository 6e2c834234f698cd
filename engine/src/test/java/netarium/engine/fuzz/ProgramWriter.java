package netarium.engine.fuzz;

import java.util.SplittableRandom;

/// Writes random Lua programs from the grammar: nearly all of them are right, some break a rule of
/// scope (a `goto` without its label, `...` in the wrong function).
public final class ProgramWriter {
  private static final String[] NAMES = {
    "a", "b", "c", "d", "e", "f", "t", "_", "x1", "_ENV", "string", "math", "self", "print",
    "select"
  };
  private static final String[] BINARY = {
    "+", "-", "*", "/", "%", "^", "..", "==", "~=", "<", ">", "<=", ">=", " and ", " or "
  };
  private static final String[] NUMERALS = {
    "0",
    "1",
    "2",
    "42",
    "3.5",
    ".5",
    "5.",
    "1e3",
    "1E-2",
    "0x10",
    "0xA.8p1",
    "1e999",
    "007",
    "9007199254740993",
    "0x.1p-3",
    "12345678901",
    "1e-320"
  };
  private static final String[] STRINGS = {
    "''",
    "\"x\"",
    "'a\\nb'",
    "'\\65\\x42\\z  \\n'",
    "[[long]]",
    "[==[\nlo]]ng\n]==]",
    "'\\''",
    "\"\\\"\"",
    "'\\\n'",
    "\"caf\\195\\169\"",
    "'%d %s'",
    "'[%a_]*'"
  };

  private final SplittableRandom random;
  private final StringBuilder out = new StringBuilder();
  private int budget;

  private ProgramWriter(SplittableRandom random, int size) {
    this.random = random;
    this.budget = size;
  }

  /// A program of about `size` statements and expressions.
  public static String program(SplittableRandom random, int size) {
    ProgramWriter writer = new ProgramWriter(random, size);
    writer.block(0);
    return writer.out.toString();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void space() {
    switch (random.nextInt(40)) {
      case 0 -> out.append(" -- note\n");
      case 1 -> out.append("--[[ long\nnote ]]");
      case 2 -> out.append("\t");
      case 3 -> out.append("\r\n");
      case 4, 5, 6, 7, 8, 9 -> out.append('\n');
      default -> out.append(' ');
    }
  }

  private void word(String text) {
    space();
    out.append(text);
    space();
  }

  private void block(int depth) {
    int count = depth == 0 ? 1 + random.nextInt(12) : random.nextInt(4);
    for (int i = 0; i < count && budget > 0; i++) {
      statement(depth);
    }
    if (chance(depth == 0 ? 20 : 12)) {
      word("return");
      if (chance(70)) {
        list(depth + 1, 3);
      }
      if (chance(30)) {
        out.append(';');
      }
    }
    space();
  }

  private void statement(int depth) {
    budget--;
    space();
    int kind = depth > 8 ? 5 + random.nextInt(4) : random.nextInt(22);
    switch (kind) {
      case 0, 1 -> ifStatement(depth);
      case 2 -> loop("while", depth);
      case 3 -> {
        word("do");
        block(depth + 1);
        word("end");
      }
      case 4 -> numericFor(depth);
      case 5 -> out.append(chance(50) ? ";" : "goto l" + random.nextInt(2));
      case 6 -> out.append(chance(70) ? "break" : "::l" + random.nextInt(9) + "::");
      case 7, 8, 9 -> local(depth);
      case 10 -> genericFor(depth);
      case 11 -> {
        word("repeat");
        block(depth + 1);
        word("until");
        expression(depth + 1);
      }
      case 12 -> namedFunction(depth);
      case 13 -> {
        word("local function");
        out.append(pick(NAMES));
        body(depth);
      }
      case 14 -> labelled(depth);
      case 15, 16, 17 -> assignment(depth);
      default -> {
        call(depth);
      }
    }
    if (chance(15)) {
      out.append(';');
    }
    out.append(chance(40) ? '\n' : ' ');
  }

  private void ifStatement(int depth) {
    word("if");
    expression(depth + 1);
    word("then");
    block(depth + 1);
    while (chance(25)) {
      word("elseif");
      expression(depth + 1);
      word("then");
      block(depth + 1);
    }
    if (chance(30)) {
      word("else");
      block(depth + 1);
    }
    word("end");
  }

  private void loop(String head, int depth) {
    word(head);
    expression(depth + 1);
    word("do");
    block(depth + 1);
    word("end");
  }

  private void numericFor(int depth) {
    word("for");
    out.append(pick(NAMES)).append('=');
    expression(depth + 2);
    out.append(',');
    expression(depth + 2);
    if (chance(30)) {
      out.append(',');
      expression(depth + 2);
    }
    word("do");
    block(depth + 1);
    word("end");
  }

  private void genericFor(int depth) {
    word("for");
    names(3);
    word("in");
    list(depth + 2, 3);
    word("do");
    block(depth + 1);
    word("end");
  }

  private void names(int most) {
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : ",").append(pick(NAMES));
    }
  }

  private void local(int depth) {
    word("local");
    names(3);
    if (chance(80)) {
      out.append('=');
      list(depth + 1, 3);
    }
  }

  private void namedFunction(int depth) {
    word("function");
    out.append(pick(NAMES));
    while (chance(30)) {
      out.append('.').append(pick(NAMES));
    }
    if (chance(25)) {
      out.append(':').append(pick(NAMES));
    }
    body(depth);
  }

  private void labelled(int depth) {
    String label = "k" + random.nextInt(1000);
    if (chance(50)) {
      out.append("do goto ").append(label);
      block(depth + 1);
      out.append(" ::").append(label).append("::").append(chance(50) ? ";" : "").append(" end");
    } else {
      out.append("::").append(label).append(":: if ");
      expression(depth + 1);
      out.append(" then goto ").append(label).append(" end");
    }
  }

  private void assignment(int depth) {
    target(depth);
    while (chance(20)) {
      out.append(',');
      target(depth);
    }
    out.append(" = ");
    list(depth + 1, 3);
  }

  private void target(int depth) {
    out.append(pick(NAMES));
    if (chance(40)) {
      suffix(depth + 1, false);
    }
  }

  private void call(int depth) {
    out.append(chance(85) ? pick(NAMES) : "(f)");
    while (chance(40)) {
      suffix(depth + 1, true);
    }
    arguments(depth);
  }

  private void suffix(int depth, boolean mayCall) {
    switch (random.nextInt(mayCall ? 4 : 2)) {
      case 0 -> out.append('.').append(pick(NAMES));
      case 1 -> {
        out.append('[');
        expression(depth + 2);
        out.append(']');
      }
      case 2 -> {
        out.append(':').append(pick(NAMES));
        arguments(depth);
      }
      default -> arguments(depth);
    }
  }

  private void arguments(int depth) {
    switch (random.nextInt(8)) {
      case 0 -> out.append(' ').append(pick(STRINGS));
      case 1 -> table(depth + 1);
      default -> {
        out.append('(');
        if (chance(75)) {
          list(depth + 2, 3);
        }
        out.append(')');
      }
    }
  }

  private void list(int depth, int most) {
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : ", ");
      expression(depth);
    }
  }

  private void body(int depth) {
    out.append('(');
    if (chance(60)) {
      names(3);
      out.append(chance(30) ? ", ..." : "");
    } else if (chance(40)) {
      out.append("...");
    }
    out.append(')');
    block(depth + 1);
    word("end");
  }

  private void table(int depth) {
    out.append('{');
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(3)) {
        case 0 -> {
          out.append('[');
          expression(depth + 1);
          out.append("]=");
        }
        case 1 -> out.append(pick(NAMES)).append(" = ");
        default -> {}
      }
      expression(depth + 1);
      out.append(i < count - 1 || chance(30) ? chance(80) ? "," : ";" : "");
    }
    out.append('}');
  }

  private void expression(int depth) {
    budget--;
    if (depth > 10 || budget < 0) {
      out.append(chance(50) ? pick(NAMES) : pick(NUMERALS));
      return;
    }
    switch (random.nextInt(24)) {
      case 0, 1, 2 -> out.append(' ').append(pick(NUMERALS)).append(' ');
      case 3, 4 -> out.append(pick(STRINGS));
      case 5 -> out.append(chance(50) ? " nil " : chance(50) ? " true " : " false ");
      case 6 -> out.append(chance(60) ? "..." : pick(NAMES));
      case 7 -> {
        word("function");
        body(depth);
      }
      case 8 -> table(depth);
      case 9 -> {
        out.append('(');
        expression(depth + 1);
        out.append(')');
      }
      case 10 -> {
        out.append(chance(40) ? " not " : chance(50) ? " -" : " #");
        expression(depth + 1);
      }
      case 11, 12, 13, 14, 15 -> {
        expression(depth + 1);
        out.append(pick(BINARY));
        expression(depth + 1);
      }
      case 16, 17 -> call(depth);
      case 18, 19 -> {
        out.append(pick(NAMES));
        suffix(depth, true);
      }
      default -> out.append(pick(NAMES));
    }
  }
}
