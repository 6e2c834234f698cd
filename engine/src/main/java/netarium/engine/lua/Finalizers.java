package netarium.engine.lua;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The objects of a machine that have a `__gc`, and the calls of it.
///
/// An object is registered when it gets a metatable with that field, as in C Lua. A count at rest
/// moves those that nothing holds any more to the queue, the youngest registration first; they are
/// called before the next Lua instruction, a place that no slicing of runs can move, or before
/// `collectgarbage` returns.
final class Finalizers {
  private static final Str GC = Events.NAMES[Events.GC];

  /// Calls what stands in the queue.
  static final Native RUNNER = new Runner();

  /// Octets of a place in the list.
  private static final int PLACE_OCTETS = 16;

  private static final int CLOSING = 1;

  private final LuaMachine machine;
  private final List<LuaValue> registered = new ArrayList<>();
  private final ArrayDeque<LuaValue> due = new ArrayDeque<>();

  /// Whether a finalizer runs; then no others begin by themselves.
  boolean isRunning;

  Finalizers(LuaMachine machine) {
    this.machine = machine;
  }

  void register(LuaValue object) {
    machine.account.charge(PLACE_OCTETS);
    registered.add(object);
  }

  boolean hasDue() {
    return !due.isEmpty();
  }

  /// The queue is alive; the registered ones are not for being registered.
  void traverse(Marker marker) {
    for (LuaValue v : due) {
      marker.mark(v);
    }
  }

  /// Whether a count met all registered ones.
  boolean isAnyDead(Marker marker) {
    for (LuaValue v : registered) {
      if (marker.isUnmarked(v)) {
        return true;
      }
    }
    return false;
  }

  /// Marks what awaits its finalizer as alive.
  void keepAll(Marker marker) {
    for (LuaValue v : registered) {
      marker.mark(v);
    }
  }

  /// Moves the dead ones to the queue, youngest first.
  void separate(Marker marker) {
    for (int i = registered.size() - 1; i >= 0; i--) {
      LuaValue v = registered.get(i);
      if (marker.isUnmarked(v)) {
        due.add(v);
      }
    }
    if (!due.isEmpty()) {
      registered.removeIf(marker::isUnmarked);
      machine.isCareDue = true;
    }
  }

  /// Moves those to the queue whose finalizer is Lua code, because the machine closes; whether
  /// there are any. Natives free nothing that does not go with the process.
  boolean separateForClose() {
    for (int i = registered.size() - 1; i >= 0; i--) {
      LuaValue v = registered.get(i);
      if (machine.metafield(v, GC) instanceof Closure) {
        due.add(v);
      }
    }
    registered.clear();
    return !due.isEmpty();
  }

  /// Before an instruction of a Lua function: the call of the queue, above all that is in use.
  static int callRunner(Coroutine co) {
    int at = Math.max(co.frame.registerEnd(), Math.min(co.top, co.stack.length));
    LuaValue[] s = co.ensure(at + 1);
    s[at] = RUNNER;
    co.callAt = at;
    co.callCount = 0;
    co.callWanted = 0;
    co.callKind = Frame.LUA;
    return Native.CALL;
  }

  /// The error that a failed finalizer raises in whoever it interrupted.
  static LuaError error(LuaValue failure) {
    Str detail = failure instanceof Str s ? s : Str.constant("no message");
    Str start = Str.concat(Str.constant("error in __gc metamethod ("), detail);
    return new LuaError(Str.concat(start, Str.constant(")"))).withoutHandler();
  }

  /// After a finalizer failed: the frame of the runner is the top again. True if it goes on because
  /// the machine closes, when nobody is there to hear of errors.
  static boolean survives(Coroutine co, Frame runner) {
    UpVal.close(co, runner.func);
    co.pending = null;
    co.frame = runner;
    co.nesting = runner.outerNesting;
    co.unyieldable = runner.outerUnyieldable + 1;
    if (runner.phase == CLOSING) {
      return true;
    }
    co.machine.finalizers.isRunning = false;
    co.machine.isCareDue = true;
    co.top = runner.i;
    co.unyieldable--;
    co.frame = Driver.below(runner);
    return false;
  }

  static int next(Coroutine co, Frame frame) {
    Finalizers all = co.machine.finalizers;
    LuaValue object;
    while ((object = all.due.poll()) != null) {
      co.machine.forgetFinalizer(object);
      LuaValue handler = co.machine.metafield(object, GC);
      if (handler instanceof LuaFunction) {
        return co.call(frame.func + 1, handler, object);
      }
    }
    all.isRunning = false;
    co.machine.isCareDue = false;
    co.top = frame.i;
    return 0;
  }

  static final class Runner extends Native {
    Runner() {
      super("(finalizers)");
      catchesErrors = true;
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      boolean isClosing = co.isTask() && co.frame == co.root;
      int top = co.top;
      Frame frame = co.pushNative(this, func, 0);
      frame.phase = isClosing ? CLOSING : 0;
      frame.i = top;
      co.machine.finalizers.isRunning = true;
      return next(co, frame);
    }

    @Override
    public int step(Coroutine co, Frame frame, int from, int n) {
      return next(co, frame);
    }
  }
}
