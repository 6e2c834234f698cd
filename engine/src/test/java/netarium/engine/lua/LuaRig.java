package netarium.engine.lua;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import netarium.engine.lua.compile.LuaCompiler;
import netarium.engine.lua.lib.BaseLib;
import netarium.engine.lua.lib.Bit32Lib;
import netarium.engine.lua.lib.CoroutineLib;
import netarium.engine.lua.lib.DebugLib;
import netarium.engine.lua.lib.MathLib;
import netarium.engine.lua.lib.RandomSource;
import netarium.engine.lua.lib.ScriptFiles;
import netarium.engine.lua.lib.StringLib;
import netarium.engine.lua.lib.TableLib;

/// A machine with the standard libraries, a console that remembers, and a script to run on it.
final class LuaRig {
  final LuaMachine machine;
  final StringBuilder console = new StringBuilder();
  long units;
  int runs;

  LuaRig() {
    this(MemoryAccount.unlimited(), WorldGate.OPEN);
  }

  LuaRig(MemoryAccount account, WorldGate gate) {
    machine = new LuaMachine(account, gate);
    BaseLib.install(machine, ScriptFiles.NONE, line -> console.append(line.toLatin1()));
    CoroutineLib.install(machine);
    TableLib.install(machine);
    DebugLib.install(machine);
    StringLib.install(machine);
    MathLib.install(machine, RandomSource.of(1));
    Bit32Lib.install(machine);
  }

  /// Offers a native as a global.
  LuaRig with(String name, Native.Body body) {
    machine.globals.set(name, Native.of(name, body));
    return this;
  }

  Coroutine task(String source, LuaValue... arguments) {
    return task(source.getBytes(StandardCharsets.UTF_8), "=script", arguments);
  }

  Coroutine task(byte[] source, String chunkName, LuaValue... arguments) {
    Proto proto = LuaCompiler.compile(source, chunkName);
    return machine.newTask(Closure.main(machine, proto, machine.globals), arguments);
  }

  /// Runs to the end in turns of `quantum` units; a failed task's traceback goes to the console.
  LuaRig play(Coroutine task, long quantum) {
    RunStatus status = RunStatus.QUANTUM;
    while (status == RunStatus.QUANTUM) {
      status = machine.run(task, quantum);
      units += machine.unitsUsed();
      runs++;
    }
    if (status == RunStatus.FAILED) {
      console.append("lua: ").append(task.failureText()).append('\n');
    }
    return this;
  }

  /// What a script prints.
  static String output(String source) {
    LuaRig rig = new LuaRig();
    return rig.play(rig.task(source), 10_000).console.toString();
  }

  static byte[] resource(String name) {
    try (InputStream in = LuaRig.class.getResourceAsStream("scripts/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
