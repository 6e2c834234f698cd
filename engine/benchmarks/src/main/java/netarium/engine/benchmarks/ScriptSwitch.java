package netarium.engine.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import netarium.engine.lua.Closure;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.MemoryAccount;
import netarium.engine.lua.Native;
import netarium.engine.lua.RunStatus;
import netarium.engine.lua.WorldGate;
import netarium.engine.lua.compile.LuaCompiler;
import netarium.engine.node.Host;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.EventSink;
import netarium.engine.vm.NameTable;
import netarium.engine.vm.Program;
import netarium.engine.vm.VmSettings;
import netarium.engine.vm.WaitQueue;
import netarium.engine.vm.files.FileLimits;
import netarium.engine.vm.files.FileTree;
import netarium.engine.vm.program.ScriptLoader;
import org.jspecify.annotations.Nullable;

/// How long it takes to go from the engine into a parked script and back: wake it, let it run up to
/// where it waits again. In turn with two platform threads that do the same with park and unpark;
/// to be run on one core.
///
/// `machine_ns` is the Lua machine alone, `vm_ns` the way a call of the network takes: a wait
/// queue, an event, the VM's processor, and then the machine.
final class ScriptSwitch {
  private static final String SCRIPT = "local w = wait while true do w() end";
  private static final int ROUNDS = 7;
  private static final int SWITCHES = 2_000_000;
  private static final int THREAD_SWITCHES = 100_000;
  private static final long TURN_UNITS = 1_000_000;

  private ScriptSwitch() {}

  static void main(String[] args) throws InterruptedException {
    Coroutine task = machineTask();
    VmTask vm = new VmTask();
    double[] machineNanos = new double[ROUNDS];
    double[] vmNanos = new double[ROUNDS];
    double[] threadNanos = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      inMachine(task);
      machineNanos[i] = (System.nanoTime() - start) / (double) SWITCHES;
      start = System.nanoTime();
      vm.wakes(SWITCHES);
      vmNanos[i] = (System.nanoTime() - start) / (double) SWITCHES;
      threadNanos[i] = threads();
    }
    System.out.printf(
        Locale.ROOT,
        "switch machine_ns=%.1f vm_ns=%.1f thread_ns=%.1f%n",
        Comparison.median(machineNanos),
        Comparison.median(vmNanos),
        Comparison.median(threadNanos));
  }

  private static Coroutine machineTask() {
    LuaMachine machine = new LuaMachine(MemoryAccount.unlimited(), WorldGate.OPEN);
    machine.globals.set("wait", Native.of("wait", (co, func, n) -> co.park()));
    Closure main =
        Closure.main(
            machine, LuaCompiler.compile(SCRIPT.getBytes(UTF_8), "=switch"), machine.globals);
    Coroutine task = machine.newTask(main);
    check(machine.run(task, TURN_UNITS));
    return task;
  }

  private static void inMachine(Coroutine task) {
    for (int i = 0; i < SWITCHES; i++) {
      task.wake();
      check(task.machine.run(task, TURN_UNITS));
    }
  }

  private static void check(RunStatus status) {
    if (status != RunStatus.PARKED) {
      throw new IllegalStateException("the script does not wait but is " + status);
    }
  }

  /// A script on a VM that waits for a flag of its own.
  private static final class VmTask {
    private static final LuaValue[] NOTHING = {};

    private final Simulator simulator = new Simulator();
    private final WaitQueue queue = new WaitQueue();
    private boolean isUp;
    private long taken;

    VmTask() {
      VmSettings settings =
          new VmSettings(
              "vm",
              0,
              SimDuration.ofNanos(100),
              VmSettings.UNLIMITED,
              VmSettings.UNLIMITED,
              VmSettings.UNLIMITED,
              0,
              Map.of());
      Host host =
          new Host(
              settings,
              List.of(),
              TcpOptionsConfig.DEFAULT,
              new FileTree(FileLimits.DEFAULT),
              new NameTable(),
              simulator,
              new EventRecorder(simulator, EventSink.NONE),
              new RandomStreams(1));
      Program program = new Program("switch.lua", List.of(), SimTime.ZERO, Program.Restart.NEVER);
      host.vm()
          .schedule(
              program,
              process -> {
                process
                    .machine()
                    .globals
                    .set(
                        "wait",
                        Native.of(
                            "wait",
                            (co, func, n) -> process.await(co, func, queue, this::attempt)));
                new ScriptLoader(SCRIPT.getBytes(UTF_8)).load(process);
              });
      settle();
    }

    private LuaValue @Nullable [] attempt() {
      if (!isUp) {
        return null;
      }
      isUp = false;
      taken++;
      return NOTHING;
    }

    void wakes(int count) {
      for (int i = 0; i < count; i++) {
        isUp = true;
        queue.wakeAll();
        settle();
      }
      if (isUp || taken == 0) {
        throw new IllegalStateException("the script was not woken");
      }
    }

    private void settle() {
      while (simulator.step()) {
        // Each step is one event.
      }
    }
  }

  /// A platform thread wakes another and waits until that has woken it.
  private static double threads() throws InterruptedException {
    Turn turn = new Turn();
    Thread engine = Thread.currentThread();
    Thread script =
        new Thread(() -> {
          for (int i = 0; i < THREAD_SWITCHES; i++) {
            turn.await(true);
            turn.isScripts = false;
            LockSupport.unpark(engine);
          }
        });
    script.start();
    long start = System.nanoTime();
    for (int i = 0; i < THREAD_SWITCHES; i++) {
      turn.isScripts = true;
      LockSupport.unpark(script);
      turn.await(false);
    }
    double nanos = (System.nanoTime() - start) / (double) THREAD_SWITCHES;
    script.join();
    return nanos;
  }

  private static final class Turn {
    volatile boolean isScripts;

    void await(boolean scripts) {
      while (isScripts != scripts) {
        LockSupport.park(this);
      }
    }
  }
}
