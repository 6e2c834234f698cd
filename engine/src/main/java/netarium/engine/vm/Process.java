package netarium.engine.vm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Str;
import netarium.engine.service.CrossOrigin;
import netarium.engine.service.Dialler;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A running program: a Lua machine with globals of its own, and its tasks. It ends when its last
/// task has ended, when one of them fails, or when it is told to; its sockets and files go with it.
public final class Process {
  private final Vm vm;
  private final int pid;
  private final Program program;
  private final LuaMachine machine;
  private final Arrivals arrivals;
  private final Input input;
  private final Map<String, String> environment;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Runnable> atEnd = new ArrayList<>();
  private final OutputBuffer output = new OutputBuffer();
  private List<Octets> arguments;
  private @Nullable Process parent;
  private boolean forwardsOutput;
  private boolean saidOutputLost;
  private boolean hasBegun;
  private String user = FileCaller.ROOT;
  private String workingDirectory = Vm.HOME;
  private long nanosUsed;
  private long busyUnits;
  private boolean saidBusy;
  private boolean isOver;
  private int exitCode;

  /// The first task: what the program's file says.
  private @Nullable Task main;

  private @Nullable Runnable afterMain;

  /// What keeps it running although no task does.
  private int holds;

  private @Nullable ScreenInput screenInput;
  private @Nullable Names names;
  private @Nullable CrossOrigin page;

  /// How it ends once its last task has ended.
  private String endsHow = "returned";

  private int endsWith;

  Process(Vm vm, int pid, Program program) {
    this.vm = vm;
    this.pid = pid;
    this.program = program;
    this.machine = new LuaMachine(vm.memory(), vm.cpu());
    this.arrivals = new Arrivals(vm.simulator(), this);
    this.input = new Input(this);
    this.environment = new LinkedHashMap<>(vm.environment());
    this.arguments = program.arguments().stream().map(Process::text).toList();
  }

  /// Becomes a child of the process that started it.
  void inherit(Process from, boolean forwards) {
    parent = from;
    forwardsOutput = forwards;
    user = from.user;
    workingDirectory = from.workingDirectory;
    environment.clear();
    environment.putAll(from.environment);
  }

  /// Its parent has ended: what it prints goes to the console from now on.
  void orphan() {
    parent = null;
  }

  /// The process that started it and still runs, or null.
  public @Nullable Process parent() {
    return parent;
  }

  OutputBuffer output() {
    return output;
  }

  public Vm vm() {
    return vm;
  }

  public int pid() {
    return pid;
  }

  public Program program() {
    return program;
  }

  /// What the program was started with, octet by octet; the program's own list is for people.
  public List<Octets> arguments() {
    return arguments;
  }

  void arguments(List<Octets> octets) {
    arguments = List.copyOf(octets);
  }

  /// The user on whose behalf it acts.
  public String user() {
    return user;
  }

  public void user(String name) {
    user = name;
  }

  public LuaMachine machine() {
    return machine;
  }

  public Arrivals arrivals() {
    return arrivals;
  }

  public Input input() {
    return input;
  }

  /// Its own copy of the VM's environment, which it may change.
  public Map<String, String> environment() {
    return environment;
  }

  /// What finds addresses on its behalf; made when something first looks for one.
  public Names names() {
    Names known = names;
    if (known == null) {
      known = new Names(this);
      names = known;
    }
    return known;
  }

  /// What opens connections on its behalf.
  public Dialler dialler() {
    return new Dialler(vm.sockets(), vm.simulator(), names(), pid, vm.tls());
  }

  /// The page that a program of a browser machine is: what it may ask other origins for. Its own
  /// origin is the machine's `ORIGIN`, else `http://` and the machine's name; a program cannot
  /// change it.
  public Optional<CrossOrigin> page() {
    if (vm.platform() != Platform.BROWSER) {
      return Optional.empty();
    }
    CrossOrigin own = page;
    if (own == null) {
      own =
          new CrossOrigin(vm.environment().getOrDefault("ORIGIN", "http://" + vm.settings().id()));
      page = own;
    }
    return Optional.of(own);
  }

