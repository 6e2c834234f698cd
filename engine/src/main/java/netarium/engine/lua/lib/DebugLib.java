package netarium.engine.lua.lib;

import netarium.engine.lua.CallInfo;
import netarium.engine.lua.Closure;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.DebugAccess;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Proto;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import org.jspecify.annotations.Nullable;

/// `debug.*`: tracebacks, what is known about a function, metatables of any type; variables and
/// hooks are in [DebugVariables]. There is no `getregistry`: the registry holds what natives rely
/// on.
public final class DebugLib {
  private static final Library DEBUG =
      Library.of(
          "debug",
          function("traceback", DebugLib::traceback),
          function("getinfo", DebugLib::info),
          function("getmetatable", DebugLib::getMetatable),
          function("setmetatable", DebugLib::setMetatable),
          function("sethook", DebugVariables::setHook),
          function("gethook", DebugVariables::getHook),
          function("getlocal", DebugVariables::getLocal),
          function("setlocal", DebugVariables::setLocal),
          function("getupvalue", DebugVariables::getUpvalue),
          function("setupvalue", DebugVariables::setUpvalue),
          function("upvalueid", DebugVariables::upvalueId),
          function("upvaluejoin", DebugVariables::upvalueJoin),
          function("getuservalue", DebugVariables::getUserValue),
          function("setuservalue", DebugVariables::setUserValue));

  private DebugLib() {}

  /// Adds the table `debug`.
  public static void install(LuaMachine machine) {
    DEBUG.install(machine);
  }

  private static Library.Entry function(String name, Native.Body body) {
    return Library.function("debug", name, body);
  }

  private static int traceback(Coroutine co, int func, int n) {
    boolean isOther = co.arg(func, n, 1) instanceof Coroutine;
    int first = isOther ? 2 : 1;
    Coroutine subject = co.arg(func, n, 1) instanceof Coroutine other ? other : co;
    LuaValue message = co.arg(func, n, first);
    if (!(message instanceof Str) && !(message instanceof Num) && !message.isNil()) {
      return co.returns(func, message);
    }
    int level = Args.optInt(co, func, n, first + 1, subject == co ? 1 : 0);
    Str text = message.isNil() ? null : co.machine.text(message);
    Str traced = CallInfo.traceback(subject, text, Math.max(0, level));
    return co.returns(func, co.machine.charged(traced));
  }

  private static int getMetatable(Coroutine co, int func, int n) {
    Table t = co.machine.metatable(Args.checkAny(co, func, n, 1));
    return co.returns(func, t == null ? Nil.NIL : t);
  }

  private static int setMetatable(Coroutine co, int func, int n) {
    LuaValue meta = co.arg(func, n, 2);
    Args.check(co, meta.isNil() || meta instanceof Table, 2, "nil or table expected");
    LuaValue v = co.arg(func, n, 1);
    co.machine.setMetatable(v, meta instanceof Table m ? m : null);
    return co.returns(func, v);
  }

  private static int info(Coroutine co, int func, int n) {
    Coroutine subject = co.arg(func, n, 1) instanceof Coroutine other ? other : co;
    int first = co.arg(func, n, 1) instanceof Coroutine ? 2 : 1;
    String what = Args.optStr(co, func, n, first + 1, Str.constant("flnStu")).toString();
    LuaValue v = co.arg(func, n, first);
    CallInfo.Level level = null;
    LuaValue function;
    if (v instanceof Num x) {
      level = x.v >= 0 ? CallInfo.level(subject, (int) x.v) : null;
      if (level == null) {
        return co.returns(func, Nil.NIL);
      }
      function = level.function();
    } else if (v.typeName().equals("function")) {
      function = v;
    } else {
      throw Args.argError(co, first, "function or level expected");
    }
    for (int i = 0; i < what.length(); i++) {
      Args.check(co, "SlnrutLf".indexOf(what.charAt(i)) >= 0, first + 1, "invalid option");
    }
    Table t = new Table(co.machine, 0, 12);
    describe(co, t, what, function, level);
    return co.returns(func, t);
  }

  private static void describe(
      Coroutine co, Table t, String what, LuaValue function, CallInfo.@Nullable Level level) {
    Proto p = function instanceof Closure c ? c.proto : null;
    if (what.indexOf('S') >= 0) {
      t.set("source", Str.of(p == null ? "=[C]" : p.chunkName));
      t.set("short_src", Str.of(p == null ? "[C]" : p.shortSource));
      t.set("linedefined", new Num(p == null ? -1 : p.lineDefined));
      t.set("lastlinedefined", new Num(p == null ? -1 : p.lastLineDefined));
      t.set("what", Str.of(p == null ? "C" : p.isMain() ? "main" : "Lua"));
    }
    if (what.indexOf('l') >= 0) {
      t.set("currentline", new Num(level == null ? -1 : level.currentLine()));
    }
    if (what.indexOf('u') >= 0) {
      t.set("nups", new Num(function instanceof LuaFunction f ? DebugAccess.captureCount(f) : 0));
      t.set("nparams", new Num(p == null ? 0 : p.parameters));
      t.set("isvararg", Args.bool(p == null || p.isVararg));
    }
    if (what.indexOf('n') >= 0) {
      CallInfo.Name name = level == null ? null : CallInfo.name(level);
      t.set("namewhat", Str.of(name == null ? "" : name.what()));
      if (name != null) {
        t.set("name", Str.of(name.text()));
      }
    }
    if (what.indexOf('t') >= 0) {
      t.set("istailcall", Args.bool(level != null && level.isTailCall()));
    }
    if (what.indexOf('L') >= 0 && p != null) {
      t.set("activelines", activeLines(co, p));
    }
    if (what.indexOf('f') >= 0) {
      t.set("func", function);
    }
  }

  private static Table activeLines(Coroutine co, Proto p) {
    Table lines = new Table(co.machine);
    for (int pc = 0; pc < p.code.length; pc++) {
      lines.set(p.line(pc), Args.bool(true));
    }
    return lines;
  }
}
