package netarium.engine.syntax.stubs;

import java.util.ArrayList;
import java.util.List;

/// Reads types, and what stands between them, from one line of an annotation.
///
/// A type ends at a blank, except inside brackets and after the colons and commas of a function's
/// type. What is wrong is a [Failure] with a sentence.
final class TypeScanner {
  private static final String NAME_CHARACTERS = "_.*";
  private static final int MOST_DEPTH = 50;

  private final String line;
  private int at;
  private int depth;

  TypeScanner(String line) {
    this.line = line;
  }

  /// What cannot be read.
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String message) {
      super(message, null, false, false);
    }
  }

  /// What is left, without the `#` that may stand before a text.
  String rest() {
    String left = line.substring(at).strip();
    return left.startsWith("#") ? left.substring(1).strip() : left;
  }

  void skipBlanks() {
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
  }

  boolean isAtEnd() {
    skipBlanks();
    return at == line.length();
  }

  /// Whether the next characters are these; then they are passed.
  boolean accept(String text) {
    if (line.startsWith(text, at)) {
      at += text.length();
      return true;
    }
    return false;
  }

  private void expect(String text) throws Failure {
    if (!accept(text)) {
      throw new Failure("'" + text + "' expected in type near '" + near() + "'");
    }
  }

  private String near() {
    return at < line.length() ? line.substring(at) : "end of line";
  }

  private char current() {
    return at < line.length() ? line.charAt(at) : '\0';
  }

  /// A word up to the next blank, or nothing.
  String word() {
    skipBlanks();
    int end = at;
    while (end < line.length() && line.charAt(end) != ' ') {
      end++;
    }
    String word = line.substring(at, end);
    at = end;
    return word;
  }

  /// The name of a parameter: `...` or a Lua name.
  String name() throws Failure {
    skipBlanks();
    if (accept("...")) {
      return "...";
    }
    int start = at;
    while (Character.isLetterOrDigit(current()) || current() == '_') {
      at++;
    }
    if (start == at) {
      throw new Failure("name expected near '" + near() + "'");
    }
    return line.substring(start, at);
  }

  StubType type() throws Failure {
    skipBlanks();
    int start = at;
    List<String> names = new ArrayList<>();
    List<String> literals = new ArrayList<>();
    do {
      alternative(names, literals);
    } while (accept("|"));
    return new StubType(line.substring(start, at), List.copyOf(names), List.copyOf(literals));
  }

  private void alternative(List<String> names, List<String> literals) throws Failure {
    List<String> own = new ArrayList<>();
    primary(own, literals);
    while (true) {
      if (accept("[]")) {
        own = new ArrayList<>(List.of("table"));
      } else if (accept("?")) {
        own.add("nil");
      } else {
        names.addAll(own);
        return;
      }
    }
  }

  private void primary(List<String> names, List<String> literals) throws Failure {
    if (++depth > MOST_DEPTH) {
      throw new Failure("type nested too deeply");
    }
    if (accept("(")) {
      do {
        alternative(names, literals);
      } while (accept("|"));
      expect(")");
    } else if (accept("{")) {
      fields();
      names.add("table");
    } else if (current() == '"') {
      literals.add(literal());
      names.add("string");
    } else if (line.startsWith("fun(", at)) {
      signature();
      names.add("function");
    } else {
      named(names);
    }
    depth--;
  }

  private void named(List<String> names) throws Failure {
    int start = at;
    while (Character.isLetterOrDigit(current()) || NAME_CHARACTERS.indexOf(current()) >= 0) {
      at++;
    }
    if (start == at) {
      throw new Failure("type expected near '" + near() + "'");
    }
    names.add(line.substring(start, at));
    if (accept("<")) {
      do {
        type();
      } while (accept(","));
      expect(">");
    }
  }

  private String literal() throws Failure {
    int end = line.indexOf('"', at + 1);
    if (end < 0) {
      throw new Failure("unfinished string in type");
    }
    String literal = line.substring(at + 1, end);
    at = end + 1;
    return literal;
  }

  /// `name: string, size?: integer}`.
  private void fields() throws Failure {
    do {
      if (accept("[")) {
        type();
        expect("]");
      } else {
        name();
      }
      accept("?");
      expect(":");
      type();
    } while (accept(","));
    expect("}");
  }

  /// `fun(name: type, other?: type, ...: type): type, type`.
  StubSignature signature() throws Failure {
    expect("fun(");
    List<StubParameter> parameters = new ArrayList<>();
    if (!accept(")")) {
      do {
        String name = name();
        boolean isOptional = accept("?");
        StubType type = accept(":") ? type() : new StubType("any", List.of("any"), List.of());
        parameters.add(new StubParameter(name, type, isOptional || type.isOptional(), ""));
      } while (accept(","));
      expect(")");
    }
    List<StubReturn> returns = new ArrayList<>();
    if (accept(":")) {
      do {
        returns.add(new StubReturn(type(), "", ""));
      } while (accept(","));
    }
    return new StubSignature(List.copyOf(parameters), List.copyOf(returns));
  }
}
