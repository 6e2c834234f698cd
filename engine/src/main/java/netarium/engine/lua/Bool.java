package netarium.engine.lua;

/// The two truth values.
public final class Bool extends LuaValue {
  public static final Bool TRUE = new Bool(true);
  public static final Bool FALSE = new Bool(false);

  /// The Java value.
  public final boolean v;

  private Bool(boolean v) {
    this.v = v;
  }

  /// The instance for a Java value.
  public static Bool of(boolean v) {
    return v ? TRUE : FALSE;
  }

  @Override
  public String typeName() {
    return "boolean";
  }

  @Override
  int tableHash() {
    return v ? 2 : 4;
  }

  @Override
  public String toString() {
    return v ? "true" : "false";
  }
}
