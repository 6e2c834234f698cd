package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import netarium.engine.node.Host;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.vm.NameTable;
import netarium.engine.vm.Program;
import netarium.engine.vm.ProgramLoader;
import netarium.engine.vm.Vm;
import netarium.engine.vm.VmSettings;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FileLimits;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileTree;
import netarium.engine.vm.modules.BundledModules;
import netarium.engine.vm.pool.PoolPlan;
import netarium.engine.vm.program.Bootstrap;
import netarium.engine.vm.program.PoolProgram;
import netarium.engine.vm.program.ScriptLoader;
import netarium.topologies.node.FileContent;
import netarium.topologies.node.TcpOptions;
import netarium.topologies.node.VmLimits;
import netarium.topologies.project.Project;
import netarium.topologies.unit.Octets;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// What a topology and a project say about one VM as a computer: limits, files, programs.
final class HostPrograms {
  /// Room for the usual directories, and for the directories above a file of the project.
  private static final long FURNITURE_OCTETS = 8 * 1024;

  private static final int DEPTH = 8;

  /// What the programs of a machine may print if its topology does not say.
  private static final long MOST_OUTPUT_OCTETS = 64L << 20;

  private static final int MOST_SOCKETS = 8192;

  private final Project project;
  private final Map<String, byte[]> scripts;
  private final netarium.topologies.node.Vm vm;

  /// `scripts`: the octets of the project's scripts by path, which all VMs share.
  HostPrograms(Project project, Map<String, byte[]> scripts, netarium.topologies.node.Vm vm) {
    this.project = project;
    this.scripts = scripts;
    this.vm = vm;
  }

  VmSettings settings(int index, Instant epoch) {
    VmLimits limits = vm.limits();
    Long instructions = limits.instructions();
    return new VmSettings(
        vm.id(),
        index,
        FromTopology.duration(vm.cpu()),
        limits.memory().count(),
        instructions == null ? VmSettings.UNLIMITED : instructions,
        Optional.ofNullable(limits.output()).map(o -> o.count()).orElse(MOST_OUTPUT_OCTETS),
        epochNanos(epoch),
        vm.env());
  }

  /// How many sockets the VM may have open at once.
  int sockets() {
    Integer sockets = vm.limits().sockets();
    return sockets == null ? MOST_SOCKETS : sockets;
  }

  TcpOptionsConfig tcp() {
    TcpOptions tcp = vm.tcp();
    TcpOptionsConfig config =
        TcpOptionsConfig.DEFAULT
            .withTimestamps(tcp.timestamps())
            .withWindowScale(tcp.windowScale())
            .withSack(tcp.sack())
            .withNagle(tcp.nagle())
            .withEcn(tcp.ecn() ? TcpOptionsConfig.Ecn.ON : TcpOptionsConfig.Ecn.OFF)
            .withRack(tcp.rack())
            .withChallengeAcks(tcp.challengeAcks())
            .withKeepAlive(keepAlive(tcp.keepAlive()))
            .withCongestion(
                switch (tcp.congestion()) {
                  case NEW_RENO -> TcpOptionsConfig.Congestion.NEW_RENO;
                  case CUBIC -> TcpOptionsConfig.Congestion.CUBIC;
                });
    config = with(config, tcp.mss(), TcpOptionsConfig::withMss);
    config = with(config, tcp.initialWindow(), TcpOptionsConfig::withInitialWindow);
    config = with(config, duration(tcp.rtoMin()), TcpOptionsConfig::withRtoMin);
    config = with(config, duration(tcp.msl()), TcpOptionsConfig::withMsl);
    config = with(config, duration(tcp.delayedAck()), TcpOptionsConfig::withDelayedAck);
    TcpOptions.Patience patience = tcp.patience();
    config = with(config, duration(patience.rtoMax()), TcpOptionsConfig::withRtoMax);
    config = with(config, duration(patience.rtoInitial()), TcpOptionsConfig::withRtoInitial);
    config =
        with(config, duration(patience.connectTimeout()), TcpOptionsConfig::withConnectTimeout);
    config = with(config, duration(patience.userTimeout()), TcpOptionsConfig::withUserTimeout);
    config = with(config, octets(tcp.receiveBuffer()), TcpOptionsConfig::withReceiveBuffer);
    return with(config, octets(tcp.sendBuffer()), TcpOptionsConfig::withSendBuffer);
  }

  private static TcpOptionsConfig.KeepAlive keepAlive(TcpOptions.KeepAlive wanted) {
    TcpOptionsConfig.KeepAlive usual = TcpOptionsConfig.KeepAlive.OFF;
    SimDuration idle = duration(wanted.idle());
    SimDuration interval = duration(wanted.interval());
    Integer probes = wanted.probes();
    return new TcpOptionsConfig.KeepAlive(
        wanted.isOn(),
        idle == null ? usual.idle() : idle,
        interval == null ? usual.interval() : interval,
        probes == null ? usual.probes() : probes);
  }

