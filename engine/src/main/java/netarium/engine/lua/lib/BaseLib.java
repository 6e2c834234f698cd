package netarium.engine.lua.lib;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.text.LuaNumbers;
import netarium.engine.lua.text.OctetBuffer;

/// The basic functions: `assert` to `xpcall`, without `require`.
public final class BaseLib {
  private static final Str TOSTRING_EVENT = Str.constant("__tostring");
  private static final Str METATABLE_EVENT = Str.constant("__metatable");
  private static final Str DEFAULT_ASSERTION = Str.constant("assertion failed!");

  private static final Native NEXT = Native.of("next", BaseLib::next);
  private static final Native IPAIRS_STEP = Native.of("(ipairs step)", BaseLib::ipairsStep);
  private static final Native TOSTRING = Native.of("tostring", BaseLib::tostring);

  private static final Str GLOBALS = Str.constant("_G");
  private static final Str PRINT = Str.constant("print");

  private static final Library BASE =
      Library.of(
          "_G",
          Library.entry("_VERSION", Str.constant("Lua 5.2")),
          function("assert", BaseLib::assertTrue),
          Library.entry("collectgarbage", new CollectGarbage()),
          function("error", BaseLib::error),
          function("getmetatable", BaseLib::getMetatable),
          Library.entry("ipairs", new MetaPairs("ipairs", "__ipairs", IPAIRS_STEP, new Num(0))),
          Library.entry("pairs", new MetaPairs("pairs", "__pairs", NEXT, Nil.NIL)),
          Library.entry("next", NEXT),
          Library.entry("tostring", TOSTRING),
          function("rawequal", BaseLib::rawEqual),
          function("rawget", BaseLib::rawGet),
          function("rawlen", BaseLib::rawLength),
          function("rawset", BaseLib::rawSet),
          function("select", BaseLib::select),
          function("setmetatable", BaseLib::setMetatable),
          function("tonumber", BaseLib::tonumber),
          function("type", BaseLib::type),
          Library.entry("load", new LoadFunctions.Load("load")),
          Library.entry("loadstring", new LoadFunctions.Load("loadstring")),
          Library.entry("pcall", LuaMachine.pcall()),
          Library.entry("xpcall", LuaMachine.xpcall()));

  private BaseLib() {}

  /// Puts the functions into the machine's globals. Files and console are the caller's: `load` and
  /// `dofile` see no other files, and `print` (a world call) hands over whole lines.
  public static void install(LuaMachine machine, ScriptFiles files, Consumer<Str> console) {
    Table g = machine.globals;
    BASE.fill(g);
    g.set(GLOBALS, g);
    g.set(PRINT, new Print("print", (_, line) -> console.accept(line)).asWorldCall());
    LoadFunctions.install(machine, files);
    machine.loaded.set(GLOBALS, g);
  }

  private static Library.Entry function(String name, Native.Body body) {
    return Library.entry(name, Native.of(name, body));
  }

  /// As C Lua 5.2, but an error that is an object, as those of `net` are, is raised as it is, as
  /// from Lua 5.3 on: else `assert(net.Dial(…))` would say only that its message is no string.
  private static int assertTrue(Coroutine co, int func, int n) {
    if (!co.arg(func, n, 1).isTrue()) {
      if (co.arg(func, n, 2) instanceof Userdata error) {
        throw new LuaError(error);
      }
      throw co.error(Args.optStr(co, func, n, 2, DEFAULT_ASSERTION), 1);
    }
    System.arraycopy(co.stack, func + 1, co.stack, func, n);
    return n;
  }

  private static int error(Coroutine co, int func, int n) {
    int level = Args.optInt(co, func, n, 2, 1);
    LuaValue value = co.arg(func, n, 1);
    if (level > 0 && (value instanceof Str || value instanceof Num)) {
      throw co.error(co.machine.text(value), level);
    }
    throw new LuaError(value);
  }

  private static int getMetatable(Coroutine co, int func, int n) {
    LuaValue v = Args.checkAny(co, func, n, 1);
    Table t = co.machine.metatable(v);
    if (t == null) {
      return co.returns(func, Nil.NIL);
    }
    LuaValue hidden = t.get(METATABLE_EVENT);
    return co.returns(func, hidden.isNil() ? t : hidden);
  }

