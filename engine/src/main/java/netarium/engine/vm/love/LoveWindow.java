package netarium.engine.vm.love;

import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.screen.ScreenFrame;

/// `love.window` and `love.event`: the size and title of the screen, and leaving it.
final class LoveWindow {
  private static final int LONGEST_TITLE = 200;

  static final Library WINDOW =
      Library.of(
          "love.window",
          entry("love.window", "setTitle", LoveWindow::setTitle),
          entry("love.window", "getTitle", LoveWindow::title),
          entry("love.window", "setMode", LoveWindow::setMode),
          entry("love.window", "getMode", LoveWindow::mode));

  static final Library EVENT =
      Library.of("love.event", entry("love.event", "quit", LoveWindow::quit));

  private LoveWindow() {}

  private static Library.Entry entry(String module, String name, Native.Method<LoveState> method) {
    return Library.entry(name, Native.method(module + "." + name, LoveState.class, method));
  }

  private static int setTitle(LoveState state, Coroutine co, int func, int n) {
    Str title = Args.checkStr(co, func, n, 1);
    Args.check(
        co, title.length <= LONGEST_TITLE, 1, "at most " + LONGEST_TITLE + " octets expected");
    state.canvas().title(title.toString());
    return co.returns();
  }

  private static int title(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, co.machine.charged(Str.of(state.canvas().title())));
  }

  /// `setMode(width, height, flags?)`: the flags say how a window behaves, which a screen does not.
  private static int setMode(LoveState state, Coroutine co, int func, int n) {
    int width = Args.checkInt(co, func, n, 1);
    int height = Args.checkInt(co, func, n, 2);
    Args.check(co, width > 0 && width <= ScreenFrame.MAX_WIDTH, 1, pixels(ScreenFrame.MAX_WIDTH));
    Args.check(
        co, height > 0 && height <= ScreenFrame.MAX_HEIGHT, 2, pixels(ScreenFrame.MAX_HEIGHT));
    state.canvas().size(width, height);
    return co.returns(func, Bool.TRUE);
  }

  private static String pixels(int most) {
    return "1 to " + most + " pixels expected";
  }

  private static int mode(LoveState state, Coroutine co, int func, int n) {
    return co.returns(
        func,
        new Num(state.canvas().width()),
        new Num(state.canvas().height()),
        new Table(co.machine));
  }

  /// `quit(code?)`: the loop asks `love.quit` and ends before the next frame.
  private static int quit(LoveState state, Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Str) {
      throw co.error("love.event.quit(\"restart\") is not supported on a simulated machine", 1);
    }
    state.quit(Args.optInt(co, func, n, 1, 0));
    return co.returns();
  }
}
