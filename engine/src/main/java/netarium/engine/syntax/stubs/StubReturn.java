package netarium.engine.syntax.stubs;

/// A result: its name may be empty; `...` stands for any number of results.
public record StubReturn(StubType type, String name, String text) {
  public boolean isVararg() {
    return name.equals("...");
  }
}
