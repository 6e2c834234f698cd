package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// What the classes of {@link FastFunctionMaker} are put together from: one small method for each
/// kind of instruction.
///
/// They take the instruction as a constant; HotSpot puts them in place and nothing is left of the
/// decoding. `false` (or a negative number) means that nothing was done and {@link #slow} has to do
/// it.
// Identity is what is tested: nil is one object and so is each constant of a chunk. A table's
// nodes have a value behind every key.
@SuppressWarnings({"ReferenceEquality", "NullAway"})
final class FastSteps {
  private static final int CONTINUE = 0;

  private FastSteps() {}

  // ---- leaving the fast path ---------------------------------------------------------------

  /// Executes the instruction before `pc` in full. 0: go on at `frame.pc`; else to be returned.
  static int slow(Coroutine co, Frame f, int pc) {
    f.pc = pc;
    return after(co, f, Interpreter.finish(co, f.closure.proto.fast[pc - 1]));
  }

  /// As {@link #slow}, for instructions without any shorter way.
  static int full(Coroutine co, Frame f, int pc) {
    f.pc = pc;
    return after(co, f, Execution.execute(co));
  }

  private static int after(Coroutine co, Frame f, int action) {
    if (action != Driver.GO || co.machine.isCareDue) {
      return action;
    }
    Frame top = co.frame;
    if (top == f) {
      return CONTINUE;
    }
    if (top.prev == f && top.closure != null) {
      FastFunction callee = top.closure.proto.fastFunction;
      if (callee != null && FastFunction.mayNest(top.depth)) {
        int r = callee.run(co, top);
        return r == FastFunction.RETURNED ? CONTINUE : afterCall(co, top, r);
      }
    }
    return Driver.GO;
  }

  /// A called function did not simply return. 0: by now it has; else to be returned.
  static int afterCall(Coroutine co, Frame callee, int end) {
    int r = end;
    while (r == FastFunction.TAIL_CALL) {
      FastFunction next = callee.closure.proto.fastFunction;
      if (next == null) {
        return Driver.GO;
      }
      r = next.run(co, callee);
    }
    return r == FastFunction.RETURNED ? CONTINUE : r;
  }

  // ---- calls and returns -------------------------------------------------------------------

  /// Pushes the frame of a function that has a class of its own and can run at once, or does
  /// nothing and answers null.
  static @Nullable FastFunction enter(
      Coroutine co, Frame caller, LuaValue[] s, int base, int i, int pc) {
    int func = base + Opcodes.a(i);
    if (s[func] instanceof Closure callee) {
      Proto p = callee.proto;
      FastFunction body = p.fastFunction;
      Frame f = caller.next;
      LuaMachine m = co.machine;
      long left = m.left - p.entryUnits;
      if (body == null
          || p.isVararg
          || f == null
          || left < 0
          || func + 1 + p.maxStack > s.length
          || !FastFunction.mayNest(f.depth)) {
        return null;
      }
      m.left = left;
      int b = Opcodes.b(i);
      for (int n = b != 0 ? b - 1 : co.top - func - 1; n < p.parameters; n++) {
        s[func + 1 + n] = Nil.NIL;
      }
      caller.pc = pc;
      f.closure = callee;
      f.body = null;
      f.func = func;
      f.base = func + 1;
      f.pc = 0;
      f.kind = Frame.LUA;
      f.wanted = Opcodes.c(i) - 1;
      f.isTailCall = false;
      co.frame = f;
      return body;
    }
    return null;
  }

  /// Calls whatever else can be called.
  static int call(Coroutine co, Frame f, LuaValue[] s, int base, int i, int pc) {
    f.pc = pc;
    return after(co, f, FastExits.call(co, s, f, i));
  }

  /// TAILCALL. 0: it was a native, whose results the RETURN that follows passes on.
  static int tailCall(Coroutine co, Frame f, int pc) {
    f.pc = pc;
    int action = Execution.execute(co);
    if (action == Driver.GO && co.frame == f && !co.machine.isCareDue) {
      return FastFunction.TAIL_CALL;
    }
    return action;
  }

  /// RETURN without or with one value, in functions that nobody captures variables of.
  static int leave(Coroutine co, Frame f, LuaValue[] s, int base, int i, int pc) {
    if (f.kind != Frame.LUA) {
      f.pc = pc;
      return Interpreter.finish(co, f.closure.proto.fast[pc - 1]);
    }
    int func = f.func;
    int n = Opcodes.b(i) - 1;
    if (n == 1) {
      s[func] = s[base + Opcodes.a(i)];
    }
    int wanted = f.wanted;
    if (wanted != n) {
      if (wanted < 0) {
        co.top = func + n;
      } else {
        for (int at = n; at < wanted; at++) {
          s[func + at] = Nil.NIL;
        }
      }
    }
    co.frame = f.prev;
    return FastFunction.RETURNED;
  }

