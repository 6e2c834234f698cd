package netarium.engine.syntax.stubs;

import java.util.List;
import java.util.stream.Collectors;

/// One way to call a function.
public record StubSignature(List<StubParameter> parameters, List<StubReturn> returns) {
  /// `(network, address?)`: what stands behind the name.
  public String arguments() {
    return parameters.stream()
        .map(each -> each.name() + (each.isOptional() && !each.isVararg() ? "?" : ""))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /// `(network: "udp", address: string)`, to tell one form of a function from another.
  public String typedArguments() {
    return parameters.stream()
        .map(each -> each.name() + (each.isOptional() ? "?: " : ": ") + each.type())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /// `conn, err`, or the types of results that have no names; empty without results.
  public String results() {
    return returns.stream()
        .map(each -> each.name().isEmpty() ? each.type().text() : each.name())
        .collect(Collectors.joining(", "));
  }

  /// How many arguments a call needs at least.
  public int required() {
    int count = 0;
    for (int i = 0; i < parameters.size(); i++) {
      boolean isNeeded = !parameters.get(i).isOptional() && !parameters.get(i).isVararg();
      count = isNeeded ? i + 1 : count;
    }
    return count;
  }
}
