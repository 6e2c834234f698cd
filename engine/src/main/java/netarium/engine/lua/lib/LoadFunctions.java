package netarium.engine.lua.lib;

import java.io.ByteArrayOutputStream;
import netarium.engine.lua.Closure;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.compile.LuaCompiler;
import netarium.engine.syntax.Syntax;

/// `load`, `loadfile`, `dofile`: text only, compiled code is refused.
final class LoadFunctions {
  private static final Str LOADFILE = Str.constant("loadfile");
  private static final Str DOFILE = Str.constant("dofile");
  private static final Str DEFAULT_MODE = Str.constant("bt");

  private LoadFunctions() {}

  static void install(LuaMachine machine, ScriptFiles files) {
    Table g = machine.globals;
    g.set(
        LOADFILE,
        Native.of("loadfile", (co, func, n) -> loadFile(files, co, func, n)).asWorldCall());
    g.set(DOFILE, new DoFile(files).asWorldCall());
  }

  /// Compiles and returns the function, or nil and the message.
  private static int load(
      Coroutine co, int func, byte[] source, String chunkName, Str mode, LuaValue env) {
    boolean isBinary = source.length > 0 && source[0] == 27;
    String kind = isBinary ? "binary" : "text";
    if (mode.toString().indexOf(kind.charAt(0)) < 0) {
      return co.fails(func, "attempt to load a " + kind + " chunk (mode is '" + mode + "')");
    }
    if (isBinary) {
      return co.fails(func, "attempt to load a binary chunk (only source text is accepted)");
    }
    try {
      chargeCompiling(co.machine, source.length);
      return co.returns(
          func, Closure.main(co.machine, LuaCompiler.compileText(source, chunkName), env));
    } catch (LuaError e) {
      return co.returns(func, Nil.NIL, e.value instanceof Str s ? co.machine.charged(s) : e.value);
    }
  }

  /// What compiling costs: two units for each octet, as it takes about as long as executing two
  /// instructions, and memory for code and line numbers.
  static void chargeCompiling(LuaMachine machine, int octets) {
    machine.charge(Math.min(octets, Syntax.MOST_OCTETS) * 64L);
    machine.account.charge(octets * 4L);
  }

  private static String notFound(String path) {
    return "cannot open " + path + ": No such file or directory";
  }

  private static LuaValue environment(Coroutine co, int func, int n, int i) {
    return n >= i ? co.stack[func + i] : co.machine.globals;
  }

  private static int loadFile(ScriptFiles files, Coroutine co, int func, int n) {
    String path = Args.checkStr(co, func, n, 1).toString();
    Str mode = Args.optStr(co, func, n, 2, DEFAULT_MODE);
    byte[] source = files.read(path);
    if (source == null) {
      return co.fails(func, notFound(path));
    }
    byte[] text = LuaCompiler.withoutFirstLineComment(source);
    return load(co, func, text, "@" + path, mode, environment(co, func, n, 3));
  }

  /// `load(text or reader, name, mode, env)`.
  static final class Load extends Native {
    Load(String name) {
      super(name);
      catchErrors(Nil.NIL);
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      Str mode = Args.optStr(co, func, n, 3, DEFAULT_MODE);
      LuaValue chunk = co.arg(func, n, 1);
      if (chunk instanceof Str || chunk instanceof Num) {
        Str s = co.machine.text(chunk);
        co.machine.account.charge(s.length);
        String name = Args.optStr(co, func, n, 2, s).toString();
        return load(co, func, s.toByteArray(), name, mode, environment(co, func, n, 4));
      }
      Args.optStr(co, func, n, 2, DEFAULT_MODE);
      Args.checkType(co, func, n, 1, "function");
      Frame f = co.pushNative(this, func, n);
      f.state = new ByteArrayOutputStream();
      return co.call(func + 1 + n, chunk);
    }

    @Override
    public int step(Coroutine co, Frame f, int from, int n) {
      ByteArrayOutputStream pieces = (ByteArrayOutputStream) f.state;
      if (pieces == null) {
        throw new IllegalStateException("load has no buffer");
      }
      LuaValue result = n > 0 ? co.stack[from] : Nil.NIL;
      LuaValue piece = result instanceof Num ? co.machine.text(result) : result;
      if (piece instanceof Str s && s.length > 0) {
        co.machine.account.charge(s.length);
        pieces.write(s.bytes, s.offset, s.length);
        if (pieces.size() <= Syntax.MOST_OCTETS) {
          return co.call(from, co.stack[f.func + 1]);
        }
        // More than the compiler takes: it says so.
        piece = Nil.NIL;
      }
      if (!piece.isNil() && !(piece instanceof Str)) {
        throw co.error("reader function must return a string", 1);
      }
      int count = f.argumentCount;
      Str mode = Args.optStr(co, f.func, count, 3, DEFAULT_MODE);
      String name = Args.optStr(co, f.func, count, 2, Str.constant("=(load)")).toString();
      LuaValue env = environment(co, f.func, count, 4);
      return load(co, f.func, pieces.toByteArray(), name, mode, env);
    }
  }

  /// `dofile(path)`.
  private static final class DoFile extends Native {
    private final ScriptFiles files;

    DoFile(ScriptFiles files) {
      super("dofile");
      this.files = files;
      allowYield();
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      String path = Args.checkStr(co, func, n, 1).toString();
      byte[] source = files.read(path);
      if (source == null) {
        throw LuaError.text(notFound(path));
      }
      chargeCompiling(co.machine, source.length);
      Closure chunk =
          Closure.main(co.machine, LuaCompiler.compile(source, "@" + path), co.machine.globals);
      co.pushNative(this, func, n);
      return co.call(func + 1 + n, chunk);
    }

    @Override
    public int step(Coroutine co, Frame f, int from, int n) {
      System.arraycopy(co.stack, from, co.stack, f.func, n);
      return n;
    }
  }
}
