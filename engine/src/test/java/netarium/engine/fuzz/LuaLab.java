package netarium.engine.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import netarium.engine.lua.Closure;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.MemoryAccount;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.RunStatus;
import netarium.engine.lua.Str;
import netarium.engine.lua.WorldGate;
import netarium.engine.lua.compile.LuaCompiler;
import netarium.engine.lua.lib.BaseLib;
import netarium.engine.lua.lib.Bit32Lib;
import netarium.engine.lua.lib.CoroutineLib;
import netarium.engine.lua.lib.DebugLib;
import netarium.engine.lua.lib.MathLib;
import netarium.engine.lua.lib.PackageLib;
import netarium.engine.lua.lib.RandomSource;
import netarium.engine.lua.lib.ScriptFiles;
import netarium.engine.lua.lib.StringLib;
import netarium.engine.lua.lib.TableLib;

/// A machine of little memory with all libraries, thrown away after one script.
final class LuaLab {
  private static final long MEMORY_OCTETS = 4 << 20;
  private static final long QUANTUM = 10_000;

  private final LuaMachine machine =
      new LuaMachine(new MemoryAccount(MEMORY_OCTETS), WorldGate.OPEN);
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  LuaLab() {
    BaseLib.install(machine, ScriptFiles.NONE, line -> console.writeBytes(line.toByteArray()));
    CoroutineLib.install(machine);
    TableLib.install(machine);
    StringLib.install(machine);
    MathLib.install(machine, RandomSource.of(1));
    Bit32Lib.install(machine);
    DebugLib.install(machine);
    PackageLib.install(machine, ScriptFiles.NONE, "?.lua");
    machine.globals.set("wait", Native.of("wait", (co, func, n) -> co.park()));
  }

  String console() {
    return console.toString(StandardCharsets.ISO_8859_1);
  }

  /// Compiles and runs a script for at most `units`; how it ended. A parked task is woken once for
  /// each turn, sometimes by an error.
  String run(String source, long units) {
    Coroutine task;
    try {
      byte[] octets = source.getBytes(StandardCharsets.ISO_8859_1);
      task =
          machine.newTask(
              Closure.main(machine, LuaCompiler.compile(octets, "@f.lua"), machine.globals));
    } catch (LuaError refused) {
      return "refused: " + refused.getMessage();
    }
    long used = 0;
    int turns = 0;
    RunStatus status;
    do {
      status = machine.run(task, QUANTUM);
      used += machine.unitsUsed();
      turns++;
      if (status == RunStatus.PARKED) {
        if (turns % 5 == 0) {
          task.wakeWithError(Str.of("woken"));
        } else {
          task.wake(Nil.NIL);
        }
      }
    } while (used < units && (status == RunStatus.QUANTUM || status == RunStatus.PARKED));
    return switch (status) {
      case ENDED -> "ended";
      case FAILED -> "failed: " + task.failureText().toLatin1();
      default -> "stopped";
    };
  }
}
