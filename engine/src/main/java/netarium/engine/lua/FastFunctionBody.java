package netarium.engine.lua;

import static java.lang.constant.ConstantDescs.BSM_CLASS_DATA_AT;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/// Writes the code of a prototype in Java bytecode: a switch over `frame.pc`, then one step of
/// {@link FastSteps} after the other (or of {@link FastFields}, {@link FastOperators}).
final class FastFunctionBody {
  private static final ClassDesc FUNCTION = FastFunctionMaker.FUNCTION;
  private static final ClassDesc STEPS = FastFunctionMaker.own("FastSteps");
  private static final ClassDesc FIELDS = FastFunctionMaker.own("FastFields");
  private static final ClassDesc OPERATORS = FastFunctionMaker.own("FastOperators");
  private static final ClassDesc COROUTINE = FastFunctionMaker.own("Coroutine");
  private static final ClassDesc FRAME = FastFunctionMaker.own("Frame");
  private static final ClassDesc CLOSURE = FastFunctionMaker.own("Closure");
  private static final ClassDesc PROTO = FastFunctionMaker.own("Proto");
  private static final ClassDesc MACHINE = FastFunctionMaker.own("LuaMachine");
  private static final ClassDesc VALUE = FastFunctionMaker.own("LuaValue");
  private static final ClassDesc STR = FastFunctionMaker.own("Str");
  private static final ClassDesc VALUES = VALUE.arrayType();
  private static final ClassDesc UPVALUES = FastFunctionMaker.own("UpVal").arrayType();
  private static final MethodTypeDesc RUN = FastFunctionMaker.RUN;

  // Java variables of `run`.
  private static final int CO = 1;
  private static final int F = 2;
  private static final int S = 3;
  private static final int BASE = 4;
  private static final int MACHINE_AT = 5;
  private static final int K = 6;
  private static final int UP = 7;
  private static final int RESULT = 8;
  private static final int PC = 9;

  private final CodeBuilder out;
  private final Proto proto;
  private final int[] code;
  private final Label[] starts;

  /// Where the Lua function goes on after the instruction that `PC` says was executed in full.
  private final Label slow;

  /// Where `RESULT` is returned.
  private final Label end;

  private final Label dispatch;

  FastFunctionBody(CodeBuilder out, Proto proto) {
    this.out = out;
    this.proto = proto;
    this.code = proto.fast;
    starts = new Label[code.length];
    for (int pc = 0; pc < code.length; pc++) {
      starts[pc] = out.newLabel();
    }
    slow = out.newLabel();
    end = out.newLabel();
    dispatch = out.newLabel();
  }

  void write() {
    out.aload(CO).getfield(COROUTINE, "machine", MACHINE).astore(MACHINE_AT);
    out.aload(F).getfield(FRAME, "base", CD_int).istore(BASE);
    out.aload(F).getfield(FRAME, "closure", CLOSURE).getfield(CLOSURE, "upvalues", UPVALUES);
    out.astore(UP);
    out.aload(F).getfield(FRAME, "closure", CLOSURE).getfield(CLOSURE, "proto", PROTO);
    out.getfield(PROTO, "constants", VALUES).astore(K);
    out.iconst_0().istore(RESULT);
    out.iconst_0().istore(PC);
    out.labelBinding(dispatch);
    readStack();
    List<SwitchCase> cases = new ArrayList<>();
    for (int pc = 1; pc < code.length; pc++) {
      cases.add(SwitchCase.of(pc, starts[pc]));
    }
    out.aload(F).getfield(FRAME, "pc", CD_int).tableswitch(0, code.length - 1, starts[0], cases);
    for (int pc = 0; pc < code.length; pc++) {
      out.labelBinding(starts[pc]);
      instruction(pc, code[pc]);
    }
    out.labelBinding(slow);
    out.aload(CO).aload(F).iload(PC);
    step(STEPS, "slow", CD_int, COROUTINE, FRAME, CD_int);
    out.istore(RESULT).iload(RESULT).ifeq(dispatch);
    out.labelBinding(end);
    out.iload(RESULT).ireturn();
  }

  private void readStack() {
    out.aload(CO).getfield(COROUTINE, "stack", VALUES).astore(S);
  }

  private void step(ClassDesc owner, String name, ClassDesc result, ClassDesc... parameters) {
    out.invokestatic(owner, name, MethodTypeDesc.of(result, parameters));
  }

  // ---- instructions ------------------------------------------------------------------------

