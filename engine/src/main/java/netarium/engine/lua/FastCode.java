package netarium.engine.lua;

/// Rewrites instructions for the opcode loop: one opcode per kind of operand, and one for all that
/// the loop leaves to {@link Execution}.
///
/// Places stay the same, so a program counter means the same in both forms; only opcodes change
/// (and the operands of ADD and MUL, when the constant came first).
final class FastCode {
  // Operands: R register, K constant; S a constant string key.
  static final int ADD_RK = 40;
  static final int SUB_RK = 41;
  static final int MUL_RK = 42;
  static final int DIV_RK = 43;
  static final int MOD_RK = 44;
  static final int SUB_KR = 45;
  static final int DIV_KR = 46;
  static final int EQ_RK = 47;
  static final int LT_RK = 48;
  static final int LE_RK = 49;
  static final int LT_KR = 50;
  static final int LE_KR = 51;
  static final int GETTABUP_S = 52;
  static final int GETTABLE_S = 53;
  static final int SETTABUP_S = 54;
  static final int SETTABLE_S = 55;
  static final int RETURN_0 = 56;
  static final int RETURN_1 = 57;

  /// A jump that ends a loop: it charges.
  static final int JMP_BACK = 58;

  /// A jump that closes captured variables.
  static final int JMP_CLOSE = 59;

  /// Everything else; also the label that makes the switch complete.
  static final int SLOW = 63;

  private FastCode() {}

  static int[] rewrite(int[] code, LuaValue[] constants, boolean mayCapture) {
    int[] fast = new int[code.length];
    for (int pc = 0; pc < code.length; pc++) {
      int i = code[pc];
      fast[pc] = rewrite(i, constants, mayCapture);
      if (Opcodes.hasRawWord(i) && pc + 1 < code.length) {
        pc++;
        fast[pc] = code[pc];
      }
    }
    return fast;
  }

  private static int rewrite(int original, LuaValue[] constants, boolean mayCapture) {
    int i = constantLast(original);
    int op = Opcodes.op(i);
    boolean bIsConstant = (Opcodes.b(i) & Opcodes.CONSTANT_BIT) != 0;
    boolean cIsConstant = (Opcodes.c(i) & Opcodes.CONSTANT_BIT) != 0;
    int to =
        switch (op) {
          case Opcodes.ADD -> operands(op, ADD_RK, SLOW, bIsConstant, cIsConstant);
          case Opcodes.MUL -> operands(op, MUL_RK, SLOW, bIsConstant, cIsConstant);
          case Opcodes.SUB -> operands(op, SUB_RK, SUB_KR, bIsConstant, cIsConstant);
          case Opcodes.DIV -> operands(op, DIV_RK, DIV_KR, bIsConstant, cIsConstant);
          case Opcodes.MOD -> operands(op, MOD_RK, SLOW, bIsConstant, cIsConstant);
          case Opcodes.EQ -> operands(op, EQ_RK, SLOW, bIsConstant, cIsConstant);
          case Opcodes.LT -> operands(op, LT_RK, LT_KR, bIsConstant, cIsConstant);
          case Opcodes.LE -> operands(op, LE_RK, LE_KR, bIsConstant, cIsConstant);
          case Opcodes.GETTABUP -> key(Opcodes.c(i), constants, GETTABUP_S, op);
          case Opcodes.GETTABLE -> key(Opcodes.c(i), constants, GETTABLE_S, op);
          case Opcodes.SELF -> key(Opcodes.c(i), constants, op, SLOW);
          case Opcodes.SETTABUP -> key(Opcodes.b(i), constants, SETTABUP_S, op);
          case Opcodes.SETTABLE -> key(Opcodes.b(i), constants, SETTABLE_S, op);
          case Opcodes.JMP ->
              Opcodes.a(i) != 0 ? JMP_CLOSE : Opcodes.sbx(i) < 0 ? JMP_BACK : Opcodes.JMP;
          case Opcodes.RETURN ->
              mayCapture
                  ? SLOW
                  : Opcodes.b(i) == 1 ? RETURN_0 : Opcodes.b(i) == 2 ? RETURN_1 : SLOW;
          case Opcodes.CALL -> op;
          case Opcodes.LOADKX,
              Opcodes.POW,
              Opcodes.CONCAT,
              Opcodes.TAILCALL,
              Opcodes.SETLIST,
              Opcodes.CLOSURE,
              Opcodes.VARARG,
              Opcodes.NEWTABLE,
              Opcodes.EXTRAARG ->
              SLOW;
          default -> op;
        };
    return (i & ~63) | to;
  }

  private static int operands(int rr, int rk, int kr, boolean bIsConstant, boolean cIsConstant) {
    if (bIsConstant) {
      return cIsConstant ? SLOW : kr;
    }
    return cIsConstant ? rk : rr;
  }

  private static int key(int field, LuaValue[] constants, int forString, int otherwise) {
    boolean isString =
        (field & Opcodes.CONSTANT_BIT) != 0
            && constants[field - Opcodes.CONSTANT_BIT] instanceof Str;
    return isString ? forString : otherwise;
  }

  /// Swaps the operands of operators that do not care, so that a constant comes second.
  private static int constantLast(int i) {
    int op = Opcodes.op(i);
    int b = Opcodes.b(i);
    int c = Opcodes.c(i);
    boolean isSymmetric = op == Opcodes.ADD || op == Opcodes.MUL || op == Opcodes.EQ;
    if (isSymmetric && b >= Opcodes.CONSTANT_BIT && c < Opcodes.CONSTANT_BIT) {
      return (i & 0x3FFF) | (b << 14) | (c << 23);
    }
    return i;
  }
}
