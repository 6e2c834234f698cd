package netarium.engine.syntax.stubs;

import java.util.List;

/// A name for a type; `choices` says what each of its values means.
public record StubAlias(String name, StubType type, List<Choice> choices, String text, int line) {
  /// One value, quotes included.
  public record Choice(String value, String text) {}
}