  private void instruction(int pc, int i) {
    switch (i & 63) {
      case Opcodes.MOVE -> simple("move", i);
      case Opcodes.LOADK -> load(i);
      case Opcodes.LOADBOOL -> {
        simple("loadBool", i);
        if (Opcodes.c(i) != 0) {
          out.goto_(starts[pc + 2]);
        }
      }
      case Opcodes.LOADNIL -> simple("loadNil", i);
      case Opcodes.GETUPVAL -> upvalue("getUpvalue", i);
      case Opcodes.SETUPVAL -> upvalue("setUpvalue", i);
      case Opcodes.NOT -> {
        values(i);
        step(OPERATORS, "not", CD_void, VALUES, CD_int, CD_int);
      }
      case Opcodes.LEN -> operation("length", pc, i);
      case Opcodes.UNM -> operation("negate", pc, i);
      case Opcodes.ADD -> operation("add", pc, i);
      case Opcodes.SUB -> operation("subtract", pc, i);
      case Opcodes.MUL -> operation("multiply", pc, i);
      case Opcodes.DIV -> operation("divide", pc, i);
      case Opcodes.MOD -> operation("modulo", pc, i);
      case FastCode.ADD_RK -> operation("addNumber", pc, i, Opcodes.c(i));
      case FastCode.SUB_RK -> operation("subtractNumber", pc, i, Opcodes.c(i));
      case FastCode.SUB_KR -> operation("numberMinus", pc, i, Opcodes.b(i));
      case FastCode.MUL_RK -> operation("multiplyNumber", pc, i, Opcodes.c(i));
      case FastCode.DIV_RK -> operation("divideNumber", pc, i, Opcodes.c(i));
      case FastCode.DIV_KR -> operation("numberOver", pc, i, Opcodes.b(i));
      case FastCode.MOD_RK -> operation("moduloNumber", pc, i, Opcodes.c(i));
      case FastCode.GETTABUP_S, FastCode.SETTABUP_S, FastCode.GETTABLE_S, FastCode.SETTABLE_S ->
          field(pc, i);
      case Opcodes.GETTABLE, Opcodes.SETTABLE, Opcodes.SELF -> field(pc, i);
      case Opcodes.EQ, Opcodes.LT, Opcodes.LE -> comparison(pc, i);
      case FastCode.EQ_RK -> equalToConstant(pc, i);
      case FastCode.LT_RK -> comparison("lessThanNumber", pc, i, Opcodes.c(i));
      case FastCode.LT_KR -> comparison("numberLessThan", pc, i, Opcodes.b(i));
      case FastCode.LE_RK -> comparison("lessOrEqualNumber", pc, i, Opcodes.c(i));
      case FastCode.LE_KR -> comparison("numberLessOrEqual", pc, i, Opcodes.b(i));
      default -> control(pc, i);
    }
  }

  private void field(int pc, int i) {
    int op = i & 63;
    if (op == Opcodes.SELF) {
      out.aload(MACHINE_AT);
    }
    values(i);
    switch (op) {
      case FastCode.GETTABUP_S -> {
        out.aload(UP);
        constant(Opcodes.c(i));
        step(FIELDS, "getGlobal", CD_boolean, VALUES, CD_int, CD_int, UPVALUES, STR);
      }
      case FastCode.SETTABUP_S -> {
        out.aload(K).aload(UP);
        constant(Opcodes.b(i));
        step(FIELDS, "setGlobal", CD_boolean, VALUES, CD_int, CD_int, VALUES, UPVALUES, STR);
      }
      case FastCode.GETTABLE_S -> {
        constant(Opcodes.c(i));
        step(FIELDS, "getField", CD_boolean, VALUES, CD_int, CD_int, STR);
      }
      case FastCode.SETTABLE_S -> {
        out.aload(K);
        constant(Opcodes.b(i));
        step(FIELDS, "setField", CD_boolean, VALUES, CD_int, CD_int, VALUES, STR);
      }
      case Opcodes.SELF -> {
        constant(Opcodes.c(i));
        step(FIELDS, "self", CD_boolean, MACHINE, VALUES, CD_int, CD_int, STR);
      }
      default -> {
        out.aload(K);
        String name = op == Opcodes.GETTABLE ? "getItem" : "setItem";
        step(FIELDS, name, CD_boolean, VALUES, CD_int, CD_int, VALUES);
      }
    }
    orSlow(pc);
  }

