package netarium.engine.syntax;

/// What to do about an error, where Lua's words leave a beginner alone. Most of it is for habits
/// from other languages.
final class Advice {
  private Advice() {}

  /// For an error of grammar at a token.
  static String at(String message, Token token, Recovery recovery) {
    String habit = habit(message, token, recovery.source());
    if (!habit.isEmpty()) {
      return habit;
    }
    if (message.startsWith("'end' expected")) {
      return recovery.whyUnclosed();
    }
    if (message.startsWith("<eof> expected")) {
      return token.kind() == TokenKind.END ? recovery.whySurplus() : "";
    }
    if (message.startsWith("<name> expected") && token.kind().isReservedWord()) {
      return "'" + token.kind().spelling() + "' is a reserved word";
    }
    if (message.startsWith("cannot use '...'")) {
      return "give the function '...' as its last parameter";
    }
    if (message.startsWith("function arguments expected")) {
      return "after ':' comes a method that is called";
    }
    return message.startsWith("syntax error") ? "a statement is a call or an assignment" : "";
  }

  private static String habit(String message, Token token, byte[] source) {
    int next = octet(source, token.end());
    return switch (token.kind()) {
      case STRAY -> stray(token.text().charAt(0), next);
      case ASSIGN ->
          message.startsWith("'then' expected")
                  || message.startsWith("'do' expected")
                  || message.startsWith("')' expected")
              ? "'==' compares, '=' assigns"
              : "";
      case EQUAL ->
          message.startsWith("syntax error") ? "'=' assigns; a comparison is no statement" : "";
      case PLUS, MINUS, STAR, SLASH, PERCENT, CARET, CONCAT ->
          operator(message, token, octet(source, token.start() - 1), next);
      default -> "";
    };
  }

  private static String operator(String message, Token token, int before, int next) {
    String spelling = token.kind().spelling();
    boolean isHere = message.startsWith("syntax error") || message.startsWith("unexpected symbol");
    if (!isHere) {
      return "";
    }
    if (next == '=') {
      return "there is no '" + spelling + "=' in Lua: write x = x " + spelling + " …";
    }
    if (spelling.equals("/") && (before == '/' || next == '/' || next == '*')) {
      return "a comment begins with --";
    }
    return spelling.equals("+") && next == '+' ? "there is no '++' in Lua: write x = x + 1" : "";
  }

  private static String stray(int octet, int next) {
    return switch (octet) {
      case '!' -> next == '=' ? "'not equal' is written ~=" : "'not' negates";
      case '&' -> "'and' joins conditions";
      case '|' -> "'or' joins conditions";
      default -> octet >= 0x80 ? "outside strings and comments only ASCII is Lua" : "";
    };
  }

  /// For a literal or comment that begins in `line`.
  static String ofLiteral(String message, int line) {
    if (message.startsWith("unfinished long")) {
      return "it begins in line " + line;
    }
    if (message.startsWith("unfinished string")) {
      return "its closing quote is missing";
    }
    return message.startsWith("invalid escape sequence")
        ? "a backslash itself is written \\\\"
        : "";
  }

  private static int octet(byte[] source, int at) {
    return at >= 0 && at < source.length ? source[at] & 0xFF : -1;
  }
}
