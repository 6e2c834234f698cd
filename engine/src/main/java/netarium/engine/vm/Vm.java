package netarium.engine.vm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.lua.MemoryAccount;
import netarium.engine.lua.lib.RandomSource;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.socket.SocketLayer;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;
import netarium.engine.vm.files.FileTree;

/// A simulated computer: what its processes share.
public final class Vm {
  /// Where programs start; the project's scripts stand in `scripts` below it.
  public static final String HOME = "/home";

  /// Processor time after which a program that never waits is told so, in nanoseconds.
  static final long BUSY_NANOS = 1_000_000_000;

  /// A pause before a program is started again, so that one that fails at once does not spin.
  private static final SimDuration RESTART_DELAY = SimDuration.ofSeconds(1);

  private final VmSettings settings;
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final SocketLayer sockets;
  private final FileTree files;
  private final NameTable names;
  private final VirtualCpu cpu;
  private final MemoryAccount memory;
  private final Console console;
  private final RandomSource random;
  private final Map<String, String> environment;
  private final List<Process> processes = new ArrayList<>();
  private int pids;
  private long unitsUsed;

  public Vm(
      VmSettings settings,
      Simulator simulator,
      EventRecorder recorder,
      RandomStreams streams,
      SocketLayer sockets,
      FileTree files,
      NameTable names) {
    this.settings = settings;
    this.simulator = simulator;
    this.recorder = recorder;
    this.sockets = sockets;
    this.files = files;
    this.names = names;
    this.cpu = new VirtualCpu(simulator, settings.unit().nanos());
    this.memory = new MemoryAccount(settings.memoryOctets());
    this.console = new Console(recorder, settings.node(), settings.outputOctets());
    this.random = RandomSource.of(streams.stream("node", settings.id(), "math.random").nextLong());
    this.environment = new LinkedHashMap<>(settings.environment());
  }

  public VmSettings settings() {
    return settings;
  }

  public Simulator simulator() {
    return simulator;
  }

  public EventRecorder recorder() {
    return recorder;
  }

  public SocketLayer sockets() {
    return sockets;
  }

  public FileTree files() {
    return files;
  }

  public NameTable names() {
    return names;
  }

  public VirtualCpu cpu() {
    return cpu;
  }

  public MemoryAccount memory() {
    return memory;
  }

  public RandomSource random() {
    return random;
  }

  /// The environment that processes are started with.
  public Map<String, String> environment() {
    return environment;
  }

  Console console() {
    return console;
  }

  /// How many more units its programs may use, all together.
  long instructionsLeft() {
    return settings.instructions() - unitsUsed;
  }

  void used(long units) {
    unitsUsed += units;
  }

  /// The processes that run, in the order of their start.
  public List<Process> processes() {
    return List.copyOf(processes);
  }

  public Optional<Process> process(int pid) {
    return processes.stream().filter(process -> process.pid() == pid).findFirst();
  }

  /// Has a program started at its instant.
  public void schedule(Program program, ProgramLoader loader) {
    SimTime now = simulator.now();
    SimTime start = program.start().isBefore(now) ? now : program.start();
    simulator.at(start, () -> start(program, loader));
  }

  private void start(Program program, ProgramLoader loader) {
    Process process = new Process(this, ++pids, program);
    processes.add(process);
    recorder.recordAsCause(
        new SimEvent.ProcessStarted(
            recorder.stamp(settings.node()), process.pid(), program.script(), program.arguments()));
    process.atEnd(() -> startAgain(process, loader));
    loader.load(process);
  }

  private void startAgain(Process process, ProgramLoader loader) {
    boolean again =
        switch (process.program().restart()) {
          case NEVER -> false;
          case ON_ERROR -> process.exitCode() != 0;
          case ALWAYS -> true;
        };
    if (again) {
      simulator.after(RESTART_DELAY, () -> start(process.program(), loader));
    }
  }

  void ended(Process process, String how) {
    processes.remove(process);
    recorder.record(
        new SimEvent.ProcessEnded(
            recorder.stamp(settings.node()), process.pid(), how, process.exitCode()));
  }
}
