package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// Reading and writing fields with metamethods, as `luaV_gettable` and `luaV_settable`.
public final class Indexing {
  /// Longest chain of `__index` tables.
  private static final int MAX_CHAIN = 100;

  private Indexing() {}

  /// The value of a field. Null means that a function has to be asked: `co.handler` with
  /// `co.handled` and the key.
  static @Nullable LuaValue get(Coroutine co, LuaValue object, LuaValue key, int operand) {
    LuaValue o = object;
    int name = operand;
    for (int loop = 0; loop < MAX_CHAIN; loop++) {
      LuaValue handler;
      if (o instanceof Table t) {
        LuaValue v = t.get(key);
        if (v != Nil.NIL) {
          return v;
        }
        handler = Events.handler(t.metatable, Events.INDEX);
        if (handler == Nil.NIL) {
          return v;
        }
      } else {
        handler = Events.handler(co.machine.metatable(o), Events.INDEX);
        if (handler == Nil.NIL) {
          throw Names.typeError(co, o, name, "index");
        }
      }
      if (handler instanceof LuaFunction) {
        co.handler = handler;
        co.handled = o;
        return null;
      }
      o = handler;
      name = Names.NONE;
    }
    throw co.runtimeError("loop in gettable");
  }

  /// Sets a field. True means done; false that `co.handler` has to be called with `co.handled`, the
  /// key and the value.
  static boolean set(Coroutine co, LuaValue object, LuaValue key, LuaValue value, int operand) {
    LuaValue o = object;
    int name = operand;
    for (int loop = 0; loop < MAX_CHAIN; loop++) {
      LuaValue handler;
      if (o instanceof Table t) {
        handler = Events.handler(t.metatable, Events.NEWINDEX);
        if (handler == Nil.NIL || t.get(key) != Nil.NIL) {
          checkKey(co, key);
          t.set(key, value);
          return true;
        }
      } else {
        handler = Events.handler(co.machine.metatable(o), Events.NEWINDEX);
        if (handler == Nil.NIL) {
          throw Names.typeError(co, o, name, "index");
        }
      }
      if (handler instanceof LuaFunction) {
        co.handler = handler;
        co.handled = o;
        return false;
      }
      o = handler;
      name = Names.NONE;
    }
    throw co.runtimeError("loop in settable");
  }

  static void checkKey(Coroutine co, LuaValue key) {
    if (key == Nil.NIL) {
      throw co.runtimeError("table index is nil");
    }
    if (key instanceof Num n && Double.isNaN(n.v)) {
      throw co.runtimeError("table index is NaN");
    }
  }

  /// For natives: the value of a field with `__index`. Null means that the native has to call a
  /// function: `return co.call(at, Indexing.handler(co), Indexing.handled(co), key)`.
  public static @Nullable LuaValue get(Coroutine co, LuaValue object, LuaValue key) {
    return get(co, object, key, Names.NONE);
  }

  /// The function to call after {@link #get} answered null.
  public static LuaValue handler(Coroutine co) {
    return co.handler;
  }

  /// Its first argument.
  public static LuaValue handled(Coroutine co) {
    return co.handled;
  }
}
