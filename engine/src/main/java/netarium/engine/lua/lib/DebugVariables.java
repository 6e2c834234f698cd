package netarium.engine.lua.lib;

import netarium.engine.lua.CallInfo;
import netarium.engine.lua.Closure;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.DebugAccess;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Userdata;

/// The functions of `debug` that read and write variables: locals, captured ones, user values.
final class DebugVariables {
  private DebugVariables() {}

  private static CallInfo.Level level(Coroutine co, Coroutine subject, int func, int n, int i) {
    int number = Args.checkInt(co, func, n, i);
    CallInfo.Level level = number < 0 ? null : CallInfo.level(subject, number);
    if (level == null) {
      throw Args.argError(co, i, "level out of range");
    }
    return level;
  }

  static int getLocal(Coroutine co, int func, int n) {
    boolean isOther = co.arg(func, n, 1) instanceof Coroutine;
    Coroutine subject = co.arg(func, n, 1) instanceof Coroutine other ? other : co;
    int first = isOther ? 2 : 1;
    int number = Args.checkInt(co, func, n, first + 1);
    if (co.arg(func, n, first) instanceof LuaFunction f) {
      String name = f instanceof Closure c ? c.proto.localName(number - 1, 0) : null;
      return co.returns(func, name == null || number < 1 ? Nil.NIL : Str.of(name));
    }
    CallInfo.Level level = level(co, subject, func, n, first);
    DebugAccess.Variable v = DebugAccess.variable(subject, level, number);
    return v == null
        ? co.returns(func, Nil.NIL)
        : co.returns(func, Str.of(v.name()), v.value(subject));
  }

  static int setLocal(Coroutine co, int func, int n) {
    boolean isOther = co.arg(func, n, 1) instanceof Coroutine;
    Coroutine subject = co.arg(func, n, 1) instanceof Coroutine other ? other : co;
    int first = isOther ? 2 : 1;
    CallInfo.Level level = level(co, subject, func, n, first);
    LuaValue value = Args.checkAny(co, func, n, first + 2);
    int number = Args.checkInt(co, func, n, first + 1);
    DebugAccess.Variable v = DebugAccess.variable(subject, level, number);
    if (v == null || !v.mayBecome(value, level)) {
      return co.returns(func, Nil.NIL);
    }
    subject.stack[v.slot()] = value;
    return co.returns(func, Str.of(v.name()));
  }

  private static LuaFunction function(Coroutine co, int func, int n, int i) {
    if (Args.checkType(co, func, n, i, "function") instanceof LuaFunction f) {
      return f;
    }
    throw Args.typeError(co, func, n, i, "function");
  }

  static int getUpvalue(Coroutine co, int func, int n) {
    int number = Args.checkInt(co, func, n, 2);
    LuaFunction f = function(co, func, n, 1);
    if (number < 1 || number > DebugAccess.captureCount(f)) {
      return co.returns();
    }
    Str name = Str.of(DebugAccess.captureName(f, number));
    return co.returns(func, name, DebugAccess.capture(f, number));
  }

  /// Those of natives cannot be set: C Lua's own functions rely on that nobody does.
  static int setUpvalue(Coroutine co, int func, int n) {
    LuaValue value = Args.checkAny(co, func, n, 3);
    int number = Args.checkInt(co, func, n, 2);
    LuaFunction f = function(co, func, n, 1);
    if (number < 1 || number > DebugAccess.captureCount(f) || !(f instanceof Closure c)) {
      return co.returns();
    }
    DebugAccess.setCapture(c, number, value);
    return co.returns(func, Str.of(DebugAccess.captureName(f, number)));
  }

  private static int captureNumber(Coroutine co, int func, int n, int functionArgument) {
    int number = Args.checkInt(co, func, n, functionArgument + 1);
    LuaFunction f = function(co, func, n, functionArgument);
    boolean exists = number >= 1 && number <= DebugAccess.captureCount(f);
    Args.check(co, exists, functionArgument + 1, "invalid upvalue index");
    return number;
  }

  static int upvalueId(Coroutine co, int func, int n) {
    int number = captureNumber(co, func, n, 1);
    return co.returns(func, DebugAccess.captureId(co, function(co, func, n, 1), number));
  }

  private static Closure closure(Coroutine co, int func, int n, int i) {
    if (co.arg(func, n, i) instanceof Closure c) {
      return c;
    }
    throw Args.argError(co, i, "Lua function expected");
  }

  static int upvalueJoin(Coroutine co, int func, int n) {
    int number = captureNumber(co, func, n, 1);
    int other = captureNumber(co, func, n, 3);
    Closure target = closure(co, func, n, 1);
    DebugAccess.join(target, number, closure(co, func, n, 3), other);
    return co.returns();
  }

  static int getUserValue(Coroutine co, int func, int n) {
    return co.returns(func, co.arg(func, n, 1) instanceof Userdata u ? u.userValue : Nil.NIL);
  }

  static int setUserValue(Coroutine co, int func, int n) {
    if (!(co.arg(func, n, 1) instanceof Userdata u)) {
      throw Args.typeError(co, func, n, 1, "userdata");
    }
    if (!Args.isNoneOrNil(co, func, n, 2)) {
      Args.checkTable(co, func, n, 2);
    }
    u.userValue = co.arg(func, n, 2);
    return co.returns(func, u);
  }

  // ---- hooks -------------------------------------------------------------------------------

  static int setHook(Coroutine co, int func, int n) {
    boolean isOther = co.arg(func, n, 1) instanceof Coroutine;
    Coroutine subject = co.arg(func, n, 1) instanceof Coroutine other ? other : co;
    int first = isOther ? 2 : 1;
    if (Args.isNoneOrNil(co, func, n, first)) {
      return DebugAccess.setHook(co, subject, Nil.NIL, "", 0);
    }
    String mask = Args.checkStr(co, func, n, first + 1).toString();
    LuaFunction hook = function(co, func, n, first);
    int count = Args.optInt(co, func, n, first + 2, 0);
    return DebugAccess.setHook(co, subject, hook, mask, count);
  }

  static int getHook(Coroutine co, int func, int n) {
    Coroutine subject = co.arg(func, n, 1) instanceof Coroutine other ? other : co;
    return co.returns(
        func,
        DebugAccess.hook(subject),
        Str.of(DebugAccess.hookMask(subject)),
        new Num(DebugAccess.hookCount(subject)));
  }
}
