package netarium.engine.lua;

import static netarium.engine.lua.Opcodes.ADD;
import static netarium.engine.lua.Opcodes.CALL;
import static netarium.engine.lua.Opcodes.CLOSURE;
import static netarium.engine.lua.Opcodes.CONCAT;
import static netarium.engine.lua.Opcodes.CONSTANT_BIT;
import static netarium.engine.lua.Opcodes.DIV;
import static netarium.engine.lua.Opcodes.EQ;
import static netarium.engine.lua.Opcodes.FIELDS_PER_FLUSH;
import static netarium.engine.lua.Opcodes.FORLOOP;
import static netarium.engine.lua.Opcodes.FORPREP;
import static netarium.engine.lua.Opcodes.GETTABLE;
import static netarium.engine.lua.Opcodes.GETTABUP;
import static netarium.engine.lua.Opcodes.GETUPVAL;
import static netarium.engine.lua.Opcodes.JMP;
import static netarium.engine.lua.Opcodes.LE;
import static netarium.engine.lua.Opcodes.LEN;
import static netarium.engine.lua.Opcodes.LOADBOOL;
import static netarium.engine.lua.Opcodes.LOADK;
import static netarium.engine.lua.Opcodes.LOADKX;
import static netarium.engine.lua.Opcodes.LOADNIL;
import static netarium.engine.lua.Opcodes.LT;
import static netarium.engine.lua.Opcodes.MOD;
import static netarium.engine.lua.Opcodes.MOVE;
import static netarium.engine.lua.Opcodes.MUL;
import static netarium.engine.lua.Opcodes.NEWTABLE;
import static netarium.engine.lua.Opcodes.NOT;
import static netarium.engine.lua.Opcodes.POW;
import static netarium.engine.lua.Opcodes.RETURN;
import static netarium.engine.lua.Opcodes.SELF;
import static netarium.engine.lua.Opcodes.SETLIST;
import static netarium.engine.lua.Opcodes.SETTABLE;
import static netarium.engine.lua.Opcodes.SETTABUP;
import static netarium.engine.lua.Opcodes.SETUPVAL;
import static netarium.engine.lua.Opcodes.SUB;
import static netarium.engine.lua.Opcodes.TAILCALL;
import static netarium.engine.lua.Opcodes.TEST;
import static netarium.engine.lua.Opcodes.TESTSET;
import static netarium.engine.lua.Opcodes.TFORCALL;
import static netarium.engine.lua.Opcodes.TFORLOOP;
import static netarium.engine.lua.Opcodes.UNM;
import static netarium.engine.lua.Opcodes.VARARG;
import static netarium.engine.lua.Opcodes.a;
import static netarium.engine.lua.Opcodes.b;
import static netarium.engine.lua.Opcodes.bx;
import static netarium.engine.lua.Opcodes.c;
import static netarium.engine.lua.Opcodes.op;
import static netarium.engine.lua.Opcodes.sbx;

import java.util.Arrays;

/// Executes any instruction in full, from the original code. The opcode loop comes here for all it
/// has no fast case for; a debugger can run whole programs here.
///
/// Every method answers what the driver does next: {@link Driver#GO}, {@link Native#CALL}, {@link
/// Driver#RETURN}, {@link Driver#QUANTUM}.
final class Execution {
  private Execution() {}

  static LuaValue rk(Coroutine co, Frame f, int field) {
    return field < CONSTANT_BIT
        ? co.stack[f.base + field]
        : closure(f).proto.constants[field - CONSTANT_BIT];
  }

  static Closure closure(Frame f) {
    Closure c = f.closure;
    if (c == null) {
      throw new IllegalStateException("a native's frame executes no instructions");
    }
    return c;
  }

