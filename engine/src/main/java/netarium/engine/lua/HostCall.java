package netarium.engine.lua;

/// The program that starts a script: what tracebacks of the stand-alone interpreter show below the
/// main chunk as `[C]: in ?`.
final class HostCall extends Native {
  static final HostCall INSTANCE = new HostCall();

  private HostCall() {
    super("(host)");
  }

  @Override
  public int call(Coroutine co, int func, int n) {
    co.pushNative(this, func, n);
    return co.call(func + 1, n - 1);
  }

  @Override
  public int step(Coroutine co, Frame frame, int from, int n) {
    System.arraycopy(co.stack, from, co.stack, frame.func, n);
    return n;
  }
}