  private static <T> TcpOptionsConfig with(
      TcpOptionsConfig config,
      @Nullable T value,
      BiFunction<TcpOptionsConfig, T, TcpOptionsConfig> change) {
    return value == null ? config : change.apply(config, value);
  }

  private static @Nullable SimDuration duration(@Nullable TimeSpan span) {
    return span == null ? null : FromTopology.duration(span);
  }

  private static @Nullable Integer octets(@Nullable Octets size) {
    return size == null ? null : Math.toIntExact(size.count());
  }

  /// The VM's disk: the usual directories, the project's scripts below the home directory, and what
  /// the topology puts there. The limit of a topology is for what programs add to that.
  FileTree files(Instant epoch, NameTable names) {
    Map<String, byte[]> given = new LinkedHashMap<>();
    given.put("/etc/hosts", names.hostsFile());
    if (!vm.dns().isEmpty()) {
      given.put("/etc/resolv.conf", resolvConf().getBytes(UTF_8));
    }
    given.put("/etc/hostname", (vm.id() + "\n").getBytes(UTF_8));
    scripts.forEach((path, octets) -> given.put(FilePath.join(Vm.HOME, path), octets));
    vm.files().forEach((path, content) -> given.put(FilePath.join(Vm.HOME, path), octets(content)));
    FileTree files = FileTree.furnished(limits(given), epochNanos(epoch));
    FileCaller root = FileCaller.root(epochNanos(epoch));
    FileError noRoom = files.provide(BundledModules.TOP, BundledModules.files(), root);
    if (noRoom.isError()) {
      throw new IllegalStateException("the limits must leave room for the bundled modules");
    }
    given.forEach((path, octets) -> files.install(path, octets, root));
    return files;
  }

  private String resolvConf() {
    StringBuilder text = new StringBuilder();
    vm.dns().forEach(each -> text.append("nameserver ").append(each).append('\n'));
    return text.toString();
  }

  private FileLimits limits(Map<String, byte[]> given) {
    Octets quota = vm.limits().files();
    if (quota == null) {
      return FileLimits.DEFAULT;
    }
    long octets = quota.count() + FURNITURE_OCTETS;
    for (byte[] each : BundledModules.files().values()) {
      octets += each.length + (long) FileLimits.ENTRY_OCTETS;
    }
    for (byte[] each : given.values()) {
      octets += each.length + (long) DEPTH * FileLimits.ENTRY_OCTETS;
    }
    return new FileLimits(octets, FileLimits.DEFAULT.openFiles());
  }

  private byte[] octets(FileContent content) {
    return switch (content) {
      case FileContent.Inline inline -> inline.text().getBytes(UTF_8);
      case FileContent.From from -> project.file(from.projectPath()).orElseThrow();
    };
  }

  /// Has the VM's programs started, in the order of the topology, as long after `boot` as each
  /// wants, and then those it starts by itself.
  void schedule(Host host, SimTime boot) {
    Vm machine = host.vm();
    for (netarium.topologies.node.Program each : vm.programs()) {
      switch (each) {
        case netarium.topologies.node.Program.Script script ->
            machine.schedule(
                program(script.script(), script.start(), boot), loader(script.script()));
        case netarium.topologies.node.Program.HttpPool pool ->
            machine.schedule(program(pool.script(), pool.start(), boot), loader(pool));
        case netarium.topologies.node.Program.Command command ->
            machine.schedule(
                program(command.program(), command.start(), boot),
                BuiltInPrograms.orAtItsPath(host, command.program()));
      }
    }
    Bootstrap.schedule(machine);
  }

  private ProgramLoader loader(String script) {
    return project
        .script(script)
        .<ProgramLoader>map(ScriptLoader::new)
        .orElse(process -> process.failToStart("cannot open " + script));
  }

  private ProgramLoader loader(netarium.topologies.node.Program.HttpPool pool) {
    Integer port = pool.port();
    int listensOn = port == null ? PoolPlan.DEFAULT_PORT : port;
    return project
        .script(pool.script())
        .map(source -> PoolProgram.of(source, listensOn, pool.workers(), pool.tls()))
        .orElse(process -> process.failToStart("cannot open " + pool.script()));
  }

  private static Program program(
      String path, netarium.topologies.node.Program.Start start, SimTime boot) {
    Program.Restart restart =
        switch (start.restart()) {
          case NEVER -> Program.Restart.NEVER;
          case ON_ERROR -> Program.Restart.ON_ERROR;
          case ALWAYS -> Program.Restart.ALWAYS;
        };
    return new Program(path, start.args(), boot.plus(FromTopology.duration(start.at())), restart);
  }

  private static long epochNanos(Instant epoch) {
    return Math.addExact(
        Math.multiplyExact(epoch.getEpochSecond(), 1_000_000_000L), epoch.getNano());
  }
}
