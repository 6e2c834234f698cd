package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.OpenMode;

/// The `io` library of Lua 5.2 on a machine's file tree and a process's console, and `io.poll`,
/// which looks for a line of input without waiting.
public final class IoApi {
  private static final Str IO = Str.constant("io");
  private static final int MOST_FIELDS = 24;
  private static final Str READ_MODE = Str.constant("r");
  private static final Str FILE = Str.constant("file");
  private static final Str CLOSED_FILE = Str.constant("closed file");

  private final IoState state;

  private IoApi(IoState state) {
    this.state = state;
  }

  /// Makes the library and sets the global `io`.
  public static IoApi install(LuaMachine machine, ProcessHost host) {
    return install(machine, host, io -> {});
  }

  /// As {@link #install(LuaMachine, ProcessHost)}, with what others add.
  public static IoApi install(LuaMachine machine, ProcessHost host, Table.Filler others) {
    IoState state = new IoState(machine, host);
    IoApi api = new IoApi(state);
    machine.addHost(api);
    FileMethods.install(state);
    Userdata stdin = state.handle(state.stdin);
    Userdata stdout = state.console(false);
    Userdata stderr = state.console(true);
    machine.registry.set(IoState.INPUT, stdin);
    machine.registry.set(IoState.OUTPUT, stdout);
    machine.registry.set(IoState.ERRORS, stderr);
    Table io =
        Table.filledLater(
            machine,
            MOST_FIELDS,
            t -> {
              t.set("stdin", stdin);
              t.set("stdout", stdout);
              t.set("stderr", stderr);
              api.fill(t);
              others.fill(t);
            });
    machine.globals.set(IO, io);
    machine.loaded.set(IO, io);
    return api;
  }

  /// Gives all handles back: for the end of the process.
  public void closeAll() {
    state.closeAll();
  }

  private void fill(Table io) {
    io.set("close", Native.method("io.close", IoApi.class, IoApi::close).asWorldCall());
    io.set("flush", Native.method("io.flush", IoApi.class, IoApi::flush).asWorldCall());
    io.set("input", Native.method("io.input", IoApi.class, IoApi::input).asWorldCall());
    io.set("lines", Native.method("io.lines", IoApi.class, IoApi::lines).asWorldCall());
    io.set("open", Native.method("io.open", IoApi.class, IoApi::open).asWorldCall());
    io.set("output", Native.method("io.output", IoApi.class, IoApi::output).asWorldCall());
    io.set("poll", new InputPoll(state));
    io.set("popen", Native.of("io.popen", IoApi::popen));
    io.set("read", new Read());
    io.set("tmpfile", Native.method("io.tmpfile", IoApi.class, IoApi::tmpfile).asWorldCall());
    io.set("type", Native.of("io.type", IoApi::type));
    io.set("write", Native.method("io.write", IoApi.class, IoApi::write).asWorldCall());
  }

  /// Reads from the default input.
  private final class Read extends ReadNative {
    Read() {
      super("io.read", state.host);
    }

    @Override
    LuaFile file(Coroutine co, int func, int n) {
      return state.openStandard(co, IoState.INPUT);
    }

    @Override
    LuaValue[] formats(Coroutine co, int func, int n) {
      return arguments(co, func, n, 1);
    }

    @Override
    int firstFormat() {
      return 1;
    }
  }

  private int open(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    Str modeText = Args.optStr(co, func, n, 2, READ_MODE);
    Optional<OpenMode> mode = OpenMode.parse(Results.beforeNul(modeText));
    Args.check(co, mode.isPresent(), 2, "invalid mode");
    return answer(co, func, state.open(name, mode.orElseThrow()), name);
  }

  private int tmpfile(Coroutine co, int func, int n) {
    return switch (state.openTemporary()) {
      case FileResult.Done<Userdata>(Userdata handle) -> co.returns(func, handle);
      case FileResult.Failed<Userdata>(FileError error) -> Results.failure(co, func, error, null);
    };
  }

  private static int answer(Coroutine co, int func, FileResult<Userdata> opened, Str name) {
    return switch (opened) {
      case FileResult.Done<Userdata>(Userdata handle) -> co.returns(func, handle);
      case FileResult.Failed<Userdata>(FileError error) -> Results.failure(co, func, error, name);
    };
  }

  private int close(Coroutine co, int func, int n) {
    if (n > 0) {
      return FileMethods.close(co, func, IoState.openFile(co, func, n));
    }
    LuaFile output = IoState.content(state.standard(IoState.OUTPUT));
    return FileMethods.close(co, func, IoState.requireOpen(co, output));
  }

  private int flush(Coroutine co, int func, int n) {
    state.openStandard(co, IoState.OUTPUT);
    return co.returns(func, true);
  }

  private int write(Coroutine co, int func, int n) {
    LuaFile file = state.openStandard(co, IoState.OUTPUT);
    FileError error = FileMethods.write(co, func, n, 1, file);
    return error.isError()
        ? Results.failure(co, func, error, null)
        : co.returns(func, state.standard(IoState.OUTPUT));
  }

  private int input(Coroutine co, int func, int n) {
    return standard(co, func, n, IoState.INPUT, OpenMode.READ);
  }

  private int output(Coroutine co, int func, int n) {
    return standard(co, func, n, IoState.OUTPUT, OpenMode.WRITE);
  }

  private int standard(Coroutine co, int func, int n, Str which, OpenMode mode) {
    switch (co.arg(func, n, 1)) {
      case Nil _ -> {}
      case Str name -> state.machine.registry.set(which, openOrRaise(co, name, mode));
      case Num x ->
          state.machine.registry.set(which, openOrRaise(co, LuaNumberText.toStr(x.v), mode));
      default -> {
        IoState.openFile(co, func, n);
        state.machine.registry.set(which, co.stack[func + 1]);
      }
    }
    return co.returns(func, state.standard(which));
  }

  private Userdata openOrRaise(Coroutine co, Str name, OpenMode mode) {
    return switch (state.open(name, mode)) {
      case FileResult.Done<Userdata>(Userdata handle) -> handle;
      case FileResult.Failed<Userdata>(FileError error) -> {
        String text = "cannot open file '" + Results.beforeNul(name) + "' (" + error.text() + ")";
        throw co.error(text, 1);
      }
    };
  }

  private int lines(Coroutine co, int func, int n) {
    if (Args.isNoneOrNil(co, func, n, 1)) {
      Userdata handle = state.standard(IoState.INPUT);
      LuaFile file = IoState.requireOpen(co, IoState.content(handle));
      return FileMethods.lines(co, func, n, state, handle, file, false);
    }
    Userdata handle = openOrRaise(co, Args.checkStr(co, func, n, 1), OpenMode.READ);
    LuaFile file = IoState.content(handle);
    return FileMethods.lines(co, func, n, state, handle, file, true);
  }

  private static int popen(Coroutine co, int func, int n) {
    throw co.error("'popen' not supported (os.spawn starts a program)", 1);
  }

  private static int type(Coroutine co, int func, int n) {
    LuaValue value = Args.checkAny(co, func, n, 1);
    if (value instanceof Userdata u && u.content instanceof LuaFile file) {
      return co.returns(func, file.isClosed() ? CLOSED_FILE : FILE);
    }
    return co.returns(func, Nil.NIL);
  }
}
