package netarium.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements and function bodies; one method per rule of the grammar.
///
/// In a recovering parse a statement with an error ends where the next one can begin, and a block
/// that lacks its `end` where an enclosing construct goes on: see [Resumption].
final class StatementParser {
  private final TokenStream in;
  private final Scopes scopes;
  private final ExpressionParser expressions;
  private final Resumption resumption;

  StatementParser(TokenStream in, Scopes scopes) {
    this.in = in;
    this.scopes = scopes;
    this.expressions = new ExpressionParser(in, scopes, this);
    this.resumption = new Resumption(in, scopes, this, expressions);
  }

  Block chunk() {
    Block block = statements();
    in.check(TokenKind.END_OF_FILE);
    if (in.isRecovering()) {
      block = resumption.finishChunk(block);
    }
    scopes.closeFunction();
    return block;
  }

  /// Expects what closes a block. A recovering parse may find more that belongs to the block, or
  /// has to do without what closes it.
  private Block close(Block block, TokenKind kind, TokenKind opener, int start, int line) {
    int end = in.token().start();
    if (in.accept(kind)) {
      if (in.isRecovering()) {
        in.recovery().closed(opener, start, end);
      }
      return block;
    }
    in.failClosing(kind, opener, line);
    return resumption.close(block, kind, start);
  }

  private Block statements() {
    return statements(new ArrayList<>(), in.token().start());
  }

  /// Statements up to the end of the block, after those that `list` has already.
  private Block statements(List<Statement> list, int start) {
    while (!in.atBlockEnd(true)) {
      boolean isLast = in.kind() == TokenKind.RETURN;
      int from = in.token().start();
      statement(list);
      if (in.isRecovering()) {
        resumption.resume(from);
      }
      if (isLast) {
        break;
      }
    }
    int from = list.isEmpty() ? Math.min(start, in.lastEnd()) : list.getFirst().start();
    return new Block(from, Math.max(from, in.lastEnd()), list);
  }

  /// Recovering: further statements of a block that should have ended.
  Block furtherStatements(Block block) {
    return statements(block.statements(), block.start());
  }

  private Block scopedBlock() {
    scopes.openBlock(false);
    Block block = statements();
    scopes.closeBlock();
    return block;
  }

  /// Adds the next statement to `list`, and with a label the labels and `;` after it.
  private void statement(List<Statement> list) {
    int line = in.line();
    int start = in.token().start();
    in.enterLevel(scopes.function());
    switch (in.kind()) {
      case SEMICOLON -> {
        in.next();
        list.add(new Statement.Empty(start, in.lastEnd()));
      }
      case IF -> list.add(ifStatement(start, line));
      case WHILE -> list.add(whileLoop(start, line));
      case DO -> {
        in.next();
        Block block = close(scopedBlock(), TokenKind.END, TokenKind.DO, start, line);
        list.add(new Statement.Do(start, in.lastEnd(), block));
      }
      case FOR -> list.add(forLoop(start, line));
      case REPEAT -> list.add(repeatLoop(start, line));
      case FUNCTION -> list.add(functionDefinition(start, line));
      case LOCAL -> {
        in.next();
        list.add(in.accept(TokenKind.FUNCTION) ? localFunction(start) : local(start));
      }
      case DOUBLE_COLON -> {
        in.next();
        label(list, start, line);
      }
      case RETURN -> list.add(returnStatement(start));
      case BREAK, GOTO -> list.add(jump());
      case THEN -> list.add(in.isRecovering() ? headless(start, line) : assignmentOrCall());
      default -> list.add(assignmentOrCall());
    }
    in.leaveLevel();
  }

  private Statement ifStatement(int start, int line) {
    in.next();
    return ifStatement(start, line, expressions.expression());
  }

  /// Recovering: a `then` whose `if` is missing or misspelt; its block ends with an `end`.
  private Statement headless(int start, int line) {
    if (!in.recovery().isBlamedLine(start)) {
      in.fail("unexpected symbol");
    }
    return ifStatement(start, line, new Expression.Missing(start, start));
  }

