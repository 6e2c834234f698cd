package netarium.engine.lua.lib;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;

/// A function of `table` that needs `#` of its first argument, for which a `__len` may have to be
/// called first.
final class WithLength extends Native {
  private static final Str LENGTH_EVENT = Str.constant("__len");

  private final int endArgument;
  private final Body body;

  /// What it does once the length is known.
  @FunctionalInterface
  interface Body {
    int call(Coroutine co, int func, int n, int length);
  }

  /// `endArgument`: the argument that makes the length unnecessary when it is given; 0 for none.
  WithLength(String name, int endArgument, Body body) {
    super(name);
    this.endArgument = endArgument;
    this.body = body;
  }

  @Override
  public int call(Coroutine co, int func, int n) {
    Table t = Args.checkTable(co, func, n, 1);
    if (endArgument > 0 && !Args.isNoneOrNil(co, func, n, endArgument)) {
      return body.call(co, func, n, 0);
    }
    LuaValue handler = handler(co, t);
    if (handler.isNil()) {
      return body.call(co, func, n, t.length());
    }
    co.pushNative(this, func, n);
    return co.call(func + 1 + n, handler, t);
  }

  @Override
  public int step(Coroutine co, Frame frame, int from, int n) {
    int length = length(co, n > 0 ? co.stack[from] : Nil.NIL);
    return body.call(co, frame.func, frame.argumentCount, length);
  }

  /// What has to be called for the length of a table, or nil.
  static LuaValue handler(Coroutine co, Table t) {
    return t.metatable() == null ? Nil.NIL : co.machine.metafield(t, LENGTH_EVENT);
  }

  /// The answer of a `__len` as a number of items.
  static int length(Coroutine co, LuaValue answer) {
    Num number =
        answer instanceof Num x ? x : answer instanceof Str s ? LuaNumberText.parse(s) : null;
    if (number == null) {
      throw co.error("object length is not a number", 1);
    }
    return (int) (long) number.v;
  }
}
