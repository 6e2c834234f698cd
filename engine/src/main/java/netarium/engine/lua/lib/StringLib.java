package netarium.engine.lua.lib;

import netarium.engine.lua.Closure;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.text.OctetClass;

/// `string.*`, and the metatable that makes them methods of every string.
///
/// Strings are octets: upper and lower case, classes and order are ASCII's. Searching is in
/// [StringSearch], replacing in [StringReplacement], formatting in [StringFormat].
public final class StringLib {
  /// More results than this `byte` refuses, as C Lua refuses what its stack cannot hold.
  private static final int MOST_OCTETS_AS_RESULTS = 190_000;

  private static final Library STRING =
      Library.of(
          "string",
          function("byte", StringLib::octets),
          function("char", StringLib::fromOctets),
          function("dump", StringLib::dump),
          function("len", StringLib::length),
          function("lower", StringLib::lower),
          function("rep", StringLib::repeat),
          function("reverse", StringLib::reverse),
          function("sub", StringLib::sub),
          function("upper", StringLib::upper),
          function("find", StringSearch::find),
          function("match", StringSearch::match),
          function("gmatch", StringSearch::gmatch),
          Library.entry("gsub", new StringReplacement()),
          Library.entry("format", new StringFormat()));

  private static final Str INDEX = Str.constant("__index");

  private StringLib() {}

  /// Adds the table `string` and gives strings their metatable.
  public static void install(LuaMachine machine) {
    Table t = STRING.install(machine);
    Table metatable = new Table(machine, 0, 1);
    metatable.set(INDEX, t);
    machine.setTypeMetatable(Str.EMPTY, metatable);
  }

  private static Library.Entry function(String name, Native.Body body) {
    return Library.function("string", name, body);
  }

  /// A position counted from 1, or from the end when negative, as one from 0 on; 0 stays 0.
  static long position(long given, int length) {
    if (given >= 0) {
      return given;
    }
    return given < -length ? 0 : length + given + 1;
  }

  /// A new string of `length` octets, charged for memory and work.
  private static byte[] allocate(Coroutine co, long length) {
    co.machine.charge(length);
    return co.machine.newBytes(co, length);
  }

  /// A part of a string, from 0, charged as a new one.
  static Str slice(Coroutine co, Str s, int from, int to) {
    co.machine.account.charge(Str.HEADER_OCTETS + (long) to - from);
    return s.slice(from, to);
  }

  private static int length(Coroutine co, int func, int n) {
    return co.returns(func, Args.checkStr(co, func, n, 1).length);
  }

  private static int sub(Coroutine co, int func, int n) {
    Str s = Args.checkStr(co, func, n, 1);
    long from = Math.max(1, position(Args.checkLong(co, func, n, 2), s.length));
    long to = Math.min(s.length, position(Args.optLong(co, func, n, 3, -1), s.length));
    if (from > to) {
      return co.returns(func, Str.EMPTY);
    }
    co.machine.charge(to - from + 1);
    return co.returns(func, slice(co, s, (int) from - 1, (int) to));
  }

  private static int octets(Coroutine co, int func, int n) {
    if (n == 2 && co.stack[func + 1] instanceof Str s && co.stack[func + 2] instanceof Num at) {
      // What nearly all calls ask for: one octet, counted from the beginning.
      int i = (int) at.v;
      if (i == at.v && i > 0 && i <= s.length) {
        co.machine.charge(1);
        return co.returns(func, new Num(s.byteAt(i - 1)));
      }
    }
    Str s = Args.checkStr(co, func, n, 1);
    long first = position(Args.optLong(co, func, n, 2, 1), s.length);
    long last = position(Args.optLong(co, func, n, 3, first), s.length);
    long from = Math.max(1, first);
    long to = Math.min(s.length, last);
    if (from > to) {
      return 0;
    }
    int count = (int) (to - from + 1);
    if (count > MOST_OCTETS_AS_RESULTS - func) {
      throw co.error("stack overflow (string slice too long)", 1);
    }
    LuaValue[] stack = co.ensure(func + count);
    for (int i = 0; i < count; i++) {
      stack[func + i] = new Num(s.byteAt((int) from - 1 + i));
    }
    co.machine.charge(count);
    return count;
  }

  private static int fromOctets(Coroutine co, int func, int n) {
    byte[] octets = allocate(co, n);
    for (int i = 1; i <= n; i++) {
      int octet = Args.checkInt(co, func, n, i);
      Args.check(co, (octet & 0xFF) == octet, i, "value out of range");
      octets[i - 1] = (byte) octet;
    }
    return co.returns(func, Str.wrap(octets));
  }

  /// Compiled code is never handed out: no function can be dumped.
  private static int dump(Coroutine co, int func, int n) {
    LuaValue f = co.arg(func, n, 1);
    if (!(f instanceof Closure || f instanceof LuaFunction)) {
      throw Args.typeError(co, func, n, 1, "function");
    }
    throw co.error("unable to dump given function", 1);
  }

  private static int lower(Coroutine co, int func, int n) {
    Str s = Args.checkStr(co, func, n, 1);
    byte[] octets = allocate(co, s.length);
    for (int i = 0; i < s.length; i++) {
      octets[i] = OctetClass.toLower(s.bytes[s.offset + i]);
    }
    return co.returns(func, Str.wrap(octets));
  }

  private static int upper(Coroutine co, int func, int n) {
    Str s = Args.checkStr(co, func, n, 1);
    byte[] octets = allocate(co, s.length);
    for (int i = 0; i < s.length; i++) {
      octets[i] = OctetClass.toUpper(s.bytes[s.offset + i]);
    }
    return co.returns(func, Str.wrap(octets));
  }

  private static int reverse(Coroutine co, int func, int n) {
    Str s = Args.checkStr(co, func, n, 1);
    byte[] octets = allocate(co, s.length);
    for (int i = 0; i < s.length; i++) {
      octets[i] = s.bytes[s.offset + s.length - 1 - i];
    }
    return co.returns(func, Str.wrap(octets));
  }

  private static int repeat(Coroutine co, int func, int n) {
    Str s = Args.checkStr(co, func, n, 1);
    double given = Args.checkNumber(co, func, n, 2);
    Str separator = Args.optStr(co, func, n, 3, Str.EMPTY);
    if (given > Integer.MAX_VALUE && s.length + separator.length > 0) {
      // C Lua cuts the count to 32 bits and goes on with whatever is left; better to say it.
      throw co.error("resulting string too large", 1);
    }
    int count = Args.checkInt(co, func, n, 2);
    long total = (long) count * s.length + (count - 1L) * separator.length;
    if (count <= 0 || total == 0) {
      return co.returns(func, Str.EMPTY);
    }
    byte[] octets = co.machine.newBytes(co, total);
    co.machine.charge(total);
    s.copyTo(octets, 0);
    int filled = s.length;
    if (count > 1) {
      separator.copyTo(octets, filled);
      int unit = s.length + separator.length;
      filled = unit;
      while (filled < octets.length) { // doubles what is there: total = count·unit − separator
        int more = Math.min(filled, octets.length - filled);
        System.arraycopy(octets, 0, octets, filled, more);
        filled += more;
      }
    }
    return co.returns(func, Str.wrap(octets));
  }
}
