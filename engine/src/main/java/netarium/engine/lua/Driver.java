package netarium.engine.lua;

/// The one flat loop under everything that runs: calls, returns, errors, switches of coroutines.
///
/// Every piece of work ends by saying what comes next, as a small number, and only this loop acts
/// on it. Nothing calls itself through Lua, so a chain of natives that call natives that call back
/// uses no Java stack.
final class Driver {
  /// Go on with the Lua function on top of the current coroutine.
  static final int GO = -10;

  /// Hand over the results that the current coroutine holds ready.
  static final int RETURN = -11;

  /// The budget is used up; GO on next time.
  static final int QUANTUM = -12;

  /// Run the native at hand, whose instant has to be reached first.
  static final int WORLD = -13;

  /// Leave until the instant of the native at hand is reached; then {@link #WORLD}.
  static final int REACH = -18;

  /// The task is over.
  static final int ENDED = -14;

  static final int FAILED = -15;

  /// Give a woken task what it was woken with.
  private static final int WAKE = -16;

  private static final int WAKE_BY_ERROR = -17;

  /// Run the pending native, whose hook has returned.
  static final int CALL_PENDING = -19;

  /// The budget is used up, and a native that another native calls has yet to begin.
  private static final int QUANTUM_BEFORE_NATIVE = -20;

  private final LuaMachine machine;

  /// Messages beyond this length pay for themselves when they are raised.
  private static final int LONG_MESSAGE = 80;

  /// Up to this length reading a text is part of a world call's own units.
  private static final int LONG_TEXT = 4096;

  Driver(LuaMachine machine) {
    this.machine = machine;
  }

  RunStatus run(Coroutine task) {
    machine.current = task.innermost;
    // While it runs, the task itself holds nothing that a count would find only in some runs.
    task.innermost = task;
    int action = task.nextAction;
    if (task.state == Coroutine.Task.WOKEN) {
      action = WAKE;
    } else if (task.state == Coroutine.Task.WOKEN_BY_ERROR) {
      action = WAKE_BY_ERROR;
    }
    for (; ; ) {
      try {
        action = drive(action, task);
        break;
      } catch (LuaError e) {
        action = guardedUnwind(e, task);
      }
    }
    return finish(task, action);
  }

  /// Unwinding may itself run out of memory or stack; then the newer error counts.
  private int guardedUnwind(LuaError error, Coroutine task) {
    LuaError e = error;
    for (; ; ) {
      try {
        return unwind(e, task);
      } catch (LuaError newer) {
        e = newer.withoutHandler();
      }
    }
  }

  private RunStatus finish(Coroutine task, int action) {
    task.innermost = machine.current;
    return switch (action) {
      case QUANTUM, QUANTUM_BEFORE_NATIVE, WORLD -> {
        if (action != WORLD) {
          sample(machine.current);
        }
        task.nextAction =
            switch (action) {
              case WORLD -> WORLD;
              case QUANTUM_BEFORE_NATIVE -> CALL_PENDING;
              default -> GO;
            };
        task.state = Coroutine.Task.READY;
        yield action == WORLD ? RunStatus.WORLD : RunStatus.QUANTUM;
      }
      case Native.PARK -> {
        task.state = Coroutine.Task.PARKED;
        yield RunStatus.PARKED;
      }
      case ENDED, FAILED -> {
        task.state = Coroutine.Task.ENDED;
        task.status = Coroutine.Status.DEAD;
        yield action == ENDED ? RunStatus.ENDED : RunStatus.FAILED;
      }
      default -> throw new IllegalStateException("a run cannot end with action " + action);
    };
  }

  private static final int SAMPLED_FRAMES = 4;

  /// The functions on top may be hot.
  private static void sample(Coroutine co) {
    Frame f = co.frame;
    for (int n = 0; n < SAMPLED_FRAMES && f != null; n++) {
      if (f.closure != null) {
        f.closure.proto.sample();
      }
      f = f.prev;
    }
  }

