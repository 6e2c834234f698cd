package netarium.engine.syntax;

/// Where a recovering parse goes on after an error in a statement or at the end of a block.
final class Resumption {
  private final TokenStream in;
  private final Scopes scopes;
  private final StatementParser statements;
  private final ExpressionParser expressions;

  /// Open `if`s that may go on with `else`, and open `repeat`s.
  private int ifs;

  private int repeats;

  Resumption(
      TokenStream in, Scopes scopes, StatementParser statements, ExpressionParser expressions) {
    this.in = in;
    this.scopes = scopes;
    this.statements = statements;
    this.expressions = expressions;
  }

  void enterIf() {
    ifs++;
  }

  void leaveIf() {
    ifs--;
  }

  void enterRepeat() {
    repeats++;
  }

  void leaveRepeat() {
    repeats--;
  }

  /// After a statement that began at `from`: if it ended at an error, passes over the rest of it.
  void resume(int from) {
    int at = in.token().start();
    if (at != from && !in.recovery().isBlamed(at)) {
      return;
    }
    boolean isStuck = at == from;
    while (isStuck ? !in.atBlockEnd(true) : !beginsStatement()) {
      isStuck = false;
      if (in.kind() == TokenKind.FUNCTION) {
        int start = in.next().start();
        in.enterLevel(scopes.function());
        statements.functionBody(false, start, in.line());
        in.leaveLevel();
      } else {
        in.next();
      }
    }
  }

  private boolean beginsStatement() {
    return switch (in.kind()) {
      case IF, WHILE, DO, FOR, REPEAT, LOCAL, RETURN, BREAK, GOTO, DOUBLE_COLON, SEMICOLON -> true;
      case THEN, ELSE, ELSEIF, END, UNTIL, END_OF_FILE -> true;
      case FUNCTION -> in.kindAhead() == TokenKind.NAME;
      case NAME, LEFT_PAREN -> !in.recovery().isOnOneLine(in.lastEnd(), in.token().start());
      default -> false;
    };
  }

  /// Goes on after an error at the end of a block that should end with `kind`: to what closes it
  /// further on, or to where an enclosing construct goes on. The last token tells which.
  Block close(Block begun, TokenKind kind, int start) {
    Block block = begun;
    while (!in.accept(kind) && in.kind() != TokenKind.END_OF_FILE) {
      switch (in.kind()) {
        case END -> {
          if (!in.recovery().isOutside(in.token().start(), start)) {
            in.next();
          }
          return block;
        }
        case UNTIL -> {
          if (repeats == 0) {
            passCloser();
          }
          return block;
        }
        case ELSE, ELSEIF -> {
          if (ifs > 0) {
            return block;
          }
          passCloser();
        }
        default -> {}
      }
      block = statements.furtherStatements(block);
    }
    return block;
  }

  /// Goes on behind what closes a block that never began, to the end of the text.
  Block finishChunk(Block begun) {
    Block block = begun;
    while (in.kind() != TokenKind.END_OF_FILE) {
      if (in.atBlockEnd(true)) {
        passCloser();
      }
      block = statements.furtherStatements(block);
      in.check(TokenKind.END_OF_FILE);
    }
    return block;
  }

  private void passCloser() {
    TokenKind kind = in.next().kind();
    if (kind == TokenKind.ELSEIF || kind == TokenKind.UNTIL) {
      expressions.expression();
    }
    if (kind == TokenKind.ELSEIF) {
      in.accept(TokenKind.THEN);
    }
  }
}
