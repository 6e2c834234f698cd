package netarium.engine.lua;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A Lua thread, and with it a task: one growing stack, a list of frames, nothing of the JVM's
/// stack. Parked, it is plain data.
public final class Coroutine extends LuaValue {
  /// More slots than this is `stack overflow`.
  static final int MAX_STACK = 200_000;

  /// Room above the limit for message handlers.
  private static final int HANDLER_ROOM = 2_000;

  /// Nested metamethods, natives that call back and resumes: C Lua's LUAI_MAXCCALLS.
  static final int MAX_NESTING = 200;

  static final int OCTETS = 200;
  static final LuaValue[] NO_RESULTS = new LuaValue[0];

  /// What `coroutine.status` answers.
  enum Status {
    SUSPENDED,
    RUNNING,
    NORMAL,
    DEAD
  }

  public final LuaMachine machine;

  /// The stack. Read the field anew after {@link #ensure} and after every call.
  public LuaValue[] stack;

  final int id;
  int mark;
  final Frame root = new Frame(null);

  /// The running function; `root` when there is none.
  Frame frame = root;

  /// End of the values of a call or return of variable length.
  int top;

  @Nullable UpVal openUpvalues;
  @Nullable Coroutine resumer;
  Status status = Status.SUSPENDED;
  boolean isWrapped;

  /// Its hook; null while none was ever set.
  @Nullable Hooks hooks;

  /// Nodes of its list of frames.
  private int frames = 1;

  /// The native that runs or waits without a frame of its own, and who waits for its results.
  @Nullable Native pending;

  int pendingKind;
  int pendingFunc;
  int pendingWanted;
  int pendingCount;

  /// The call a native prepared; {@link Native#CALL}.
  int callAt;

  int callCount;
  int callWanted;
  int callKind = Frame.ROOT;

  /// Results on their way to who waits for them; {@link Driver#RETURN}.
  int resultKind;

  int resultFunc;
  int resultFrom;
  int resultCount;
  int resultWanted;

  /// The metamethod that a lookup ended in, and the value it was found for.
  LuaValue handler = Nil.NIL;

  LuaValue handled = Nil.NIL;

  /// Nesting of the coroutines that resumed this one.
  int outerNesting;

  /// Frames that wait for a metamethod or a native's step.
  int nesting;

  /// Natives on the stack that may not be yielded across.
  int unyieldable;

  /// Message handlers that run.
  int handlers;

  // ---- as a task -------------------------------------------------------------------------

  /// The task this coroutine runs in; itself for a task.
  Coroutine task;

  /// As a task: the coroutine inside it that goes on next.
  Coroutine innermost;

  Task state = Task.READY;
  boolean isAborted;

  /// What the driver does first when the task runs again.
  int nextAction = Native.CALL;

  LuaValue[] results = NO_RESULTS;
  LuaValue failure = Nil.NIL;
  Str failureText = Str.EMPTY;
  LuaValue[] wakeValues = NO_RESULTS;

  /// What a task does when it runs next.
  enum Task {
    /// Go on with the Lua function on top.
    READY,
    /// Not before it is woken.
    PARKED,
    /// Give {@link #wakeValues} to the native that parked.
    WOKEN,
    /// Raise the first of {@link #wakeValues}.
    WOKEN_BY_ERROR,
    ENDED
  }

  Coroutine(LuaMachine machine, int slots) {
    machine.account.charge(OCTETS + slots * 16L + Frame.OCTETS);
    this.machine = machine;
    this.id = machine.nextId();
    this.stack = new LuaValue[slots];
    Arrays.fill(stack, Nil.NIL);
    this.task = this;
    this.innermost = this;
    root.kind = Frame.ROOT;
  }

  @Override
  public String typeName() {
    return "thread";
  }

  @Override
  int tableHash() {
    return LuaFunction.spread(id);
  }

  long octets() {
    return OCTETS + stack.length * 16L + (long) frames * Frame.OCTETS;
  }

  /// How many frames it has ever needed at once.
  int depth() {
    return frames;
  }

  /// The frame above the running one, made if it was never needed before.
  Frame frameAbove() {
    Frame f = frame.next;
    if (f == null) {
      machine.account.charge(Frame.OCTETS);
      frames++;
      f = frame.above();
    }
    return f;
  }

  // ---- for natives: arguments and results --------------------------------------------------

  /// Argument `i` (from 1) of a native called with `func` and `n`; nil beyond the last.
  public LuaValue arg(int func, int n, int i) {
    return i <= n ? stack[func + i] : Nil.NIL;
  }

  /// Makes the stack long enough for slots below `end`; raises `stack overflow`.
  public LuaValue[] ensure(int end) {
    return end <= stack.length ? stack : grow(end);
  }

