package netarium.engine.lua;

/// Any Lua value. Never `null`: nil is {@link Nil#NIL}.
///
/// Values carry no link to a machine, so strings, numbers and natives may be shared by all of them;
/// tables, closures, coroutines and userdata belong to the machine whose creation counter named
/// them.
public abstract sealed class LuaValue
    permits Nil, Bool, Num, Str, Table, LuaFunction, Coroutine, Userdata {

  LuaValue() {}

  /// The name `type` answers.
  public abstract String typeName();

  /// A hash that is the same in every run: content for strings and numbers, order of creation else.
  abstract int tableHash();

  /// Equality without metamethods, as `rawequal`.
  public boolean rawEquals(LuaValue other) {
    return equals(other);
  }

  /// Everything but `nil` and `false` counts as true.
  public final boolean isTrue() {
    return this != Nil.NIL && this != Bool.FALSE;
  }

  /// Whether this is `nil`.
  public final boolean isNil() {
    return this == Nil.NIL;
  }
}
