package netarium.engine.vm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.lua.LuaError;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The processes of a VM: their numbers, who started whom, how they start and end.
public final class ProcessTable {
  /// No more than these run at once, those of the topology aside.
  public static final int LIMIT = 256;

  /// What a process with its libraries takes of the VM's memory, and a little to begin with:
  /// without so much room none is started.
  private static final long LEAST_OCTETS = 32 * 1024;

  /// The exit code of a process that was killed, as a Unix shell shows it.
  static final int KILLED = 128 + 9;

  /// So many ended children are remembered for what they have printed.
  private static final int MAX_LEGACIES = 256;

  /// A pause before a program is started again, so that one that fails at once does not spin.
  private static final SimDuration RESTART_DELAY = SimDuration.ofSeconds(1);

  /// What is known of a process by its number.
  public enum Status {
    /// It has been started and waits for its first turn.
    SCHEDULED("scheduled"),
    RUNNING("running"),
    FINISHED("finished"),
    NOT_FOUND("not_found");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// What a child that has ended leaves to its parent.
  private record Legacy(Process parent, OutputBuffer output) {}

  private final Vm vm;
  private final List<Process> running = new ArrayList<>();
  private final Map<Integer, Legacy> legacies = new LinkedHashMap<>();
  private final BitSet neverStarted = new BitSet();
  private int pids;

  ProcessTable(Vm vm) {
    this.vm = vm;
  }

  /// The processes that run, in the order of their start.
  public List<Process> running() {
    return List.copyOf(running);
  }

  public Optional<Process> process(int pid) {
    return running.stream().filter(process -> process.pid() == pid).findFirst();
  }

  public Status status(int pid) {
    Optional<Process> found = process(pid);
    if (found.isPresent()) {
      return found.get().hasBegun() ? Status.RUNNING : Status.SCHEDULED;
    }
    boolean wasThere = pid > 0 && pid <= pids && !neverStarted.get(pid);
    return wasThere ? Status.FINISHED : Status.NOT_FOUND;
  }

  /// A number for a program that could not be found: whoever asks for it learns just that.
  public int numberOfNothing() {
    neverStarted.set(++pids);
    return pids;
  }

  public boolean isFull() {
    return running.size() >= LIMIT;
  }

  /// Starts a program of the topology.
  void start(Program program, ProgramLoader loader) {
    try {
      pids++;
      vm.memory().requireRoom(LEAST_OCTETS);
      Process process = new Process(vm, pids, program);
      begin(process, loader);
    } catch (LuaError error) {
      neverStarted.set(pids);
      vm.console().notice(0, "cannot start " + program.script() + ": " + error.getMessage());
      if (program.restart() != Program.Restart.NEVER) {
        startLater(program, loader);
      }
    }
  }

  /// Starts a program on behalf of a process, or of the machine. A child has its parent's user,
  /// working directory and environment; with `forwardsOutput` what it prints is also its parent's
  /// output. What the caller does next does not follow from the start, so its cause stays.
  public Process spawn(
      @Nullable Process parent,
      String program,
      List<Octets> arguments,
      boolean forwardsOutput,
      ProgramLoader loader) {
    List<String> texts =
        arguments.stream().map(octets -> new String(octets.toByteArray(), UTF_8)).toList();
    vm.memory().requireRoom(LEAST_OCTETS);
    Program what = new Program(program, texts, vm.simulator().now(), Program.Restart.NEVER);
    Process process = new Process(vm, pids + 1, what);
    pids++;
    process.arguments(arguments);
    if (parent != null) {
      process.inherit(parent, forwardsOutput);
    }
    long cause = vm.simulator().cause();
    begin(process, loader);
    vm.simulator().becauseOf(cause);
    return process;
  }

  private void begin(Process process, ProgramLoader loader) {
    running.add(process);
    Program program = process.program();
    vm.recorder()
        .recordAsCause(
            new SimEvent.ProcessStarted(
                vm.recorder().stamp(vm.settings().node()),
                process.pid(),
                program.script(),
                program.arguments()));
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
      startLater(process.program(), loader);
    }
  }

  private void startLater(Program program, ProgramLoader loader) {
    Runnable begin = vm.unlessPowerFails(() -> start(program, loader));
    vm.simulator().after(RESTART_DELAY, begin::run);
  }

  /// All processes end at once; none is started again.
  void crash() {
    running().forEach(process -> process.end("crashed", KILLED));
    legacies.clear();
  }

  /// Ends a process and all that it started, directly or not.
  public void kill(Process process) {
    List<Process> family = new ArrayList<>(List.of(process));
    for (Process each : running) {
      Process parent = each.parent();
      if (parent != null && family.contains(parent) && !family.contains(each)) {
        family.add(each);
      }
    }
    family.forEach(each -> each.end("killed", KILLED));
  }

  /// What a child has printed since this was last asked; of one that has ended, once.
  public Octets takeOutput(Process parent, int pid) {
    Legacy legacy = legacies.get(pid);
    if (legacy != null && legacy.parent() == parent) {
      legacies.remove(pid);
      return legacy.output().take();
    }
    return process(pid)
        .filter(child -> child.parent() == parent)
        .map(child -> child.output().take())
        .orElse(Octets.EMPTY);
  }

  void ended(Process process, String how) {
    running.remove(process);
    legacies.values().removeIf(legacy -> legacy.parent() == process);
    for (Process each : running) {
      if (each.parent() == process) {
        each.orphan();
      }
    }
    vm.recorder()
        .record(
            new SimEvent.ProcessEnded(
                vm.recorder().stamp(vm.settings().node()), process.pid(), how, process.exitCode()));
    Process parent = process.parent();
    if (parent != null) {
      leave(process, parent);
    }
  }

  private void leave(Process process, Process parent) {
    if (!process.output().isEmpty()) {
      legacies.put(process.pid(), new Legacy(parent, process.output()));
    }
    if (legacies.size() > MAX_LEGACIES) {
      legacies.remove(legacies.keySet().iterator().next());
    }
    parent.arrivals().arrived();
  }
}
