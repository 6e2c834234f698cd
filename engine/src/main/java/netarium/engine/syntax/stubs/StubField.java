package netarium.engine.syntax.stubs;

/// A field of a class or table, or a global value when `owner` is empty. `name` is `[type]` for
/// what is found under all keys of a type.
public record StubField(
    String owner, String name, StubType type, boolean isOptional, String text, int line) {
  public String fullName() {
    return owner.isEmpty() ? name : owner + (name.startsWith("[") ? "" : ".") + name;
  }
}
