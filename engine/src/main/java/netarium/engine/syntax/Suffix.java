package netarium.engine.syntax;

import java.util.List;

/// What may follow a prefix expression.
public sealed interface Suffix extends Node {
  record Field(int start, int end, Identifier name) implements Suffix {}

  record Index(int start, int end, Expression key) implements Suffix {}

  record Call(int start, int end, List<Expression> arguments) implements Suffix {}

  record MethodCall(int start, int end, Identifier name, List<Expression> arguments)
      implements Suffix {}

  default boolean isCall() {
    return this instanceof Call || this instanceof MethodCall;
  }
}
