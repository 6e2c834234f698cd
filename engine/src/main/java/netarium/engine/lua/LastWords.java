package netarium.engine.lua;

/// What is said of an error that nobody catches, as the stand-alone interpreter says it: text with
/// a traceback, an object by its `__tostring`, nothing of nil.
///
/// The metamethod runs on top of what failed, so that its own errors show both.
final class LastWords extends Native {
  private static final Str TOSTRING = Str.constant("__tostring");
  private static final Str NO_MESSAGE = Str.constant("(no error message)");
  private static final Str NO_TEXT = Str.constant("(error object is not a string)");
  private static final LastWords INSTANCE = new LastWords();

  private LastWords() {
    super("(last words)");
  }

  /// Ends a task because of an error, at once or after a metamethod: what the driver does next.
  static int of(Coroutine task, LuaValue error) {
    if (error instanceof Str || error instanceof Num) {
      Str message = task.machine.text(error);
      return fail(task, error, CallInfo.uncaught(task, message));
    }
    LuaValue handler = error == Nil.NIL ? Nil.NIL : task.machine.metafield(error, TOSTRING);
    if (handler == Nil.NIL) {
      return fail(task, error, error == Nil.NIL ? Str.EMPTY : NO_MESSAGE);
    }
    ProtectedCalls.showFailed(task);
    int at = task.usedSlots();
    task.handlers++;
    LuaValue[] s = task.ensure(at + 3);
    s[at] = error;
    task.pendingKind = Frame.NATIVE;
    task.pendingWanted = -1;
    task.pushNative(INSTANCE, at, 0);
    return task.call(at + 1, handler, error);
  }

  private static int fail(Coroutine task, LuaValue error, Str text) {
    task.status = Coroutine.Status.DEAD;
    task.failure = error;
    task.failureText = text;
    return Driver.FAILED;
  }

  @Override
  public int call(Coroutine co, int func, int n) {
    throw new IllegalStateException("only the driver pushes this frame");
  }

  @Override
  public int step(Coroutine co, Frame frame, int from, int n) {
    LuaValue said = n > 0 ? co.stack[from] : Nil.NIL;
    Str text = said instanceof Str || said instanceof Num ? co.machine.text(said) : NO_TEXT;
    co.machine.switchAction = fail(co, co.stack[frame.func], text.beforeNul());
    return Native.SWITCH;
  }
}
