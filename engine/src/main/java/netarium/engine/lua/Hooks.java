package netarium.engine.lua;

/// The hook of a coroutine, as `debug.sethook` sets it, and where it stands between its events.
///
/// While one is set the coroutine executes instruction by instruction. An event calls the hook on
/// top of the function it is about; when it returns, what was announced is done. Units are charged
/// as ever, so no hook can lift a limit. As in C Lua, a running hook causes no events.
final class Hooks {
  static final int CALL = 1;
  static final int RETURN = 2;
  static final int LINE = 4;
  static final int COUNT = 8;

  private static final Str CALL_EVENT = Str.constant("call");
  private static final Str TAIL_CALL_EVENT = Str.constant("tail call");
  private static final Str RETURN_EVENT = Str.constant("return");
  private static final Str LINE_EVENT = Str.constant("line");
  private static final Str COUNT_EVENT = Str.constant("count");

  /// The frame under a running hook.
  static final Native HOOK_CALL = new HookCall();

  LuaValue function = Nil.NIL;
  int mask;
  int countBase;
  private int countLeft;

  /// The instruction of the current function whose line was looked at last.
  int seenPc;

  boolean isRunning;

  /// How much about the instruction at hand has been told: count, then line.
  private Stage stage = Stage.NOTHING;

  private boolean isReturnTold;

  private enum Stage {
    NOTHING,
    COUNT,
    ALL
  }

  /// What goes on when the hook returns; `Frame.phase`.
  private static final int GO_ON = 0;

  private static final int CALL_NATIVE = 1;
  private static final int RETURN_FROM_NATIVE = 2;
  private static final int RETURN_FROM_LUA = 3;

  void set(LuaValue function, int mask, int count) {
    this.function = function;
    this.mask = mask;
    countBase = count;
    countLeft = count;
    if (!isRunning) {
      stage = Stage.NOTHING;
      isReturnTold = false;
    }
  }

  /// Whether the coroutine has to go instruction by instruction.
  boolean isActive() {
    return mask != 0 && !isRunning;
  }

  boolean wants(int event) {
    return (mask & event) != 0 && !isRunning;
  }

  /// An error passed by while the hook ran.
  void abandon() {
    isRunning = false;
    stage = Stage.NOTHING;
    isReturnTold = false;
  }

  /// Before each instruction: {@link Driver#GO}, or a call of the hook.
  int beforeInstruction(Coroutine co) {
    if (stage == Stage.ALL) {
      stage = Stage.NOTHING;
      return Driver.GO;
    }
    if (stage == Stage.NOTHING && (mask & COUNT) != 0 && --countLeft <= 0) {
      countLeft = countBase;
      stage = Stage.COUNT;
      co.frame.pc++;
      return call(co, end(co), COUNT_EVENT, -1, GO_ON);
    }
    stage = Stage.NOTHING;
    if ((mask & LINE) == 0) {
      return Driver.GO;
    }
    int pc = co.frame.pc;
    Proto p = Execution.closure(co.frame).proto;
    boolean isNew = pc == 0 || pc <= seenPc || p.line(pc) != p.line(seenPc);
    seenPc = pc;
    if (!isNew) {
      return Driver.GO;
    }
    stage = Stage.ALL;
    co.frame.pc++;
    return call(co, end(co), LINE_EVENT, p.line(pc), GO_ON);
  }

  private static int end(Coroutine co) {
    return Math.max(co.frame.registerEnd(), Math.min(co.top, co.stack.length));
  }

  /// A Lua function was entered.
  int called(Coroutine co, boolean isTailCall) {
    co.frame.pc++;
    Str event = isTailCall ? TAIL_CALL_EVENT : CALL_EVENT;
    return call(co, co.frame.registerEnd(), event, -1, GO_ON);
  }

  /// The pending native is about to run.
  int callsNative(Coroutine co) {
    Native body = co.pending;
    if (body == null) {
      throw new IllegalStateException("a native is announced while it is pending");
    }
    standIn(co, body, co.pendingFunc, co.pendingCount);
    return call(co, co.frame.registerEnd(), CALL_EVENT, -1, CALL_NATIVE);
  }

  /// A native has `n` results at `func`, for the waiter that the coroutine's pending call names.
  int nativeReturns(Coroutine co, Native body, int func, int n) {
    standIn(co, body, func, n);
    return call(co, func + n + 1, RETURN_EVENT, -1, RETURN_FROM_NATIVE);
  }

  /// Whether the RETURN at hand has to be announced first.
  boolean announcesReturn() {
    if (isReturnTold && !isRunning) {
      isReturnTold = false;
      return false;
    }
    return wants(RETURN);
  }

  int luaReturns(Coroutine co, int end) {
    isReturnTold = true;
    stage = Stage.ALL;
    int at = Math.max(end, co.frame.registerEnd());
    return call(co, at, RETURN_EVENT, -1, RETURN_FROM_LUA);
  }

  /// A frame that shows the native while its hook runs.
  private static void standIn(Coroutine co, Native body, int func, int n) {
    co.pushNative(body, func, n).isStandIn = true;
  }

  private int call(Coroutine co, int at, Str event, int line, int then) {
    int top = co.top;
    LuaValue[] s = co.ensure(at + 4);
    s[at] = HOOK_CALL;
    co.pendingKind = Frame.LUA;
    co.pendingWanted = 0;
    Frame f = co.pushNative(HOOK_CALL, at, 0);
    f.phase = then;
    f.i = top;
    isRunning = true;
    return co.call(at + 1, function, event, line < 0 ? Nil.NIL : new Num(line));
  }

  static final class HookCall extends Native {
    HookCall() {
      super("(hook)");
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      throw co.error("the frame of a hook is no function", 1);
    }

    @Override
    public int step(Coroutine co, Frame frame, int from, int n) {
      Hooks hooks = co.hooks;
      if (hooks == null) {
        throw new IllegalStateException("a hook runs on a coroutine without hooks");
      }
      hooks.isRunning = false;
      co.top = frame.i;
      co.unyieldable--;
      Frame below = Driver.below(frame);
      co.frame = below;
      return switch (frame.phase) {
        case CALL_NATIVE -> callNative(co, below);
        case RETURN_FROM_NATIVE -> {
          leaveStandIn(co, below);
          yield co.returnTo(below.kind, below.func, below.func, below.argumentCount, below.wanted);
        }
        default -> {
          below.pc--;
          yield Driver.GO;
        }
      };
    }

    private static int callNative(Coroutine co, Frame standIn) {
      leaveStandIn(co, standIn);
      co.pending = standIn.body;
      co.pendingKind = standIn.kind;
      co.pendingFunc = standIn.func;
      co.pendingWanted = standIn.wanted;
      co.pendingCount = standIn.argumentCount;
      return Driver.CALL_PENDING;
    }

    private static void leaveStandIn(Coroutine co, Frame standIn) {
      co.frame = Driver.below(standIn);
      co.unyieldable = standIn.outerUnyieldable;
    }
  }
}
