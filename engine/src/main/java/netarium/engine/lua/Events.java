package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// The names of metamethods and the cache that says which ones a metatable surely lacks.
final class Events {
  static final int INDEX = 0;
  static final int NEWINDEX = 1;
  static final int EQ = 2;
  static final int LEN = 3;
  static final int CALL = 4;
  static final int ADD = 5;
  static final int SUB = 6;
  static final int MUL = 7;
  static final int DIV = 8;
  static final int MOD = 9;
  static final int POW = 10;
  static final int UNM = 11;
  static final int LT = 12;
  static final int LE = 13;
  static final int CONCAT = 14;
  static final int GC = 15;

  static final Str[] NAMES = {
    Str.constant("__index"),
    Str.constant("__newindex"),
    Str.constant("__eq"),
    Str.constant("__len"),
    Str.constant("__call"),
    Str.constant("__add"),
    Str.constant("__sub"),
    Str.constant("__mul"),
    Str.constant("__div"),
    Str.constant("__mod"),
    Str.constant("__pow"),
    Str.constant("__unm"),
    Str.constant("__lt"),
    Str.constant("__le"),
    Str.constant("__concat"),
    Str.constant("__gc"),
  };

  static final Str MODE = Str.constant("__mode");
  static final Str METATABLE = Str.constant("__metatable");
  static final Str TOSTRING = Str.constant("__tostring");
  static final Str PAIRS = Str.constant("__pairs");
  static final Str IPAIRS = Str.constant("__ipairs");

  private Events() {}

  /// The handler of an event in a metatable, or nil.
  static LuaValue handler(@Nullable Table metatable, int event) {
    if (metatable == null || (metatable.absentEvents & (1 << event)) != 0) {
      return Nil.NIL;
    }
    LuaValue h = metatable.get(NAMES[event]);
    if (h == Nil.NIL) {
      metatable.absentEvents |= 1 << event;
    }
    return h;
  }
}
