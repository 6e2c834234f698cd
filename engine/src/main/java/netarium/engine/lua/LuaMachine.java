package netarium.engine.lua;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One Lua state: the world of one simulated process. Plain data without threads; any number of
/// machines may live in one JVM thread, and nothing here is static.
public final class LuaMachine {
  static final Str NOT_ENOUGH_MEMORY = Str.constant("not enough memory");

  private static final Native PCALL = new ProtectedCalls.Pcall();
  private static final Native XPCALL = new ProtectedCalls.Xpcall();

  private static final Str[] TYPE_NAMES = {
    Str.constant("nil"),
    Str.constant("boolean"),
    Str.constant("number"),
    Str.constant("string"),
    Str.constant("table"),
    Str.constant("function"),
    Str.constant("thread"),
    Str.constant("userdata"),
  };

  private static final long MAX_STRING_OCTETS = Integer.MAX_VALUE - 64;

  /// What the smallest step of a collection does.
  private static final int STEP_OCTETS = 1600;

  /// Extra units of a world call.
  static final int WORLD_CALL_UNITS = 50;

  public final MemoryAccount account;
  public final Table globals;

  /// `package.loaded`: where messages look for the names of functions.
  public final Table loaded;

  /// Values that natives keep for themselves, out of the script's reach.
  public final Table registry;

  final WorldGate gate;
  private final @Nullable Table[] typeMetatables = new Table[6];
  private final List<Coroutine> tasks = new ArrayList<>();

  /// Few, so that looking through them is quick.
  private final List<Object> hosts = new ArrayList<>(0);

  private int ids;

  /// Units left in this run; below 0 the run ends at the next charge point.
  long left;

  private long budget;
  Coroutine current;

  /// What the driver does after a {@link Native#SWITCH}.
  int switchAction;

  /// Whether instructions execute one by one from the original code; same results, same units.
  boolean isStepping;

  /// Whether something awaits a count at rest or a finalizer; seen before the next instruction.
  boolean isCareDue;

  /// `collectgarbage("stop")`: nothing is finalized or cleared unasked.
  private boolean isCollectorStopped;

  /// Octets of work that `collectgarbage("step")` was asked for since its last cycle.
  private long stepCredit;

  private boolean isClosing;
  private boolean hasHost;
  final Finalizers finalizers = new Finalizers(this);

  private boolean isRunning;
  private final Driver driver = new Driver(this);

  /// A machine with empty globals, its memory on an account that others may share.
  public LuaMachine(MemoryAccount account, WorldGate gate) {
    this.account = account;
    this.gate = gate;
    globals = new Table(this);
    loaded = new Table(this);
    registry = new Table(this);
    current = new Coroutine(this, 1);
    account.register(this);
  }

  int nextId() {
    return ++ids;
  }

  /// Gives the machine an object for {@link Native#method natives} that work on one of its type.
  public void addHost(Object host) {
    hosts.add(host);
  }

  /// The object of that type that the machine was given.
  public <T> T host(Class<T> type) {
    for (int i = 0; i < hosts.size(); i++) {
      Object host = hosts.get(i);
      if (type.isInstance(host)) {
        return type.cast(host);
      }
    }
    throw new IllegalStateException("invariant broken: a machine has what its natives work on");
  }

  /// Charges a library call for work: 1 unit for each 32 (octets, elements, steps), rounded up.
  public void charge(long work) {
    left -= (work + 31) >> 5;
  }

  /// Charges a string that was made for its memory, and for the work of making it.
  public Str charged(Str made) {
    charge(made.length);
    account.charge(Str.HEADER_OCTETS + (long) made.length);
    return made;
  }

  /// Charges for moving values on a stack; few are part of the call.
  void chargeMoves(int values) {
    left -= values >> 5;
  }

  /// Units used in this run so far.
  public long unitsUsed() {
    return budget - left;
  }

  boolean isRunning() {
    return isRunning;
  }

  // ---- tasks -------------------------------------------------------------------------------

  /// Lets tasks be called by a program that is no Lua, as the stand-alone interpreter calls
  /// scripts: tracebacks show it.
  public void runsUnderHost() {
    hasHost = true;
  }

  boolean hasHost() {
    return hasHost;
  }

  /// A new task: `function(arguments…)` waits for its first {@link #run}.
  public Coroutine newTask(LuaValue function, LuaValue... arguments) {
    if (hasHost) {
      LuaValue[] all = new LuaValue[arguments.length + 1];
      all[0] = function;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      Coroutine task = rawTask(HostCall.INSTANCE, all);
      task.outerNesting = 1;
      return task;
    }
    return rawTask(function, arguments);
  }