  private static int setMetatable(Coroutine co, int func, int n) {
    Table t = Args.checkTable(co, func, n, 1);
    LuaValue meta = co.arg(func, n, 2);
    Args.check(co, n >= 2 && (meta.isNil() || meta instanceof Table), 2, "nil or table expected");
    if (!co.machine.metafield(t, METATABLE_EVENT).isNil()) {
      throw co.error("cannot change a protected metatable", 1);
    }
    co.machine.setMetatable(t, meta instanceof Table m ? m : null);
    return co.returns(func, t);
  }

  /// The function `next`, for what goes over a table in a way of its own.
  public static Native next() {
    return NEXT;
  }

  private static int next(Coroutine co, int func, int n) {
    Table t = Args.checkTable(co, func, n, 1);
    int after = t.positionAfter(co.arg(func, n, 2));
    if (after < 0) {
      throw LuaError.text("invalid key to 'next'");
    }
    int at = t.nextPosition(after);
    // Empty places cost as well: a cleared table may have many.
    co.machine.charge(at < 0 ? t.slots() - after : at - after);
    return at < 0
        ? co.returns(func, Nil.NIL)
        : co.returns(func, t.keyAt(at), t.valueAtPosition(at));
  }

  private static int ipairsStep(Coroutine co, int func, int n) {
    int i = Args.checkInt(co, func, n, 2) + 1;
    LuaValue v = Args.checkTable(co, func, n, 1).get(i);
    return v.isNil() ? co.returns(func, v) : co.returns(func, new Num(i), v);
  }

  private static int rawEqual(Coroutine co, int func, int n) {
    LuaValue first = Args.checkAny(co, func, n, 1);
    return co.returns(func, first.rawEquals(Args.checkAny(co, func, n, 2)));
  }

  private static int rawGet(Coroutine co, int func, int n) {
    Table t = Args.checkTable(co, func, n, 1);
    return co.returns(func, t.get(Args.checkAny(co, func, n, 2)));
  }

  private static int rawLength(Coroutine co, int func, int n) {
    return switch (co.arg(func, n, 1)) {
      case Table t -> co.returns(func, t.length());
      case Str s -> co.returns(func, s.length);
      default -> throw Args.argError(co, 1, "table or string expected");
    };
  }

  private static int rawSet(Coroutine co, int func, int n) {
    Table t = Args.checkTable(co, func, n, 1);
    LuaValue key = Args.checkAny(co, func, n, 2);
    LuaValue value = Args.checkAny(co, func, n, 3);
    co.machine.checkKey(co, key);
    t.set(key, value);
    return co.returns(func, t);
  }

