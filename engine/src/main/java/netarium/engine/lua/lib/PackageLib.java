package netarium.engine.lua.lib;

import java.nio.charset.StandardCharsets;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Closure;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.compile.LuaCompiler;
import netarium.engine.lua.text.OctetBuffer;
import org.jspecify.annotations.Nullable;

/// `require` and `package` (Lua 5.2 manual §6.3) on the files a machine can see. There is no C
/// here: what would load a C library answers as a Lua built without that.
public final class PackageLib {
  private static final String NO_LIBRARIES =
      "dynamic libraries not enabled; check your Lua installation";
  private static final String CONFIG = "/\n;\n?\n!\n-\n";

  private static final Str REQUIRE = Str.constant("require");
  private static final int OWN_FIELDS = 6;

  /// What keeps the tables of the library while it is not filled.
  private static final Str PRELOAD = Str.constant("_PRELOAD");

  private static final Str SEARCHERS = Str.constant("_SEARCHERS");

  private static final Library PACKAGE =
      Library.of(
          "package",
          Library.entry("config", Str.constant(CONFIG)),
          Library.entry("cpath", Str.EMPTY),
          Library.function("package", "loadlib", PackageLib::loadLibrary));

  private final Table library;
  private final ScriptFiles files;

  private PackageLib(Table library, ScriptFiles files) {
    this.library = library;
    this.files = files;
  }

  /// `path`: the templates where modules are looked for, such as `scripts/?.lua`.
  public static void install(LuaMachine machine, ScriptFiles files, String path) {
    Table preload = new Table(machine);
    Table searchers = new Table(machine, 4, 0);
    Table library =
        PACKAGE.install(
            machine,
            OWN_FIELDS,
            t -> {
              t.set("loaded", machine.loaded);
              t.set("path", Str.of(path));
              t.set("preload", preload);
              t.set("searchers", searchers);
              t.set("loaders", searchers);
              t.set("searchpath", searchPath(files));
            });
    PackageLib made = new PackageLib(library, files);
    machine.registry.set(PRELOAD, preload);
    machine.registry.set(SEARCHERS, searchers);
    searchers.set(1, Native.of("preload searcher", made::searchPreload));
    searchers.set(2, Native.of("Lua searcher", made::searchLua).asWorldCall());
    searchers.set(3, Native.of("C searcher", made::searchC).asWorldCall());
    searchers.set(4, Native.of("all-in-one searcher", made::searchRoot).asWorldCall());
    machine.globals.set(REQUIRE, made.new Require());
  }

  private int searchPreload(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    if (library.get("preload") instanceof Table preload && !preload.get(name).isNil()) {
      return co.returns(func, preload.get(name));
    }
    Str message = Str.of("\n\tno field package.preload['" + name + "']");
    return co.returns(func, co.machine.charged(message));
  }

  private int searchLua(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    if (!(library.get("path") instanceof Str path)) {
      throw co.error("'package.path' must be a string", 1);
    }
    Search search = search(files, co, name.toString(), path.toString(), ".", "/");
    byte[] source = search.file == null ? null : files.read(search.file);
    if (search.file == null || source == null) {
      return co.returns(func, search.tried);
    }
    LoadFunctions.chargeCompiling(co.machine, source.length);
    try {
      Closure chunk =
          Closure.main(
              co.machine, LuaCompiler.compile(source, "@" + search.file), co.machine.globals);
      return co.returns(func, chunk, Str.of(search.file));
    } catch (LuaError error) {
      throw loadError(co, name, search.file, error.getMessage());
    }
  }

  private static int loadLibrary(Coroutine co, int func, int n) {
    Args.checkStr(co, func, n, 1);
    Args.checkStr(co, func, n, 2);
    return co.returns(func, Nil.NIL, Str.of(NO_LIBRARIES), Str.of("absent"));
  }

  private int searchC(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    return searchC(co, func, name, name.toString());
  }

  /// The library of a package that holds all its submodules.
  private int searchRoot(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    int dot = name.toString().indexOf('.');
    return dot < 0 ? 0 : searchC(co, func, name, name.toString().substring(0, dot));
  }

  private int searchC(Coroutine co, int func, Str name, String library) {
    if (!(this.library.get("cpath") instanceof Str path)) {
      throw co.error("'package.cpath' must be a string", 1);
    }
    Search search = search(files, co, library, path.toString(), ".", "/");
    if (search.file == null) {
      return co.returns(func, search.tried);
    }
    throw loadError(co, name, search.file, NO_LIBRARIES);
  }

  private static LuaError loadError(Coroutine co, Str name, String file, String why) {
    return co.error("error loading module '" + name + "' from file '" + file + "':\n\t" + why, 1);
  }

