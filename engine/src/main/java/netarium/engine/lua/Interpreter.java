package netarium.engine.lua;

/// The opcode loop: the fast case of every frequent instruction, and nothing else.
///
/// Its shape follows from how HotSpot compiles it, each rule measured:
///
/// - the method stays below 8,000 bytes of bytecode, or it is never compiled at all (a test reads
///   the class file);
/// - a case ends in `continue`, or in `break` to the one slow exit behind the switch: a call inside
///   the loop would make every case pay for the registers saved around it;
/// - operands are decoded from `i` minus the case's own opcode. The value is the same, but the
///   expressions differ between cases, so they are not computed ahead for all of them and spilled;
/// - few locals live across cases; frame, closure and prototype are read anew at calls.
///
/// Comparisons take the jump behind them along, unless it charges or closes something.
// Identity is what the loop tests: nil is one object and so is each constant of a chunk. A table's
// node array has a value behind every key, although its elements may be null. Cases with `break`
// and
// `continue` say what they mean better than arrows would.
@SuppressWarnings({"ReferenceEquality", "NullAway", "StatementSwitchToExpressionSwitch"})
final class Interpreter {
  private Interpreter() {}

  /// Runs the Lua function on top until something leaves it: what the driver does next. A hot
  /// function runs as its {@link FastFunction}, all others in the loop.
  static int execute(Coroutine co) {
    LuaMachine m = co.machine;
    if (m.isStepping || (co.hooks != null && co.hooks.isActive())) {
      return step(co);
    }
    for (; ; ) {
      if (m.isCareDue && m.needsCare()) {
        return Finalizers.callRunner(co);
      }
      Frame frame = co.frame;
      FastFunction made = frame.closure.proto.fastFunction;
      int action = made != null ? made.run(co, frame) : finish(co, loop(co));
      if (action != Driver.GO && action < 0) {
        return action;
      }
    }
  }

  /// Executes the instruction that a fast case was not enough for, the one before `frame.pc`.
  static int finish(Coroutine co, int i) {
    return switch (i & 63) {
      case Opcodes.CALL -> FastExits.call(co, co.stack, co.frame, i);
      case Opcodes.TFORCALL -> FastExits.iterate(co, co.stack, co.frame, i);
      case Opcodes.SELF, FastCode.GETTABLE_S -> FastExits.field(co, co.stack, co.frame, i);
      case FastCode.SETTABLE_S -> FastExits.setField(co, co.stack, co.frame, i);
      case FastCode.RETURN_1 -> FastExits.leave(co, co.frame, i);
      default -> Execution.execute(co);
    };
  }

  /// The same without any fast case, one original instruction after the other.
  private static int step(Coroutine co) {
    LuaMachine m = co.machine;
    for (; ; ) {
      if (m.isCareDue && m.needsCare()) {
        return Finalizers.callRunner(co);
      }
      Hooks hooks = co.hooks;
      if (hooks != null && hooks.isActive()) {
        int event = hooks.beforeInstruction(co);
        if (event != Driver.GO) {
          return event;
        }
      } else if (!m.isStepping) {
        return Driver.GO;
      }
      co.frame.pc++;
      int action = Execution.execute(co);
      if (action != Driver.GO) {
        return action;
      }
    }
  }

