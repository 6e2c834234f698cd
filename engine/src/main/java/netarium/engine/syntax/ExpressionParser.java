package netarium.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.syntax.Expression.Operand;
import org.jspecify.annotations.Nullable;

/// Expressions, by operator precedence; one method per rule of the grammar.
final class ExpressionParser {
  private static final int UNARY_PRIORITY = 8;

  private final TokenStream in;
  private final Scopes scopes;
  private final StatementParser statements;

  ExpressionParser(TokenStream in, Scopes scopes, StatementParser statements) {
    this.in = in;
    this.scopes = scopes;
    this.statements = statements;
  }

  Expression expression() {
    return operation(0);
  }

  List<Expression> expressions() {
    int held = scopes.function().temporaries();
    List<Expression> list = new ArrayList<>(2);
    list.add(expression());
    while (in.accept(TokenKind.COMMA)) {
      scopes.holdTemporaries(held + list.size());
      list.add(expression());
    }
    scopes.function().holdTemporaries(held);
    return list;
  }

  /// Operators that bind tighter than `limit`.
  private Expression operation(int limit) {
    in.enterLevel(scopes.function());
    int held = scopes.function().temporaries();
    Expression first = isUnary(in.kind()) ? unary() : simple();
    TokenKind operator = in.kind();
    if (leftPriority(operator) > limit) {
      List<Operand> rest = new ArrayList<>(2);
      while (leftPriority(operator) > limit) {
        in.next();
        if (operator == TokenKind.CONCAT) {
          scopes.holdTemporaries(scopes.function().temporaries() + 1);
        }
        Expression right = operation(rightPriority(operator));
        scopes.function().holdTemporaries(held);
        rest.add(new Operand(operator, right));
        operator = in.kind();
      }
      first = new Expression.Operation(first.start(), in.lastEnd(), first, rest);
    }
    in.leaveLevel();
    return first;
  }

  private Expression unary() {
    Token operator = in.next();
    Expression operand = operation(UNARY_PRIORITY);
    return new Expression.Unary(operator.start(), in.lastEnd(), operator.kind(), operand);
  }

  private static boolean isUnary(TokenKind kind) {
    return kind == TokenKind.NOT || kind == TokenKind.MINUS || kind == TokenKind.HASH;
  }

  /// How strongly a binary operator binds to its left; 0 for every other token.
  private static int leftPriority(TokenKind kind) {
    return switch (kind) {
      case OR -> 1;
      case AND -> 2;
      case EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> 3;
      case CONCAT -> 5;
      case PLUS, MINUS -> 6;
      case STAR, SLASH, PERCENT -> 7;
      case CARET -> 10;
      default -> 0;
    };
  }

  private static int rightPriority(TokenKind kind) {
    return switch (kind) {
      case CONCAT -> 4;
      case CARET -> 9;
      default -> leftPriority(kind);
    };
  }

  private Expression simple() {
    Token token = in.token();
    int start = token.start();
    int end = token.end();
    @Nullable Expression literal =
        switch (token.kind()) {
          case NUMBER -> new Expression.NumberLiteral(start, end, token.number());
          case STRING -> new Expression.StringLiteral(start, end, token.text());
          case NIL -> new Expression.Nil(start, end);
          case TRUE -> new Expression.True(start, end);
          case FALSE -> new Expression.False(start, end);
          case DOTS -> {
            if (!scopes.function().isVararg()) {
              in.fail("cannot use '...' outside a vararg function");
            }
            yield new Expression.Vararg(start, end);
          }
          default -> null;
        };
    if (literal != null) {
      in.next();
      return literal;
    }
    return switch (token.kind()) {
      case LEFT_BRACE -> table();
      case FUNCTION -> {
        in.next();
        FunctionBody body = statements.functionBody(false, start, in.line());
        yield new Expression.FunctionLiteral(start, in.lastEnd(), body);
      }
      default -> suffixed();
    };
  }

  private Expression primary() {
    Token token = in.token();
    return switch (token.kind()) {
      case LEFT_PAREN -> {
        int line = in.line();
        in.next();
        Expression inner = expression();
        in.expectClosing(TokenKind.RIGHT_PAREN, TokenKind.LEFT_PAREN, line);
        yield new Expression.Parenthesized(token.start(), in.lastEnd(), inner);
      }
      case NAME -> name();
      default -> {
        in.fail("unexpected symbol");
        yield missing();
      }
    };
  }

  /// Recovering: an operator or stray octet is passed over if an expression follows in its line;
  /// everything else may belong to what is around.
  private Expression missing() {
    int line = in.recovery().lineAt(in.token().start());
    while (isJunk(in.kind()) && in.recovery().lineAt(in.token().start()) == line) {
      in.next();
    }
    Token token = in.token();
    return beginsExpression(token.kind()) && in.recovery().lineAt(token.start()) == line
        ? simple()
        : new Expression.Missing(in.lastEnd(), in.lastEnd());
  }

  private static boolean isJunk(TokenKind kind) {
    boolean isOperator = leftPriority(kind) > 0 && !isUnary(kind);
    return isOperator || kind == TokenKind.STRAY || kind == TokenKind.ASSIGN;
  }

  private static boolean beginsExpression(TokenKind kind) {
    return switch (kind) {
      case NAME, NUMBER, STRING, NIL, TRUE, FALSE, DOTS, LEFT_PAREN, LEFT_BRACE, FUNCTION -> true;
      default -> false;
    };
  }

  Expression.Name name() {
    Identifier name = in.expectName();
    return new Expression.Name(name.start(), name.end(), name.text(), scopes.resolve(name.text()));
  }

