package netarium.engine.vm.api;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;

/// `io.poll`: a line of standard input without its newline, or nil if none has arrived. A vain poll
/// may take its time, so that a loop of them does not burn the processor.
final class InputPoll extends Native {
  private static final LuaValue[] ONE_LINE = {};

  private final IoState state;

  InputPoll(IoState state) {
    super("io.poll");
    this.state = state;
    asWorldCall();
  }

  @Override
  public int call(Coroutine co, int func, int n) {
    LuaValue line = line(co);
    if (line != Nil.NIL || state.host.mayAnswerVainPoll()) {
      return co.returns(func, line);
    }
    co.pushNative(this, func, n);
    return state.host.waitAfterVainPoll(co);
  }

  @Override
  public int step(Coroutine co, Frame frame, int from, int n) {
    return co.returns(frame.func, line(co));
  }

  private LuaValue line(Coroutine co) {
    FormatReader reader = new FormatReader(co, state.stdin, ONE_LINE, 1);
    return reader.run() ? reader.values().getFirst() : Nil.NIL;
  }
}
