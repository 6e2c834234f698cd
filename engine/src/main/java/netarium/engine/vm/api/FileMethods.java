package netarium.engine.vm.api;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.lua.text.OctetBuffer;
import netarium.engine.vm.files.FileError;
import org.jspecify.annotations.Nullable;

/// The methods of file handles: `f:read`, `f:write`, `f:seek` …
final class FileMethods {
  /// C Lua refuses more, and so do we: the limit can be seen.
  private static final int MAX_LINE_FORMATS = 17;

  private static final Str INDEX = Str.constant("__index");
  private static final Str READ = Str.constant("read");

  private static final Library SHARED =
      Library.of(
          "file",
          Library.worldCall("file", "__gc", FileMethods::collect),
          Library.function("file", "__tostring", FileMethods::text),
          Library.worldCall("file", "close", FileMethods::close),
          Library.worldCall("file", "flush", FileMethods::flush),
          Library.worldCall("file", "seek", FileMethods::seek),
          Library.worldCall("file", "setvbuf", FileMethods::setvbuf),
          Library.worldCall("file", "write", FileMethods::write),
          Library.entry(
              "lines", Native.method("file.lines", FileMethods.class, FileMethods::lines)));

  private final IoState state;

  private FileMethods(IoState state) {
    this.state = state;
  }

  /// Fills the metatable of file handles.
  static void install(IoState state) {
    state.machine.addHost(new FileMethods(state));
    Table t = state.metatable;
    SHARED.fill(t);
    t.set(INDEX, t);
    t.set(READ, new Read(state.host));
  }

  private static final class Read extends ReadNative {
    Read(ProcessHost host) {
      super("file.read", host);
    }

    @Override
    LuaFile file(Coroutine co, int func, int n) {
      return IoState.openFile(co, func, n);
    }

    @Override
    LuaValue[] formats(Coroutine co, int func, int n) {
      return arguments(co, func, n, 2);
    }

    @Override
    int firstFormat() {
      return 2;
    }
  }

  private static int collect(Coroutine co, int func, int n) {
    LuaFile file = IoState.file(co, func, n, 1);
    if (!file.isClosed() && file.isClosable()) {
      file.close();
    }
    return co.returns();
  }

  private static int text(Coroutine co, int func, int n) {
    LuaFile file = IoState.file(co, func, n, 1);
    String what = file.isClosed() ? "closed" : IoState.address(file);
    return co.returns(func, Results.string(co.machine, "file (" + what + ")"));
  }

  private static int close(Coroutine co, int func, int n) {
    return close(co, func, IoState.openFile(co, func, n));
  }

  static int close(Coroutine co, int func, LuaFile file) {
    if (!file.isClosable()) {
      return co.fails(func, "cannot close standard file");
    }
    file.close();
    return co.returns(func, true);
  }

  private static int flush(Coroutine co, int func, int n) {
    IoState.openFile(co, func, n);
    return co.returns(func, true);
  }

  private int lines(Coroutine co, int func, int n) {
    LuaFile file = IoState.openFile(co, func, n);
    return co.stack[func + 1] instanceof Userdata handle
        ? lines(co, func, n, state, handle, file, false)
        : co.returns();
  }

  static int lines(
      Coroutine co,
      int func,
      int n,
      IoState state,
      Userdata handle,
      LuaFile file,
      boolean closesAtEnd) {
    Args.check(co, n - 1 <= MAX_LINE_FORMATS, MAX_LINE_FORMATS, "too many options");
    LuaValue[] formats = ReadNative.arguments(co, func, n, 2);
    return co.returns(
        func, new LinesIterator(co.machine, state.host, handle, file, formats, closesAtEnd));
  }

  private static int seek(Coroutine co, int func, int n) {
    LuaFile file = IoState.openFile(co, func, n);
    int whence = Args.checkOption(co, func, n, 2, "cur", "set", "cur", "end");
    double wanted = Args.optNumber(co, func, n, 3, 0);
    long offset = (long) wanted;
    Args.check(co, offset == wanted && wanted < 0x1p63, 3, "not an integer in proper range");
    FileError error = file.seek(whence, offset);
    return error.isError()
        ? Results.failure(co, func, error, null)
        : co.returns(func, (double) file.position());
  }

  /// Nothing is buffered, so every mode is the same; wrong ones still raise.
  private static int setvbuf(Coroutine co, int func, int n) {
    IoState.openFile(co, func, n);
    Args.checkOption(co, func, n, 2, null, "no", "full", "line");
    Args.optLong(co, func, n, 3, 0);
    return co.returns(func, true);
  }

  private static int write(Coroutine co, int func, int n) {
    LuaFile file = IoState.openFile(co, func, n);
    FileError error = write(co, func, n, 2, file);
    return error.isError()
        ? Results.failure(co, func, error, null)
        : co.returns(func, co.stack[func + 1]);
  }

  /// Writes the arguments from number `first` on. They reach the file in one piece, so that one
  /// call is one piece of console output; a wrong one raises after those before it are written.
  static FileError write(Coroutine co, int func, int n, int first, LuaFile file) {
    if (n == first && co.stack[func + n] instanceof Str only) {
      co.machine.charge(only.length);
      return file.write(only);
    }
    OctetBuffer out = Results.buffer(co);
    @Nullable LuaError wrong = null;
    for (int i = first; i <= n && wrong == null; i++) {
      switch (co.stack[func + i]) {
        case Str s -> out.append(s.bytes, s.offset, s.length);
        case Num x -> out.append(LuaNumberText.toText(x.v));
        default -> wrong = Args.typeError(co, func, n, i, "string");
      }
    }
    FileError error = file.write(Results.string(co, out));
    if (wrong != null) {
      throw wrong;
    }
    return error;
  }
}