  /// Whether it has had a turn.
  boolean hasBegun() {
    return hasBegun;
  }

  void begins() {
    hasBegun = true;
  }

  public boolean isOver() {
    return isOver;
  }

  /// Only when it is over.
  public int exitCode() {
    return exitCode;
  }

  public String workingDirectory() {
    return workingDirectory;
  }

  public void workingDirectory(String path) {
    workingDirectory = path;
  }

  /// The processor time the process has used up to this instant, in nanoseconds.
  public long cpuNanos() {
    return nanosUsed + vm.cpu().nanosOfRun(this);
  }

  /// Starts another flow of control: `go(f, ...)`. The first one is the main chunk.
  public Task go(LuaValue function, LuaValue... arguments) {
    Task task = new Task(this, machine.newTask(function, arguments));
    if (main == null) {
      main = task;
    }
    tasks.add(task);
    task.wake();
    return task;
  }

  /// To be done when the main chunk has ended without an error: it may start what the program goes
  /// on with.
  public void afterMain(Runnable action) {
    afterMain = action;
  }

  /// Keys and mouse that are meant for its screen; made when something first listens.
  public ScreenInput screenInput() {
    ScreenInput input = screenInput;
    if (input == null) {
      input = new ScreenInput();
      screenInput = input;
    }
    return input;
  }

  /// Whether it has a screen to which somebody may turn.
  public boolean hasScreen() {
    return screenInput != null;
  }

  /// Starts a flow of control on behalf of `watch`, which is told how it gets on; together with
  /// others that share the baton, if there is one.
  public Task serve(
      TaskWatch watch, @Nullable Baton baton, LuaValue function, LuaValue... arguments) {
    Task task = new Task(this, machine.newTask(function, arguments), watch, baton);
    tasks.add(task);
    task.wake();
    return task;
  }

  /// Keeps the process running without a task, until as many calls of [#letGo]: somebody still
  /// works for it.
  public void hold() {
    holds++;
  }

  /// Takes back a [#hold].
  public void letGo() {
    holds = Math.max(0, holds - 1);
    endIfIdle();
  }

  /// Whether one of its flows of control computes, or would if it were its turn.
  public boolean isAtWork() {
    return tasks.stream().anyMatch(task -> task.awaited().isEmpty());
  }

  /// Those of its flows of control that stand still, in the order of their start, and what for.
  public void eachWait(BiConsumer<Task, Awaited> told) {
    tasks.forEach(task -> task.awaited().ifPresent(awaited -> told.accept(task, awaited)));
  }

  /// The task whose turn it is; only while a native runs.
  public Task runningTask() {
    return vm.cpu().running();
  }

  /// Parks the running task until `completion` has results; what a native returns then.
  public int park(Completion completion) {
    vm.cpu().running().waitsFor(completion);
    return Native.PARK;
  }

  /// Tries once and parks the running task on `queue` if there is nothing yet: the shape of every
  /// blocking call.
  public int await(Coroutine co, int func, WaitQueue queue, Completion completion) {
    LuaValue[] results = completion.attempt();
    if (results != null) {
      return give(co, func, results);
    }
    Task task = vm.cpu().running();
    queue.add(task);
    return park(() -> {
      LuaValue[] late;
      try {
        late = completion.attempt();
      } catch (LuaError error) {
        queue.remove(task);
        throw error;
      }
      if (late != null) {
        queue.remove(task);
      }
      return late;
    });
  }

  /// Results of a native from an array.
  public static int give(Coroutine co, int func, LuaValue[] results) {
    co.ensure(func + results.length);
    System.arraycopy(results, 0, co.stack, func, results.length);
    return results.length;
  }

  /// To be done when the process ends, however it does: closing what it holds open.
  public void atEnd(Runnable action) {
    atEnd.add(action);
  }

  /// Prints; `isError`: as standard error does. The output of a child waits for its parent to read
  /// it; forwarded, it is its parent's output as well; with no parent left it is on the console.
  public void write(Octets text, boolean isError) {
    Process writer = this;
    Process reader = parent;
    while (reader != null) {
      writer.keep(text);
      reader.arrivals.arrived();
      if (!writer.forwardsOutput) {
        return;
      }
      writer = reader;
      reader = writer.parent;
    }
    vm.console().write(this, text, isError);
  }

