package netarium.engine.syntax;

import org.jspecify.annotations.Nullable;

/// The current token, at most one more, the nesting level, and the parser's error texts.
final class TokenStream {
  private final Lexer lexer;
  private Token token;
  private @Nullable Token ahead;
  private int lastEnd;
  private int level;

  TokenStream(Lexer lexer, int level) {
    this.lexer = lexer;
    this.level = level;
    this.token = lexer.next();
  }

  Token token() {
    return token;
  }

  TokenKind kind() {
    return token.kind();
  }

  /// The line that messages and "to close … at line" use: the last one the lexer has seen.
  int line() {
    return lexer.line();
  }

  /// Where the token before the current one ended.
  int lastEnd() {
    return lastEnd;
  }

  Token next() {
    Token passed = token;
    lastEnd = passed.end();
    if (ahead == null) {
      token = lexer.next();
    } else {
      token = ahead;
      ahead = null;
    }
    return passed;
  }

  TokenKind kindAhead() {
    ahead = lexer.next();
    return ahead.kind();
  }

  boolean accept(TokenKind kind) {
    if (token.kind() != kind) {
      return false;
    }
    next();
    return true;
  }

  void check(TokenKind kind) {
    if (token.kind() != kind) {
      throw expected(kind);
    }
  }

  void expect(TokenKind kind) {
    check(kind);
    next();
  }

  Identifier expectName() {
    check(TokenKind.NAME);
    Token name = next();
    return new Identifier(name.start(), name.end(), name.text());
  }

  /// Expects what closes the construct that `opener` began in line `openLine`.
  void expectClosing(TokenKind kind, TokenKind opener, int openLine) {
    if (accept(kind)) {
      return;
    }
    if (openLine == line()) {
      throw expected(kind);
    }
    throw failure(
        kind.display() + " expected (to close " + opener.display() + " at line " + openLine + ")");
  }

  void enterLevel(FunctionScope function) {
    level++;
    checkLevels(function, 0);
  }

  void checkLevels(FunctionScope function, int more) {
    if (level + more > Limits.LEVELS) {
      throw limit(function, Limits.LEVELS, "C levels");
    }
  }

  void leaveLevel() {
    level--;
  }

  /// Whether the current token ends a block; `until` ends the syntax, not the scope.
  boolean atBlockEnd(boolean withUntil) {
    return switch (token.kind()) {
      case ELSE, ELSEIF, END, END_OF_FILE -> true;
      case UNTIL -> withUntil;
      default -> false;
    };
  }

  SyntaxFailure limit(FunctionScope function, int limit, String what) {
    String where = function.line() == 0 ? "main function" : "function at line " + function.line();
    return failure("too many " + what + " (limit is " + limit + ") in " + where);
  }

  SyntaxFailure expected(TokenKind kind) {
    return failure(kind.display() + " expected");
  }

  /// An error noticed at the current token.
  SyntaxFailure failure(String message) {
    String text = nearText();
    return new SyntaxFailure(
        text == null ? message : message + " near " + text, line(), token.start());
  }

  /// An error of meaning, about the source at `offset`; its text names no token.
  SyntaxFailure semanticFailure(String message, int offset) {
    return new SyntaxFailure(message, line(), offset);
  }

  private @Nullable String nearText() {
    return switch (token.kind()) {
      case NAME, STRING, NUMBER -> lexer.quotedText();
      case STRAY -> {
        int octet = token.text().charAt(0);
        if (octet == 0) {
          yield null;
        }
        yield Octet.isPrintable(octet) ? "'" + token.text() + "'" : "char(" + octet + ")";
      }
      default -> token.kind().display();
    };
  }
}