  /// Executes the instruction before `frame.pc`.
  static int execute(Coroutine co) {
    Frame f = co.frame;
    Closure cl = closure(f);
    int i = cl.proto.code[f.pc - 1];
    int ra = f.base + a(i);
    LuaValue[] s = co.stack;
    switch (op(i)) {
      case MOVE -> s[ra] = s[f.base + b(i)];
      case LOADK -> s[ra] = cl.proto.constants[bx(i)];
      case LOADKX -> s[ra] = cl.proto.constants[cl.proto.code[f.pc++] >>> 6];
      case LOADBOOL -> {
        s[ra] = Bool.of(b(i) != 0);
        f.pc += c(i) != 0 ? 1 : 0;
      }
      case LOADNIL -> Arrays.fill(s, ra, ra + b(i) + 1, Nil.NIL);
      case GETUPVAL -> s[ra] = get(cl, b(i));
      case SETUPVAL -> {
        UpVal u = cl.upvalues[b(i)];
        u.slots[u.index] = s[ra];
      }
      case GETTABUP, GETTABLE, SELF -> {
        return index(co, f, cl, i);
      }
      case SETTABUP, SETTABLE -> {
        return setIndex(co, f, cl, i);
      }
      case NEWTABLE ->
          s[ra] = new Table(co.machine, fromFloatingByte(b(i)), fromFloatingByte(c(i)));
      case ADD, SUB, MUL, DIV, MOD, POW, UNM -> {
        return Arithmetic.binary(co, op(i), ra, i);
      }
      case NOT -> s[ra] = Bool.of(!s[f.base + b(i)].isTrue());
      case LEN -> {
        return Arithmetic.length(co, ra, b(i));
      }
      case CONCAT -> {
        return concatenated(co, f, i, f.base + c(i));
      }
      case CLOSURE -> s[ra] = newClosure(co, f, cl, cl.proto.protos[bx(i)]);
      case VARARG -> varargs(co, f, cl.proto, ra, b(i) - 1);
      case SETLIST -> setList(co, f, cl, i, ra);
      default -> {
        return control(co, f, cl, i, ra);
      }
    }
    return Driver.GO;
  }

  private static int control(Coroutine co, Frame f, Closure cl, int i, int ra) {
    LuaValue[] s = co.stack;
    switch (op(i)) {
      case JMP -> {
        return jump(co, f, i);
      }
      case EQ -> {
        return compared(f, i, Arithmetic.equal(co, rk(co, f, b(i)), rk(co, f, c(i))));
      }
      case LT -> {
        return compared(f, i, Arithmetic.lessThan(co, rk(co, f, b(i)), rk(co, f, c(i))));
      }
      case LE -> {
        return compared(f, i, Arithmetic.lessOrEqual(co, rk(co, f, b(i)), rk(co, f, c(i))));
      }
      case TEST -> f.pc += s[ra].isTrue() == (c(i) != 0) ? 0 : 1;
      case TESTSET -> {
        LuaValue v = s[f.base + b(i)];
        if (v.isTrue() == (c(i) != 0)) {
          s[ra] = v;
        } else {
          f.pc++;
        }
      }
      case CALL -> {
        return call(co, ra, b(i) == 0 ? co.top - ra - 1 : b(i) - 1, c(i) - 1);
      }
      case TAILCALL -> {
        return tailCall(co, f, cl, ra, b(i) == 0 ? co.top - ra - 1 : b(i) - 1);
      }
      case RETURN -> {
        int n = b(i) == 0 ? co.top - ra : b(i) - 1;
        if (co.hooks != null && co.hooks.announcesReturn()) {
          return co.hooks.luaReturns(co, ra + n);
        }
        return leave(co, f, cl, ra, n);
      }
      case FORPREP -> prepareLoop(co, f, i, ra);
      case FORLOOP -> {
        return loop(co, f, i, ra);
      }
      case TFORCALL -> {
        s[ra + 3] = s[ra];
        s[ra + 4] = s[ra + 1];
        s[ra + 5] = s[ra + 2];
        return call(co, ra + 3, 2, c(i));
      }
      case TFORLOOP -> {
        if (s[ra + 1] != Nil.NIL) {
          s[ra] = s[ra + 1];
          return jumpBy(co, f, sbx(i));
        }
      }
      default -> throw new IllegalStateException("no instruction to execute: " + op(i));
    }
    return Driver.GO;
  }

  // ---- jumps and loops ---------------------------------------------------------------------

  private static int jump(Coroutine co, Frame f, int i) {
    if (a(i) > 0) {
      UpVal.close(co, f.base + a(i) - 1);
    }
    return jumpBy(co, f, sbx(i));
  }

