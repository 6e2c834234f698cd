package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// Operators in full: coercion of strings, metamethods, errors.
///
/// Methods that may need a metamethod return {@link Native#CALL} with the call prepared; the result
/// arrives in {@link Execution#finish}.
final class Arithmetic {
  private Arithmetic() {}

  static double apply(int op, double x, double y) {
    return switch (op) {
      case Opcodes.ADD -> x + y;
      case Opcodes.SUB -> x - y;
      case Opcodes.MUL -> x * y;
      case Opcodes.DIV -> x / y;
      case Opcodes.MOD -> x - Math.floor(x / y) * y;
      case Opcodes.POW -> StrictMath.pow(x, y);
      case Opcodes.UNM -> -x;
      default -> throw new IllegalStateException("no arithmetic opcode: " + op);
    };
  }

  /// Strings up to this length are compared and read within the instruction's own unit.
  private static final int SHORT_OCTETS = 64;

  private static int compare(Coroutine co, Str x, Str y) {
    int common = Math.min(x.length, y.length);
    if (common > SHORT_OCTETS) {
      co.machine.charge(common);
    }
    return x.compare(y);
  }

  /// A number or a string that reads as one; else null. A long string costs its length.
  static @Nullable Num toNumber(Coroutine co, LuaValue v) {
    if (v instanceof Str s && s.length > SHORT_OCTETS) {
      co.machine.charge(s.length);
    }
    return toNumber(v);
  }

  /// A number or a string that reads as one; else null.
  static @Nullable Num toNumber(LuaValue v) {
    if (v instanceof Num n) {
      return n;
    }
    return v instanceof Str s ? LuaNumberText.parse(s) : null;
  }

  static int binary(Coroutine co, int op, int target, int i) {
    Frame f = co.frame;
    int bField = Opcodes.b(i);
    int cField = op == Opcodes.UNM ? bField : Opcodes.c(i);
    LuaValue left = Execution.rk(co, f, bField);
    LuaValue right = op == Opcodes.UNM ? left : Execution.rk(co, f, cField);
    Num x = toNumber(co, left);
    Num y = toNumber(co, right);
    if (x != null && y != null) {
      co.stack[target] = new Num(apply(op, x.v, y.v));
      return Driver.GO;
    }
    int event = Events.ADD + (op - Opcodes.ADD);
    LuaValue handler = binaryHandler(co, left, right, event);
    if (handler == Nil.NIL) {
      // The culprit is the second operand if the first one is a number.
      throw x != null
          ? Names.typeError(co, right, Names.rk(cField), "perform arithmetic on")
          : Names.typeError(co, left, Names.rk(bField), "perform arithmetic on");
    }
    return co.callMeta(handler, left, right);
  }

  static LuaValue binaryHandler(Coroutine co, LuaValue left, LuaValue right, int event) {
    LuaValue handler = Events.handler(co.machine.metatable(left), event);
    return handler != Nil.NIL ? handler : Events.handler(co.machine.metatable(right), event);
  }

  static int length(Coroutine co, int target, int register) {
    LuaValue v = co.stack[co.frame.base + register];
    if (v instanceof Str s) {
      co.stack[target] = new Num(s.length);
      return Driver.GO;
    }
    LuaValue handler = Events.handler(co.machine.metatable(v), Events.LEN);
    if (handler != Nil.NIL) {
      return co.callMeta(handler, v, v);
    }
    if (v instanceof Table t) {
      co.stack[target] = new Num(t.length());
      return Driver.GO;
    }
    throw Names.typeError(co, v, register, "get length of");
  }

  // ---- comparison --------------------------------------------------------------------------

