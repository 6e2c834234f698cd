package netarium.engine.drill;

import java.util.List;
import java.util.OptionalInt;

/// The arguments of a call, by place.
record Arguments(List<Expression> all, String call, int line) {
  /// `...` where there is none.
  Expression at(int place) {
    return place < all.size() ? all.get(place) : new Expression.Anything();
  }

  long integer(int place) {
    return integer(at(place));
  }

  long integer(Expression expression) {
    return switch (expression) {
      case Expression.Int number -> number.value();
      case Expression.Items items when items.items().size() == 1 ->
          integer(items.items().getFirst());
      case Expression.Name name when name.value().equals("NULL") -> 0;
      default -> throw new ScriptException.Unsupported(line, call + " with " + expression);
    };
  }

  int octets(int place) {
    long value = integer(place);
    if (value < 0 || value > 1 << 28) {
      throw new ScriptException.Unsupported(line, call + " of " + value + " octets");
    }
    return (int) value;
  }

  List<String> names(int place) {
    return at(place).names();
  }

  String name(int place) {
    List<String> names = names(place);
    return names.isEmpty() ? at(place).toString() : names.getFirst();
  }

  /// The port in a socket address, where one is written out.
  OptionalInt port(int place) {
    if (at(place) instanceof Expression.Struct address) {
      var port = address.part("sin_port");
      if (port.isPresent()
          && port.get() instanceof Expression.Applied applied
          && !applied.arguments().isEmpty()) {
        return OptionalInt.of((int) integer(applied.arguments().getFirst()));
      }
      if (address.part("sin6_port").isPresent()
          || address.part("sa_family").stream()
              .anyMatch(each -> each.names().contains("AF_INET6"))) {
        throw new ScriptException.Unsupported(line, "IPv6");
      }
    }
    return OptionalInt.empty();
  }

  /// Refuses what a call is asked for beyond what we know.
  void refuseOtherThan(int place, List<String> known) {
    for (String name : names(place)) {
      if (!known.contains(name)) {
        throw new ScriptException.Unsupported(line, call + " with " + name);
      }
    }
  }

  ScriptException unsupported(String what) {
    return new ScriptException.Unsupported(line, what);
  }
}
