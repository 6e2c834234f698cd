package netarium.engine.lua;

/// A Lua error on its way to the nearest `pcall`. It carries a value and no Java stack trace, so
/// raising one costs little.
public final class LuaError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The error value, usually text with a position.
  public final transient LuaValue value;

  /// Whether no `pcall` may catch it: the instruction limit, an order to end.
  public final boolean isFatal;

  public LuaError(LuaValue value) {
    this(value, false);
  }

  private LuaError(LuaValue value, boolean isFatal) {
    super(null, null, false, false);
    this.value = value;
    this.isFatal = isFatal;
  }

  /// An error whose text gets no position.
  public static LuaError text(String message) {
    return new LuaError(Str.of(message));
  }

  /// An error that unwinds the whole task, past every `pcall`.
  public static LuaError fatal(String message) {
    return new LuaError(Str.of(message), true);
  }

  @Override
  public String getMessage() {
    return value instanceof Str s ? s.toString() : "(error value is a " + value.typeName() + ")";
  }
}
