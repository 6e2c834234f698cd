package netarium.engine.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The names a function sees: its locals, in order, and the upvalues it has captured.
///
/// Names are numbers handed out by [Scopes]. Declared locals become visible with [#activate].
/// Invariant: `active ≤ declared`.
final class FunctionScope {
  private final @Nullable FunctionScope outer;
  private final int line;
  private boolean vararg;
  private int[] locals = new int[8];
  private int declared;
  private int active;
  private int registered;
  private int[] upvalues = new int[8];
  private int upvalueCount;
  private int temporaries;
  private @Nullable BlockScope block;
  private int problemsBefore;

  /// `line` is where the function was defined, 0 for a chunk.
  FunctionScope(@Nullable FunctionScope outer, int line, boolean vararg) {
    this.outer = outer;
    this.line = line;
    this.vararg = vararg;
  }

  @Nullable FunctionScope outer() {
    return outer;
  }

  int line() {
    return line;
  }

  boolean isVararg() {
    return vararg;
  }

  /// How many problems were known when a recovering parse came to this function.
  int problemsBefore() {
    return problemsBefore;
  }

  void problemsBefore(int count) {
    problemsBefore = count;
  }

  void becomeVararg() {
    vararg = true;
  }

  int active() {
    return active;
  }

  int declared() {
    return declared;
  }

  /// How many locals were declared in all, alive or not.
  int registered() {
    return registered;
  }

  int upvalueCount() {
    return upvalueCount;
  }

  /// Values surely held in registers besides the locals; never more than the compiler needs.
  int temporaries() {
    return temporaries;
  }

  void holdTemporaries(int count) {
    temporaries = count;
  }

  @Nullable BlockScope blockOrNull() {
    return block;
  }

  BlockScope block() {
    if (block == null) {
      throw new IllegalStateException("a function being parsed has an open block");
    }
    return block;
  }

  void enter(@Nullable BlockScope inner) {
    block = inner;
  }

  void declare(int name) {
    if (declared == locals.length) {
      locals = Arrays.copyOf(locals, declared * 2);
    }
    locals[declared++] = name;
    registered++;
  }

  void activate(int count) {
    active += count;
  }

  void removeDownTo(int level) {
    declared -= active - level;
    active = level;
  }

  int local(int index) {
    return locals[index];
  }

  int findLocal(int name) {
    for (int i = active - 1; i >= 0; i--) {
      if (locals[i] == name) {
        return i;
      }
    }
    return -1;
  }

  int findUpvalue(int name) {
    for (int i = 0; i < upvalueCount; i++) {
      if (upvalues[i] == name) {
        return i;
      }
    }
    return -1;
  }

  void addUpvalue(int name) {
    if (upvalueCount == upvalues.length) {
      upvalues = Arrays.copyOf(upvalues, upvalueCount * 2);
    }
    upvalues[upvalueCount++] = name;
  }
}
