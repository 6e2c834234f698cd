package netarium.engine.vm.api;

import java.util.List;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Marker;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Userdata;
import netarium.engine.vm.files.FileError;

/// What `io.lines` and `f:lines` give to `for`.
final class LinesIterator extends ReadNative {
  private final Userdata handle;
  private final LuaFile file;
  private final LuaValue[] formats;
  private final boolean closesAtEnd;

  LinesIterator(
      LuaMachine machine,
      ProcessHost host,
      Userdata handle,
      LuaFile file,
      LuaValue[] formats,
      boolean closesAtEnd) {
    super(machine, "lines iterator", host);
    this.handle = handle;
    this.file = file;
    this.formats = formats;
    this.closesAtEnd = closesAtEnd;
  }

  @Override
  LuaFile file(Coroutine co, int func, int n) {
    if (file.isClosed()) {
      throw co.error("file is already closed", 1);
    }
    return file;
  }

  @Override
  LuaValue[] formats(Coroutine co, int func, int n) {
    return formats;
  }

  @Override
  int firstFormat() {
    return 2;
  }

  @Override
  int failed(Coroutine co, int func, FileError error) {
    throw co.error(error.text(), 1);
  }

  @Override
  int succeeded(Coroutine co, int func, LuaFile from, List<LuaValue> values) {
    if (values.getFirst() != Nil.NIL) {
      return super.succeeded(co, func, from, values);
    }
    if (closesAtEnd) {
      file.close();
    }
    return co.returns();
  }

  @Override
  protected void traverse(Marker marker) {
    marker.mark(handle);
    for (LuaValue format : formats) {
      marker.mark(format);
    }
  }
}
