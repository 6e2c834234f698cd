package netarium.engine.syntax;

import java.util.List;

/// An expression.
public sealed interface Expression extends Node {
  /// Where a name leads. Fields of the environment count as globals.
  enum Scope {
    LOCAL,
    UPVALUE,
    GLOBAL
  }

  /// No expression where one belongs: only in trees of broken texts, and with no width.
  record Missing(int start, int end) implements Expression {}

  record Nil(int start, int end) implements Expression {}

  record True(int start, int end) implements Expression {}

  record False(int start, int end) implements Expression {}

  record Vararg(int start, int end) implements Expression {}

  record NumberLiteral(int start, int end, double value) implements Expression {}

  /// `value` is an octet string.
  record StringLiteral(int start, int end, String value) implements Expression {}

  record Name(int start, int end, String text, Scope scope) implements Expression {}

  record Parenthesized(int start, int end, Expression inner) implements Expression {}

  record FunctionLiteral(int start, int end, FunctionBody body) implements Expression {}

  record TableConstructor(int start, int end, List<TableField> fields) implements Expression {}

  /// `head` with fields, indices and calls applied from left to right; at least one.
  record Suffixed(int start, int end, Expression head, List<Suffix> suffixes)
      implements Expression {}

  record Unary(int start, int end, TokenKind operator, Expression operand) implements Expression {}

  /// `first` with operators applied from left to right; at least one.
  record Operation(int start, int end, Expression first, List<Operand> rest)
      implements Expression {}

  /// An operator and its right side.
  record Operand(TokenKind operator, Expression right) {}

  /// Whether the expression may give any number of values.
  default boolean isMultiple() {
    return this instanceof Vararg || isCall();
  }

  default boolean isCall() {
    return this instanceof Suffixed s && s.suffixes().getLast().isCall();
  }

  /// Whether the expression may stand on the left of `=`.
  default boolean isAssignable() {
    return this instanceof Name || (this instanceof Suffixed && !isCall());
  }
}