  /// 1 or 0 for an answer, {@link Native#CALL} for a metamethod to be asked.
  static int equal(Coroutine co, LuaValue left, LuaValue right) {
    if (left instanceof Str x && right instanceof Str y) {
      if (x.length == y.length && x.length > SHORT_OCTETS) {
        co.machine.charge(x.length);
      }
      return x.contentEquals(y) ? 1 : 0;
    }
    if (left.rawEquals(right)) {
      return 1;
    }
    boolean mayHaveHandler =
        (left instanceof Table && right instanceof Table)
            || (left instanceof Userdata && right instanceof Userdata);
    if (!mayHaveHandler) {
      return 0;
    }
    LuaValue handler = Events.handler(co.machine.metatable(left), Events.EQ);
    if (handler == Nil.NIL
        || !handler.rawEquals(Events.handler(co.machine.metatable(right), Events.EQ))) {
      return 0;
    }
    return co.callMeta(handler, left, right);
  }

  /// 1 or 0 for an answer, {@link Native#CALL} for a metamethod to be asked.
  static int lessThan(Coroutine co, LuaValue left, LuaValue right) {
    if (left instanceof Num x && right instanceof Num y) {
      return x.v < y.v ? 1 : 0;
    }
    if (left instanceof Str x && right instanceof Str y) {
      return compare(co, x, y) < 0 ? 1 : 0;
    }
    LuaValue handler = binaryHandler(co, left, right, Events.LT);
    if (handler == Nil.NIL) {
      throw Names.orderError(co, left, right);
    }
    return co.callMeta(handler, left, right);
  }

  /// 1 or 0 for an answer, {@link Native#CALL} for a metamethod to be asked: `__le`, else `__lt`
  /// with the operands swapped and the answer negated.
  static int lessOrEqual(Coroutine co, LuaValue left, LuaValue right) {
    if (left instanceof Num x && right instanceof Num y) {
      return x.v <= y.v ? 1 : 0;
    }
    if (left instanceof Str x && right instanceof Str y) {
      return compare(co, x, y) <= 0 ? 1 : 0;
    }
    LuaValue handler = binaryHandler(co, left, right, Events.LE);
    if (handler != Nil.NIL) {
      co.frame.i = 0;
      return co.callMeta(handler, left, right);
    }
    handler = binaryHandler(co, right, left, Events.LT);
    if (handler == Nil.NIL) {
      throw Names.orderError(co, left, right);
    }
    co.frame.i = 1;
    return co.callMeta(handler, right, left);
  }

  // ---- concatenation -----------------------------------------------------------------------

  /// Joins registers `first … last` (stack indices) from the right; the result ends in `first`.
  static int concat(Coroutine co, int first, int last) {
    int top = last;
    while (top > first) {
      LuaValue[] s = co.stack;
      LuaValue left = s[top - 1];
      LuaValue right = s[top];
      if (!isText(left) || !isText(right)) {
        LuaValue handler = binaryHandler(co, left, right, Events.CONCAT);
        if (handler == Nil.NIL) {
          int culprit = isText(left) ? top : top - 1;
          throw Names.typeError(co, s[culprit], culprit - co.frame.base, "concatenate");
        }
        co.frame.i = top - 1;
        return co.callMeta(handler, left, right);
      }
      int from = top - 1;
      while (from > first && isText(s[from - 1])) {
        from--;
      }
      join(co, from, top);
      top = from;
    }
    return Driver.GO;
  }

  private static boolean isText(LuaValue v) {
    return v instanceof Str || v instanceof Num;
  }

  private static void join(Coroutine co, int from, int to) {
    LuaValue[] s = co.stack;
    long size = 0;
    for (int i = from; i <= to; i++) {
      if (s[i] instanceof Num n) {
        s[i] = LuaNumberText.toStr(n.v);
      }
      size += ((Str) s[i]).length;
    }
    if (size > Integer.MAX_VALUE - 64) {
      throw co.runtimeError("string length overflow");
    }
    co.machine.account.charge(Str.HEADER_OCTETS + size);
    co.machine.charge(size);
    byte[] joined = new byte[(int) size];
    int at = 0;
    for (int i = from; i <= to; i++) {
      Str piece = (Str) s[i];
      piece.copyTo(joined, at);
      at += piece.length;
    }
    s[from] = Str.wrap(joined);
  }
}
