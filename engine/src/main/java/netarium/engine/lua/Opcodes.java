package netarium.engine.lua;

/// The instruction set of Lua 5.2: numbers, fields, and what passes over code need to know.
///
/// Fields from the lowest bit: 6 opcode, 8 A, 9 C, 9 B; C and B together form Bx.
final class Opcodes {
  static final int MOVE = 0;
  static final int LOADK = 1;
  static final int LOADKX = 2;
  static final int LOADBOOL = 3;
  static final int LOADNIL = 4;
  static final int GETUPVAL = 5;
  static final int GETTABUP = 6;
  static final int GETTABLE = 7;
  static final int SETTABUP = 8;
  static final int SETUPVAL = 9;
  static final int SETTABLE = 10;
  static final int NEWTABLE = 11;
  static final int SELF = 12;
  static final int ADD = 13;
  static final int SUB = 14;
  static final int MUL = 15;
  static final int DIV = 16;
  static final int MOD = 17;
  static final int POW = 18;
  static final int UNM = 19;
  static final int NOT = 20;
  static final int LEN = 21;
  static final int CONCAT = 22;
  static final int JMP = 23;
  static final int EQ = 24;
  static final int LT = 25;
  static final int LE = 26;
  static final int TEST = 27;
  static final int TESTSET = 28;
  static final int CALL = 29;
  static final int TAILCALL = 30;
  static final int RETURN = 31;
  static final int FORLOOP = 32;
  static final int FORPREP = 33;
  static final int TFORCALL = 34;
  static final int TFORLOOP = 35;
  static final int SETLIST = 36;
  static final int CLOSURE = 37;
  static final int VARARG = 38;
  static final int EXTRAARG = 39;

  /// Set in a 9-bit operand that names a constant.
  static final int CONSTANT_BIT = 256;

  /// Items that one SETLIST stores.
  static final int FIELDS_PER_FLUSH = 50;

  private Opcodes() {}

  static int op(int i) {
    return i & 63;
  }

  static int a(int i) {
    return (i >>> 6) & 255;
  }

  static int b(int i) {
    return i >>> 23;
  }

  static int c(int i) {
    return (i >>> 14) & 511;
  }

  static int bx(int i) {
    return i >>> 14;
  }

  static int sbx(int i) {
    return (i >>> 14) - 131071;
  }

  /// Whether the word after this instruction is a number, not an instruction: a SETLIST beyond
  /// 25,550 items.
  static boolean hasRawWord(int i) {
    return op(i) == SETLIST && c(i) == 0;
  }

  /// Whether an instruction puts a value into register A.
  static boolean setsA(int op) {
    return switch (op) {
      case SETTABUP, SETUPVAL, SETTABLE, JMP, EQ, LT, LE, TEST -> false;
      case RETURN, TFORCALL, SETLIST, EXTRAARG -> false;
      default -> true;
    };
  }

  /// Whether an instruction may jump by its sBx, and so ends a loop if that is negative.
  static boolean isJump(int op) {
    return op == JMP || op == FORLOOP || op == TFORLOOP;
  }

  /// How many instructions stand outside all loops; at least 1.
  static int unitsOutsideLoops(int[] code) {
    int[] inside = new int[code.length + 1];
    for (int pc = 0; pc < code.length; pc++) {
      int i = code[pc];
      if (isJump(op(i)) && sbx(i) < 0) {
        inside[Math.max(0, pc + 1 + sbx(i))]++;
        inside[pc + 1]--;
      }
      if (hasRawWord(i)) {
        pc++;
      }
    }
    int units = 0;
    int depth = 0;
    for (int pc = 0; pc < code.length; pc++) {
      depth += inside[pc];
      if (depth == 0) {
        units++;
      }
    }
    return Math.max(1, units);
  }
}