  private Coroutine rawTask(LuaValue function, LuaValue... arguments) {
    Coroutine task = new Coroutine(this, Math.max(32, arguments.length + 2));
    task.stack[0] = function;
    System.arraycopy(arguments, 0, task.stack, 1, arguments.length);
    task.callCount = arguments.length;
    task.callWanted = -1;
    task.status = Coroutine.Status.RUNNING;
    tasks.add(task);
    return task;
  }

  /// A new coroutine of the running task, suspended before its function.
  public Coroutine newCoroutine(LuaValue function) {
    Coroutine co = new Coroutine(this, 16);
    co.stack[0] = function;
    co.task = current.task;
    return co;
  }

  /// Runs a task until it ends, waits, or has used its units. A task that parked must have been
  /// woken, one that ended cannot run again.
  public RunStatus run(Coroutine task, long units) {
    if (task.machine != this || task.task != task || isRunning) {
      throw new IllegalStateException("a machine runs its own tasks, one at a time");
    }
    if (task.state == Coroutine.Task.ENDED || task.state == Coroutine.Task.PARKED) {
      throw new IllegalStateException("this task cannot run: it is " + task.state);
    }
    budget = units;
    left = units;
    isRunning = true;
    try {
      RunStatus status = driver.run(task);
      if (status == RunStatus.ENDED || status == RunStatus.FAILED) {
        tasks.remove(task);
      }
      return status;
    } finally {
      isRunning = false;
    }
  }

  /// Where a task stands that is not running: `scripts/x.lua:12: `, or empty text.
  public String where(Coroutine task) {
    Frame frame = task.innermost.frame;
    Closure running = frame.closure;
    if (task.innermost.pending != null || running == null) {
      return whereOfLua(frame);
    }
    // The next instruction, not the last one: a loop that used up its turn stands at its beginning.
    return running.proto.shortSource + ":" + running.proto.line(frame.pc) + ": ";
  }

  /// Where the nearest function stands that is Lua; natives that call each other have no lines.
  private static String whereOfLua(Frame top) {
    for (Frame f = top; f != null; f = f.prev) {
      Closure running = f.closure;
      if (running != null) {
        return running.proto.shortSource + ":" + running.proto.line(Math.max(0, f.pc - 1)) + ": ";
      }
    }
    return "";
  }

  /// Ends a task: its next run fails with this message, past every `pcall`.
  public void abort(Coroutine task, String message) {
    task.wakeValues = new LuaValue[] {Str.of(message)};
    task.isAborted = true;
    task.state = Coroutine.Task.WOKEN_BY_ERROR;
  }

  // ---- collecting --------------------------------------------------------------------------

  /// Before an instruction: makes up for a count that could not clear weak entries; whether
  /// finalizers have to be called now.
  boolean needsCare() {
    if (isCollectorStopped || finalizers.isRunning) {
      return false;
    }
    isCareDue = false;
    account.countIfDue();
    return finalizers.hasDue();
  }

  /// `collectgarbage()`: counts; the caller then runs {@link #finalizerCalls}.
  public void collect() {
    stepCredit = 0;
    account.collect();
  }

  /// `collectgarbage("step")`: whether the work asked for made up a whole cycle.
  public boolean collectStep(double kibi) {
    stepCredit += (long) (Math.min(Math.max(0, kibi), 1e9) * 1024) + STEP_OCTETS;
    if (stepCredit < account.used()) {
      return false;
    }
    collect();
    return true;
  }

  /// The native that calls what waits to be finalized.
  public Native finalizerCalls() {
    return Finalizers.RUNNER;
  }

  /// Stops or restarts what happens unasked.
  public void stopCollector(boolean stops) {
    isCollectorStopped = stops;
    account.isStopped = stops;
    isCareDue = true;
  }

  public boolean isCollectorStopped() {
    return isCollectorStopped;
  }

  /// A task that calls all finalizers still to be called, because the process ends; null if there
  /// are none in Lua, or after the first time: what finalizers make is not finalized.
  public @Nullable Coroutine closingTask() {
    if (isClosing) {
      return null;
    }
    isClosing = true;
    try {
      return finalizers.separateForClose() || finalizers.hasDue()
          ? rawTask(Finalizers.RUNNER)
          : null;
    } catch (LuaError noMemory) {
      return null;
    }
  }

  void forgetFinalizer(LuaValue object) {
    switch (object) {
      case Table t -> t.isFinalizable(false);
      case Userdata u -> u.isFinalizable = false;
      default -> throw new IllegalStateException("has no finalizer: " + object.typeName());
    }
  }

