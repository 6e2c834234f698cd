package netarium.engine.lua;

/// Steps of {@link FastFunctionMaker} that compute and compare; as {@link FastSteps}.
// Identity is what is tested: nil and the truth values are one object each.
@SuppressWarnings("ReferenceEquality")
final class FastOperators {
  private FastOperators() {}

  static boolean length(LuaValue[] s, int base, int i) {
    LuaValue v = s[base + Opcodes.b(i)];
    if (v instanceof Table t) {
      if (t.metatable == null && t.count > 0 && t.array[t.count - 1] != Nil.NIL) {
        s[base + Opcodes.a(i)] = new Num(t.count);
        return true;
      }
      return false;
    }
    if (v instanceof Str text) {
      s[base + Opcodes.a(i)] = new Num(text.length);
      return true;
    }
    return false;
  }

  // ---- truth and comparison ----------------------------------------------------------------

  static boolean isTrue(LuaValue[] s, int base, int register) {
    LuaValue v = s[base + register];
    return v != Nil.NIL && v != Bool.FALSE;
  }

  static void not(LuaValue[] s, int base, int i) {
    s[base + Opcodes.a(i)] = isTrue(s, base, Opcodes.b(i)) ? Bool.FALSE : Bool.TRUE;
  }

  /// 1 or 0, or -1 if a metamethod may have to be asked.
  static int equal(Coroutine co, LuaValue[] s, int base, int i) {
    LuaValue x = s[base + Opcodes.b(i)];
    LuaValue y = s[base + Opcodes.c(i)];
    if (x instanceof Num n) {
      return y instanceof Num o && n.v == o.v ? 1 : 0;
    }
    if (x == y) {
      return 1;
    }
    return x instanceof Table || x instanceof Userdata ? -1 : Arithmetic.equal(co, x, y);
  }

  static boolean equalToNumber(LuaValue[] s, int base, int i, double y) {
    return s[base + Opcodes.b(i)] instanceof Num x && x.v == y;
  }

  static boolean equalToConstant(Coroutine co, LuaValue[] s, int base, int i, LuaValue y) {
    LuaValue x = s[base + Opcodes.b(i)];
    return x == y || (x instanceof Str && y instanceof Str && Arithmetic.equal(co, x, y) == 1);
  }

  static int lessThan(LuaValue[] s, int base, int i) {
    return s[base + Opcodes.b(i)] instanceof Num x && s[base + Opcodes.c(i)] instanceof Num y
        ? x.v < y.v ? 1 : 0
        : -1;
  }

  static int lessThanNumber(LuaValue[] s, int base, int i, double y) {
    return s[base + Opcodes.b(i)] instanceof Num x ? x.v < y ? 1 : 0 : -1;
  }

  static int numberLessThan(LuaValue[] s, int base, int i, double x) {
    return s[base + Opcodes.c(i)] instanceof Num y ? x < y.v ? 1 : 0 : -1;
  }

  static int lessOrEqual(LuaValue[] s, int base, int i) {
    return s[base + Opcodes.b(i)] instanceof Num x && s[base + Opcodes.c(i)] instanceof Num y
        ? x.v <= y.v ? 1 : 0
        : -1;
  }

  static int lessOrEqualNumber(LuaValue[] s, int base, int i, double y) {
    return s[base + Opcodes.b(i)] instanceof Num x ? x.v <= y ? 1 : 0 : -1;
  }

  static int numberLessOrEqual(LuaValue[] s, int base, int i, double x) {
    return s[base + Opcodes.c(i)] instanceof Num y ? x <= y.v ? 1 : 0 : -1;
  }

  // ---- arithmetic --------------------------------------------------------------------------

  static boolean add(LuaValue[] s, int base, int i) {
    if (s[base + Opcodes.b(i)] instanceof Num x && s[base + Opcodes.c(i)] instanceof Num y) {
      s[base + Opcodes.a(i)] = new Num(x.v + y.v);
      return true;
    }
    return false;
  }

  static boolean addNumber(LuaValue[] s, int base, int i, double y) {
    if (s[base + Opcodes.b(i)] instanceof Num x) {
      s[base + Opcodes.a(i)] = new Num(x.v + y);
      return true;
    }
    return false;
  }

  static boolean subtract(LuaValue[] s, int base, int i) {
    if (s[base + Opcodes.b(i)] instanceof Num x && s[base + Opcodes.c(i)] instanceof Num y) {
      s[base + Opcodes.a(i)] = new Num(x.v - y.v);
      return true;
    }
    return false;
  }

  static boolean subtractNumber(LuaValue[] s, int base, int i, double y) {
    if (s[base + Opcodes.b(i)] instanceof Num x) {
      s[base + Opcodes.a(i)] = new Num(x.v - y);
      return true;
    }
    return false;
  }

  static boolean numberMinus(LuaValue[] s, int base, int i, double x) {
    if (s[base + Opcodes.c(i)] instanceof Num y) {
      s[base + Opcodes.a(i)] = new Num(x - y.v);
      return true;
    }
    return false;
  }

  static boolean multiply(LuaValue[] s, int base, int i) {
    if (s[base + Opcodes.b(i)] instanceof Num x && s[base + Opcodes.c(i)] instanceof Num y) {
      s[base + Opcodes.a(i)] = new Num(x.v * y.v);
      return true;
    }
    return false;
  }

  static boolean multiplyNumber(LuaValue[] s, int base, int i, double y) {
    if (s[base + Opcodes.b(i)] instanceof Num x) {
      s[base + Opcodes.a(i)] = new Num(x.v * y);
      return true;
    }
    return false;
  }

  static boolean divide(LuaValue[] s, int base, int i) {
    if (s[base + Opcodes.b(i)] instanceof Num x && s[base + Opcodes.c(i)] instanceof Num y) {
      s[base + Opcodes.a(i)] = new Num(x.v / y.v);
      return true;
    }
    return false;
  }

  static boolean divideNumber(LuaValue[] s, int base, int i, double y) {
    if (s[base + Opcodes.b(i)] instanceof Num x) {
      s[base + Opcodes.a(i)] = new Num(x.v / y);
      return true;
    }
    return false;
  }

  static boolean numberOver(LuaValue[] s, int base, int i, double x) {
    if (s[base + Opcodes.c(i)] instanceof Num y) {
      s[base + Opcodes.a(i)] = new Num(x / y.v);
      return true;
    }
    return false;
  }

  static boolean modulo(LuaValue[] s, int base, int i) {
    if (s[base + Opcodes.b(i)] instanceof Num x && s[base + Opcodes.c(i)] instanceof Num y) {
      s[base + Opcodes.a(i)] = new Num(x.v - Math.floor(x.v / y.v) * y.v);
      return true;
    }
    return false;
  }

  static boolean moduloNumber(LuaValue[] s, int base, int i, double y) {
    if (s[base + Opcodes.b(i)] instanceof Num x) {
      s[base + Opcodes.a(i)] = new Num(x.v - Math.floor(x.v / y) * y);
      return true;
    }
    return false;
  }

  static boolean negate(LuaValue[] s, int base, int i) {
    if (s[base + Opcodes.b(i)] instanceof Num x) {
      s[base + Opcodes.a(i)] = new Num(-x.v);
      return true;
    }
    return false;
  }
}