  private void keep(Octets text) {
    boolean isLost = output.add(text);
    if (isLost && !forwardsOutput && !saidOutputLost) {
      saidOutputLost = true;
      notice(
          "printed more than "
              + OutputBuffer.LIMIT_OCTETS
              + " octets that its parent has not read: the oldest are lost");
    }
  }

  /// Says an error on the console that ends less than the process.
  public void error(Octets text) {
    vm.console().error(this, text);
  }

  /// The machine's own word on the console, beside what the program prints.
  public void notice(String text) {
    vm.console().notice(this, text);
  }

  /// Accounts for a stretch of the running task; `unitsSinceWorldCall` of them after its last call
  /// that others could see, or all of them if there was none (`hadWorldCall` false).
  void used(long units, boolean hadWorldCall, long unitsSinceWorldCall) {
    nanosUsed += units * vm.cpu().nanosPerUnit();
    vm.used(units);
    busyUnits = hadWorldCall ? unitsSinceWorldCall : busyUnits + unitsSinceWorldCall;
  }

  /// After a turn that was used up: says once that the program never waits, and ends it when it has
  /// used more instructions than its VM allows.
  void turnUsedUp(Task task) {
    if (!saidBusy && busyUnits * vm.cpu().nanosPerUnit() >= Vm.BUSY_NANOS) {
      saidBusy = true;
      notice(machine.where(task.coroutine()) + "busy for 1 s without waiting");
    }
    if (vm.instructionsLeft() <= 0) {
      vm.console()
          .error(
              this,
              text(
                  machine.where(task.coroutine())
                      + "instruction limit: this machine may use no more than "
                      + vm.settings().instructions()
                      + " instructions"));
      end("limit", 1);
    }
  }

  void ended(Task task) {
    tasks.remove(task);
    TaskWatch watch = task.watch();
    if (watch != null && !isOver) {
      watch.ended(task.coroutine().results());
    }
    Runnable next = afterMain;
    if (task == main && next != null && !isOver) {
      afterMain = null;
      next.run();
    }
    endIfIdle();
  }

  private void endIfIdle() {
    if (tasks.isEmpty() && holds == 0 && !isOver) {
      close(endsHow, endsWith);
    }
  }

  void failed(Task task) {
    if (isOver || task.isOver()) {
      return;
    }
    Str text = task.coroutine().failureText();
    TaskWatch watch = task.watch();
    if (watch != null) {
      tasks.remove(task);
      watch.failed(task.coroutine().failure(), text);
      endIfIdle();
      return;
    }
    if (text.length == 0) {
      notice("failed with nothing to say: error(nil)");
    }
    vm.console().error(this, Octets.wrap(text.bytes, text.offset, text.length));
    close("failed", 1);
  }

  /// Ends all tasks, lets the finalizers run that are still to be called, and then ends as {@link
  /// #end}.
  public void close(String how, int exitCode) {
    tasks.forEach(Task::end);
    tasks.clear();
    holds = 0;
    Coroutine closing = isOver ? null : machine.closingTask();
    if (closing == null) {
      end(how, exitCode);
      return;
    }
    endsHow = how;
    endsWith = exitCode;
    Task task = new Task(this, closing);
    tasks.add(task);
    task.wake();
  }

  /// A program that never came to run.
  public void failToStart(String message) {
    vm.console().error(this, text(message));
    end("failed", 1);
  }

  /// Ends the process: `how` as in the trace.
  public void end(String how, int exitCode) {
    if (isOver) {
      return;
    }
    isOver = true;
    this.exitCode = exitCode;
    tasks.forEach(Task::end);
    tasks.clear();
    arrivals.close();
    vm.memory().unregister(machine);
    vm.table().ended(this, how);
    for (Runnable action : atEnd) {
      action.run();
    }
    atEnd.clear();
  }

  static Octets text(String text) {
    return Octets.wrap(Str.of(text).toByteArray());
  }
}
