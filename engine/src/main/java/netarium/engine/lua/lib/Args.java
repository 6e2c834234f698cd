package netarium.engine.lua.lib;

import netarium.engine.lua.Bool;
import netarium.engine.lua.CallInfo;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import org.jspecify.annotations.Nullable;

/// Checks of a native's arguments with the messages of C Lua's `lauxlib.c`.
///
/// Every method takes the native's `func` and `n` and the number `i` of the argument, from 1.
public final class Args {
  private static final int LONGEST_OPTION = 32;

  private Args() {}

  /// `bad argument #i to 'name' (detail)`, positioned at the caller. To be thrown.
  public static LuaError argError(Coroutine co, int i, String detail) {
    return CallInfo.argumentError(co, i, detail);
  }

  /// `… (expected expected, got …)`. To be thrown.
  public static LuaError typeError(Coroutine co, int func, int n, int i, String expected) {
    String got = i <= n ? co.arg(func, n, i).typeName() : "no value";
    return argError(co, i, expected + " expected, got " + got);
  }

  /// Any value, but there must be one.
  public static LuaValue checkAny(Coroutine co, int func, int n, int i) {
    if (i > n) {
      throw argError(co, i, "value expected");
    }
    return co.stack[func + i];
  }

  /// A string, or a number made one.
  public static Str checkStr(Coroutine co, int func, int n, int i) {
    LuaValue v = co.arg(func, n, i);
    if (v instanceof Str s) {
      return s;
    }
    if (v instanceof Num x) {
      return LuaNumberText.toStr(x.v);
    }
    throw typeError(co, func, n, i, "string");
  }

  /// A string as {@link #checkStr}, or the default for none or nil.
  public static Str optStr(Coroutine co, int func, int n, int i, Str fallback) {
    return isNoneOrNil(co, func, n, i) ? fallback : checkStr(co, func, n, i);
  }

  /// A string as {@link #checkStr}, or null for none or nil.
  public static @Nullable Str optStrOrNull(Coroutine co, int func, int n, int i) {
    return isNoneOrNil(co, func, n, i) ? null : checkStr(co, func, n, i);
  }

  /// A number, or a string that reads as one.
  public static double checkNumber(Coroutine co, int func, int n, int i) {
    LuaValue v = co.arg(func, n, i);
    if (v instanceof Num x) {
      return x.v;
    }
    if (v instanceof Str s) {
      Num parsed = LuaNumberText.parse(s);
      if (parsed != null) {
        return parsed.v;
      }
    }
    throw typeError(co, func, n, i, "number");
  }

  /// A number, or the default for none or nil.
  public static double optNumber(Coroutine co, int func, int n, int i, double fallback) {
    return isNoneOrNil(co, func, n, i) ? fallback : checkNumber(co, func, n, i);
  }

  /// A number cut to a 32-bit integer as `luaL_checkint` on 64-bit machines: through 64 bits.
  public static int checkInt(Coroutine co, int func, int n, int i) {
    return (int) checkLong(co, func, n, i);
  }

  /// A number cut to a 32-bit integer, or the default for none or nil.
  public static int optInt(Coroutine co, int func, int n, int i, int fallback) {
    return isNoneOrNil(co, func, n, i) ? fallback : checkInt(co, func, n, i);
  }

  /// A number cut to a 64-bit integer as `luaL_checkinteger`; beyond the range as x86 does.
  public static long checkLong(Coroutine co, int func, int n, int i) {
    return toLong(checkNumber(co, func, n, i));
  }

  /// A number cut to a 64-bit integer, or the default for none or nil.
  public static long optLong(Coroutine co, int func, int n, int i, long fallback) {
    return isNoneOrNil(co, func, n, i) ? fallback : checkLong(co, func, n, i);
  }

  private static long toLong(double v) {
    return v >= -0x1p63 && v < 0x1p63 ? (long) v : Long.MIN_VALUE;
  }

  /// A 32-bit unsigned number, modulo 2^32, as `luaL_checkunsigned`.
  public static int checkUnsigned(Coroutine co, int func, int n, int i) {
    double v = checkNumber(co, func, n, i);
    double rest = v - Math.floor(v / 0x1p32) * 0x1p32;
    return (int) (long) Math.rint(rest);
  }

  /// A table.
  public static Table checkTable(Coroutine co, int func, int n, int i) {
    if (co.arg(func, n, i) instanceof Table t) {
      return t;
    }
    throw typeError(co, func, n, i, "table");
  }

  /// A value of a type by its Lua name: `function`, `boolean`, `thread`.
  public static LuaValue checkType(Coroutine co, int func, int n, int i, String type) {
    LuaValue v = co.arg(func, n, i);
    if (i > n || !v.typeName().equals(type)) {
      throw typeError(co, func, n, i, type);
    }
    return v;
  }

  /// Truth of any value; none is false.
  public static boolean toBoolean(Coroutine co, int func, int n, int i) {
    return co.arg(func, n, i).isTrue();
  }

  /// One of some words, by its index; `fallback` for none or nil if it is not null.
  public static int checkOption(
      Coroutine co, int func, int n, int i, @Nullable String fallback, String... options) {
    Str given =
        fallback != null && isNoneOrNil(co, func, n, i)
            ? Str.of(fallback)
            : checkStr(co, func, n, i);
    String word = given.length > LONGEST_OPTION ? "" : given.toString();
    for (int at = 0; at < options.length; at++) {
      if (options[at].equals(word)) {
        return at;
      }
    }
    co.machine.charge(given.length);
    throw argError(co, i, "invalid option '" + given + "'");
  }

  /// Whether argument `i` is missing or nil.
  public static boolean isNoneOrNil(Coroutine co, int func, int n, int i) {
    return i > n || co.stack[func + i].isNil();
  }

  /// Raises an argument error unless the condition holds.
  public static void check(Coroutine co, boolean condition, int i, String detail) {
    if (!condition) {
      throw argError(co, i, detail);
    }
  }

  /// A truth value as a Lua value.
  public static Bool bool(boolean truth) {
    return Bool.of(truth);
  }
}
