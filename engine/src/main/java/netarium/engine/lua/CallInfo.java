package netarium.engine.lua;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about the active calls of a coroutine, answered as C Lua's `ldebug.c` and `lauxlib.c`
/// answer them: names, positions, tracebacks.
///
/// Level 0 is the running function. A native without a frame of its own is a level like any other.
public final class CallInfo {
  private static final int FIRST_LEVELS = 12;
  private static final int LAST_LEVELS = 10;
  private static final Str LINE_END = Str.constant("\n");

  /// How a function was called: `what` is `global`, `local`, `method`, `field`, `upvalue`,
  /// `constant`, `metamethod`, `for iterator` or empty.
  public record Name(String what, String text) {
    static final Name UNKNOWN = new Name("", "?");
  }

  /// One active call; the frame is null for a native without one.
  public record Level(@Nullable Frame frame, Frame caller, @Nullable Native body) {
    /// The Lua function, if it is one.
    public @Nullable Closure closure() {
      return frame == null ? null : frame.closure;
    }

    /// The function called, as a value.
    public LuaValue function() {
      Closure c = closure();
      if (c != null) {
        return c;
      }
      return body != null ? body : Nil.NIL;
    }

    /// The line being executed, or -1.
    public int currentLine() {
      Closure c = closure();
      return c == null || frame == null ? -1 : c.proto.line(frame.pc - 1);
    }

    /// Whether frames were lost here to a tail call.
    public boolean isTailCall() {
      return frame != null && frame.isTailCall;
    }

    String shortSource() {
      Closure c = closure();
      return c == null ? "[C]" : c.proto.shortSource;
    }
  }

  private CallInfo() {}

  /// The call at a level, or null beyond the first one.
  public static @Nullable Level level(Coroutine co, int level) {
    int left = level;
    co.machine.chargeMoves(level);
    if (co.pending != null) {
      if (left-- == 0) {
        return new Level(null, pendingCaller(co), co.pending);
      }
    }
    for (Frame f = co.frame; f != co.root && f.prev != null; f = f.prev) {
      if (!isHidden(f) && left-- == 0) {
        return new Level(f, callerOf(f), f.body);
      }
    }
    return null;
  }

  /// The frame between a failed function and its message handler is no call of its own.
  static boolean isHidden(Frame f) {
    return f.body instanceof ProtectedCalls.HandlerCall
        || f.body instanceof Hooks.HookCall
        || f.body instanceof Finalizers.Runner;
  }

  private static Frame pendingCaller(Coroutine co) {
    return shown(co.frame);
  }

  private static Frame callerOf(Frame f) {
    return shown(Driver.below(f));
  }

  private static Frame shown(Frame frame) {
    Frame f = frame;
    while (isHidden(f)) {
      f = Driver.below(f);
    }
    return f;
  }

  private static List<Level> levels(Coroutine co) {
    List<Level> all = new ArrayList<>();
    co.machine.chargeMoves(co.depth());
    if (co.pending != null) {
      all.add(new Level(null, pendingCaller(co), co.pending));
    }
    for (Frame f = co.frame; f != co.root && f.prev != null; f = f.prev) {
      if (!isHidden(f)) {
        all.add(new Level(f, callerOf(f), f.body));
      }
    }
    return all;
  }

  /// `chunk:line: ` of the function at a level, or nothing for natives.
  public static String where(Coroutine co, int level) {
    Level at = level(co, level);
    if (at == null || at.currentLine() <= 0) {
      return "";
    }
    return at.shortSource() + ":" + at.currentLine() + ": ";
  }

  /// How the function at a level was called; null if the call site does not tell.
  public static @Nullable Name name(Level level) {
    Frame caller = level.caller();
    Closure c = caller.closure;
    if (level.isTailCall() || c == null) {
      return null;
    }
    return VariableNames.calledFunction(c.proto, caller.pc - 1);
  }

  /// The running function's name for argument errors: from the call site, else from the table of
  /// loaded modules, else `?`.
  public static Name runningFunctionName(Coroutine co) {
    Level level = level(co, 0);
    if (level == null) {
      return Name.UNKNOWN;
    }
    Name name = name(level);
    if (name != null) {
      return name;
    }
    String global = loadedName(co.machine, level.function());
    return global == null ? Name.UNKNOWN : new Name("", global);
  }

