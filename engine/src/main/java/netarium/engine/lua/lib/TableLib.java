package netarium.engine.lua.lib;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.TableShift;

/// `table.*`; sorting is in {@link TableSort}.
public final class TableLib {
  /// More results than this `unpack` refuses, as C Lua refuses what its stack cannot hold.
  private static final int MAX_UNPACKED = 190_000;

  private static final Library.Entry UNPACK = withLength("unpack", 3, TableLib::unpack);

  private static final Library TABLE =
      Library.of(
          "table",
          withLength("concat", 4, TableLib::concat),
          withLength("insert", 0, TableLib::insert),
          Library.function("table", "pack", TableLib::pack),
          withLength("remove", 0, TableLib::remove),
          UNPACK,
          Library.entry("sort", new TableSort()),
          Library.function("table", "maxn", TableLib::largestKey));

  private TableLib() {}

  /// Adds the table `table`.
  public static void install(LuaMachine machine) {
    TABLE.install(machine);
    machine.globals.set(UNPACK.name(), UNPACK.value());
  }

  private static Library.Entry withLength(String name, int endArgument, WithLength.Body body) {
    return Library.entry(name, new WithLength("table." + name, endArgument, body));
  }

  private static int concat(Coroutine co, int func, int n, int length) {
    Table t = Args.checkTable(co, func, n, 1);
    Str separator = Args.optStr(co, func, n, 2, Str.EMPTY);
    int from = Args.optInt(co, func, n, 3, 1);
    int to = Args.isNoneOrNil(co, func, n, 4) ? length : Args.checkInt(co, func, n, 4);
    if (from > to) {
      return co.returns(func, Str.EMPTY);
    }
    long size = (long) separator.length * (to - (long) from);
    for (long i = from; i <= to; i++) {
      if ((i & 31) == 0) {
        co.machine.charge(32); // also when a later item is none that can be joined
      }
      size += piece(co, t, (int) i).length;
    }
    byte[] joined = co.machine.newBytes(co, size);
    int at = 0;
    for (long i = from; i <= to; i++) {
      Str piece = piece(co, t, (int) i);
      piece.copyTo(joined, at);
      at += piece.length;
      if (i < to) {
        separator.copyTo(joined, at);
        at += separator.length;
      }
    }
    co.machine.charge(size);
    return co.returns(func, Str.wrap(joined));
  }

  private static Str piece(Coroutine co, Table t, int i) {
    LuaValue v = t.get(i);
    if (v instanceof Str s) {
      return s;
    }
    if (v instanceof Num x) {
      return LuaNumberText.toStr(x.v);
    }
    throw co.error(
        "invalid value (" + v.typeName() + ") at index " + i + " in table for 'concat'", 1);
  }

  /// `table.maxn`, which 5.2 keeps from 5.1: the largest number that is a key.
  private static int largestKey(Coroutine co, int func, int n) {
    Table t = Args.checkTable(co, func, n, 1);
    double largest = 0;
    int items = 0;
    for (int at = t.nextPosition(0); at >= 0; at = t.nextPosition(at + 1)) {
      items++;
      if (t.keyAt(at) instanceof Num key && key.v > largest) {
        largest = key.v;
      }
    }
    co.machine.charge(items);
    return co.returns(func, largest);
  }

  private static int insert(Coroutine co, int func, int n, int length) {
    Table t = Args.checkTable(co, func, n, 1);
    int end = length + 1;
    switch (n) {
      case 2 -> t.set(end, co.stack[func + 2]);
      case 3 -> {
        int at = Args.checkInt(co, func, n, 2);
        Args.check(co, at >= 1 && at <= end, 2, "position out of bounds");
        co.machine.charge(end - at);
        TableShift.up(t, at, end);
        t.set(at, co.stack[func + 3]);
      }
      default -> throw co.error("wrong number of arguments to 'insert'", 1);
    }
    return 0;
  }

  private static int remove(Coroutine co, int func, int n, int size) {
    Table t = Args.checkTable(co, func, n, 1);
    int at = Args.optInt(co, func, n, 2, size);
    if (n >= 2) {
      boolean isInside = at >= 1 && at <= size + 1;
      Args.check(co, isInside || (size == 0 && at == 0), 1, "position out of bounds");
    }
    LuaValue removed = t.get(at);
    co.machine.charge(Math.max(0L, size - (long) at));
    TableShift.down(t, at, Math.max(at, size));
    return co.returns(func, removed);
  }

  private static int pack(Coroutine co, int func, int n) {
    Table t = new Table(co.machine, n, 1);
    for (int i = 1; i <= n; i++) {
      t.set(i, co.stack[func + i]);
    }
    t.set("n", new Num(n));
    co.machine.charge(n);
    return co.returns(func, t);
  }

  private static int unpack(Coroutine co, int func, int n, int length) {
    Table t = Args.checkTable(co, func, n, 1);
    int from = Args.optInt(co, func, n, 2, 1);
    int to = Args.isNoneOrNil(co, func, n, 3) ? length : Args.checkInt(co, func, n, 3);
    if (from > to) {
      return 0;
    }
    long count = to - (long) from + 1;
    if (count > MAX_UNPACKED - func) {
      throw co.error("too many results to unpack", 1);
    }
    LuaValue[] s = co.ensure(func + (int) count);
    for (int i = 0; i < count; i++) {
      s[func + i] = t.get(from + i);
    }
    co.machine.charge(count);
    return (int) count;
  }
}
