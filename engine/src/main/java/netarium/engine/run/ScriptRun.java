package netarium.engine.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.node.Host;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.SimEvent;
import netarium.engine.vm.NameTable;
import netarium.engine.vm.Process;
import netarium.engine.vm.Program;
import netarium.engine.vm.ProgramLoader;
import netarium.engine.vm.Vm;
import netarium.engine.vm.VmSettings;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileLimits;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileTree;
import netarium.engine.vm.program.ScriptLoader;
import netarium.engine.wire.Octets;

/// One script on one VM without a network: what `netarium lua` does.
public final class ScriptRun {
  /// What messages and `arg[-1]` call the interpreter.
  public static final String INTERPRETER = "lua5.2";

  private static final long MEMORY_OCTETS = 512L << 20;
  private static final SimDuration UNIT = SimDuration.ofNanos(100);

  /// The script, its name for messages and for `arg[0]`, what it is called with, and the files it
  /// finds in its working directory.
  public record Script(
      String chunkName,
      String name,
      Octets source,
      List<String> arguments,
      Map<String, byte[]> files) {}

  private final Simulator simulator = new Simulator();
  private final Vm vm;
  private OptionalInt exitCode = OptionalInt.empty();

  /// `prepare` may add globals before the script begins; `sink` sees all events.
  public ScriptRun(Script script, Consumer<LuaMachine> prepare, EventSink sink) {
    EventRecorder recorder =
        new EventRecorder(
            simulator,
            event -> {
              if (event instanceof SimEvent.ProcessEnded ended) {
                exitCode = OptionalInt.of(ended.exitCode());
              }
              sink.accept(event);
            });
    VmSettings settings =
        new VmSettings(
            "lua",
            0,
            UNIT,
            MEMORY_OCTETS,
            VmSettings.UNLIMITED,
            VmSettings.UNLIMITED,
            0,
            new TreeMap<>());
    Host host =
        new Host(
            settings,
            List.of(),
            TcpOptionsConfig.DEFAULT,
            files(script),
            new NameTable(),
            simulator,
            recorder,
            new RandomStreams(1));
    vm = host.vm();
    ScriptLoader loader = new ScriptLoader(script.source().toByteArray(), script.chunkName());
    ProgramLoader prepared =
        process -> {
          process.machine().runsUnderHost();
          prepare.accept(process.machine());
          loader.load(process);
          if (process.machine().globals.get("arg") instanceof Table arg) {
            arg.set(-1, Str.of(INTERPRETER));
          }
        };
    vm.schedule(
        new Program(script.name(), script.arguments(), SimTime.ZERO, Program.Restart.NEVER),
        prepared);
  }

  private static FileTree files(Script script) {
    FileTree files = new FileTree(FileLimits.DEFAULT);
    FileCaller root = FileCaller.root(0);
    files.makeDirectories("/tmp", root);
    files.makeDirectories(Vm.HOME, root);
    script
        .files()
        .forEach((path, octets) -> {
          String absolute = FilePath.join(Vm.HOME, path);
          files.makeDirectories(FilePath.normalize(FilePath.join(absolute, "..")), root);
          files.write(absolute, octets, root);
        });
    return files;
  }

  /// Runs to the end of the script; `input` gives lines for standard input when the script waits
  /// for one. Answers the exit code.
  public int run(Supplier<Optional<byte[]>> input) {
    while (exitCode.isEmpty()) {
      if (!simulator.hasEssential() && !feed(input)) {
        return 1;
      }
      simulator.step();
    }
    return exitCode.getAsInt();
  }

  /// Hands a line to a script that waits for one; false if it waits for something else, which can
  /// never come.
  private boolean feed(Supplier<Optional<byte[]>> input) {
    for (Process process : vm.processes()) {
      if (process.input().isAwaited()) {
        input
            .get()
            .ifPresentOrElse(
                line -> process.input().type(Octets.wrap(line)), () -> process.input().end());
        return true;
      }
    }
    return false;
  }
}