  /// `bad argument #i to 'name' (detail)`, positioned at the caller, as `luaL_argerror` makes it.
  /// To be thrown.
  public static LuaError argumentError(Coroutine co, int i, String detail) {
    Name name = runningFunctionName(co);
    int number = i;
    if (name.what().equals("method")) {
      number--;
      if (number == 0) {
        return co.error("calling '" + name.text() + "' on bad self (" + detail + ")", 1);
      }
    }
    String text = "bad argument #" + number + " to '" + name.text() + "' (" + detail + ")";
    return co.error(text, 1);
  }

  /// `require("lua.net")` gives the same table as the global `net`, and that is its shorter name.
  private static String globalName(String module) {
    return module.startsWith("lua.") ? module.substring("lua.".length()) : module;
  }

  /// The name under which a loaded module offers a function: `string.rep`. Globals are shown
  /// without `_G.`, which C Lua does or not by the luck of its hash seed.
  static @Nullable String loadedName(LuaMachine machine, LuaValue function) {
    Table loaded = machine.loaded;
    machine.chargeMoves(machine.globals.slots() + loaded.slots());
    for (int at = loaded.nextPosition(0); at >= 0; at = loaded.nextPosition(at + 1)) {
      if (loaded.keyAt(at) instanceof Str module) {
        LuaValue content = loaded.valueAtPosition(at);
        if (content.rawEquals(function)) {
          return module.toString();
        }
        if (content instanceof Table t) {
          String field = fieldHolding(t, function);
          if (field != null) {
            return t == machine.globals ? field : globalName(module.toString()) + "." + field;
          }
        }
      }
    }
    return null;
  }

  private static @Nullable String fieldHolding(Table t, LuaValue function) {
    for (int at = t.nextPosition(0); at >= 0; at = t.nextPosition(at + 1)) {
      if (t.keyAt(at) instanceof Str field && t.valueAtPosition(at).rawEquals(function)) {
        return field.toString();
      }
    }
    return null;
  }

  /// `luaL_traceback`: the message, if any, and the calls from a level on.
  public static Str traceback(Coroutine co, @Nullable Str message, int fromLevel) {
    Str calls = Str.of(calls(co, fromLevel, 0));
    return message == null ? calls : join(message, calls);
  }

  /// What a message handler written in C would say: the calls from where the error was raised.
  static Str uncaught(Coroutine co, Str message) {
    return join(message, Str.of(calls(co, 0, 1)));
  }

  private static Str join(Str message, Str calls) {
    return Str.concat(message.beforeNul(), Str.concat(LINE_END, calls));
  }

  /// With many calls those in the middle are left out. `unseen` ones that are not there count as
  /// the first, and so does the host below a task at the end; C Lua counts one too few.
  private static String calls(Coroutine co, int fromLevel, int unseen) {
    List<Level> all = levels(co);
    StringBuilder out = new StringBuilder("stack traceback:");
    boolean lacksHost = co.isTask() && !co.machine.hasHost();
    int counted = all.size() - (lacksHost ? 0 : 1);
    boolean isLong = counted + unseen > FIRST_LEVELS + LAST_LEVELS;
    int mark = isLong ? FIRST_LEVELS - unseen : 0;
    int next = fromLevel;
    while (next < all.size()) {
      Level level = all.get(next++);
      if (next == mark) {
        out.append("\n\t...");
        next = counted - LAST_LEVELS;
        continue;
      }
      out.append("\n\t").append(level.shortSource()).append(':');
      if (level.currentLine() > 0) {
        out.append(level.currentLine()).append(':');
      }
      out.append(" in ").append(description(co, level));
      if (level.isTailCall()) {
        out.append("\n\t(...tail calls...)");
      }
    }
    return out.toString();
  }

  private static String description(Coroutine co, Level level) {
    Name name = name(level);
    if (name != null) {
      return "function '" + name.text() + "'";
    }
    Closure c = level.closure();
    if (c == null) {
      String global = loadedName(co.machine, level.function());
      return global == null ? "?" : "function '" + global + "'";
    }
    if (c.proto.isMain()) {
      return "main chunk";
    }
    return "function <" + c.proto.shortSource + ":" + c.proto.lineDefined + ">";
  }
}
