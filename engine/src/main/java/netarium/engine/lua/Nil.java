package netarium.engine.lua;

/// The one `nil`.
public final class Nil extends LuaValue {
  /// The only instance, so identity is the test for it.
  public static final Nil NIL = new Nil();

  private Nil() {}

  @Override
  public String typeName() {
    return "nil";
  }

  @Override
  int tableHash() {
    return 0;
  }

  @Override
  public String toString() {
    return "nil";
  }
}