  private static Native searchPath(ScriptFiles files) {
    return Native.of("package.searchpath", (co, func, n) -> searchPath(co, func, n, files))
        .asWorldCall();
  }

  private static int searchPath(Coroutine co, int func, int n, ScriptFiles files) {
    Search search =
        search(
            files,
            co,
            Args.checkStr(co, func, n, 1).toString(),
            Args.checkStr(co, func, n, 2).toString(),
            Args.optStr(co, func, n, 3, Str.constant(".")).toString(),
            Args.optStr(co, func, n, 4, Str.constant("/")).toString());
    return search.file == null
        ? co.returns(func, Nil.NIL, search.tried)
        : co.returns(func, Str.of(search.file));
  }

  /// The first file that can be read, or null; and the message about those that cannot.
  private record Search(@Nullable String file, Str tried) {}

  private static Search search(
      ScriptFiles files,
      Coroutine co,
      String name,
      String templates,
      String separator,
      String replacement) {
    LuaMachine machine = co.machine;
    machine.charge(name.length() + templates.length());
    String asPath = separator.isEmpty() ? name : name.replace(separator, replacement);
    OctetBuffer tried = Patterns.buffer(co, 64);
    for (String template : templates.split(";", -1)) {
      if (template.isEmpty()) {
        continue;
      }
      long marks = template.chars().filter(c -> c == '?').count();
      long octets = template.length() + marks * asPath.length();
      machine.charge(octets);
      machine.account.charge(2 * octets);
      String file = template.replace("?", asPath);
      if (files.read(file) != null) {
        return new Search(file, Str.EMPTY);
      }
      tried.append(("\n\tno file '" + file + "'").getBytes(StandardCharsets.UTF_8));
    }
    return new Search(null, Patterns.string(co, tried));
  }

  /// `require(name)`: asks one searcher after the other, then calls the loader that was found. What
  /// they say while nothing is found is collected on the stack, where a memory count sees it.
  private final class Require extends Native {
    private static final int SEARCHING = 0;
    private static final int LOADING = 1;

    Require() {
      super("require");
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      Str name = Args.checkStr(co, func, n, 1);
      LuaValue loaded = co.machine.loaded.get(name);
      if (loaded.isTrue()) {
        return co.returns(func, loaded);
      }
      co.ensure(func + 8);
      co.stack[func + 1] = name;
      co.stack[func + 2] = Str.EMPTY;
      Frame frame = co.pushNative(this, func, 2);
      frame.phase = SEARCHING;
      return ask(co, frame);
    }

    private int ask(Coroutine co, Frame frame) {
      if (!(library.get("searchers") instanceof Table searchers)) {
        throw co.error("'package.searchers' must be a table", 1);
      }
      LuaValue searcher = searchers.get(new Num(++frame.i));
      LuaValue name = co.stack[frame.func + 1];
      if (searcher.isNil()) {
        throw co.error("module '" + name + "' not found:" + co.stack[frame.func + 2], 1);
      }
      return call(co, frame.func + 3, searcher, name);
    }

    @Override
    public int step(Coroutine co, Frame frame, int from, int n) {
      LuaValue first = n > 0 ? co.stack[from] : Nil.NIL;
      LuaValue second = n > 1 ? co.stack[from + 1] : Nil.NIL;
      if (frame.phase == LOADING) {
        return finish(co, frame, first);
      }
      if (first instanceof LuaFunction) {
        frame.phase = LOADING;
        return call(co, frame.func + 3, first, co.stack[frame.func + 1], second);
      }
      if (first instanceof Str said) {
        Str before = (Str) co.stack[frame.func + 2];
        co.machine.charge(before.length + (long) said.length);
        co.machine.account.charge(Str.HEADER_OCTETS + before.length + (long) said.length);
        co.stack[frame.func + 2] = Str.concat(before, said);
      }
      return ask(co, frame);
    }

    private int finish(Coroutine co, Frame frame, LuaValue result) {
      Str name = (Str) co.stack[frame.func + 1];
      Table loaded = co.machine.loaded;
      if (!result.isNil()) {
        loaded.set(name, result);
      } else if (loaded.get(name).isNil()) {
        loaded.set(name, Bool.TRUE);
      }
      return co.returns(frame.func, loaded.get(name));
    }

    private static int call(Coroutine co, int at, LuaValue function, LuaValue... arguments) {
      co.ensure(at + arguments.length + 1);
      co.stack[at] = function;
      System.arraycopy(arguments, 0, co.stack, at + 1, arguments.length);
      return co.call(at, arguments.length);
    }
  }
}
