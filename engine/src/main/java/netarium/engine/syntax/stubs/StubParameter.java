package netarium.engine.syntax.stubs;

/// A parameter: `...` stands for any number of them. One that is optional may be left out.
public record StubParameter(String name, StubType type, boolean isOptional, String text) {
  public boolean isVararg() {
    return name.equals("...");
  }
}
