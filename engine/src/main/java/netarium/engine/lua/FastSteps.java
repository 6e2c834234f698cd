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

  // ---- new objects --------------------------------------------------------------------------

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
}
