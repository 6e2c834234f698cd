package netarium.engine.vm.api;

import java.util.Arrays;
import java.util.List;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.vm.files.FileError;

/// A native that reads and may have to wait for the console. While it waits it keeps a frame on the
/// stack, and reads anew when it is woken.
abstract class ReadNative extends Native {
  final ProcessHost host;

  ReadNative(String name, ProcessHost host) {
    super(name);
    this.host = host;
    asWorldCall();
  }

  /// One that holds Lua values and so belongs to a machine.
  ReadNative(LuaMachine machine, String name, ProcessHost host) {
    super(machine, name);
    this.host = host;
    asWorldCall();
  }

  /// The file to read from; raises if it cannot be used.
  abstract LuaFile file(Coroutine co, int func, int n);

  /// What to read, and as which argument the first format counts.
  abstract LuaValue[] formats(Coroutine co, int func, int n);

  abstract int firstFormat();

  @Override
  public final int call(Coroutine co, int func, int n) {
    int count = read(co, func, n);
    if (count >= 0) {
      return count;
    }
    co.pushNative(this, func, n);
    return host.waitForInput(co);
  }

  @Override
  public final int step(Coroutine co, Frame frame, int from, int n) {
    int count = read(co, frame.func, frame.argumentCount);
    return count >= 0 ? count : host.waitForInput(co);
  }

  /// The number of results, or −1 if it has to wait.
  private int read(Coroutine co, int func, int n) {
    LuaFile file = file(co, func, n);
    FormatReader reader = new FormatReader(co, file.source(), formats(co, func, n), firstFormat());
    if (!reader.run()) {
      return -1;
    }
    FileError error = file.source().readability();
    return error.isError() ? failed(co, func, error) : succeeded(co, func, file, reader.values());
  }

  int failed(Coroutine co, int func, FileError error) {
    return Results.failure(co, func, error, null);
  }

  int succeeded(Coroutine co, int func, LuaFile file, List<LuaValue> values) {
    LuaValue[] stack = co.ensure(func + values.size());
    for (int i = 0; i < values.size(); i++) {
      stack[func + i] = values.get(i);
    }
    return values.size();
  }

  /// The arguments from number `first` on.
  static LuaValue[] arguments(Coroutine co, int func, int n, int first) {
    return Arrays.copyOfRange(co.stack, func + first, func + Math.max(n + 1, first));
  }
}