  private Statement ifStatement(int start, int line, Expression condition) {
    List<Statement.Clause> clauses = new ArrayList<>(2);
    resumption.enterIf();
    clauses.add(clause(condition));
    while (in.kind() == TokenKind.ELSEIF) {
      if (clauses.size() > Limits.ELSEIFS) {
        in.giveUp(in.failure("control structure too long"));
        break;
      }
      in.next();
      clauses.add(clause(expressions.expression()));
    }
    resumption.leaveIf();
    Block otherwise = in.kind() == TokenKind.ELSE ? otherwise() : null;
    if (otherwise == null) {
      Statement.Clause last = clauses.removeLast();
      Block block = close(last.block(), TokenKind.END, TokenKind.IF, start, line);
      clauses.add(new Statement.Clause(last.condition(), block));
    } else {
      otherwise = close(otherwise, TokenKind.END, TokenKind.IF, start, line);
    }
    return new Statement.If(start, in.lastEnd(), clauses, otherwise);
  }

  private Block otherwise() {
    int start = in.next().start();
    if (in.isRecovering() && in.kind() == TokenKind.IF) {
      in.recovery().elseIf(start, in.token().start());
    }
    return scopedBlock();
  }

  /// From `then` to the end of the block.
  private Statement.Clause clause(Expression condition) {
    in.expect(TokenKind.THEN);
    int start = in.token().start();
    scopes.openBlock(false);
    List<Statement> list = new ArrayList<>();
    Block block;
    if (in.kind() == TokenKind.GOTO || in.kind() == TokenKind.BREAK) {
      list.add(jump()); // without a level of its own
      skipNoOperations(list);
      block = in.atBlockEnd(false) ? new Block(start, in.lastEnd(), list) : statements(list, start);
    } else {
      block = statements(list, start);
    }
    scopes.closeBlock();
    return new Statement.Clause(condition, block);
  }

  private Statement whileLoop(int start, int line) {
    in.next();
    Expression condition = expressions.expression();
    scopes.openBlock(true);
    in.expect(TokenKind.DO);
    Block block = close(scopedBlock(), TokenKind.END, TokenKind.WHILE, start, line);
    scopes.closeBlock();
    return new Statement.While(start, in.lastEnd(), condition, block);
  }

  private Statement repeatLoop(int start, int line) {
    scopes.openBlock(true);
    scopes.openBlock(false);
    in.next();
    resumption.enterRepeat();
    Block block = statements();
    resumption.leaveRepeat();
    block = close(block, TokenKind.UNTIL, TokenKind.REPEAT, start, line);
    Expression condition =
        in.lastKind() == TokenKind.UNTIL
            ? expressions.expression()
            : new Expression.Missing(in.lastEnd(), in.lastEnd());
    scopes.closeBlock();
    scopes.closeBlock();
    return new Statement.Repeat(start, in.lastEnd(), block, condition);
  }

  private Statement forLoop(int start, int line) {
    scopes.openBlock(true);
    in.next();
    Identifier first = in.expectName();
    Statement loop =
        switch (in.kind()) {
          case ASSIGN -> numericFor(start, first, line);
          case COMMA, IN -> genericFor(start, first, line);
          default -> {
            in.fail("'=' or 'in' expected");
            yield loopWithoutHead(start, first, line);
          }
        };
    return loop;
  }

  private Statement numericFor(int start, Identifier variable, int line) {
    scopes.declare("(for index)");
    scopes.declare("(for limit)");
    scopes.declare("(for step)");
    scopes.declare(variable.text());
    in.next();
    Expression first = expressions.expression();
    in.expect(TokenKind.COMMA);
    Expression last = expressions.expression();
    Expression step = in.accept(TokenKind.COMMA) ? expressions.expression() : null;
    Block block = forBlock(1, start, line);
    return new Statement.NumericFor(start, in.lastEnd(), variable, first, last, step, block);
  }

