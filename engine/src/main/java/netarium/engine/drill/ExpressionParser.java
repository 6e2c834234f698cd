package netarium.engine.drill;

import java.util.ArrayList;
import java.util.List;

/// What stands between the brackets of a call, and behind its `=`.
final class ExpressionParser {
  private final TokenReader in;

  ExpressionParser(TokenReader in) {
    this.in = in;
  }

  Expression expression() {
    Expression first = single();
    if (!in.sees("|")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (in.take("|")) {
      parts.add(single());
    }
    return new Expression.Either(List.copyOf(parts));
  }

  private Expression single() {
    return switch (in.peek().kind()) {
      case ELLIPSIS -> {
        in.next();
        yield new Expression.Anything();
      }
      case INTEGER, HEX -> new Expression.Int(in.integer("a number"));
      case STRING -> text();
      case WORD -> word();
      case SYMBOL -> bracketed();
      default -> throw in.unexpected("a value");
    };
  }

  /// Strings that follow each other are one; an ellipsis may end it.
  private Expression text() {
    StringBuilder text = new StringBuilder();
    while (in.sees(Token.Kind.STRING)) {
      text.append(in.next().text());
    }
    in.take(Token.Kind.ELLIPSIS);
    return new Expression.Text(text.toString());
  }

  private Expression word() {
    String word = in.next().text();
    if (in.take("(")) {
      return new Expression.Applied(word, upTo(")"));
    }
    if (in.take("=")) {
      return new Expression.Struct(List.of(new Expression.Part(word, expression())));
    }
    return new Expression.Name(word);
  }

  private Expression bracketed() {
    if (in.take("[")) {
      return new Expression.Items(upTo("]"));
    }
    if (in.take("{")) {
      return struct();
    }
    throw in.unexpected("a value");
  }

  private List<Expression> upTo(String end) {
    List<Expression> items = new ArrayList<>();
    while (!in.take(end)) {
      items.add(expression());
      if (!in.sees(end)) {
        in.expect(",");
      }
    }
    return List.copyOf(items);
  }

  /// `{fd=3, events=POLLIN}`, `{msg_iov(1)=[{..., 10}]}`, `{..., 10}`
  private Expression struct() {
    List<Expression.Part> parts = new ArrayList<>();
    while (!in.take("}")) {
      parts.add(part());
      if (!in.sees("}")) {
        in.expect(",");
      }
    }
    return new Expression.Struct(List.copyOf(parts));
  }

  private Expression.Part part() {
    boolean isNamed = in.sees(Token.Kind.WORD);
    if (isNamed && in.peekSecond().is("=")) {
      String name = in.next().text();
      in.next();
      return new Expression.Part(name, expression());
    }
    if (isNamed && in.peekSecond().is("(")) {
      String name = in.next().text();
      in.next();
      List<Expression> counts = upTo(")");
      return in.take("=")
          ? new Expression.Part(name, expression())
          : new Expression.Part("", new Expression.Applied(name, counts));
    }
    return new Expression.Part("", expression());
  }
}
