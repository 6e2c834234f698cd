package netarium.engine.syntax.stubs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The `@param`, `@return` and `@overload` of a function, held against its declaration.
final class Signatures {
  private final StubBuilder builder;

  Signatures(StubBuilder builder) {
    this.builder = builder;
  }

  /// `names`: the parameters that the declaration has.
  StubSignature of(DocBlock doc, int line, List<String> names) {
    Map<String, StubParameter> described = new LinkedHashMap<>();
    doc.all("param").forEach(tag -> parameter(tag, described));
    if (!names.equals(List.copyOf(described.keySet()))) {
      builder.problem(
          line,
          "the parameters are "
              + String.join(", ", names)
              + ", the tags describe "
              + String.join(", ", described.keySet()));
    }
    List<StubReturn> returns = new ArrayList<>();
    doc.all("return").forEach(tag -> returns.add(result(tag)));
    return new StubSignature(List.copyOf(described.values()), List.copyOf(returns));
  }

  private void parameter(DocBlock.Tag tag, Map<String, StubParameter> described) {
    TypeScanner scanner = new TypeScanner(tag.rest());
    try {
      String name = scanner.name();
      boolean isOptional = scanner.accept("?");
      StubType type = builder.type(scanner, tag.line());
      boolean mayLack = isOptional || type.isOptional();
      described.put(name, new StubParameter(name, type, mayLack, scanner.rest()));
    } catch (TypeScanner.Failure failure) {
      builder.problem(tag.line(), "@param: " + failure.getMessage());
    }
  }

  private StubReturn result(DocBlock.Tag tag) {
    TypeScanner scanner = new TypeScanner(tag.rest());
    StubType type = builder.type(scanner, tag.line());
    scanner.skipBlanks();
    String name = tag.rest().contains("#") ? "" : scanner.word();
    return new StubReturn(type, name, scanner.rest());
  }

  List<StubSignature> overloads(DocBlock doc, StubSignature main) {
    List<StubSignature> overloads = new ArrayList<>();
    doc.all("overload")
        .forEach(tag -> {
          TypeScanner scanner = new TypeScanner(tag.rest());
          try {
            overloads.add(withTexts(scanner.signature(), main));
          } catch (TypeScanner.Failure failure) {
            builder.problem(tag.line(), "@overload: " + failure.getMessage());
          }
        });
    return List.copyOf(overloads);
  }

  /// An overload says nothing about its parameters; those of the same name mean the same.
  private static StubSignature withTexts(StubSignature overload, StubSignature main) {
    List<StubParameter> parameters = new ArrayList<>();
    for (StubParameter each : overload.parameters()) {
      String text =
          main.parameters().stream()
              .filter(known -> known.name().equals(each.name()))
              .map(StubParameter::text)
              .findFirst()
              .orElse("");
      parameters.add(new StubParameter(each.name(), each.type(), each.isOptional(), text));
    }
    return new StubSignature(List.copyOf(parameters), overload.returns());
  }
}
