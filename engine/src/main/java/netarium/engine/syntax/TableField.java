package netarium.engine.syntax;

/// An item of a table constructor.
public sealed interface TableField extends Node {
  record Positional(int start, int end, Expression value) implements TableField {}

  record Named(int start, int end, Identifier name, Expression value) implements TableField {}

  record Keyed(int start, int end, Expression key, Expression value) implements TableField {}
}