  /// Any other RETURN.
  static int leaveAny(Coroutine co, Frame f, int base, int i, int pc) {
    if (f.kind != Frame.LUA) {
      f.pc = pc;
      return Execution.execute(co);
    }
    if (co.openUpvalues != null && f.closure.proto.protos.length > 0) {
      UpVal.close(co, base);
    }
    int from = base + Opcodes.a(i);
    int n = Opcodes.b(i) == 0 ? co.top - from : Opcodes.b(i) - 1;
    co.frame = f.prev;
    Driver.adjust(co, f.func, from, n, f.wanted);
    return FastFunction.RETURNED;
  }

  // ---- loops -------------------------------------------------------------------------------

  /// Charges for a jump back by `distance`, which is negative.
  static boolean charge(LuaMachine m, int distance) {
    long left = m.left + distance;
    if (left < 0) {
      return false;
    }
    m.left = left;
    return true;
  }

  static boolean loops(LuaValue[] s, int base, int i) {
    int a = base + Opcodes.a(i);
    double step = ((Num) s[a + 2]).v;
    double index = ((Num) s[a]).v + step;
    double limit = ((Num) s[a + 1]).v;
    return step > 0 ? index <= limit : limit <= index;
  }

  static void advance(LuaValue[] s, int base, int i) {
    int a = base + Opcodes.a(i);
    Num n = new Num(((Num) s[a]).v + ((Num) s[a + 2]).v);
    s[a] = n;
    s[a + 3] = n;
  }

  static boolean prepareLoop(LuaValue[] s, int base, int i) {
    int a = base + Opcodes.a(i);
    if (s[a] instanceof Num x && s[a + 1] instanceof Num && s[a + 2] instanceof Num step) {
      s[a] = new Num(x.v - step.v);
      return true;
    }
    return false;
  }

  static boolean hasNext(LuaValue[] s, int base, int i) {
    return s[base + Opcodes.a(i) + 1] != Nil.NIL;
  }

  static void takeNext(LuaValue[] s, int base, int i) {
    int a = base + Opcodes.a(i);
    s[a] = s[a + 1];
  }

  // ---- moving values -----------------------------------------------------------------------

  static void move(LuaValue[] s, int base, int i) {
    s[base + Opcodes.a(i)] = s[base + Opcodes.b(i)];
  }

  static void load(LuaValue[] s, int base, int i, LuaValue value) {
    s[base + Opcodes.a(i)] = value;
  }

  static void loadBool(LuaValue[] s, int base, int i) {
    s[base + Opcodes.a(i)] = Opcodes.b(i) != 0 ? Bool.TRUE : Bool.FALSE;
  }

  static void loadNil(LuaValue[] s, int base, int i) {
    for (int at = base + Opcodes.a(i), n = Opcodes.b(i); n >= 0; n--, at++) {
      s[at] = Nil.NIL;
    }
  }

  static void getUpvalue(LuaValue[] s, int base, int i, UpVal[] up) {
    UpVal u = up[Opcodes.b(i)];
    s[base + Opcodes.a(i)] = u.slots[u.index];
  }

  static void setUpvalue(LuaValue[] s, int base, int i, UpVal[] up) {
    UpVal u = up[Opcodes.b(i)];
    u.slots[u.index] = s[base + Opcodes.a(i)];
  }

  // ---- tables ------------------------------------------------------------------------------

  private static LuaValue rk(LuaValue[] s, int base, LuaValue[] k, int field) {
    return field < Opcodes.CONSTANT_BIT ? s[base + field] : k[field - Opcodes.CONSTANT_BIT];
  }

  /// A field of an object by a constant name, also one that the object has from its class, or null.
  private static @Nullable LuaValue field(LuaValue object, Str key) {
    if (object instanceof Table t) {
      LuaValue v = own(t, key);
      if (v != null) {
        return v;
      }
      Table metatable = t.metatable;
      if (metatable != null && isAbsent(t, key)) {
        return inherited(metatable, key);
      }
    }
    return null;
  }

  private static @Nullable LuaValue inherited(@Nullable Table metatable, Str key) {
    if (metatable == null) {
      return null;
    }
    return own(metatable, Events.NAMES[Events.INDEX]) instanceof Table t ? own(t, key) : null;
  }

  private static @Nullable LuaValue own(Table t, Str key) {
    LuaValue[] nodes = t.nodes;
    int mask = nodes.length - 2;
    int at = key.hash & mask;
    if (nodes[at] != key) {
      at = (at + 2) & mask;
      if (nodes[at] != key) {
        return null;
      }
    }
    LuaValue v = nodes[at + 1];
    return v != Nil.NIL ? v : null;
  }

