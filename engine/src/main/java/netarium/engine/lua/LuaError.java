package netarium.engine.lua;

/// A Lua error on its way to the nearest `pcall`. It carries a value and no Java stack trace, so
/// raising one costs little.
public final class LuaError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The error value, usually text with a position.
  public final transient LuaValue value;

  /// Whether no `pcall` may catch it: the instruction limit, an order to end.
  public final boolean isFatal;

  /// Whether a message handler hears of it; not when memory is out, nor after it was heard once.
  final boolean callsHandler;

  public LuaError(LuaValue value) {
    this(value, false, value != LuaMachine.NOT_ENOUGH_MEMORY);
  }

  private LuaError(LuaValue value, boolean isFatal, boolean callsHandler) {
    super(null, null, false, false);
    this.value = value;
    this.isFatal = isFatal;
    this.callsHandler = callsHandler;
  }

  LuaError withoutHandler() {
    return new LuaError(value, isFatal, false);
  }

  /// An error whose text gets no position.
  public static LuaError text(String message) {
    return new LuaError(Str.of(message));
  }

  /// An error that unwinds the whole task, past every `pcall`.
  public static LuaError fatal(String message) {
    return fatal(Str.of(message));
  }

  static LuaError fatal(LuaValue value) {
    return new LuaError(value, true, false);
  }

  @Override
  public String getMessage() {
    return value instanceof Str s ? s.toString() : "(error value is a " + value.typeName() + ")";
  }
}