  private Statement genericFor(int start, Identifier first, int line) {
    scopes.declare("(for generator)");
    scopes.declare("(for state)");
    scopes.declare("(for control)");
    List<Identifier> variables = new ArrayList<>(2);
    variables.add(first);
    scopes.declare(first.text());
    while (in.accept(TokenKind.COMMA)) {
      Identifier variable = in.expectName();
      scopes.declare(variable.text());
      variables.add(variable);
    }
    in.expect(TokenKind.IN);
    List<Expression> values = expressions.expressions();
    Block block = forBlock(variables.size(), start, line);
    return new Statement.GenericFor(start, in.lastEnd(), variables, values, block);
  }

  /// Recovering: a `for` that says neither `=` nor `in`.
  private Statement loopWithoutHead(int start, Identifier variable, int line) {
    for (int i = 0; i < 3; i++) {
      scopes.declare("(for state)");
    }
    scopes.declare(variable.text());
    Block block = forBlock(1, start, line);
    return new Statement.GenericFor(start, in.lastEnd(), List.of(variable), List.of(), block);
  }

  /// The body of a `for` and its `end`; the loop's own block ends with it.
  private Block forBlock(int variables, int start, int line) {
    scopes.activate(3);
    in.expect(TokenKind.DO);
    scopes.openBlock(false);
    scopes.activate(variables);
    Block block = scopedBlock();
    scopes.closeBlock();
    block = close(block, TokenKind.END, TokenKind.FOR, start, line);
    scopes.closeBlock();
    return block;
  }

  private Statement functionDefinition(int start, int line) {
    in.next();
    Expression.Name name = expressions.name();
    List<Suffix> fields = new ArrayList<>(2);
    while (in.kind() == TokenKind.DOT) {
      fields.add(expressions.field());
    }
    Expression target =
        fields.isEmpty() ? name : new Expression.Suffixed(name.start(), in.lastEnd(), name, fields);
    Identifier method = in.accept(TokenKind.COLON) ? in.expectName() : null;
    FunctionBody body = functionBody(method != null, start, line);
    return new Statement.FunctionDefinition(start, in.lastEnd(), target, method, body);
  }

  private Statement localFunction(int start) {
    Identifier name = in.expectName();
    scopes.declare(name.text());
    scopes.activate(1);
    FunctionBody body = functionBody(false, start, in.line());
    return new Statement.LocalFunction(start, in.lastEnd(), name, body);
  }

  /// From `(` to `end`; `start` is where the definition began.
  FunctionBody functionBody(boolean isMethod, int start, int line) {
    scopes.openFunction(line);
    int open = in.token().start();
    in.expect(TokenKind.LEFT_PAREN);
    List<Identifier> parameters = new ArrayList<>(4);
    if (isMethod) {
      int at = Math.min(open, in.lastEnd());
      parameters.add(new Identifier(at, at, "self"));
      scopes.declare("self");
    }
    boolean isVararg = parameters(parameters);
    scopes.activate(parameters.size());
    in.expect(TokenKind.RIGHT_PAREN);
    Block block = close(statements(), TokenKind.END, TokenKind.FUNCTION, start, line);
    scopes.closeFunction();
    return new FunctionBody(parameters, isVararg, block);
  }

  private boolean parameters(List<Identifier> parameters) {
    if (in.kind() == TokenKind.RIGHT_PAREN) {
      return false;
    }
    do {
      switch (in.kind()) {
        case NAME -> {
          Identifier parameter = in.expectName();
          scopes.declare(parameter.text());
          parameters.add(parameter);
        }
        case DOTS -> {
          in.next();
          scopes.function().becomeVararg();
        }
        default -> {
          in.fail("<name> or '...' expected");
          return false;
        }
      }
    } while (!scopes.function().isVararg() && in.accept(TokenKind.COMMA));
    return scopes.function().isVararg();
  }

