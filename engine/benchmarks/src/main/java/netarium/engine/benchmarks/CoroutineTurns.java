package netarium.engine.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.run.ScriptRun;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;

/// How long a coroutine takes to be resumed and to yield, when very many live ones take turns.
final class CoroutineTurns {
  private CoroutineTurns() {}

  static void main(String[] args) {
    String source = Coroutines.turns(Integer.parseInt(args[0]));
    ScriptRun.Script script =
        new ScriptRun.Script(
            "@turns.lua", "turns.lua", Octets.wrap(source.getBytes(UTF_8)), List.of(), Map.of());
    int code =
        new ScriptRun(script, CoroutineTurns::prepare, CoroutineTurns::print).run(Optional::empty);
    System.out.flush();
    System.exit(code);
  }

  private static void prepare(LuaMachine machine) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    machine.globals.set(
        "clock_override",
        Native.of(
            "clock_override",
            (co, func, n) -> co.returns(func, threads.getCurrentThreadCpuTime() / 1e9)));
  }

  private static void print(SimEvent event) {
    if (event instanceof SimEvent.ConsoleWritten written) {
      System.out.writeBytes(written.text().toByteArray());
    } else if (event instanceof SimEvent.ErrorRaised raised) {
      System.err.writeBytes(raised.text().toByteArray());
    }
  }
}
