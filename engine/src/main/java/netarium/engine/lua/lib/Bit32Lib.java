package netarium.engine.lua.lib;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;

/// `bit32.*`: operations on 32 bits, numbers taken modulo 2^32.
public final class Bit32Lib {
  private static final int BITS = 32;

  /// 1.5·2^52: adding it leaves an integer, rounded to nearest even, in the low bits of a double.
  private static final double ROUNDING = 6755399441055744.0;

  private static final Library BIT32 =
      Library.of(
          "bit32",
          function("arshift", Bit32Lib::arithmeticShift),
          function("band", (co, func, n) -> returns(co, func, and(co, func, n))),
          function("bnot", (co, func, n) -> returns(co, func, ~bits(co, func, n, 1))),
          function("bor", Bit32Lib::or),
          function("btest", (co, func, n) -> co.returns(func, and(co, func, n) != 0)),
          function("bxor", Bit32Lib::xor),
          function("extract", Bit32Lib::extract),
          function("lrotate", (co, func, n) -> rotate(co, func, n, 1)),
          function("lshift", (co, func, n) -> shift(co, func, n, 1)),
          function("replace", Bit32Lib::replace),
          function("rrotate", (co, func, n) -> rotate(co, func, n, -1)),
          function("rshift", (co, func, n) -> shift(co, func, n, -1)));

  private Bit32Lib() {}

  /// Adds the table `bit32`.
  public static void install(LuaMachine machine) {
    BIT32.install(machine);
  }

  private static Library.Entry function(String name, Native.Body body) {
    return Library.function("bit32", name, body);
  }

  /// Argument `i` as C Lua converts it on 64-bit Linux: rounded, then cut to the low 32 bits.
  private static int bits(Coroutine co, int func, int n, int i) {
    double v = Args.checkNumber(co, func, n, i);
    int exact = (int) v;
    return exact == v ? exact : (int) Double.doubleToLongBits(v + ROUNDING);
  }

  private static int returns(Coroutine co, int func, int bits) {
    return co.returns(func, (double) Integer.toUnsignedLong(bits));
  }

  private static int and(Coroutine co, int func, int n) {
    int r = -1;
    for (int i = 1; i <= n; i++) {
      r &= bits(co, func, n, i);
    }
    co.machine.charge(n);
    return r;
  }

  private static int or(Coroutine co, int func, int n) {
    int r = 0;
    for (int i = 1; i <= n; i++) {
      r |= bits(co, func, n, i);
    }
    co.machine.charge(n);
    return returns(co, func, r);
  }

  private static int xor(Coroutine co, int func, int n) {
    int r = 0;
    for (int i = 1; i <= n; i++) {
      r ^= bits(co, func, n, i);
    }
    co.machine.charge(n);
    return returns(co, func, r);
  }

  /// To the left for `direction` 1, to the right for −1; a negative count goes the other way.
  private static int shift(Coroutine co, int func, int n, int direction) {
    long count = (long) Args.checkInt(co, func, n, 2) * direction; // checked first, as in C Lua
    return returns(co, func, shifted(bits(co, func, n, 1), count));
  }

  private static int shifted(int bits, long left) {
    if (left <= -BITS || left >= BITS) {
      return 0;
    }
    return left >= 0 ? bits << left : bits >>> -left;
  }

  private static int arithmeticShift(Coroutine co, int func, int n) {
    int r = bits(co, func, n, 1);
    long right = Args.checkInt(co, func, n, 2);
    int result = right < 0 ? shifted(r, -right) : r >> Math.min(right, BITS - 1);
    return returns(co, func, result);
  }

  private static int rotate(Coroutine co, int func, int n, int direction) {
    int count = Args.checkInt(co, func, n, 2) * direction; // checked first, as in C Lua
    return returns(co, func, Integer.rotateLeft(bits(co, func, n, 1), count));
  }

  private static int extract(Coroutine co, int func, int n) {
    int r = bits(co, func, n, 1);
    long field = field(co, func, n, 2);
    int width = (int) (field >>> 32);
    return returns(co, func, (r >>> (int) field) & mask(width));
  }

  private static int replace(Coroutine co, int func, int n) {
    int r = bits(co, func, n, 1);
    int v = bits(co, func, n, 2);
    long field = field(co, func, n, 3);
    int at = (int) field;
    int mask = mask((int) (field >>> 32));
    return returns(co, func, (r & ~(mask << at)) | ((v & mask) << at));
  }

  private static int mask(int width) {
    return -1 >>> (BITS - width);
  }

  /// Arguments `i` and `i + 1` as first bit (low half) and width (high half) of a field.
  private static long field(Coroutine co, int func, int n, int i) {
    int first = Args.checkInt(co, func, n, i);
    int width = Args.optInt(co, func, n, i + 1, 1);
    Args.check(co, first >= 0, i, "field cannot be negative");
    Args.check(co, width > 0, i + 1, "width must be positive");
    if ((long) first + width > BITS) {
      throw co.error("trying to access non-existent bits", 1);
    }
    return (long) width << 32 | first;
  }
}