  private int drive(int first, Coroutine task) {
    int action = first;
    for (; ; ) {
      Coroutine co = machine.current;
      switch (action) {
        case GO -> action = Interpreter.execute(co);
        case RETURN -> action = deliver(co, task);
        case Native.CALL -> action = call(co, co.callAt, co.callCount, co.callKind, co.callWanted);
        case Native.SWITCH -> action = machine.switchAction;
        case WORLD -> action = callPending(co);
        case CALL_PENDING -> action = callAnnounced(co);
        case WAKE -> action = wake(co, task);
        case WAKE_BY_ERROR -> {
          LuaValue error = task.wakeValues[0];
          task.wakeValues = Coroutine.NO_RESULTS;
          task.state = Coroutine.Task.READY;
          throw task.isAborted ? LuaError.fatal(error) : new LuaError(error);
        }
        case QUANTUM, QUANTUM_BEFORE_NATIVE, Native.PARK, REACH, ENDED, FAILED -> {
          return action == REACH ? WORLD : action;
        }
        default -> throw new IllegalStateException("no such action: " + action);
      }
    }
  }

  private static int wake(Coroutine co, Coroutine task) {
    LuaValue[] values = task.wakeValues;
    task.state = Coroutine.Task.READY;
    boolean hasFrame = co.pending == null;
    int from = hasFrame ? Math.max(co.frame.registerEnd(), co.callAt) : co.pendingFunc;
    LuaValue[] s = co.ensure(from + values.length);
    System.arraycopy(values, 0, s, from, values.length);
    task.wakeValues = Coroutine.NO_RESULTS;
    if (hasFrame) {
      co.nesting++;
      return co.returnTo(Frame.NATIVE, from, from, values.length, -1);
    }
    co.pending = null;
    return co.returnTo(co.pendingKind, co.pendingFunc, from, values.length, co.pendingWanted);
  }

  // ---- calls -------------------------------------------------------------------------------

  private int call(Coroutine co, int func, int count, int kind, int wanted) {
    int n = count;
    if (kind == Frame.META || kind == Frame.NATIVE) {
      nest(co);
    }
    for (; ; ) {
      LuaValue f = co.stack[func];
      if (f instanceof Closure c) {
        pushLua(co, c, func, n, kind, wanted, false);
        machine.left -= c.proto.entryUnits;
        if (co.hooks != null && co.hooks.wants(Hooks.CALL)) {
          return co.hooks.called(co, false);
        }
        return machine.left < 0 ? QUANTUM : GO;
      }
      if (f instanceof Native body) {
        co.pending = body;
        co.pendingKind = kind;
        co.pendingFunc = func;
        co.pendingWanted = wanted;
        co.pendingCount = n;
        if (co.hooks != null
            && co.hooks.wants(Hooks.CALL)
            && !(body instanceof Finalizers.Runner)) {
          return co.hooks.callsNative(co);
        }
        // Natives may call natives for ever, as sort does with a length of its victim's choosing;
        // no opcode stands between them that would look at the budget.
        return machine.left < 0 && kind != Frame.LUA ? QUANTUM_BEFORE_NATIVE : callAnnounced(co);
      }
      n = shiftForCallHandler(co, func, n);
    }
  }

  private int callAnnounced(Coroutine co) {
    if (co.pending != null && co.pending.isWorldCall && !reachWorld()) {
      return REACH;
    }
    return callPending(co);
  }

  /// Charges a world call and asks whether its instant is reached.
  private boolean reachWorld() {
    machine.left -= LuaMachine.WORLD_CALL_UNITS;
    chargeLongText(machine.current);
    return machine.gate.reach(machine.unitsUsed());
  }

  /// What others see of a long text they have to read: names, paths, formats.
  private void chargeLongText(Coroutine co) {
    for (int i = 1; i <= co.pendingCount; i++) {
      if (co.stack[co.pendingFunc + i] instanceof Str text && text.length > LONG_TEXT) {
        machine.charge(text.length);
      }
    }
  }

