package netarium.engine.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement.
public sealed interface Statement extends Node {
  /// A lone semicolon.
  record Empty(int start, int end) implements Statement {}

  /// An expression that is no statement: only in trees of broken texts.
  record Incomplete(int start, int end, Expression expression) implements Statement {}

  record Local(int start, int end, List<Identifier> names, List<Expression> values)
      implements Statement {}

  record LocalFunction(int start, int end, Identifier name, FunctionBody body)
      implements Statement {}

  /// `function a.b.c:m()`: `target` is the name with its fields; `method` is null without colon.
  record FunctionDefinition(
      int start, int end, Expression target, @Nullable Identifier method, FunctionBody body)
      implements Statement {}

  record Assignment(int start, int end, List<Expression> targets, List<Expression> values)
      implements Statement {}

  record CallStatement(int start, int end, Expression call) implements Statement {}

  record Do(int start, int end, Block block) implements Statement {}

  record While(int start, int end, Expression condition, Block block) implements Statement {}

  /// The condition sees the block's locals.
  record Repeat(int start, int end, Block block, Expression condition) implements Statement {}

  record If(int start, int end, List<Clause> clauses, @Nullable Block otherwise)
      implements Statement {}

  /// `if` or `elseif` with its block.
  record Clause(Expression condition, Block block) {}

  record NumericFor(
      int start,
      int end,
      Identifier variable,
      Expression first,
      Expression last,
      @Nullable Expression step,
      Block block)
      implements Statement {}

  record GenericFor(
      int start, int end, List<Identifier> variables, List<Expression> values, Block block)
      implements Statement {}

  record Return(int start, int end, List<Expression> values) implements Statement {}

  record Break(int start, int end) implements Statement {}

  record Goto(int start, int end, Identifier label) implements Statement {}

  record Label(int start, int end, Identifier name) implements Statement {}
}
