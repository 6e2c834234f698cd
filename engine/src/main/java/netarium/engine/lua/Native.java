package netarium.engine.lua;

/// A function written in Java.
///
/// Arguments stand at `func + 1 … func + n` on `co.stack`, results are written from `func` on, and
/// their number is returned. A native never calls back into Lua by itself; it returns one of the
/// negative codes instead, and the machine's driver loop does the work, so the Java stack does not
/// grow with Lua's depth:
///
/// - {@link #CALL}: it pushed its own frame ({@link Coroutine#pushNative}) and prepared a call
///   ({@link Coroutine#call}); the results come to {@link #step};
/// - {@link #SWITCH}: resume or yield changed the current coroutine;
/// - {@link #PARK}: the task waits until the engine wakes it; what it is woken with are the results
///   of this native, or go to {@link #step} when it pushed a frame.
///
/// Instances without state are shared by all machines. One that holds Lua values belongs to one
/// machine, is made with the constructor that takes it, and shows its values in {@link #traverse}.
public abstract non-sealed class Native extends LuaFunction {
  public static final int CALL = -1;
  public static final int SWITCH = -2;
  public static final int PARK = -3;

  /// Library-qualified name, for people: `string.rep`.
  public final String name;

  final int id;
  final boolean isShared;
  int mark;
  boolean isWorldCall;
  boolean catchesErrors;
  LuaValue failureMark = Bool.FALSE;
  boolean forbidsYield = true;

  /// A native without state, shared by all machines.
  protected Native(String name) {
    // Put together from library and function for each machine anew.
    this.name = name.intern();
    this.id = Str.constant(name).hash() | 0x40000000;
    this.isShared = true;
  }

  /// A native that holds state and belongs to one machine.
  protected Native(LuaMachine machine, String name) {
    machine.account.charge(64);
    this.name = name;
    this.id = machine.nextId();
    this.isShared = false;
  }

  /// Runs it; see the class comment.
  public abstract int call(Coroutine co, int func, int n);

  /// Goes on after a call it prepared: results at `from … from + n - 1`, `from` being where the
  /// called function stood. The same codes as {@link #call}; final results are written from
  /// `frame.func` on.
  public int step(Coroutine co, Frame frame, int from, int n) {
    throw new IllegalStateException("native '" + name + "' pushed a frame but has no step");
  }

  /// Shows the Lua values this native holds to a memory count.
  protected void traverse(Marker marker) {}

  /// The values that C Lua's function of this name keeps as captured variables.
  protected LuaValue[] captured() {
    return Coroutine.NO_RESULTS;
  }

  /// Whether others can see it or it can see others: then it runs at its exact instant.
  public final boolean isWorldCall() {
    return isWorldCall;
  }

  /// Makes it a world call; to be used once, where the native is built.
  public final Native asWorldCall() {
    isWorldCall = true;
    return this;
  }

  /// Errors in what it calls end it with two results, the mark and the error value; to be used in
  /// its constructor.
  protected final void catchErrors(LuaValue mark) {
    catchesErrors = true;
    failureMark = mark;
  }

  /// Lets coroutines yield while this native waits for what it calls; C Lua allows it for `pcall`,
  /// `xpcall` and `dofile` only.
  protected final void allowYield() {
    forbidsYield = false;
  }

  @Override
  final int tableHash() {
    return spread(id);
  }

  /// A native from a lambda, for those that never call back.
  public static Native of(String name, Body body) {
    return new Simple(name, body);
  }

  /// A native that works on an object of Java that each machine has one of; see {@link
  /// LuaMachine#host(Class)}.
  public static <T> Native method(String name, Class<T> type, Method<T> method) {
    return new Simple(name, (co, func, n) -> method.call(co.machine.host(type), co, func, n));
  }

  /// A native's work on an object that its machine has.
  @FunctionalInterface
  public interface Method<T> {
    /// As {@link Native#call}.
    int call(T host, Coroutine co, int func, int n);
  }

  /// The one method of a simple native.
  @FunctionalInterface
  public interface Body {
    /// As {@link Native#call}.
    int call(Coroutine co, int func, int n);
  }

  private static final class Simple extends Native {
    private final Body body;

    Simple(String name, Body body) {
      super(name);
      this.body = body;
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      return body.call(co, func, n);
    }
  }
}