  /// Counts one more level of what C Lua does on the C stack.
  static void nest(Coroutine co) {
    int depth = co.outerNesting + ++co.nesting;
    if (depth == Coroutine.MAX_NESTING) {
      throw co.runtimeError("C stack overflow");
    }
    if (depth >= Coroutine.MAX_NESTING + Coroutine.MAX_NESTING / 8) {
      throw LuaError.text("error in error handling").withoutHandler();
    }
  }

  private int callPending(Coroutine co) {
    Native body = co.pending;
    if (body == null) {
      throw new IllegalStateException("a world call waits for its instant, but there is none");
    }
    machine.left--;
    machine.chargeMoves(co.pendingCount);
    int r = body.call(co, co.pendingFunc, co.pendingCount);
    if (r >= 0) {
      if (co.pending == null) {
        // It pushed a frame, and then found that it had nobody to call.
        return popNative(co, co.frame, body, r);
      }
      return leaveNative(co, body, r);
    }
    return r;
  }

  /// The pending native has ended with `r` results in their place.
  static int leaveNative(Coroutine co, Native body, int r) {
    if (co.hooks != null && co.hooks.wants(Hooks.RETURN)) {
      return co.hooks.nativeReturns(co, body, co.pendingFunc, r);
    }
    co.pending = null;
    return co.returnTo(co.pendingKind, co.pendingFunc, co.pendingFunc, r, co.pendingWanted);
  }

  /// Puts the `__call` handler of a value below its arguments, the value being the first.
  static int shiftForCallHandler(Coroutine co, int func, int n) {
    LuaValue f = co.stack[func];
    LuaValue handler = Events.handler(co.machine.metatable(f), Events.CALL);
    if (!(handler instanceof LuaFunction)) {
      int register = co.frame.closure == null ? Names.NONE : func - co.frame.base;
      throw Names.typeError(co, f, register, "call");
    }
    LuaValue[] s = co.ensure(func + n + 2);
    System.arraycopy(s, func, s, func + 1, n + 1);
    s[func] = handler;
    return n + 1;
  }

  static Frame pushLua(
      Coroutine co, Closure c, int func, int n, int kind, int wanted, boolean isTailCall) {
    Proto p = c.proto;
    int base = p.isVararg ? func + 1 + n : func + 1;
    LuaValue[] s = co.ensure(base + p.maxStack);
    int given = Math.min(n, p.parameters);
    if (p.isVararg) {
      co.machine.chargeMoves(n);
      for (int i = 0; i < given; i++) {
        s[base + i] = s[func + 1 + i];
        s[func + 1 + i] = Nil.NIL;
      }
    }
    for (int i = given; i < p.parameters; i++) {
      s[base + i] = Nil.NIL;
    }
    Frame f = co.frameAbove();
    f.closure = c;
    f.body = null;
    f.func = func;
    f.base = base;
    f.pc = 0;
    f.kind = kind;
    f.wanted = wanted;
    f.isTailCall = isTailCall;
    f.argumentCount = n;
    co.frame = f;
    return f;
  }

  // ---- returns -----------------------------------------------------------------------------

  private int deliver(Coroutine co, Coroutine task) {
    int from = co.resultFrom;
    int n = co.resultCount;
    return switch (co.resultKind) {
      case Frame.LUA -> {
        adjust(co, co.resultFunc, from, n, co.resultWanted);
        if (co.hooks != null && co.hooks.isActive()) {
          co.hooks.seenPc = co.frame.pc - 1;
        }
        yield GO;
      }
      case Frame.META -> {
        co.nesting--;
        if (co.hooks != null && co.hooks.isActive()) {
          co.hooks.seenPc = co.frame.pc - 1;
        }
        yield Execution.finish(co, n > 0 ? co.stack[from] : Nil.NIL);
      }
      case Frame.NATIVE -> {
        co.nesting--;
        if (n == 1) {
          co.stack[co.resultFunc] = co.stack[from];
          co.top = co.resultFunc + 1;
        } else {
          adjust(co, co.resultFunc, from, n, -1);
        }
        yield stepNative(co, co.resultFunc, n);
      }
      default -> endCoroutine(co, task, from, n);
    };
  }

