package netarium.engine.syntax;

import org.jspecify.annotations.Nullable;

/// The current token, at most one more, the nesting level, and the parser's error texts.
///
/// Errors go through [#fail] and [#giveUp]. Without a [Recovery] both throw. With one, `fail` notes
/// the error and the parser goes on as if nothing were wrong, and `giveUp` (a limit was reached)
/// lets the text end here, so that everything open comes to its end.
final class TokenStream {
  private final Lexer lexer;
  private Token token;
  private @Nullable Token ahead;
  private int lastEnd;
  private TokenKind lastKind = TokenKind.END_OF_FILE;
  private int level;
  private final @Nullable Recovery recovery;

  TokenStream(Lexer lexer, int level, @Nullable Recovery recovery) {
    this.lexer = lexer;
    this.level = level;
    this.recovery = recovery;
    this.token = recovery == null ? lexer.next() : readOn(recovery);
  }

  boolean isRecovering() {
    return recovery != null;
  }

  Recovery recovery() {
    if (recovery == null) {
      throw new IllegalStateException("only a recovering parse asks for its recovery");
    }
    return recovery;
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

  /// Where something begins that was expected at `start`: not there, when the text ended before.
  int from(int start) {
    return Math.min(start, lastEnd);
  }

  /// What the token before the current one was.
  TokenKind lastKind() {
    return lastKind;
  }

  Token next() {
    Token passed = token;
    lastEnd = passed.end();
    lastKind = passed.kind();
    if (ahead == null) {
      token = recovery == null ? lexer.next() : readOn(recovery);
    } else {
      token = ahead;
      ahead = null;
    }
    return passed;
  }

  TokenKind kindAhead() {
    if (ahead == null) {
      ahead = recovery == null ? lexer.next() : readOn(recovery);
    }
    return ahead.kind();
  }

  private Token readOn(Recovery recovering) {
    if (recovering.isSilent()) {
      return endOfText(recovering);
    }
    try {
      return lexer.next();
    } catch (SyntaxFailure failure) {
      int start = lexer.start();
      Token instead = lexer.resume();
      recovering.broken(failure, instead, start);
      return instead;
    }
  }

  private Token endOfText(Recovery recovering) {
    int end = recovering.source().length;
    return new Token(TokenKind.END_OF_FILE, end, end, lexer.line(), "", 0);
  }

  /// Reports an error at the current token.
  void fail(String message) {
    SyntaxFailure failure = failure(message);
    if (recovery == null) {
      throw failure;
    }
    recovery.blame(failure, token, lastEnd);
  }

  /// Reports an error of meaning about octets `offset` to `end`; its text names no token.
  void failMeaning(String message, int offset, int end) {
    SyntaxFailure failure = new SyntaxFailure(message, line(), offset);
    if (recovery == null) {
      throw failure;
    }
    recovery.note(failure, end);
  }

  /// Reports an error after which nothing more is read.
  void giveUp(SyntaxFailure failure) {
    if (recovery == null) {
      throw failure;
    }
    recovery.blame(failure, token, lastEnd);
    recovery.silence();
    ahead = null;
    token = endOfText(recovery);
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
      fail(kind.display() + " expected");
    }
  }

  void expect(TokenKind kind) {
    if (token.kind() == kind) {
      next();
      return;
    }
    fail(kind.display() + " expected");
    find(kind);
  }

  /// Recovering: goes behind the next `kind` if it comes in this line, else stays, as if it had
  /// been here.
  private void find(TokenKind kind) {
    boolean isOtherWord =
        (kind == TokenKind.THEN && token.kind() == TokenKind.DO)
            || (kind == TokenKind.DO && token.kind() == TokenKind.THEN);
    if (isOtherWord) {
      next();
    } else if (recovery().isAhead(kind, token)) {
      while (token.kind() != kind && token.kind() != TokenKind.END_OF_FILE) {
        next();
      }
      accept(kind);
    }
  }

  Identifier expectName() {
    if (token.kind() != TokenKind.NAME) {
      fail(TokenKind.NAME.display() + " expected");
      return missingName();
    }
    Token name = next();
    return new Identifier(name.start(), name.end(), name.text());
  }

  /// Recovering: a reserved word that was meant as a name, or a name of no width.
  private Identifier missingName() {
    boolean isMeant =
        token.kind().isReservedWord()
            && lastEnd > 0
            && recovery().isOnOneLine(lastEnd, token.start())
            && (recovery().source()[lastEnd - 1] == '.' || isAfterName(kindAhead()));
    int start = isMeant ? next().start() : lastEnd;
    return new Identifier(start, lastEnd, "");
  }

  private static boolean isAfterName(TokenKind kind) {
    return kind == TokenKind.ASSIGN || kind == TokenKind.COMMA || kind == TokenKind.LEFT_PAREN;
  }

  /// Expects what closes the bracket that `opener` began in line `openLine`.
  void expectClosing(TokenKind kind, TokenKind opener, int openLine) {
    if (!accept(kind)) {
      failClosing(kind, opener, openLine);
      find(kind);
    }
  }

  /// Reports that what closes the construct that `opener` began is not here.
  void failClosing(TokenKind kind, TokenKind opener, int openLine) {
    fail(
        openLine == line()
            ? kind.display() + " expected"
            : kind.display()
                + " expected (to close "
                + opener.display()
                + " at line "
                + openLine
                + ")");
  }

  void enterLevel(FunctionScope function) {
    level++;
    checkLevels(function, 0);
  }

  void checkLevels(FunctionScope function, int more) {
    if (level + more > Limits.LEVELS) {
      giveUp(limit(function, Limits.LEVELS, "C levels"));
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

  /// An error noticed at the current token.
  SyntaxFailure failure(String message) {
    String text = nearText();
    return new SyntaxFailure(
        text == null ? message : message + " near " + text, line(), token.start());
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
