package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// The name of what stands in a register, found by reading the original code backwards in thought:
/// which instruction put it there, and what did that one name? C Lua's messages owe their names to
/// the same procedure.
final class VariableNames {
  private VariableNames() {}

  /// The name of the value in a register just before instruction `lastPc` executes.
  static CallInfo.@Nullable Name ofRegister(Proto p, int lastPc, int register) {
    String local = p.localName(register, lastPc);
    if (local != null) {
      return new CallInfo.Name("local", local);
    }
    int pc = lastSetting(p, lastPc, register);
    if (pc < 0) {
      return null;
    }
    int i = p.code[pc];
    int b = Opcodes.b(i);
    return switch (Opcodes.op(i)) {
      case Opcodes.MOVE -> b < Opcodes.a(i) ? ofRegister(p, pc, b) : null;
      case Opcodes.GETTABUP -> field(p, pc, i, p.upvalues[b].name());
      case Opcodes.GETTABLE -> field(p, pc, i, p.localName(b, pc));
      case Opcodes.GETUPVAL -> ofUpvalue(p, b);
      case Opcodes.LOADK ->
          p.constants[Opcodes.bx(i)] instanceof Str s
              ? new CallInfo.Name("constant", s.toString())
              : null;
      case Opcodes.SELF -> new CallInfo.Name("method", keyName(p, pc, Opcodes.c(i)));
      default -> null;
    };
  }

  static CallInfo.Name ofUpvalue(Proto p, int index) {
    return new CallInfo.Name("upvalue", p.upvalues[index].name());
  }

  private static CallInfo.Name field(Proto p, int pc, int i, @Nullable String table) {
    String what = "_ENV".equals(table) ? "global" : "field";
    return new CallInfo.Name(what, keyName(p, pc, Opcodes.c(i)));
  }

  private static String keyName(Proto p, int pc, int rk) {
    if (rk >= Opcodes.CONSTANT_BIT) {
      return p.constants[rk - Opcodes.CONSTANT_BIT] instanceof Str s ? s.toString() : "?";
    }
    CallInfo.Name name = ofRegister(p, pc, rk);
    return name != null && name.what().equals("constant") ? name.text() : "?";
  }

  /// The last instruction before `lastPc` that surely set the register, or -1.
  private static int lastSetting(Proto p, int lastPc, int register) {
    int setting = -1;
    int jumpTarget = 0;
    for (int pc = 0; pc < lastPc; pc++) {
      int i = p.code[pc];
      int op = Opcodes.op(i);
      int a = Opcodes.a(i);
      boolean sets =
          switch (op) {
            case Opcodes.LOADNIL -> a <= register && register <= a + Opcodes.b(i);
            case Opcodes.TFORCALL -> register >= a + 2;
            case Opcodes.CALL, Opcodes.TAILCALL -> register >= a;
            case Opcodes.TEST -> register == a;
            default -> Opcodes.setsA(op) && register == a;
          };
      if (op == Opcodes.JMP) {
        int target = pc + 1 + Opcodes.sbx(i);
        if (pc < target && target <= lastPc && target > jumpTarget) {
          jumpTarget = target;
        }
      } else if (sets) {
        setting = pc < jumpTarget ? -1 : pc;
      }
      if (Opcodes.hasRawWord(i)) {
        pc++;
      }
    }
    return setting;
  }

  /// The name of the function that an instruction calls, or null.
  static CallInfo.@Nullable Name calledFunction(Proto p, int pc) {
    if (pc < 0) {
      return null;
    }
    int i = p.code[pc];
    int op = Opcodes.op(i);
    if (op == Opcodes.CALL || op == Opcodes.TAILCALL) {
      return ofRegister(p, pc, Opcodes.a(i));
    }
    if (op == Opcodes.TFORCALL) {
      return new CallInfo.Name("for iterator", "for iterator");
    }
    int event =
        switch (op) {
          case Opcodes.SELF, Opcodes.GETTABUP, Opcodes.GETTABLE -> Events.INDEX;
          case Opcodes.SETTABUP, Opcodes.SETTABLE -> Events.NEWINDEX;
          case Opcodes.EQ -> Events.EQ;
          case Opcodes.ADD, Opcodes.SUB, Opcodes.MUL, Opcodes.DIV, Opcodes.MOD, Opcodes.POW ->
              Events.ADD + (op - Opcodes.ADD);
          case Opcodes.UNM -> Events.UNM;
          case Opcodes.LEN -> Events.LEN;
          case Opcodes.LT -> Events.LT;
          case Opcodes.LE -> Events.LE;
          case Opcodes.CONCAT -> Events.CONCAT;
          default -> -1;
        };
    return event < 0 ? null : new CallInfo.Name("metamethod", Events.NAMES[event].toString());
  }
}
