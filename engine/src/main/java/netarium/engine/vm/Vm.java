package netarium.engine.vm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import netarium.engine.codec.HttpUrl;
import netarium.engine.lua.MemoryAccount;
import netarium.engine.lua.compile.Chunks;
import netarium.engine.lua.lib.RandomSource;
import netarium.engine.service.WebSocketSettings;
import netarium.engine.service.WebSockets;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.socket.SocketLayer;
import netarium.engine.tls.TlsLayer;
import netarium.engine.trace.EventRecorder;
import netarium.engine.vm.files.FileTree;
import netarium.engine.wire.Ipv4Address;

/// A simulated computer: what its processes share.
public final class Vm {
  /// Where programs start; the project's scripts stand in `scripts` below it.
  public static final String HOME = "/home";

  /// Processor time after which a program that never waits is told so, in nanoseconds.
  static final long BUSY_NANOS = 1_000_000_000;

  /// Longer messages are refused; a machine with less memory could not hold them anyway.
  private static final int MOST_MESSAGE_OCTETS = 16 << 20;

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
  private final ProcessTable table = new ProcessTable(this);
  private final RandomStreams streams;
  private final Map<String, RandomGenerator> generators = new TreeMap<>();
  private final WebSockets webSockets = new WebSockets();
  private long unitsUsed;

  /// Counts the times the machine lost power: what was planned before does not happen after.
  private int outages;

  private Platform platform = Platform.NATIVE;
  private Optional<TlsLayer> tls = Optional.empty();
  private List<Ipv4Address> nameServers = List.of();
  private Optional<HttpUrl> doh = Optional.empty();
  private Chunks chunks = new Chunks();
  private Function<String, Optional<ProgramLoader>> readyMade = path -> Optional.empty();

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
    this.streams = streams;
    this.random = RandomSource.of(streams.stream("node", settings.id(), "math.random").nextLong());
    this.environment = new LinkedHashMap<>(settings.environment());
  }

  public VmSettings settings() {
    return settings;
  }

  /// Lets its programs be compiled where others of the same simulation are.
  public void chunks(Chunks shared) {
    chunks = shared;
  }

  /// Where its programs are compiled.
  public Chunks chunks() {
    return chunks;
  }

  /// Gives it programs that stand at a path without a file being there.
  public void readyMade(Function<String, Optional<ProgramLoader>> programs) {
    readyMade = programs;
  }

  /// The program that the machine has at this path unless a file takes its place.
  public Optional<ProgramLoader> readyMade(String path) {
    return readyMade.apply(path);
  }

  public Simulator simulator() {
    return simulator;
  }

  public EventRecorder recorder() {
    return recorder;
  }

  /// Makes it another kind of machine than a native one.
  public void platform(Platform kind) {
    platform = kind;
  }

  public Platform platform() {
    return platform;
  }

  /// Tells it whom to ask for names that are not in its table: servers in their order, and where a
  /// browser asks by HTTPS.
  public void nameServers(List<Ipv4Address> servers, Optional<HttpUrl> overHttps) {
    nameServers = List.copyOf(servers);
    doh = overHttps;
  }

  public List<Ipv4Address> nameServers() {
    return nameServers;
  }

  public Optional<HttpUrl> doh() {
    return doh;
  }

  /// Gives it TLS.
  public void tls(TlsLayer layer) {
    tls = Optional.of(layer);
  }

  /// Its TLS, which a machine of a topology always has.
  public Optional<TlsLayer> tls() {
    return tls;
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

  /// Random numbers for one purpose only, so that drawing some for another moves nothing.
  public RandomGenerator random(String purpose) {
    return generators.computeIfAbsent(purpose, each -> streams.stream("node", settings.id(), each));
  }

  /// What WebSocket conversations of its programs need.
  public WebSocketSettings webSocketSettings() {
    return new WebSocketSettings(
        simulator,
        recorder,
        settings.node(),
        random("websocket"),
        (int) Math.min(MOST_MESSAGE_OCTETS, memory.limit()));
  }

  /// The conversations that its programs have.
  public WebSockets webSockets() {
    return webSockets;
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
    return table.running();
  }

  public Optional<Process> process(int pid) {
    return table.process(pid);
  }

  public ProcessTable table() {
    return table;
  }

  /// The machine's own word on the console, about no process.
  public void notice(String text) {
    console.notice(0, text);
  }

  /// Has a program started at its instant.
  public void schedule(Program program, ProgramLoader loader) {
    SimTime now = simulator.now();
    SimTime start = program.start().isBefore(now) ? now : program.start();
    Runnable begin = unlessPowerFails(() -> table.start(program, loader));
    simulator.at(start, begin::run);
  }

  /// The machine loses power: all processes are gone, the disk stays. What its programs hold open
  /// must be dead by now, or it would say goodbye to others.
  public void losePower() {
    table.crash();
    cpu.resume();
    outages++;
  }

  /// `action`, if the machine has kept its power from now until then.
  Runnable unlessPowerFails(Runnable action) {
    int before = outages;
    return () -> {
      if (before == outages) {
        action.run();
      }
    };
  }
}
