package netarium.engine.lua.lib;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import netarium.engine.lua.Closure;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.MemoryAccount;
import netarium.engine.lua.Native;
import netarium.engine.lua.RunStatus;
import netarium.engine.lua.WorldGate;
import netarium.engine.lua.compile.LuaCompiler;
import org.jspecify.annotations.NullMarked;

/// A machine with the pure libraries, and what it takes to run a chunk in a test.
@NullMarked
final class LibraryMachine {
  final LuaMachine machine;
  long units;

  LibraryMachine(long memoryOctets) {
    machine = new LuaMachine(new MemoryAccount(memoryOctets), WorldGate.OPEN);
    BaseLib.install(machine, ScriptFiles.NONE, line -> {});
    CoroutineLib.install(machine);
    TableLib.install(machine);
    StringLib.install(machine);
    MathLib.install(machine, RandomSource.of(42));
    Bit32Lib.install(machine);
    machine.globals.set("wait", Native.of("wait", (co, func, n) -> co.park()));
  }

  Coroutine task(String source) {
    byte[] octets = source.getBytes(StandardCharsets.ISO_8859_1);
    return machine.newTask(
        Closure.main(machine, LuaCompiler.compile(octets, "=x"), machine.globals));
  }

  /// Results or error as `true|a|b` or `false|message`.
  String run(String source) {
    Coroutine task;
    try {
      task = task(source);
    } catch (LuaError e) {
      return "false|" + e.getMessage();
    }
    return outcome(task, finish(task));
  }

  RunStatus finish(Coroutine task) {
    RunStatus status;
    do {
      status = machine.run(task, 1_000_000);
      units += machine.unitsUsed();
    } while (status == RunStatus.QUANTUM);
    return status;
  }

  String outcome(Coroutine task, RunStatus status) {
    return switch (status) {
      case ENDED -> {
        List<String> all = new ArrayList<>(List.of("true"));
        for (LuaValue value : task.results()) {
          all.add(show(value));
        }
        yield String.join("|", all);
      }
      case FAILED -> "false|" + show(task.failure());
      default -> status.toString();
    };
  }

  private String show(LuaValue value) {
    String text = machine.text(value).toLatin1();
    return text.matches("(?s)(table|function): .*") ? value.typeName() : text;
  }
}
