package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// Errors about operands, with the name of the variable that held the culprit.
final class Names {
  /// An operand that stands in no register.
  static final int NONE = -1;

  private Names() {}

  /// The operand code of a captured variable; registers are their own code.
  static int upvalue(int index) {
    return -2 - index;
  }

  /// The operand code of an RK field: constants have no name.
  static int rk(int field) {
    return field >= Opcodes.CONSTANT_BIT ? NONE : field;
  }

  /// `attempt to index local 'x' (a nil value)`; to be thrown.
  static LuaError typeError(Coroutine co, LuaValue culprit, int operand, String attempt) {
    CallInfo.Name name = name(co, operand);
    String type = culprit.typeName();
    String what =
        name == null
            ? "a " + type + " value"
            : name.what() + " '" + name.text() + "' (a " + type + " value)";
    return co.runtimeError("attempt to " + attempt + " " + what);
  }

  private static CallInfo.@Nullable Name name(Coroutine co, int operand) {
    Frame f = co.frame;
    Closure c = f.closure;
    if (operand == NONE || c == null || co.pending != null) {
      return null;
    }
    return operand < NONE
        ? VariableNames.ofUpvalue(c.proto, -2 - operand)
        : VariableNames.ofRegister(c.proto, f.pc - 1, operand);
  }

  /// `attempt to compare two nil values`; to be thrown.
  static LuaError orderError(Coroutine co, LuaValue left, LuaValue right) {
    String l = left.typeName();
    String r = right.typeName();
    return co.runtimeError(
        l.equals(r)
            ? "attempt to compare two " + l + " values"
            : "attempt to compare " + l + " with " + r);
  }
}