  static void adjust(Coroutine co, int func, int from, int n, int wanted) {
    if (wanted < 0) {
      LuaValue[] s = co.ensure(func + n);
      if (from != func) {
        System.arraycopy(s, from, s, func, n);
      }
      co.top = func + n;
      return;
    }
    LuaValue[] s = co.ensure(func + wanted);
    if (from != func) {
      System.arraycopy(s, from, s, func, Math.min(n, wanted));
    }
    for (int i = n; i < wanted; i++) {
      s[func + i] = Nil.NIL;
    }
  }

  private static int stepNative(Coroutine co, int from, int n) {
    Frame f = co.frame;
    Native body = f.body;
    if (body == null) {
      throw new IllegalStateException("results for a native, but no native waits");
    }
    int r = body.step(co, f, from, n);
    return r < 0 ? r : popNative(co, f, body, r);
  }

  static int popNative(Coroutine co, Frame f, Native body, int results) {
    if (body.forbidsYield) {
      co.unyieldable--;
    }
    co.frame = below(f);
    if (co.hooks != null && co.hooks.wants(Hooks.RETURN) && !(body instanceof Finalizers.Runner)) {
      co.pendingKind = f.kind;
      co.pendingWanted = f.wanted;
      return co.hooks.nativeReturns(co, body, f.func, results);
    }
    return co.returnTo(f.kind, f.func, f.func, results, f.wanted);
  }

  static Frame below(Frame f) {
    Frame prev = f.prev;
    if (prev == null) {
      throw new IllegalStateException("the bottom frame cannot be popped");
    }
    return prev;
  }

  private int endCoroutine(Coroutine co, Coroutine task, int from, int n) {
    co.status = Coroutine.Status.DEAD;
    co.frame = co.root;
    if (co == task) {
      LuaValue[] results = new LuaValue[n];
      System.arraycopy(co.stack, from, results, 0, n);
      task.results = results;
      return ENDED;
    }
    Coroutine back = Switching.leave(co);
    return Switching.giveToResumer(back, co, from, n);
  }

  // ---- errors ------------------------------------------------------------------------------

  private int unwind(LuaError e, Coroutine task) {
    LuaError error = e;
    if (error.value instanceof Str text && text.length > LONG_MESSAGE && !error.isFatal) {
      // Messages are put together all over the place, and a script can keep them.
      machine.charged(text);
    }
    for (; ; ) {
      Coroutine co = machine.current;
      Frame catcher = error.isFatal ? null : ProtectedCalls.nearestCatcher(co);
      if (catcher != null && catcher.body instanceof Finalizers.Runner) {
        if (Finalizers.survives(co, catcher)) {
          int next = Finalizers.next(co, catcher);
          return next < 0 ? next : popNative(co, catcher, Finalizers.RUNNER, next);
        }
        error = Finalizers.error(error.value);
        continue;
      }
      if (catcher != null) {
        if (error.callsHandler && ProtectedCalls.hasHandler(catcher)) {
          return ProtectedCalls.callHandler(co, catcher, error.value);
        }
        return ProtectedCalls.recover(co, ProtectedCalls.skipHandlers(catcher), error.value);
      }
      if (co == task) {
        return LastWords.of(task, error.value);
      }
      co.status = Coroutine.Status.DEAD;
      boolean isWrapped = co.isWrapped;
      Coroutine back = Switching.leave(co);
      if (!error.isFatal && !isWrapped) {
        LuaValue[] s = back.ensure(back.pendingFunc + 2);
        back.pending = null;
        s[back.pendingFunc] = Bool.FALSE;
        s[back.pendingFunc + 1] = error.value;
        return back.returnTo(
            back.pendingKind, back.pendingFunc, back.pendingFunc, 2, back.pendingWanted);
      }
      if (!error.isFatal && error.value instanceof Str s) {
        // As auxwrap: text gets the position of who called the wrapped coroutine.
        error = new LuaError(Str.concat(Str.of(CallInfo.where(back, 1)), s));
      }
    }
  }
}