  // ---- metatables --------------------------------------------------------------------------

  /// The metatable of any value, or null.
  public @Nullable Table metatable(LuaValue value) {
    return switch (value) {
      case Table t -> t.metatable;
      case Userdata u -> u.metatable;
      default -> typeMetatables[typeIndex(value)];
    };
  }

  /// Gives a value a metatable; one of a type that has its own only shares it with all of its type.
  public void setMetatable(LuaValue value, @Nullable Table metatable) {
    boolean hasFinalizer = metatable != null && Events.handler(metatable, Events.GC) != Nil.NIL;
    switch (value) {
      case Table t -> {
        t.metatable = metatable;
        if (hasFinalizer && !t.isFinalizable()) {
          finalizers.register(t);
          t.isFinalizable(true);
        }
      }
      case Userdata u -> {
        u.metatable = metatable;
        if (hasFinalizer && !u.isFinalizable) {
          finalizers.register(u);
          u.isFinalizable = true;
        }
      }
      default -> setTypeMetatable(value, metatable);
    }
  }

  /// Sets the metatable all values of a type share; not for tables and userdata.
  public void setTypeMetatable(LuaValue example, @Nullable Table metatable) {
    typeMetatables[typeIndex(example)] = metatable;
  }

  @Nullable Table stringMetatable() {
    return typeMetatables[0];
  }

  private static int typeIndex(LuaValue value) {
    return switch (value) {
      case Str _ -> 0;
      case Num _ -> 1;
      case Bool _ -> 2;
      case Nil _ -> 3;
      case LuaFunction _ -> 4;
      case Coroutine _ -> 5;
      default -> throw new IllegalStateException("has its own metatable: " + value.typeName());
    };
  }

  /// A field of a value's metatable, or nil.
  public LuaValue metafield(LuaValue value, Str name) {
    Table t = metatable(value);
    return t == null ? Nil.NIL : t.get(name);
  }

  /// The text of a value as `tostring` gives it when no `__tostring` interferes.
  public Str text(LuaValue value) {
    return switch (value) {
      case Str s -> s;
      case Num n -> LuaNumberText.toStr(n.v);
      case Nil _, Bool _ -> Str.latin1(value.toString());
      case Table t -> address(t.typeName(), t.id);
      case Closure c -> address("function", c.id);
      case Native n -> address("function", n.id);
      case Coroutine co -> address("thread", co.id);
      case Userdata u -> address("userdata", u.id);
    };
  }

  /// Not an address, of course: the number of the object in order of creation.
  private static Str address(String type, int id) {
    String digits = Integer.toHexString(id);
    return Str.latin1(type + ": 0x" + "0".repeat(8 - digits.length()) + digits);
  }

  /// The name `type` answers, as a value.
  public Str typeNameOf(LuaValue value) {
    return switch (value) {
      case Nil _ -> TYPE_NAMES[0];
      case Bool _ -> TYPE_NAMES[1];
      case Num _ -> TYPE_NAMES[2];
      case Str _ -> TYPE_NAMES[3];
      case Table _ -> TYPE_NAMES[4];
      case LuaFunction _ -> TYPE_NAMES[5];
      case Coroutine _ -> TYPE_NAMES[6];
      case Userdata _ -> TYPE_NAMES[7];
    };
  }

  /// Raises the error of a key that is nil or NaN.
  public void checkKey(Coroutine co, LuaValue key) {
    Indexing.checkKey(co, key);
  }

  /// The error of two values that have no order; to be thrown.
  public LuaError orderError(Coroutine co, LuaValue left, LuaValue right) {
    return Names.orderError(co, left, right);
  }

  /// Charges and makes the bytes of a new string; refuses what no string can hold.
  public byte[] newBytes(Coroutine co, long length) {
    if (length > MAX_STRING_OCTETS) {
      throw length > account.limit()
          ? new LuaError(NOT_ENOUGH_MEMORY)
          : co.error("resulting string too large", 1);
    }
    account.charge(Str.HEADER_OCTETS + length);
    return new byte[(int) length];
  }

  /// The function `pcall`.
  public static Native pcall() {
    return PCALL;
  }

  /// The function `xpcall`.
  public static Native xpcall() {
    return XPCALL;
  }

  void traverse(Marker marker) {
    marker.mark(globals);
    marker.mark(loaded);
    marker.mark(registry);
    marker.mark(current);
    finalizers.traverse(marker);
    for (Table t : typeMetatables) {
      marker.mark(t);
    }
    for (Coroutine task : tasks) {
      marker.mark(task);
    }
  }
}