  /// Whether the first two probes show that a key is in no slot. Never of a table that is not
  /// filled yet: that has one slot only, and it is taken.
  private static boolean isAbsent(Table t, Str key) {
    LuaValue[] nodes = t.nodes;
    int mask = nodes.length - 2;
    int at = key.hash & mask;
    LuaValue first = nodes[at];
    if (first == null) {
      return true;
    }
    return first instanceof Str s && s.hash != key.hash && nodes[(at + 2) & mask] == null;
  }

  static boolean getField(LuaValue[] s, int base, int i, Str key) {
    LuaValue v = field(s[base + Opcodes.b(i)], key);
    if (v == null) {
      return false;
    }
    s[base + Opcodes.a(i)] = v;
    return true;
  }

  static boolean self(LuaMachine m, LuaValue[] s, int base, int i, Str key) {
    LuaValue object = s[base + Opcodes.b(i)];
    LuaValue v = object instanceof Str ? inherited(m.stringMetatable(), key) : field(object, key);
    if (v == null) {
      return false;
    }
    int a = base + Opcodes.a(i);
    s[a + 1] = object;
    s[a] = v;
    return true;
  }

  static boolean getGlobal(LuaValue[] s, int base, int i, UpVal[] up, Str key) {
    UpVal u = up[Opcodes.b(i)];
    LuaValue v = u.slots[u.index] instanceof Table t ? own(t, key) : null;
    if (v == null) {
      return false;
    }
    s[base + Opcodes.a(i)] = v;
    return true;
  }

  static boolean setGlobal(LuaValue[] s, int base, int i, LuaValue[] k, UpVal[] up, Str key) {
    UpVal u = up[Opcodes.a(i)];
    return u.slots[u.index] instanceof Table t && t.putField(key, rk(s, base, k, Opcodes.c(i)));
  }

  static boolean setField(LuaValue[] s, int base, int i, LuaValue[] k, Str key) {
    return s[base + Opcodes.a(i)] instanceof Table t
        && t.putField(key, rk(s, base, k, Opcodes.c(i)));
  }

  static boolean getItem(LuaValue[] s, int base, int i, LuaValue[] k) {
    if (s[base + Opcodes.b(i)] instanceof Table t) {
      LuaValue key = rk(s, base, k, Opcodes.c(i));
      if (key instanceof Num n) {
        int at = (int) n.v;
        if (at == n.v && at > 0 && at <= t.count) {
          LuaValue v = t.array[at - 1];
          if (v != Nil.NIL || t.metatable == null) {
            s[base + Opcodes.a(i)] = v;
            return true;
          }
        }
      } else if (key instanceof Str name) {
        LuaValue v = t.get(name);
        if (v != Nil.NIL || t.metatable == null) {
          s[base + Opcodes.a(i)] = v;
          return true;
        }
      }
    }
    return false;
  }

  static boolean setItem(LuaValue[] s, int base, int i, LuaValue[] k) {
    if (s[base + Opcodes.a(i)] instanceof Table t
        && rk(s, base, k, Opcodes.b(i)) instanceof Num n) {
      int at = (int) n.v;
      if (at != n.v || at <= 0) {
        return false;
      }
      if (at <= t.count) {
        if (t.metatable == null || t.array[at - 1] != Nil.NIL) {
          t.array[at - 1] = rk(s, base, k, Opcodes.c(i));
          return true;
        }
      } else if (at - 1 == t.count && at <= t.array.length && t.used == 0 && t.metatable == null) {
        LuaValue v = rk(s, base, k, Opcodes.c(i));
        if (v != Nil.NIL) {
          t.array[at - 1] = v;
          t.count = at;
          return true;
        }
      }
    }
    return false;
  }

  /// NEWTABLE; false if something else is due before the next instruction.
  static boolean newTable(Coroutine co, Frame f, LuaValue[] s, int base, int i, int pc) {
    f.pc = pc;
    int items = Execution.fromFloatingByte(Opcodes.b(i));
    int fields = Execution.fromFloatingByte(Opcodes.c(i));
    s[base + Opcodes.a(i)] = new Table(co.machine, items, fields);
    return !co.machine.isCareDue;
  }

  /// CLOSURE; false if something else is due before the next instruction.
  static boolean newClosure(Coroutine co, Frame f, LuaValue[] s, int base, int i, int pc) {
    f.pc = pc;
    Closure cl = f.closure;
    Proto p = cl.proto.protos[Opcodes.bx(i)];
    s[base + Opcodes.a(i)] = Execution.newClosure(co, f, cl, p);
    return !co.machine.isCareDue;
  }

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