  /// A name or parenthesis with whatever fields, indices and calls follow it.
  Expression suffixed() {
    int line = in.line();
    Expression head = primary();
    int held = scopes.function().temporaries();
    List<Suffix> suffixes = new ArrayList<>(2);
    while (true) {
      int object = held + (suffixes.isEmpty() ? registers(head) : 1);
      switch (in.kind()) {
        case DOT -> {
          scopes.checkTemporaries(object);
          suffixes.add(field());
        }
        case LEFT_BRACKET -> {
          scopes.checkTemporaries(object);
          int open = in.token().start();
          Expression key = index();
          scopes.checkTemporaries(object + registers(key));
          suffixes.add(new Suffix.Index(in.from(open), in.lastEnd(), key));
        }
        case COLON -> {
          int colon = in.next().start();
          Identifier method = in.expectName();
          List<Expression> arguments = arguments(line, 2);
          suffixes.add(new Suffix.MethodCall(in.from(colon), in.lastEnd(), method, arguments));
        }
        case LEFT_PAREN, STRING, LEFT_BRACE -> {
          int open = in.token().start();
          List<Expression> arguments = arguments(line, 1);
          suffixes.add(new Suffix.Call(in.from(open), in.lastEnd(), arguments));
        }
        default -> {
          return suffixes.isEmpty()
              ? head
              : new Expression.Suffixed(head.start(), in.lastEnd(), head, suffixes);
        }
      }
    }
  }

  /// How many registers a value surely takes as the object or key of an access.
  private static int registers(Expression value) {
    return switch (value) {
      case Expression.Name name -> name.scope() == Expression.Scope.GLOBAL ? 1 : 0;
      case Expression.Suffixed suffixed -> 1;
      default -> 0;
    };
  }

  /// How many registers a target surely holds until its value is known.
  static int targetRegisters(Expression target) {
    if (!(target instanceof Expression.Suffixed s)) {
      return 0;
    }
    int object = s.suffixes().size() == 1 ? registers(s.head()) : 1;
    return object + (s.suffixes().getLast() instanceof Suffix.Index i ? registers(i.key()) : 0);
  }

  Suffix.Field field() {
    int dot = in.next().start();
    Identifier name = in.expectName();
    return new Suffix.Field(dot, name.end(), name);
  }

  private Expression index() {
    in.next();
    Expression key = expression();
    in.expect(TokenKind.RIGHT_BRACKET);
    return key;
  }

  /// `callee` is how many registers the function, and the object of a method, take.
  private List<Expression> arguments(int line, int callee) {
    int held = scopes.function().temporaries();
    scopes.holdTemporaries(held + callee);
    List<Expression> arguments =
        switch (in.kind()) {
          case LEFT_PAREN -> {
            in.next();
            List<Expression> list = in.kind() == TokenKind.RIGHT_PAREN ? List.of() : expressions();
            in.expectClosing(TokenKind.RIGHT_PAREN, TokenKind.LEFT_PAREN, line);
            yield list;
          }
          case LEFT_BRACE -> List.of(table());
          case STRING -> {
            Token text = in.next();
            yield List.of(new Expression.StringLiteral(text.start(), text.end(), text.text()));
          }
          default -> {
            in.fail("function arguments expected");
            yield List.of();
          }
        };
    if (!arguments.isEmpty() && !arguments.getLast().isMultiple()) {
      scopes.holdTemporaries(held + callee + arguments.size());
    }
    scopes.function().holdTemporaries(held);
    return arguments;
  }

  private Expression table() {
    int start = in.token().start();
    int line = in.line();
    int held = scopes.function().temporaries();
    scopes.holdTemporaries(held + 1);
    in.expect(TokenKind.LEFT_BRACE);
    List<TableField> fields = new ArrayList<>();
    int positional = 0;
    do {
      if (in.kind() == TokenKind.RIGHT_BRACE) {
        break;
      }
      scopes.holdTemporaries(held + 1 + positional % Limits.ITEMS_PER_FLUSH);
      TableField field = tableField();
      positional += field instanceof TableField.Positional ? 1 : 0;
      fields.add(field);
    } while (in.accept(TokenKind.COMMA)
        || in.accept(TokenKind.SEMICOLON)
        || (in.isRecovering() && lacksComma(start, line)));
    in.expectClosing(TokenKind.RIGHT_BRACE, TokenKind.LEFT_BRACE, line);
    scopes.function().holdTemporaries(held);
    return new Expression.TableConstructor(in.from(start), in.lastEnd(), fields);
  }

  /// Recovering: whether a further field follows without a comma before it, which is reported.
  private boolean lacksComma(int start, int line) {
    Token token = in.token();
    Recovery recovery = in.recovery();
    boolean isField =
        token.kind() != TokenKind.FUNCTION
            && (beginsExpression(token.kind()) || token.kind() == TokenKind.LEFT_BRACKET)
            && (recovery.isOnOneLine(in.lastEnd(), token.start())
                || recovery.isInside(token.start(), start));
    if (isField) {
      in.failClosing(TokenKind.RIGHT_BRACE, TokenKind.LEFT_BRACE, line);
    }
    return isField;
  }

  private TableField tableField() {
    int start = in.token().start();
    if (in.kind() == TokenKind.LEFT_BRACKET) {
      Expression key = index();
      in.expect(TokenKind.ASSIGN);
      Expression value = expression();
      return new TableField.Keyed(in.from(start), in.lastEnd(), key, value);
    }
    if (in.kind() == TokenKind.NAME && in.kindAhead() == TokenKind.ASSIGN) {
      Identifier name = in.expectName();
      in.expect(TokenKind.ASSIGN);
      Expression value = expression();
      return new TableField.Named(in.from(start), in.lastEnd(), name, value);
    }
    Expression value = expression();
    return new TableField.Positional(value.start(), in.lastEnd(), value);
  }
}