  private void control(int pc, int i) {
    switch (i & 63) {
      case Opcodes.JMP -> jump(pc, i);
      case FastCode.JMP_BACK -> {
        charge(pc, i);
        jump(pc, i);
      }
      case Opcodes.TEST -> {
        test(Opcodes.a(i));
        branch(pc, Opcodes.c(i) != 0);
      }
      case Opcodes.TESTSET -> {
        test(Opcodes.b(i));
        jumpUnless(Opcodes.c(i) != 0, starts[pc + 2]);
        simple("move", i);
      }
      case Opcodes.CALL -> call(pc, i);
      case FastCode.RETURN_0, FastCode.RETURN_1 -> {
        out.aload(CO).aload(F);
        values(i).loadConstant(pc + 1);
        step(STEPS, "leave", CD_int, COROUTINE, FRAME, VALUES, CD_int, CD_int, CD_int);
        out.ireturn();
      }
      case Opcodes.FORPREP -> {
        values(i);
        step(STEPS, "prepareLoop", CD_boolean, VALUES, CD_int, CD_int);
        orSlow(pc);
        jump(pc, i);
      }
      case Opcodes.FORLOOP -> loop("loops", "advance", pc, i);
      case Opcodes.TFORLOOP -> loop("hasNext", "takeNext", pc, i);
      case Opcodes.TFORCALL -> inFull("slow", pc);
      case FastCode.SLOW, Opcodes.GETTABUP, Opcodes.SETTABUP, FastCode.JMP_CLOSE -> other(pc, i);
      default -> throw new IllegalStateException("no step for " + (i & 63));
    }
  }

  /// What the opcode loop leaves to others.
  private void other(int pc, int i) {
    int original = proto.code[pc];
    switch (Opcodes.op(original)) {
      case Opcodes.NEWTABLE -> object("newTable", pc, i);
      case Opcodes.CLOSURE -> object("newClosure", pc, i);
      case Opcodes.TAILCALL -> {
        out.aload(CO).aload(F).loadConstant(pc + 1);
        step(STEPS, "tailCall", CD_int, COROUTINE, FRAME, CD_int);
        // A native's results come back to the RETURN behind this.
        out.istore(RESULT).iload(RESULT).ifne(end);
        readStack();
      }
      case Opcodes.RETURN -> {
        out.aload(CO).aload(F).iload(BASE).loadConstant(i).loadConstant(pc + 1);
        step(STEPS, "leaveAny", CD_int, COROUTINE, FRAME, CD_int, CD_int, CD_int);
        out.ireturn();
      }
      case Opcodes.JMP -> {
        inFull("full", pc);
        jump(pc, i);
      }
      case Opcodes.EQ, Opcodes.LT, Opcodes.LE, Opcodes.LOADBOOL -> toSlow(pc);
      default -> inFull("full", pc);
    }
  }

  // ---- pieces ------------------------------------------------------------------------------

  private CodeBuilder values(int i) {
    return out.aload(S).iload(BASE).loadConstant(i);
  }

  private void simple(String name, int i) {
    values(i);
    step(STEPS, name, CD_void, VALUES, CD_int, CD_int);
  }

  private void load(int i) {
    values(i).aload(K).loadConstant(Opcodes.bx(i)).aaload();
    step(STEPS, "load", CD_void, VALUES, CD_int, CD_int, VALUE);
  }

  private void upvalue(String name, int i) {
    values(i).aload(UP);
    step(STEPS, name, CD_void, VALUES, CD_int, CD_int, UPVALUES);
  }

  private void operation(String name, int pc, int i) {
    values(i);
    step(OPERATORS, name, CD_boolean, VALUES, CD_int, CD_int);
    orSlow(pc);
  }

  private void operation(String name, int pc, int i, int constant) {
    if (number(constant) instanceof Num n) {
      values(i).loadConstant(n.v);
      step(OPERATORS, name, CD_boolean, VALUES, CD_int, CD_int, CD_double);
      orSlow(pc);
    } else {
      inFull("full", pc);
    }
  }

  private LuaValue number(int constant) {
    return proto.constants[constant & 255];
  }

  /// A string constant, which HotSpot then knows.
  private void constant(int field) {
    out.loadConstant(DynamicConstantDesc.ofNamed(BSM_CLASS_DATA_AT, "_", STR, field & 255));
  }

  private void object(String name, int pc, int i) {
    out.aload(CO).aload(F);
    values(i).loadConstant(pc + 1);
    step(STEPS, name, CD_boolean, COROUTINE, FRAME, VALUES, CD_int, CD_int, CD_int);
    Label done = out.newLabel();
    out.ifne(done);
    out.loadConstant(Driver.GO).ireturn();
    out.labelBinding(done);
  }

  /// Executes an instruction in full and goes on behind it.
  private void inFull(String name, int pc) {
    out.aload(CO).aload(F).loadConstant(pc + 1);
    step(STEPS, name, CD_int, COROUTINE, FRAME, CD_int);
    out.istore(RESULT).iload(RESULT).ifne(end);
    readStack();
  }

  /// After a step that said whether it could be done.
  private void orSlow(int pc) {
    Label done = out.newLabel();
    out.ifne(done);
    toSlow(pc);
    out.labelBinding(done);
  }

