package netarium.engine.vm.modules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import netarium.engine.lua.Closure;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Table;
import netarium.engine.lua.compile.Chunks;

/// The table `hlhv`: its functions are those that the modules return, loaded when they are first
/// called.
public final class HlhvTable {
  private static final List<String> NAMES = List.of("queen", "cell");

  private HlhvTable() {}

  /// The table for a new process, filled when the program first looks at it.
  public static Table later(LuaMachine machine, Chunks chunks) {
    return Table.filledLater(machine, NAMES.size(), t -> fill(machine, chunks, t));
  }

  private static void fill(LuaMachine machine, Chunks chunks, Table table) {
    for (String name : NAMES) {
      byte[] call = ("return require('hlhv." + name + "')(...)").getBytes(UTF_8);
      table.set(
          name, Closure.main(machine, chunks.compile(call, "=hlhv." + name), machine.globals));
    }
  }
}