  private LuaValue[] grow(int end) {
    int limit = handlers > 0 ? MAX_STACK + HANDLER_ROOM : MAX_STACK;
    if (end > limit) {
      throw runtimeError("stack overflow");
    }
    int size = Math.min(limit, Math.max(end, stack.length * 2));
    machine.account.charge((size - stack.length) * 16L);
    LuaValue[] fresh = Arrays.copyOf(stack, size);
    Arrays.fill(fresh, stack.length, size, Nil.NIL);
    for (UpVal u = openUpvalues; u != null; u = u.next) {
      u.slots = fresh;
    }
    stack = fresh;
    return fresh;
  }

  /// Results: none.
  public int returns() {
    return 0;
  }

  /// Results: one value.
  public int returns(int func, LuaValue value) {
    stack[func] = value;
    return 1;
  }

  /// Results: two values.
  public int returns(int func, LuaValue first, LuaValue second) {
    LuaValue[] s = ensure(func + 2);
    s[func] = first;
    s[func + 1] = second;
    return 2;
  }

  /// Results: three values.
  public int returns(int func, LuaValue first, LuaValue second, LuaValue third) {
    LuaValue[] s = ensure(func + 3);
    s[func] = first;
    s[func + 1] = second;
    s[func + 2] = third;
    return 3;
  }

  /// Results: a number.
  public int returns(int func, double number) {
    return returns(func, new Num(number));
  }

  /// Results: a truth value.
  public int returns(int func, boolean truth) {
    return returns(func, Bool.of(truth));
  }

  /// Results: nil and a message, as functions answer whose failure is expected.
  public int fails(int func, String message) {
    return returns(func, Nil.NIL, Str.of(message));
  }

  // ---- for natives: calling back, waiting --------------------------------------------------

  /// Gives the running native a frame, so that it can call back. Arguments stay where they are.
  public Frame pushNative(Native body, int func, int n) {
    Frame f = frameAbove();
    f.closure = null;
    f.body = body;
    f.func = func;
    f.base = func + 1;
    f.argumentCount = n;
    f.kind = pendingKind;
    f.wanted = pendingWanted;
    f.isTailCall = false;
    f.isStandIn = false;
    f.outerNesting = nesting;
    f.outerUnyieldable = unyieldable;
    f.clearNativeState();
    if (body.forbidsYield) {
      unyieldable++;
    }
    frame = f;
    pending = null;
    return f;
  }

  /// Prepares the call of the function at stack slot `at` with the `n` arguments behind it. Slots
  /// from `at` on belong to the call; what the native still needs must stand below.
  public int call(int at, int n) {
    callAt = at;
    callCount = n;
    callWanted = -1;
    callKind = Frame.NATIVE;
    return Native.CALL;
  }

  /// Prepares the call of a function value with one argument.
  public int call(int at, LuaValue function, LuaValue argument) {
    LuaValue[] s = ensure(at + 2);
    s[at] = function;
    s[at + 1] = argument;
    return call(at, 1);
  }

  /// Prepares the call of a function value with two arguments.
  public int call(int at, LuaValue function, LuaValue first, LuaValue second) {
    LuaValue[] s = ensure(at + 3);
    s[at] = function;
    s[at + 1] = first;
    s[at + 2] = second;
    return call(at, 2);
  }

  /// Prepares the call of a function value with arguments, above everything in use.
  public int call(int at, LuaValue function, LuaValue... arguments) {
    LuaValue[] s = ensure(at + 1 + arguments.length);
    s[at] = function;
    System.arraycopy(arguments, 0, s, at + 1, arguments.length);
    return call(at, arguments.length);
  }

  // ---- for the coroutine library -----------------------------------------------------------

  /// Why another coroutine cannot be resumed from this one, or null.
  public @Nullable String obstacleToResume(Coroutine target) {
    if (target.status == Status.SUSPENDED && target.task != target) {
      return outerNesting + nesting + 1 >= MAX_NESTING ? "C stack overflow" : null;
    }
    return target.status == Status.DEAD
        ? "cannot resume dead coroutine"
        : "cannot resume non-suspended coroutine";
  }

  /// The native that runs on it or waits in it without a frame of its own, if any.
  public @Nullable Native pendingNative() {
    return pending;
  }

  /// Resumes a coroutine with `n` values of this stack. Its results become those of the running
  /// native, `true` or `false` in front unless `isWrapped`.
  public int resume(Coroutine target, int from, int n, boolean isWrapped) {
    target.isWrapped = isWrapped;
    return Switching.resume(this, target, from, n);
  }

  /// Yields `n` values of this stack to who resumed this coroutine.
  public int suspend(int from, int n) {
    return Switching.suspend(this, from, n);
  }

