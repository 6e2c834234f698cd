package netarium.engine.lua;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// How fast is the machine? Runs a Lua file whose `os.clock` is the CPU time of this thread, and
/// prints what it prints.
///
/// `java -cp … netarium.engine.lua.LuaBench FILE [ARGUMENT …]`; compare with `lua5.2 FILE`, and
/// look at the third pass, when the loop has been compiled.
final class LuaBench {
  private LuaBench() {}

  public static void main(String[] arguments) throws IOException {
    LuaRig rig = new LuaRig(new MemoryAccount(512L << 20), WorldGate.OPEN);
    var cpu = ManagementFactory.getThreadMXBean();
    Table os = new Table(rig.machine);
    os.set(
        "clock",
        Native.of(
            "os.clock", (co, func, n) -> co.returns(func, cpu.getCurrentThreadCpuTime() / 1e9)));
    rig.machine.globals.set("os", os);
    LuaValue[] values = new LuaValue[arguments.length - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = Str.of(arguments[i + 1]);
    }
    byte[] source = Files.readAllBytes(Path.of(arguments[0]));
    rig.play(rig.task(source, "@" + arguments[0], values), 10_000);
    System.out.print(rig.console);
  }
}
