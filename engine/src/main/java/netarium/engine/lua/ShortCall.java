package netarium.engine.lua;

/// A native's call of a Lua function without the driver in between: what the driver would do, in
/// the same order, for a function that is hot and does nothing but answer.
///
/// Whatever else happens, frames and fields are as the driver would have left them at that point,
/// and the native only has to pass its action on.
public final class ShortCall {
  /// {@link #call} has made the call.
  public static final int ANSWERED = 1;

  private ShortCall() {}

  /// As {@link Coroutine#call(int, LuaValue, LuaValue, LuaValue)}, for natives that call often and
  /// want one result: {@link #ANSWERED} if the call is over already, with this {@link #answer}.
  /// Else to be returned; the results come to the native's step.
  public static int call(Coroutine co, int at, LuaValue function, LuaValue x, LuaValue y) {
    int action = co.call(at, function, x, y);
    return function instanceof Closure c && co.hooks == null ? run(co, c, at, 2) : action;
  }

  /// The first result of what {@link #call} called at `at`.
  public static LuaValue answer(Coroutine co, int at) {
    return co.top > at ? co.stack[at] : Nil.NIL;
  }

  /// Runs the call that the native on top has prepared.
  private static int run(Coroutine co, Closure c, int at, int n) {
    FastFunction body = c.proto.fastFunction;
    LuaMachine m = co.machine;
    Frame caller = co.frame;
    if (body == null
        || m.isCareDue
        || m.isStepping
        || !FastFunction.mayNest(caller.depth)
        || !FastFunction.mayNest(caller.depth + 1)) {
      return Native.CALL;
    }
    Driver.nest(co);
    Frame f = Driver.pushLua(co, c, at, n, Frame.NATIVE, -1, false);
    m.left -= c.proto.entryUnits;
    if (m.left < 0) {
      return Driver.QUANTUM;
    }
    int r = body.run(co, f);
    if (r == FastFunction.TAIL_CALL || r == FastFunction.RETURNED) {
      return Driver.GO;
    }
    if (r != Driver.RETURN || co.frame != caller || co.resultKind != Frame.NATIVE) {
      return r;
    }
    co.nesting--;
    int count = co.resultCount;
    if (count == 1) {
      co.stack[at] = co.stack[co.resultFrom];
      co.top = at + 1;
    } else {
      Driver.adjust(co, at, co.resultFrom, count, -1);
    }
    return ANSWERED;
  }
}