  private static int jumpBy(Coroutine co, Frame f, int distance) {
    f.pc += distance;
    if (distance < 0) {
      co.machine.left += distance;
      if (co.machine.left < 0) {
        return Driver.QUANTUM;
      }
    }
    return Driver.GO;
  }

  /// The instruction after a comparison is the jump it decides on.
  private static int compared(Frame f, int i, int answer) {
    if (answer < 0) {
      return answer;
    }
    if (answer != a(i)) {
      f.pc++;
    }
    return Driver.GO;
  }

  private static void prepareLoop(Coroutine co, Frame f, int i, int ra) {
    LuaValue[] s = co.stack;
    Num start = Arithmetic.toNumber(s[ra]);
    Num limit = Arithmetic.toNumber(s[ra + 1]);
    Num step = Arithmetic.toNumber(s[ra + 2]);
    if (start == null) {
      throw co.runtimeError("'for' initial value must be a number");
    }
    if (limit == null) {
      throw co.runtimeError("'for' limit must be a number");
    }
    if (step == null) {
      throw co.runtimeError("'for' step must be a number");
    }
    s[ra] = new Num(start.v - step.v);
    s[ra + 1] = limit;
    s[ra + 2] = step;
    f.pc += sbx(i);
  }

  private static int loop(Coroutine co, Frame f, int i, int ra) {
    LuaValue[] s = co.stack;
    double step = ((Num) s[ra + 2]).v;
    double index = ((Num) s[ra]).v + step;
    double limit = ((Num) s[ra + 1]).v;
    if (step > 0 ? index <= limit : limit <= index) {
      Num n = new Num(index);
      s[ra] = n;
      s[ra + 3] = n;
      return jumpBy(co, f, sbx(i));
    }
    return Driver.GO;
  }

  // ---- tables ------------------------------------------------------------------------------

  private static int index(Coroutine co, Frame f, Closure cl, int i) {
    LuaValue object;
    int operand;
    if (op(i) == GETTABUP) {
      object = get(cl, b(i));
      operand = Names.upvalue(b(i));
    } else {
      object = co.stack[f.base + b(i)];
      operand = b(i);
    }
    LuaValue key = rk(co, f, c(i));
    int ra = f.base + a(i);
    if (op(i) == SELF) {
      co.stack[ra + 1] = object;
    }
    LuaValue v = Indexing.get(co, object, key, operand);
    if (v == null) {
      return co.callMeta(co.handler, co.handled, key);
    }
    co.stack[ra] = v;
    return Driver.GO;
  }

  private static int setIndex(Coroutine co, Frame f, Closure cl, int i) {
    boolean isUpvalue = op(i) == SETTABUP;
    LuaValue object = isUpvalue ? get(cl, a(i)) : co.stack[f.base + a(i)];
    int operand = isUpvalue ? Names.upvalue(a(i)) : a(i);
    LuaValue key = rk(co, f, b(i));
    LuaValue value = rk(co, f, c(i));
    if (Indexing.set(co, object, key, value, operand)) {
      return Driver.GO;
    }
    return co.callMeta(co.handler, co.handled, key, value);
  }

  /// Sizes in NEWTABLE: eeeeexxx, worth (1xxx) * 2^(eeeee - 1).
  static int fromFloatingByte(int x) {
    int e = (x >> 3) & 31;
    return e == 0 ? x : ((x & 7) + 8) << (e - 1);
  }

  private static void setList(Coroutine co, Frame f, Closure cl, int i, int ra) {
    int n = b(i) == 0 ? co.top - ra - 1 : b(i);
    int batch = c(i);
    if (batch == 0) {
      batch = cl.proto.code[f.pc++];
    }
    if (!(co.stack[ra] instanceof Table t)) {
      throw new IllegalStateException("invariant broken: a list is set in a table");
    }
    int first = (batch - 1) * FIELDS_PER_FLUSH;
    t.reserveArray(first + n);
    for (int k = 1; k <= n; k++) {
      t.setListItem(first + k, co.stack[ra + k]);
    }
  }

  // ---- functions ---------------------------------------------------------------------------

  static LuaValue get(Closure cl, int upvalue) {
    UpVal u = cl.upvalues[upvalue];
    return u.slots[u.index];
  }

