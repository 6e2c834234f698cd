package netarium.engine.vm.love;

import java.util.List;
import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.sim.SimDuration;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import netarium.engine.vm.Task;

/// What goes on when the main chunk has ended: `love.load` once, then frame after frame what was
/// done at the screen, `love.update(dt)` and `love.draw()`.
///
/// It is a task like any other, so its callbacks may wait for whatever they like; the next frame is
/// late then. What others could see or what sees others happens in the world calls [#BEGIN] and
/// [#END], at their exact instants.
final class MainLoop extends Native {
  private static final int LOADED = 1;
  private static final int BEGUN = 2;
  private static final int QUITTING = 3;
  private static final int UPDATED = 4;
  private static final int DRAWN = 5;
  private static final int ENDED = 6;

  private static final Str LOAD = Str.constant("load");
  private static final Str UPDATE = Str.constant("update");
  private static final Str DRAW = Str.constant("draw");
  private static final Str QUIT = Str.constant("quit");
  private static final Str RUN = Str.constant("run");
  private static final Str ARG = Str.constant("arg");

  private static final List<Str> CALLBACKS = List.of(LOAD, UPDATE, DRAW, QUIT, RUN);
  private static final LuaValue[] NOTHING = {};

  private static final MainLoop LOOP = new MainLoop();
  private static final Native BEGIN =
      Native.method("love.run", LoveState.class, MainLoop::beginFrame).asWorldCall();
  private static final Native END =
      Native.method("love.run", LoveState.class, MainLoop::endFrame).asWorldCall();
  private static final Native EXIT =
      Native.method("love.run", LoveState.class, MainLoop::exit).asWorldCall();

  private MainLoop() {
    super("love.run");
  }

  /// Starts the loop if the program has defined callbacks.
  static void begin(Process process, LoveState state) {
    boolean hasAny = CALLBACKS.stream().anyMatch(each -> state.callback(each) != Nil.NIL);
    if (hasAny || ScreenCalls.listens(state)) {
      process.screenInput();
      process.go(LOOP).pollsAtOnce(true);
    }
  }

  @Override
  public int call(Coroutine co, int func, int n) {
    LoveState state = co.machine.host(LoveState.class);
    if (state.callback(RUN) != Nil.NIL) {
      throw LuaError.text("love.run cannot be replaced: use love.load, love.update and love.draw");
    }
    Frame frame = co.pushNative(this, func, 0);
    frame.phase = LOADED;
    return callOr(co, frame, state.callback(LOAD), co.machine.globals.get(ARG));
  }

  @Override
  public int step(Coroutine co, Frame frame, int from, int n) {
    LoveState state = co.machine.host(LoveState.class);
    return switch (frame.phase) {
      case LOADED -> {
        frame.phase = BEGUN;
        yield co.call(frame.func + 1, BEGIN, NOTHING);
      }
      case ENDED -> {
        // The call that waited has brought us to the instant at which this frame begins.
        state.beginFrame();
        frame.phase = BEGUN;
        yield nextEvent(co, frame, state);
      }
      case BEGUN -> nextEvent(co, frame, state);
      case QUITTING -> {
        boolean stays = n > 0 && co.stack[from].isTrue();
        if (!stays) {
          yield co.call(frame.func + 1, EXIT, NOTHING);
        }
        state.stay();
        yield update(co, frame, state);
      }
      case UPDATED -> {
        frame.phase = DRAWN;
        state.canvas().begin();
        yield callOr(co, frame, state.callback(DRAW));
      }
      case DRAWN -> {
        frame.phase = ENDED;
        yield co.call(frame.func + 1, END, NOTHING);
      }
      default -> throw new IllegalStateException("invariant broken: the loop is in some phase");
    };
  }

  /// Calls a callback; if it is not there, goes on as though it had returned.
  private int callOr(Coroutine co, Frame frame, LuaValue callback, LuaValue... arguments) {
    return callback == Nil.NIL
        ? step(co, frame, frame.func + 1, 0)
        : co.call(frame.func + 1, callback, arguments);
  }

  /// Tells the program of one thing that was done at the screen, or goes on with the frame.
  private int nextEvent(Coroutine co, Frame frame, LoveState state) {
    Optional<ScreenCalls.Call> due = state.screenCalls().next();
    if (due.isPresent()) {
      state.becauseOf(due.get().cause());
      return co.call(frame.func + 1, due.get().function(), due.get().arguments().toArray(NOTHING));
    }
    state.becauseOf(state.cause());
    if (state.quits()) {
      frame.phase = QUITTING;
      return callOr(co, frame, state.callback(QUIT));
    }
    return update(co, frame, state);
  }

  private int update(Coroutine co, Frame frame, LoveState state) {
    frame.phase = UPDATED;
    return callOr(co, frame, state.callback(UPDATE), new Num(state.delta()));
  }

  private static int beginFrame(LoveState state, Coroutine co, int func, int n) {
    state.beginFrame();
    return co.returns();
  }

  /// Shows what was drawn and waits for the next frame.
  private static int endFrame(LoveState state, Coroutine co, int func, int n) {
    Process process = state.process();
    if (state.callback(DRAW) != Nil.NIL) {
      state.canvas().present();
      if (process.isOver()) {
        throw LuaError.fatal("output limit");
      }
    }
    long wait = state.nanosToNextFrame();
    if (wait == 0) {
      return co.returns();
    }
    Task task = process.runningTask();
    int parked = task.sleep(SimDuration.ofNanos(wait));
    task.awaits(Awaited.always(Awaited.What.FRAME));
    return parked;
  }

  private static int exit(LoveState state, Coroutine co, int func, int n) {
    state.process().close("exited", state.exitCode());
    throw LuaError.fatal("exited");
  }
}
