package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.OpenFile;
import netarium.engine.vm.files.OpenMode;

/// The file handles of one process. The Lua values among them stand in the machine's registry, as
/// in C, so that memory counts see them.
final class IoState {
  static final Str INPUT = Str.constant("_IO_input");
  static final Str OUTPUT = Str.constant("_IO_output");

  /// Keeps the handle while the table that names it is not filled.
  static final Str ERRORS = Str.constant("_IO_errors");

  private static final Str METATABLE = Str.constant("FILE*");

  /// What opening a file charges, as C's buffer would: programs that drop files without closing
  /// them come to a count, and so to `__gc`, before they run out of handles.
  private static final int HANDLE_OCTETS = 4096;

  final LuaMachine machine;
  final ProcessHost host;
  final Table metatable;
  final ConsoleInput stdin;
  private final List<DiskFile> open = new ArrayList<>();
  private int files;

  IoState(LuaMachine machine, ProcessHost host) {
    this.machine = machine;
    this.host = host;
    metatable = new Table(machine);
    machine.registry.set(METATABLE, metatable);
    stdin = new ConsoleInput(++files, host);
  }

  Userdata handle(LuaFile file) {
    return new Userdata(machine, file, metatable);
  }

  Userdata console(boolean isError) {
    return handle(new ConsoleOutput(++files, host, isError));
  }

  /// `0x…`, different for each file of the process and the same in every run.
  static String address(LuaFile file) {
    return String.format(Locale.ROOT, "0x%08x", file.number);
  }

  FileResult<Userdata> open(Str name, OpenMode mode) {
    machine.account.charge(HANDLE_OCTETS);
    return switch (HostPaths.inWorkingDirectory(host, name)) {
      case FileResult.Failed<String>(FileError error) -> FileResult.failed(error);
      case FileResult.Done<String>(String path) ->
          adopt(host.files().open(path, mode, host.caller()));
    };
  }

  FileResult<Userdata> openTemporary() {
    machine.account.charge(HANDLE_OCTETS);
    return adopt(host.files().openTemporary(host.caller()));
  }

  private FileResult<Userdata> adopt(FileResult<OpenFile> opened) {
    return switch (opened) {
      case FileResult.Failed<OpenFile>(FileError error) -> FileResult.failed(error);
      case FileResult.Done<OpenFile>(OpenFile file) -> {
        DiskFile disk = new DiskFile(++files, file, host);
        open.removeIf(LuaFile::isClosed);
        open.add(disk);
        yield FileResult.done(handle(disk));
      }
    };
  }

  void closeAll() {
    for (DiskFile file : open) {
      if (!file.isClosed()) {
        file.close();
      }
    }
    open.clear();
  }

  /// The file an argument stands for, open or closed.
  static LuaFile file(Coroutine co, int func, int n, int i) {
    if (co.arg(func, n, i) instanceof Userdata u && u.content instanceof LuaFile file) {
      return file;
    }
    throw Args.typeError(co, func, n, i, "FILE*");
  }

  /// The open file the first argument stands for.
  static LuaFile openFile(Coroutine co, int func, int n) {
    return requireOpen(co, file(co, func, n, 1));
  }

  static LuaFile requireOpen(Coroutine co, LuaFile file) {
    if (file.isClosed()) {
      throw co.error("attempt to use a closed file", 1);
    }
    return file;
  }

  /// The handle of the default input or output.
  Userdata standard(Str which) {
    LuaValue handle = machine.registry.get(which);
    if (handle instanceof Userdata u) {
      return u;
    }
    throw new IllegalStateException("the registry always holds " + which);
  }

  LuaFile openStandard(Coroutine co, Str which) {
    LuaFile file = content(standard(which));
    if (file.isClosed()) {
      String word = which == INPUT ? "input" : "output";
      throw co.error("standard " + word + " file is closed", 1);
    }
    return file;
  }

  static LuaFile content(Userdata handle) {
    if (handle.content instanceof LuaFile file) {
      return file;
    }
    throw new IllegalStateException("a file handle always holds a file");
  }
}