  static Closure newClosure(Coroutine co, Frame f, Closure cl, Proto p) {
    Closure last = cl.lastMade;
    if (last != null && last.proto == p && hasCaptures(co, f, cl, last)) {
      return last;
    }
    Closure made = new Closure(co.machine, p);
    cl.lastMade = made;
    for (int u = 0; u < p.upvalues.length; u++) {
      Proto.Capture capture = p.upvalues[u];
      made.upvalues[u] =
          capture.isInStack()
              ? UpVal.find(co, f.base + capture.index())
              : cl.upvalues[capture.index()];
    }
    return made;
  }

  private static boolean hasCaptures(Coroutine co, Frame f, Closure cl, Closure made) {
    Proto.Capture[] captures = made.proto.upvalues;
    for (int u = 0; u < captures.length; u++) {
      UpVal held = made.upvalues[u];
      int index = captures[u].index();
      boolean isSame =
          captures[u].isInStack() ? held.isOpenAt(co, f.base + index) : held == cl.upvalues[index];
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  static void varargs(Coroutine co, Frame f, Proto p, int ra, int wanted) {
    int extra = Math.max(0, f.argumentCount - p.parameters);
    int n = wanted < 0 ? extra : wanted;
    co.machine.chargeMoves(n);
    LuaValue[] s = co.ensure(ra + n);
    int from = f.func + 1 + p.parameters;
    for (int k = 0; k < n; k++) {
      s[ra + k] = k < extra ? s[from + k] : Nil.NIL;
    }
    if (wanted < 0) {
      co.top = ra + n;
    }
  }

  static int call(Coroutine co, int func, int n, int wanted) {
    co.callAt = func;
    co.callCount = n;
    co.callWanted = wanted;
    co.callKind = Frame.LUA;
    return Native.CALL;
  }

  private static int tailCall(Coroutine co, Frame f, Closure cl, int ra, int count) {
    int n = count;
    while (!(co.stack[ra] instanceof LuaFunction)) {
      n = Driver.shiftForCallHandler(co, ra, n);
    }
    if (!(co.stack[ra] instanceof Closure callee)) {
      // A native runs above its caller; the RETURN that follows passes its results on.
      return call(co, ra, n, -1);
    }
    if (cl.proto.protos.length > 0) {
      UpVal.close(co, f.base);
    }
    System.arraycopy(co.stack, ra, co.stack, f.func, n + 1);
    co.frame = Driver.below(f);
    try {
      Driver.pushLua(co, callee, f.func, n, f.kind, f.wanted, true);
    } catch (LuaError e) {
      co.frame = f;
      throw e;
    }
    co.machine.left -= callee.proto.entryUnits;
    if (co.hooks != null && co.hooks.wants(Hooks.CALL)) {
      return co.hooks.called(co, true);
    }
    return co.machine.left < 0 ? Driver.QUANTUM : Driver.GO;
  }

  private static int leave(Coroutine co, Frame f, Closure cl, int ra, int n) {
    if (cl.proto.protos.length > 0) {
      UpVal.close(co, f.base);
    }
    co.frame = Driver.below(f);
    return co.returnTo(f.kind, f.func, ra, n, f.wanted);
  }

  private static int concatenated(Coroutine co, Frame f, int i, int last) {
    int first = f.base + b(i);
    int action = Arithmetic.concat(co, first, last);
    if (action == Driver.GO) {
      co.stack[f.base + a(i)] = co.stack[first];
    }
    return action;
  }

  // ---- after metamethods -------------------------------------------------------------------

  /// Finishes the instruction that called a metamethod.
  static int finish(Coroutine co, LuaValue result) {
    Frame f = co.frame;
    int i = closure(f).proto.code[f.pc - 1];
    int ra = f.base + a(i);
    return switch (op(i)) {
      case SETTABUP, SETTABLE -> Driver.GO;
      case EQ, LT -> compared(f, i, result.isTrue() ? 1 : 0);
      case LE -> compared(f, i, result.isTrue() == (f.i == 0) ? 1 : 0);
      case CONCAT -> {
        co.stack[f.i] = result;
        yield concatenated(co, f, i, f.i);
      }
      default -> {
        co.stack[ra] = result;
        yield Driver.GO;
      }
    };
  }
}
