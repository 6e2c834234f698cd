package netarium.engine.vm.program;

import java.util.List;
import netarium.engine.lua.Closure;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Proto;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.vm.Process;
import netarium.engine.vm.ProgramLoader;
import netarium.engine.vm.api.Values;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Loads a script into a new process: libraries, `arg`, and the chunk as its first task.
public final class ScriptLoader implements ProgramLoader {
  private final byte[] source;
  private final @Nullable String chunkName;

  /// `source`: the script's text; the program's name is the chunk's.
  public ScriptLoader(byte[] source) {
    this.source = source;
    chunkName = null;
  }

  /// As C Lua names chunks: `@file` or `=text`.
  public ScriptLoader(byte[] source, String chunkName) {
    this.source = source;
    this.chunkName = chunkName;
  }

  @Override
  public void load(Process process) {
    String script = process.program().script();
    LuaMachine machine = process.machine();
    try {
      Libraries.install(process);
      Proto chunk =
          process.vm().chunks().compile(source, chunkName == null ? "@" + script : chunkName);
      List<Octets> arguments = process.arguments();
      Table arg = new Table(machine, arguments.size(), 1);
      arg.set(0, Str.of(script));
      LuaValue[] values = new LuaValue[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Values.str(machine, arguments.get(i));
        arg.set(i + 1, values[i]);
      }
      machine.globals.set("arg", arg);
      process.go(Closure.main(machine, chunk, machine.globals), values);
    } catch (LuaError error) {
      process.failToStart(error.getMessage());
    }
  }
}
