package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// What `debug` may see and change of running functions: variables, captured variables, hooks.
public final class DebugAccess {
  private static final String TEMPORARY = "(*temporary)";
  private static final String VARARG = "(*vararg)";

  private DebugAccess() {}

  /// A variable of an active call: its name and its place on the stack.
  public record Variable(String name, int slot) {
    /// What it holds; nil where nothing was ever written.
    public LuaValue value(Coroutine subject) {
      @Nullable LuaValue value = subject.stack[slot];
      return value == null ? Nil.NIL : value;
    }

    /// Whether it may be set to this. What natives and instructions keep for themselves may not: C
    /// Lua would read a table as a number there, and so end.
    public boolean mayBecome(LuaValue value, CallInfo.Level level) {
      if (level.closure() == null || name.equals(TEMPORARY)) {
        return false;
      }
      return !name.startsWith("(for ") || value instanceof Num;
    }
  }

  /// Variable `n` of the call at a level: locals and temporaries from 1 on, extra arguments from -1
  /// downwards; null if there is none.
  public static @Nullable Variable variable(Coroutine co, CallInfo.Level level, int n) {
    Frame f = level.frame();
    Closure c = level.closure();
    if (f == null) {
      return temporary(co.pendingFunc + 1, co.pendingFunc + 1 + co.pendingCount, n);
    }
    if (c == null) {
      return temporary(f.func + 1, limit(co, f), n);
    }
    if (n < 0) {
      int extra = f.argumentCount - c.proto.parameters;
      return c.proto.isVararg && n >= -extra
          ? new Variable(VARARG, f.func + c.proto.parameters - n)
          : null;
    }
    String name = n == 0 ? null : c.proto.localName(n - 1, f.pc - 1);
    return name != null ? new Variable(name, f.base + n - 1) : temporary(f.base, limit(co, f), n);
  }

  private static @Nullable Variable temporary(int base, int limit, int n) {
    return n > 0 && n <= limit - base ? new Variable(TEMPORARY, base + n - 1) : null;
  }

  /// The first slot that belongs to what a frame calls.
  private static int limit(Coroutine co, Frame f) {
    Frame above = f.next;
    if (f != co.frame && above != null) {
      return above.func;
    }
    return co.pending != null ? co.pendingFunc : co.usedSlots();
  }

  // ---- captured variables ------------------------------------------------------------------

  /// How many variables a function captured.
  public static int captureCount(LuaFunction function) {
    return switch (function) {
      case Closure c -> c.upvalues.length;
      case Native n -> n.captured().length;
    };
  }

  /// The name of captured variable `n`, from 1; those of natives have an empty one.
  public static String captureName(LuaFunction function, int n) {
    return function instanceof Closure c ? c.proto.upvalues[n - 1].name() : "";
  }

  /// The value of captured variable `n`.
  public static LuaValue capture(LuaFunction function, int n) {
    return switch (function) {
      case Closure c -> Execution.get(c, n - 1);
      case Native body -> body.captured()[n - 1];
    };
  }

  /// Sets captured variable `n` of a Lua function.
  public static void setCapture(Closure function, int n, LuaValue value) {
    UpVal u = function.upvalues[n - 1];
    u.slots[u.index] = value;
  }

  /// A value that is equal for captured variables that are one and the same.
  public static LuaValue captureId(Coroutine co, LuaFunction function, int n) {
    Object identity = function instanceof Closure c ? c.upvalues[n - 1] : function;
    return Userdata.light(co.machine, identity);
  }

  /// Lets captured variable `n` of one function be captured variable `m` of another.
  public static void join(Closure function, int n, Closure other, int m) {
    function.upvalues[n - 1] = other.upvalues[m - 1];
  }

  // ---- hooks -------------------------------------------------------------------------------

  /// Sets the hook of a coroutine for the events in `mask`, letters as in `debug.sethook`; count 0
  /// means no count events. To be returned by the native that does it: setting the hook of the
  /// running coroutine begins with the return of that native.
  public static int setHook(
      Coroutine co, Coroutine target, LuaValue function, String mask, int count) {
    int events = count > 0 ? Hooks.COUNT : 0;
    events |= mask.indexOf('c') >= 0 ? Hooks.CALL : 0;
    events |= mask.indexOf('r') >= 0 ? Hooks.RETURN : 0;
    events |= mask.indexOf('l') >= 0 ? Hooks.LINE : 0;
    Hooks hooks = target.hooks;
    boolean isSet = events != 0 && !function.isNil();
    if (hooks == null) {
      if (!isSet) {
        return 0;
      }
      hooks = new Hooks();
      target.hooks = hooks;
    }
    hooks.set(isSet ? function : Nil.NIL, isSet ? events : 0, Math.max(0, count));
    Native body = co.pending;
    if (target != co || body == null) {
      return 0;
    }
    co.machine.switchAction = Driver.leaveNative(co, body, 0);
    return Native.SWITCH;
  }

  /// The hook of a coroutine, or nil.
  public static LuaValue hook(Coroutine co) {
    return co.hooks == null ? Nil.NIL : co.hooks.function;
  }

  /// Its events, as letters.
  public static String hookMask(Coroutine co) {
    int mask = co.hooks == null ? 0 : co.hooks.mask;
    return ((mask & Hooks.CALL) != 0 ? "c" : "")
        + ((mask & Hooks.RETURN) != 0 ? "r" : "")
        + ((mask & Hooks.LINE) != 0 ? "l" : "");
  }

  /// After how many instructions it hears of them, or 0.
  public static int hookCount(Coroutine co) {
    return co.hooks == null ? 0 : co.hooks.countBase;
  }
}