  private void toSlow(int pc) {
    out.loadConstant(pc + 1).istore(PC).goto_(slow);
  }

  private void charge(int pc, int i) {
    out.aload(MACHINE_AT).loadConstant(Opcodes.sbx(i));
    step(STEPS, "charge", CD_boolean, MACHINE, CD_int);
    orSlow(pc);
  }

  private void jump(int pc, int i) {
    out.goto_(starts[pc + 1 + Opcodes.sbx(i)]);
  }

  /// The end of a loop: asks, charges, steps on and jumps.
  private void loop(String goesOn, String next, int pc, int i) {
    values(i);
    step(STEPS, goesOn, CD_boolean, VALUES, CD_int, CD_int);
    out.ifeq(starts[pc + 1]);
    charge(pc, i);
    simple(next, i);
    jump(pc, i);
  }

  // ---- comparisons -------------------------------------------------------------------------

  private void equalToConstant(int pc, int i) {
    if (number(Opcodes.c(i)) instanceof Num n) {
      values(i).loadConstant(n.v);
      step(OPERATORS, "equalToNumber", CD_boolean, VALUES, CD_int, CD_int, CD_double);
    } else {
      out.aload(CO);
      values(i).aload(K).loadConstant(Opcodes.c(i) & 255).aaload();
      step(OPERATORS, "equalToConstant", CD_boolean, COROUTINE, VALUES, CD_int, CD_int, VALUE);
    }
    branch(pc, Opcodes.a(i) != 0);
  }

  private void test(int register) {
    out.aload(S).iload(BASE).loadConstant(register);
    step(OPERATORS, "isTrue", CD_boolean, VALUES, CD_int, CD_int);
  }

  private void comparison(int pc, int i) {
    int op = i & 63;
    if (op == Opcodes.EQ) {
      out.aload(CO);
      values(i);
      step(OPERATORS, "equal", CD_int, COROUTINE, VALUES, CD_int, CD_int);
    } else {
      values(i);
      String name = op == Opcodes.LT ? "lessThan" : "lessOrEqual";
      step(OPERATORS, name, CD_int, VALUES, CD_int, CD_int);
    }
    decide(pc, i);
  }

  private void comparison(String name, int pc, int i, int constant) {
    if (number(constant) instanceof Num n) {
      values(i).loadConstant(n.v);
      step(OPERATORS, name, CD_int, VALUES, CD_int, CD_int, CD_double);
      decide(pc, i);
    } else {
      toSlow(pc);
    }
  }

  /// After a step that answered 1, 0 or "slow".
  private void decide(int pc, int i) {
    Label done = out.newLabel();
    out.istore(RESULT).iload(RESULT).ifge(done);
    toSlow(pc);
    out.labelBinding(done);
    out.iload(RESULT);
    branch(pc, Opcodes.a(i) != 0);
  }

  /// A comparison skips the jump behind it unless the answer is the wanted one.
  private void branch(int pc, boolean wanted) {
    int next = code[pc + 1];
    boolean isPlainJump = (next & 63) == Opcodes.JMP;
    jumpUnless(wanted, starts[pc + 2]);
    out.goto_(isPlainJump ? starts[pc + 2 + Opcodes.sbx(next)] : starts[pc + 1]);
  }

  private void jumpUnless(boolean wanted, Label target) {
    if (wanted) {
      out.ifeq(target);
    } else {
      out.ifne(target);
    }
  }

  // ---- calls -------------------------------------------------------------------------------

  private void call(int pc, int i) {
    Label simple = out.newLabel();
    Label done = out.newLabel();
    out.aload(CO).aload(F);
    values(i).loadConstant(pc + 1);
    step(STEPS, "enter", FUNCTION, COROUTINE, FRAME, VALUES, CD_int, CD_int, CD_int);
    out.dup().ifnonnull(simple);
    out.pop().aload(CO).aload(F);
    values(i).loadConstant(pc + 1);
    step(STEPS, "call", CD_int, COROUTINE, FRAME, VALUES, CD_int, CD_int, CD_int);
    out.istore(RESULT).iload(RESULT).ifne(end);
    out.goto_(done);
    out.labelBinding(simple);
    out.aload(CO).aload(F).getfield(FRAME, "next", FRAME).invokevirtual(FUNCTION, "run", RUN);
    out.istore(RESULT).iload(RESULT).iconst_1().if_icmpeq(done);
    out.aload(CO).aload(F).getfield(FRAME, "next", FRAME).iload(RESULT);
    step(STEPS, "afterCall", CD_int, COROUTINE, FRAME, CD_int);
    out.istore(RESULT).iload(RESULT).ifne(end);
    out.labelBinding(done);
    readStack();
  }
}