  private static int select(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Str s && s.length > 0 && s.byteAt(0) == '#') {
      return co.returns(func, n - 1);
    }
    int i = Args.checkInt(co, func, n, 1);
    if (i < 0) {
      i = n + i;
    } else if (i > n) {
      i = n;
    }
    Args.check(co, i >= 1, 1, "index out of range");
    System.arraycopy(co.stack, func + 1 + i, co.stack, func, n - i);
    return n - i;
  }

  private static int type(Coroutine co, int func, int n) {
    return co.returns(func, co.machine.typeNameOf(Args.checkAny(co, func, n, 1)));
  }

  private static int tostring(Coroutine co, int func, int n) {
    LuaValue v = Args.checkAny(co, func, n, 1);
    if (v instanceof Table || v instanceof Userdata || !(v instanceof Str || v instanceof Num)) {
      LuaValue handler = co.machine.metafield(v, TOSTRING_EVENT);
      if (!handler.isNil()) {
        co.pushNative(TOSTRING_CALL, func, n);
        return co.call(func + 1 + n, handler, v);
      }
    }
    return co.returns(func, co.machine.text(v));
  }

  /// Hands on the one result of a `__tostring`.
  private static final Native TOSTRING_CALL =
      new Native("tostring") {
        @Override
        public int call(Coroutine co, int func, int n) {
          return tostring(co, func, n);
        }

        @Override
        public int step(Coroutine co, Frame frame, int from, int n) {
          return co.returns(frame.func, n > 0 ? co.stack[from] : Nil.NIL);
        }
      };

  private static int tonumber(Coroutine co, int func, int n) {
    if (Args.isNoneOrNil(co, func, n, 2)) {
      LuaValue v = Args.checkAny(co, func, n, 1);
      if (v instanceof Str s) {
        co.machine.charge(s.length);
        Num parsed = LuaNumberText.parse(s);
        return co.returns(func, parsed == null ? Nil.NIL : parsed);
      }
      return co.returns(func, v instanceof Num ? v : Nil.NIL);
    }
    int base = Args.checkInt(co, func, n, 2);
    Str s = Args.checkStr(co, func, n, 1);
    Args.check(co, base >= 2 && base <= 36, 2, "base out of range");
    co.machine.charge(s.length);
    double v = LuaNumbers.parse(s.bytes, s.offset, s.offset + s.length, base);
    return co.returns(func, Double.isNaN(v) ? Nil.NIL : new Num(v));
  }

  /// `pairs` and `ipairs`: a metamethod's three results, or iterator, table, start.
  private static final class MetaPairs extends Native {
    private final Str event;
    private final Native iterator;
    private final LuaValue start;

    MetaPairs(String name, String event, Native iterator, LuaValue start) {
      super(name);
      this.event = Str.constant(event);
      this.iterator = iterator;
      this.start = start;
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      LuaValue v = co.arg(func, n, 1);
      LuaValue handler = co.machine.metafield(v, event);
      if (handler.isNil()) {
        Table t = Args.checkTable(co, func, n, 1);
        return co.returns(func, iterator, t, start);
      }
      co.pushNative(this, func, n);
      return co.call(func + 1 + n, handler, v);
    }

    @Override
    public int step(Coroutine co, Frame frame, int from, int n) {
      LuaValue[] s = co.ensure(Math.max(from + n, frame.func + 3));
      LuaValue first = n > 0 ? s[from] : Nil.NIL;
      LuaValue second = n > 1 ? s[from + 1] : Nil.NIL;
      LuaValue third = n > 2 ? s[from + 2] : Nil.NIL;
      return co.returns(frame.func, first, second, third);
    }
  }

  /// A function like `print` by another name, whose lines go to an object of its machine.
  public static <T> Native printer(String name, Class<T> type, BiConsumer<T, Str> lines) {
    return new Print(name, (machine, line) -> lines.accept(machine.host(type), line)).asWorldCall();
  }

  /// `print`: calls the global `tostring` on each argument as C Lua does, then hands one line over.
  private static final class Print extends Native {
    private final BiConsumer<LuaMachine, Str> console;

    Print(String name, BiConsumer<LuaMachine, Str> console) {
      super(name);
      this.console = console;
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      LuaValue converter = co.machine.globals.get("tostring");
      boolean isPlain = converter.rawEquals(TOSTRING);
      OctetBuffer line = Patterns.line(co);
      for (int i = 1; isPlain && i <= n; i++) {
        LuaValue v = co.stack[func + i];
        isPlain = co.machine.metafield(v, TOSTRING_EVENT).isNil() || v instanceof Str;
        append(line, i, co.machine.text(v));
      }
      if (isPlain) {
        return write(co, line);
      }
      Frame f = co.pushNative(this, func, n);
      f.state = Patterns.line(co);
      return next(co, f, converter);
    }

    private int next(Coroutine co, Frame f, LuaValue converter) {
      f.phase++;
      if (f.phase > f.argumentCount) {
        return write(co, (OctetBuffer) Objects.requireNonNull(f.state));
      }
      int at = f.func + 1 + f.argumentCount;
      return co.call(at, converter, co.stack[f.func + f.phase]);
    }

    private int write(Coroutine co, OctetBuffer line) {
      line.append('\n');
      co.machine.charge(line.length());
      console.accept(co.machine, Str.wrap(line.take(), 0, line.length()));
      return 0;
    }

    private static void append(OctetBuffer line, int position, Str text) {
      if (position > 1) {
        line.append('\t');
      }
      line.append(text.bytes, text.offset, text.length);
    }

    @Override
    public int step(Coroutine co, Frame f, int from, int n) {
      LuaValue text = n > 0 ? co.stack[from] : Nil.NIL;
      if (!(text instanceof Str || text instanceof Num)) {
        throw co.error("'tostring' must return a string to '" + name + "'", 1);
      }
      OctetBuffer line = (OctetBuffer) Objects.requireNonNull(f.state);
      append(line, f.phase, co.machine.text(text));
      return next(co, f, co.machine.globals.get("tostring"));
    }
  }
}