  private Statement local(int start) {
    List<Identifier> names = new ArrayList<>(2);
    do {
      Identifier name = in.expectName();
      scopes.declare(name.text());
      names.add(name);
    } while (in.accept(TokenKind.COMMA));
    List<Expression> values = in.accept(TokenKind.ASSIGN) ? expressions.expressions() : List.of();
    store(values, names.size());
    scopes.activate(names.size());
    return new Statement.Local(start, in.lastEnd(), names, values);
  }

  private void label(List<Statement> list, int start, int line) {
    Identifier name = in.expectName();
    scopes.jumps().checkNotRepeated(name);
    in.expect(TokenKind.DOUBLE_COLON);
    list.add(new Statement.Label(start, in.lastEnd(), name));
    int index = scopes.jumps().add(name, line);
    skipNoOperations(list);
    scopes.jumps().place(index, in.atBlockEnd(false));
  }

  private void skipNoOperations(List<Statement> list) {
    while (in.kind() == TokenKind.SEMICOLON || in.kind() == TokenKind.DOUBLE_COLON) {
      statement(list);
    }
  }

  private Statement returnStatement(int start) {
    in.next();
    List<Expression> values =
        in.atBlockEnd(true) || in.kind() == TokenKind.SEMICOLON
            ? List.of()
            : expressions.expressions();
    store(values, 1);
    in.accept(TokenKind.SEMICOLON);
    return new Statement.Return(start, in.lastEnd(), values);
  }

  private Statement jump() {
    int line = in.line();
    Token word = in.next();
    if (word.kind() == TokenKind.BREAK) {
      scopes.jumps().breakLoop(line, word);
      return new Statement.Break(word.start(), word.end());
    }
    Identifier label = in.expectName();
    scopes.jumps().jump(label, line);
    return new Statement.Goto(word.start(), in.lastEnd(), label);
  }

  private Statement assignmentOrCall() {
    int start = in.token().start();
    int problems = in.isRecovering() ? in.recovery().count() : 0;
    Expression first = expressions.suffixed();
    if (in.kind() == TokenKind.ASSIGN || in.kind() == TokenKind.COMMA) {
      return assignment(first);
    }
    if (!first.isCall()) {
      boolean isKnown =
          in.isRecovering() && (in.recovery().count() > problems || in.recovery().isBlamed(start));
      if (!isKnown) {
        in.fail("syntax error");
      }
      return new Statement.Incomplete(first.start(), in.lastEnd(), first);
    }
    return new Statement.CallStatement(first.start(), in.lastEnd(), first);
  }

  private Statement assignment(Expression first) {
    int held = scopes.function().temporaries();
    int registers = held;
    List<Expression> targets = new ArrayList<>(2);
    @Nullable Expression target = first;
    while (target != null) {
      if (!target.isAssignable()) {
        in.fail("syntax error");
      }
      targets.add(target);
      registers += ExpressionParser.targetRegisters(target);
      scopes.function().holdTemporaries(registers);
      target = null;
      if (in.accept(TokenKind.COMMA)) {
        target = expressions.suffixed();
        in.checkLevels(scopes.function(), targets.size());
      }
    }
    in.expect(TokenKind.ASSIGN);
    List<Expression> values = expressions.expressions();
    if (values.size() < targets.size()) {
      scopes.holdTemporaries(registers + targets.size());
    } else {
      store(values, targets.size());
    }
    scopes.function().holdTemporaries(held);
    return new Statement.Assignment(first.start(), in.lastEnd(), targets, values);
  }

  /// Unless there are exactly `wanted` values, all of them stand in registers at once.
  private void store(List<Expression> values, int wanted) {
    if (values.size() > 1 && values.size() != wanted && !values.getLast().isMultiple()) {
      scopes.checkTemporaries(scopes.function().temporaries() + values.size());
    }
  }
}
