package netarium.engine.drill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An argument or a result of a system call.
sealed interface Expression {
  /// `...`: whatever it is.
  record Anything() implements Expression {
    @Override
    public String toString() {
      return "...";
    }
  }

  record Int(long value) implements Expression {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  record Text(String value) implements Expression {
    @Override
    public String toString() {
      return '"' + value + '"';
    }
  }

  /// A name, such as `SOCK_STREAM`.
  record Name(String value) implements Expression {
    @Override
    public String toString() {
      return value;
    }
  }

  /// `A|B`
  record Either(List<Expression> parts) implements Expression {
    @Override
    public String toString() {
      return String.join("|", parts.stream().map(Object::toString).toList());
    }
  }

  /// `[a, b]`
  record Items(List<Expression> items) implements Expression {
    @Override
    public String toString() {
      return items.toString();
    }
  }

  /// `{a=1, b=2}`; a part without a name has an empty one.
  record Struct(List<Part> parts) implements Expression {
    Optional<Expression> part(String name) {
      return parts.stream().filter(each -> each.name().equals(name)).findFirst().map(Part::value);
    }

    @Override
    public String toString() {
      return "{" + String.join(", ", parts.stream().map(Object::toString).toList()) + "}";
    }
  }

  record Part(String name, Expression value) {
    @Override
    public String toString() {
      return name.isEmpty() ? value.toString() : name + "=" + value;
    }
  }

  /// `htons(8080)`, `inet_addr("192.0.2.1")`
  record Applied(String function, List<Expression> arguments) implements Expression {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s(%s)", function, arguments);
    }
  }

  /// The names that are one of several flags, or the only one.
  default List<String> names() {
    return switch (this) {
      case Name name -> List.of(name.value());
      case Either either -> either.parts().stream().flatMap(each -> each.names().stream()).toList();
      default -> List.of();
    };
  }
}