  /// Runs until an instruction needs more than its fast case; answers that instruction, which is
  /// the one before `frame.pc`.
  private static int loop(Coroutine co) {
    Frame frame = co.frame;
    LuaMachine m = co.machine;
    LuaValue[] R = co.stack;
    Closure closure = frame.closure;
    int[] code = closure.proto.fast;
    LuaValue[] k = closure.proto.constants;
    UpVal[] up = closure.upvalues;
    int base = frame.base;
    int pc = frame.pc;
    for (; ; ) {
      int i = code[pc++];
      int a = base + ((i >>> 6) & 255);
      switch (i & 63) {
        case Opcodes.MOVE:
          R[a] = R[base + ((i - Opcodes.MOVE) >>> 23)];
          continue;
        case Opcodes.LOADK:
          R[a] = k[(i - Opcodes.LOADK) >>> 14];
          continue;
        case Opcodes.LOADBOOL:
          R[a] = (i - Opcodes.LOADBOOL) >>> 23 != 0 ? Bool.TRUE : Bool.FALSE;
          pc += (((i - Opcodes.LOADBOOL) >> 14) & 511) != 0 ? 1 : 0;
          continue;
        case Opcodes.LOADNIL:
          for (int n = (i - Opcodes.LOADNIL) >>> 23; n >= 0; n--) {
            R[a + n] = Nil.NIL;
          }
          continue;
        case Opcodes.GETUPVAL:
          {
            UpVal u = up[(i - Opcodes.GETUPVAL) >>> 23];
            R[a] = u.slots[u.index];
            continue;
          }
        case Opcodes.SETUPVAL:
          {
            UpVal u = up[(i - Opcodes.SETUPVAL) >>> 23];
            u.slots[u.index] = R[a];
            continue;
          }
        case FastCode.GETTABUP_S:
          {
            UpVal u = up[(i - FastCode.GETTABUP_S) >>> 23];
            if (u.slots[u.index] instanceof Table t) {
              Str key = (Str) k[((i - FastCode.GETTABUP_S) >> 14) & 255];
              LuaValue[] nodes = t.nodes;
              int at = key.hash & (nodes.length - 2);
              if (nodes[at] != key) {
                at = (at + 2) & (nodes.length - 2);
                if (nodes[at] != key) {
                  break;
                }
              }
              LuaValue v = nodes[at + 1];
              if (v != Nil.NIL) {
                R[a] = v;
                continue;
              }
            }
            break;
          }
        case FastCode.GETTABLE_S:
          if (R[base + ((i - FastCode.GETTABLE_S) >>> 23)] instanceof Table t) {
            Str key = (Str) k[((i - FastCode.GETTABLE_S) >> 14) & 255];
            LuaValue[] nodes = t.nodes;
            int at = key.hash & (nodes.length - 2);
            if (nodes[at] != key) {
              at = (at + 2) & (nodes.length - 2);
              if (nodes[at] != key) {
                break;
              }
            }
            LuaValue v = nodes[at + 1];
            if (v != Nil.NIL) {
              R[a] = v;
              continue;
            }
          }
          break;
        case Opcodes.GETTABLE:
          if (R[base + ((i - Opcodes.GETTABLE) >>> 23)] instanceof Table t) {
            int c = ((i - Opcodes.GETTABLE) >> 14) & 511;
            if ((c < 256 ? R[base + c] : k[c - 256]) instanceof Num n) {
              int at = (int) n.v;
              if (at == n.v && at > 0 && at <= t.count) {
                LuaValue v = t.array[at - 1];
                if (v != Nil.NIL || t.metatable == null) {
                  R[a] = v;
                  continue;
                }
              }
            }
          }
          break;
        case Opcodes.GETTABUP:
          {
            UpVal u = up[(i - Opcodes.GETTABUP) >>> 23];
            int c = ((i - Opcodes.GETTABUP) >> 14) & 511;
            if (u.slots[u.index] instanceof Table t
                && (c < 256 ? R[base + c] : k[c - 256]) instanceof Num n) {
              int at = (int) n.v;
              if (at == n.v && at > 0 && at <= t.count) {
                LuaValue v = t.array[at - 1];
                if (v != Nil.NIL || t.metatable == null) {
                  R[a] = v;
                  continue;
                }
              }
            }
            break;
          }
        case FastCode.SETTABUP_S:
          {
            UpVal u = up[(i >>> 6) & 255];
            if (u.slots[u.index] instanceof Table t) {
              Str key = (Str) k[((i - FastCode.SETTABUP_S) >>> 23) & 255];
              LuaValue[] nodes = t.nodes;
              int at = key.hash & (nodes.length - 2);
              if (nodes[at] == key && nodes[at + 1] != Nil.NIL) {
                int c = ((i - FastCode.SETTABUP_S) >> 14) & 511;
                nodes[at + 1] = c < 256 ? R[base + c] : k[c - 256];
                continue;
              }
            }
            break;
          }
        case FastCode.SETTABLE_S:
          if (R[a] instanceof Table t) {
            Str key = (Str) k[((i - FastCode.SETTABLE_S) >>> 23) & 255];
            LuaValue[] nodes = t.nodes;
            int at = key.hash & (nodes.length - 2);
            if (nodes[at] != key) {
              at = (at + 2) & (nodes.length - 2);
              if (nodes[at] != key) {
                break;
              }
            }
            if (nodes[at + 1] != Nil.NIL) {
              int c = ((i - FastCode.SETTABLE_S) >> 14) & 511;
              nodes[at + 1] = c < 256 ? R[base + c] : k[c - 256];
              continue;
            }
          }
          break;
        case Opcodes.SETTABLE:
          if (R[a] instanceof Table t) {
            int b = (i - Opcodes.SETTABLE) >>> 23;
            if ((b < 256 ? R[base + b] : k[b - 256]) instanceof Num n) {
              int at = (int) n.v;
              if (at == n.v && at > 0 && at <= t.count) {
                if (t.metatable == null || t.array[at - 1] != Nil.NIL) {
                  int c = ((i - Opcodes.SETTABLE) >> 14) & 511;
                  t.array[at - 1] = c < 256 ? R[base + c] : k[c - 256];
                  continue;
                }
              } else if (at == n.v
                  && at - 1 == t.count
                  && at <= t.array.length
                  && t.used == 0
                  && t.metatable == null) {
                int c = ((i - Opcodes.SETTABLE) >> 14) & 511;
                LuaValue v = c < 256 ? R[base + c] : k[c - 256];
                if (v != Nil.NIL) {
                  t.array[at - 1] = v;
                  t.count = at;
                  continue;
                }
              }
            }
          }
          break;
        case Opcodes.SELF:
          if (R[base + ((i - Opcodes.SELF) >>> 23)] instanceof Table t) {
            Str key = (Str) k[((i - Opcodes.SELF) >> 14) & 255];
            LuaValue[] nodes = t.nodes;
            int at = key.hash & (nodes.length - 2);
            if (nodes[at] == key) {
              LuaValue v = nodes[at + 1];
              if (v != Nil.NIL) {
                R[a + 1] = t;
                R[a] = v;
                continue;
              }
            }
          }
          break;
        case Opcodes.ADD:
          if (R[base + ((i - Opcodes.ADD) >>> 23)] instanceof Num x
              && R[base + (((i - Opcodes.ADD) >> 14) & 511)] instanceof Num y) {
            R[a] = new Num(x.v + y.v);
            continue;
          }
          break;
        case FastCode.ADD_RK:
          if (R[base + ((i - FastCode.ADD_RK) >>> 23)] instanceof Num x
              && k[((i - FastCode.ADD_RK) >> 14) & 255] instanceof Num y) {
            R[a] = new Num(x.v + y.v);
            continue;
          }
          break;
        case Opcodes.SUB:
          if (R[base + ((i - Opcodes.SUB) >>> 23)] instanceof Num x
              && R[base + (((i - Opcodes.SUB) >> 14) & 511)] instanceof Num y) {
            R[a] = new Num(x.v - y.v);
            continue;
          }
          break;
        case FastCode.SUB_RK:
          if (R[base + ((i - FastCode.SUB_RK) >>> 23)] instanceof Num x
              && k[((i - FastCode.SUB_RK) >> 14) & 255] instanceof Num y) {
            R[a] = new Num(x.v - y.v);
            continue;
          }
          break;
        case FastCode.SUB_KR:
          if (k[((i - FastCode.SUB_KR) >>> 23) & 255] instanceof Num x
              && R[base + (((i - FastCode.SUB_KR) >> 14) & 511)] instanceof Num y) {
            R[a] = new Num(x.v - y.v);
            continue;
          }
          break;
        case Opcodes.MUL:
          if (R[base + ((i - Opcodes.MUL) >>> 23)] instanceof Num x
              && R[base + (((i - Opcodes.MUL) >> 14) & 511)] instanceof Num y) {
            R[a] = new Num(x.v * y.v);
            continue;
          }
          break;
        case FastCode.MUL_RK:
          if (R[base + ((i - FastCode.MUL_RK) >>> 23)] instanceof Num x
              && k[((i - FastCode.MUL_RK) >> 14) & 255] instanceof Num y) {
            R[a] = new Num(x.v * y.v);
            continue;
          }
          break;
        case Opcodes.DIV:
          if (R[base + ((i - Opcodes.DIV) >>> 23)] instanceof Num x
              && R[base + (((i - Opcodes.DIV) >> 14) & 511)] instanceof Num y) {
            R[a] = new Num(x.v / y.v);
            continue;
          }
          break;
        case FastCode.DIV_RK:
          if (R[base + ((i - FastCode.DIV_RK) >>> 23)] instanceof Num x
              && k[((i - FastCode.DIV_RK) >> 14) & 255] instanceof Num y) {
            R[a] = new Num(x.v / y.v);
            continue;
          }
          break;
        case FastCode.DIV_KR:
          if (k[((i - FastCode.DIV_KR) >>> 23) & 255] instanceof Num x
              && R[base + (((i - FastCode.DIV_KR) >> 14) & 511)] instanceof Num y) {
            R[a] = new Num(x.v / y.v);
            continue;
          }
          break;
        case Opcodes.MOD:
          if (R[base + ((i - Opcodes.MOD) >>> 23)] instanceof Num x
              && R[base + (((i - Opcodes.MOD) >> 14) & 511)] instanceof Num y) {
            R[a] = new Num(x.v - Math.floor(x.v / y.v) * y.v);
            continue;
          }
          break;
        case FastCode.MOD_RK:
          if (R[base + ((i - FastCode.MOD_RK) >>> 23)] instanceof Num x
              && k[((i - FastCode.MOD_RK) >> 14) & 255] instanceof Num y) {
            R[a] = new Num(x.v - Math.floor(x.v / y.v) * y.v);
            continue;
          }
          break;
        case Opcodes.UNM:
          if (R[base + ((i - Opcodes.UNM) >>> 23)] instanceof Num x) {
            R[a] = new Num(-x.v);
            continue;
          }
          break;
        case Opcodes.NOT:
          {
            LuaValue v = R[base + ((i - Opcodes.NOT) >>> 23)];
            R[a] = v == Nil.NIL || v == Bool.FALSE ? Bool.TRUE : Bool.FALSE;
            continue;
          }
        case Opcodes.LEN:
          {
            LuaValue v = R[base + ((i - Opcodes.LEN) >>> 23)];
            if (v instanceof Table t
                && t.metatable == null
                && t.count > 0
                && t.array[t.count - 1] != Nil.NIL) {
              R[a] = new Num(t.count);
              continue;
            }
            if (v instanceof Str s) {
              R[a] = new Num(s.length);
              continue;
            }
            break;
          }
        case Opcodes.JMP:
          pc += ((i - Opcodes.JMP) >>> 14) - 131071;
          continue;
        case FastCode.JMP_BACK:
          {
            int distance = ((i - FastCode.JMP_BACK) >>> 14) - 131071;
            long left = m.left + distance;
            if (left < 0) {
              break;
            }
            m.left = left;
            pc += distance;
            continue;
          }
        case FastCode.EQ_RK:
          {
            LuaValue x = R[base + ((i - FastCode.EQ_RK) >>> 23)];
            LuaValue y = k[((i - FastCode.EQ_RK) >> 14) & 255];
            boolean answer;
            if (x instanceof Num n) {
              answer = y instanceof Num o && n.v == o.v;
            } else if (x == y) {
              answer = true;
            } else if (x instanceof Str s && y instanceof Str t && s.length == t.length) {
              break;
            } else {
              answer = false;
            }
            if (answer != (((i >>> 6) & 255) != 0)) {
              pc++;
            } else {
              int jump = code[pc];
              if ((jump & 63) == Opcodes.JMP) {
                pc += (jump >>> 14) - 131070;
              }
            }
            continue;
          }
        case Opcodes.EQ:
          {
            LuaValue x = R[base + ((i - Opcodes.EQ) >>> 23)];
            LuaValue y = R[base + (((i - Opcodes.EQ) >> 14) & 511)];
            boolean answer;
            if (x instanceof Num n) {
              answer = y instanceof Num o && n.v == o.v;
            } else if (x == y) {
              answer = true;
            } else {
              break;
            }
            if (answer != (((i >>> 6) & 255) != 0)) {
              pc++;
            } else {
              int jump = code[pc];
              if ((jump & 63) == Opcodes.JMP) {
                pc += (jump >>> 14) - 131070;
              }
            }
            continue;
          }
        case Opcodes.LT:
          if (R[base + ((i - Opcodes.LT) >>> 23)] instanceof Num x
              && R[base + (((i - Opcodes.LT) >> 14) & 511)] instanceof Num y) {
            if (x.v < y.v != (((i >>> 6) & 255) != 0)) {
              pc++;
            } else {
              int jump = code[pc];
              if ((jump & 63) == Opcodes.JMP) {
                pc += (jump >>> 14) - 131070;
              }
            }
            continue;
          }
          break;
        case FastCode.LT_RK:
          if (R[base + ((i - FastCode.LT_RK) >>> 23)] instanceof Num x
              && k[((i - FastCode.LT_RK) >> 14) & 255] instanceof Num y) {
            if (x.v < y.v != (((i >>> 6) & 255) != 0)) {
              pc++;
            } else {
              int jump = code[pc];
              if ((jump & 63) == Opcodes.JMP) {
                pc += (jump >>> 14) - 131070;
              }
            }
            continue;
          }
          break;
        case FastCode.LT_KR:
          if (k[((i - FastCode.LT_KR) >>> 23) & 255] instanceof Num x
              && R[base + (((i - FastCode.LT_KR) >> 14) & 511)] instanceof Num y) {
            if (x.v < y.v != (((i >>> 6) & 255) != 0)) {
              pc++;
            } else {
              int jump = code[pc];
              if ((jump & 63) == Opcodes.JMP) {
                pc += (jump >>> 14) - 131070;
              }
            }
            continue;
          }
          break;
        case Opcodes.LE:
          if (R[base + ((i - Opcodes.LE) >>> 23)] instanceof Num x
              && R[base + (((i - Opcodes.LE) >> 14) & 511)] instanceof Num y) {
            if (x.v <= y.v != (((i >>> 6) & 255) != 0)) {
              pc++;
            } else {
              int jump = code[pc];
              if ((jump & 63) == Opcodes.JMP) {
                pc += (jump >>> 14) - 131070;
              }
            }
            continue;
          }
          break;
        case FastCode.LE_RK:
          if (R[base + ((i - FastCode.LE_RK) >>> 23)] instanceof Num x
              && k[((i - FastCode.LE_RK) >> 14) & 255] instanceof Num y) {
            if (x.v <= y.v != (((i >>> 6) & 255) != 0)) {
              pc++;
            } else {
              int jump = code[pc];
              if ((jump & 63) == Opcodes.JMP) {
                pc += (jump >>> 14) - 131070;
              }
            }
            continue;
          }
          break;
        case FastCode.LE_KR:
          if (k[((i - FastCode.LE_KR) >>> 23) & 255] instanceof Num x
              && R[base + (((i - FastCode.LE_KR) >> 14) & 511)] instanceof Num y) {
            if (x.v <= y.v != (((i >>> 6) & 255) != 0)) {
              pc++;
            } else {
              int jump = code[pc];
              if ((jump & 63) == Opcodes.JMP) {
                pc += (jump >>> 14) - 131070;
              }
            }
            continue;
          }
          break;
        case Opcodes.TEST:
          {
            LuaValue v = R[a];
            boolean truth = v != Nil.NIL && v != Bool.FALSE;
            if (truth != ((((i - Opcodes.TEST) >> 14) & 511) != 0)) {
              pc++;
            } else {
              int jump = code[pc];
              if ((jump & 63) == Opcodes.JMP) {
                pc += (jump >>> 14) - 131070;
              }
            }
            continue;
          }
        case Opcodes.TESTSET:
          {
            LuaValue v = R[base + ((i - Opcodes.TESTSET) >>> 23)];
            boolean truth = v != Nil.NIL && v != Bool.FALSE;
            if (truth != ((((i - Opcodes.TESTSET) >> 14) & 511) != 0)) {
              pc++;
            } else {
              R[a] = v;
            }
            continue;
          }
        case Opcodes.CALL:
          if (R[a] instanceof Closure callee) {
            Proto p = callee.proto;
            Frame caller = co.frame;
            Frame f = caller.next;
            long left = m.left - p.entryUnits;
            if (p.isVararg || f == null || left < 0 || a + 1 + p.maxStack > R.length) {
              break;
            }
            m.left = left;
            int b = (i - Opcodes.CALL) >>> 23;
            int n = b != 0 ? b - 1 : co.top - a - 1;
            for (; n < p.parameters; n++) {
              R[a + 1 + n] = Nil.NIL;
            }
            caller.pc = pc;
            f.closure = callee;
            f.body = null;
            f.func = a;
            f.base = a + 1;
            f.kind = Frame.LUA;
            f.wanted = (((i - Opcodes.CALL) >> 14) & 511) - 1;
            f.isTailCall = false;
            co.frame = f;
            code = p.fast;
            k = p.constants;
            up = callee.upvalues;
            base = a + 1;
            pc = 0;
            continue;
          }
          break;
        case FastCode.RETURN_1:
          {
            Frame f = co.frame;
            if (f.kind != Frame.LUA) {
              break;
            }
            int func = f.func;
            R[func] = R[a];
            if (f.wanted != 1) {
              if (f.wanted < 0) {
                co.top = func + 1;
              } else {
                for (int n = f.wanted - 1; n > 0; n--) {
                  R[func + n] = Nil.NIL;
                }
              }
            }
            f = f.prev;
            co.frame = f;
            Closure caller = f.closure;
            Proto p = caller.proto;
            code = p.fast;
            k = p.constants;
            up = caller.upvalues;
            base = f.base;
            pc = f.pc;
            continue;
          }
        case FastCode.RETURN_0:
          {
            Frame f = co.frame;
            if (f.kind != Frame.LUA) {
              break;
            }
            int func = f.func;
            if (f.wanted < 0) {
              co.top = func;
            } else {
              for (int n = f.wanted - 1; n >= 0; n--) {
                R[func + n] = Nil.NIL;
              }
            }
            f = f.prev;
            co.frame = f;
            Closure caller = f.closure;
            Proto p = caller.proto;
            code = p.fast;
            k = p.constants;
            up = caller.upvalues;
            base = f.base;
            pc = f.pc;
            continue;
          }
        case Opcodes.FORLOOP:
          {
            double step = ((Num) R[a + 2]).v;
            double index = ((Num) R[a]).v + step;
            double limit = ((Num) R[a + 1]).v;
            if (step > 0 ? index <= limit : limit <= index) {
              int distance = ((i - Opcodes.FORLOOP) >>> 14) - 131071;
              long left = m.left + distance;
              if (left < 0) {
                break;
              }
              m.left = left;
              pc += distance;
              Num n = new Num(index);
              R[a] = n;
              R[a + 3] = n;
            }
            continue;
          }
        case Opcodes.FORPREP:
          if (R[a] instanceof Num x && R[a + 1] instanceof Num && R[a + 2] instanceof Num step) {
            R[a] = new Num(x.v - step.v);
            pc += ((i - Opcodes.FORPREP) >>> 14) - 131071;
            continue;
          }
          break;
        case Opcodes.TFORLOOP:
          {
            LuaValue v = R[a + 1];
            if (v != Nil.NIL) {
              int distance = ((i - Opcodes.TFORLOOP) >>> 14) - 131071;
              long left = m.left + distance;
              if (left < 0) {
                break;
              }
              m.left = left;
              pc += distance;
              R[a] = v;
            }
            continue;
          }
        case FastCode.SLOW:
          break;
        default:
          break;
      }
      co.frame.pc = pc;
      return i;
    }
  }
}