  /// What `coroutine.status` answers.
  public String status() {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /// Whether this is a task and no coroutine of the script's own.
  public boolean isTask() {
    return task == this;
  }

  /// Ends a run with {@link RunStatus#PARKED}: `return co.park();`.
  public int park() {
    return Native.PARK;
  }

  /// Where the running native was called from: `scripts/x.lua:12`, or empty text.
  public String place() {
    String where = CallInfo.where(this, 1);
    return where.isEmpty() ? "" : where.substring(0, where.length() - 2);
  }

  /// An error with the position of the function at `level`: 1 = the caller of the running native, 0
  /// = no position. To be thrown.
  public LuaError error(String message, int level) {
    return new LuaError(Str.of(level > 0 ? CallInfo.where(this, level) + message : message));
  }

  /// As {@link #error(String, int)}, for a message of any bytes.
  public LuaError error(Str message, int level) {
    String where = level > 0 ? CallInfo.where(this, level) : "";
    return new LuaError(where.isEmpty() ? message : Str.concat(Str.of(where), message));
  }

  /// An error of the machine itself: with the position of the running function if that is Lua code.
  LuaError runtimeError(String message) {
    boolean isLua = pending == null && frame.closure != null;
    return new LuaError(Str.of(isLua ? CallInfo.where(this, 0) + message : message));
  }

  /// Says to whom results go that stand at `from`.
  int returnTo(int kind, int func, int from, int count, int wanted) {
    resultKind = kind;
    resultFunc = func;
    resultFrom = from;
    resultCount = count;
    resultWanted = wanted;
    return Driver.RETURN;
  }

  /// Prepares the call of a metamethod above the registers of the running Lua function.
  int callMeta(LuaValue function, LuaValue first, LuaValue second) {
    return callMeta(function, first, second, null);
  }

  int callMeta(LuaValue function, LuaValue first, LuaValue second, @Nullable LuaValue third) {
    int at = frame.registerEnd();
    LuaValue[] s = ensure(at + 4);
    s[at] = function;
    s[at + 1] = first;
    s[at + 2] = second;
    if (third != null) {
      s[at + 3] = third;
    }
    callAt = at;
    callCount = third == null ? 2 : 3;
    callWanted = 1;
    callKind = Frame.META;
    return Native.CALL;
  }

  // ---- for the engine: tasks ---------------------------------------------------------------

  /// Lets a parked task go on: these are the results of the native that parked.
  public void wake(LuaValue... values) {
    requireParked();
    wakeValues = values.clone();
    state = Task.WOKEN;
  }

  /// Lets a parked task go on with an error in the native that parked.
  public void wakeWithError(LuaValue error) {
    requireParked();
    wakeValues = new LuaValue[] {error};
    state = Task.WOKEN_BY_ERROR;
  }

  private void requireParked() {
    if (state != Task.PARKED) {
      throw new IllegalStateException("only a parked task can be woken, this one is " + state);
    }
  }

  /// Whether the task waits to be woken.
  public boolean isParked() {
    return state == Task.PARKED;
  }

  /// The task a native runs in, for {@link #wake}; itself if this is one.
  public Coroutine task() {
    return task;
  }

  /// What the task's function returned, after {@link RunStatus#ENDED}.
  public LuaValue[] results() {
    return results.clone();
  }

  /// The error value, after {@link RunStatus#FAILED}.
  public LuaValue failure() {
    return failure;
  }

  /// What is to be said of the error, after {@link RunStatus#FAILED}: message and traceback as
  /// `luaL_traceback` makes them, the text of an object, nothing of nil.
  public Str failureText() {
    return failureText;
  }

  // ---- memory ------------------------------------------------------------------------------

  /// The first slot that no active call uses.
  int usedSlots() {
    if (pending != null) {
      // A call stands above all that its caller still needs.
      return Math.min(pendingFunc + pendingCount + 1, stack.length);
    }
    int end = Math.max(frame.registerEnd(), top);
    if (frame.closure == null) {
      end = Math.max(end, callAt + callCount + 1);
    }
    return Math.min(end, stack.length);
  }

  void traverse(Marker marker) {
    int end = usedSlots();
    for (int i = 0; i < end; i++) {
      marker.mark(stack[i]);
    }
    if (marker.isAtRest()) {
      Arrays.fill(stack, end, stack.length, Nil.NIL);
    }
    if (hooks != null) {
      marker.mark(hooks.function);
    }
    marker.mark(resumer);
    marker.mark(innermost);
    for (Frame f = frame; f != root && f != null; f = f.prev) {
      marker.mark(f.closure);
      marker.mark(f.body);
    }
    marker.mark(failure);
    for (LuaValue v : results) {
      marker.mark(v);
    }
    for (LuaValue v : wakeValues) {
      marker.mark(v);
    }
  }
}
