package netarium.engine.vm.love;

import java.util.Locale;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;

/// `love.keyboard` and `love.mouse`: what was held down when the frame began.
final class LoveInput {
  static final Library KEYBOARD =
      Library.of("love.keyboard", entry("love.keyboard", "isDown", LoveInput::isKeyDown));

  static final Library MOUSE =
      Library.of(
          "love.mouse",
          entry("love.mouse", "isDown", LoveInput::isButtonDown),
          entry("love.mouse", "getPosition", LoveInput::position),
          entry("love.mouse", "getX", (state, co, func, _) -> co.returns(func, state.mouseX())),
          entry("love.mouse", "getY", (state, co, func, _) -> co.returns(func, state.mouseY())));

  private LoveInput() {}

  private static Library.Entry entry(String module, String name, Native.Method<LoveState> method) {
    return Library.entry(name, Native.method(module + "." + name, LoveState.class, method));
  }

  private static int isKeyDown(LoveState state, Coroutine co, int func, int n) {
    boolean isDown = false;
    for (int i = 1; i <= Math.max(1, n); i++) {
      String name = Args.checkStr(co, func, n, i).toString();
      if (!KeyNames.isKnown(name)) {
        String small = name.toLowerCase(Locale.ROOT);
        String hint = KeyNames.isKnown(small) ? "; did you mean '" + small + "'?" : "";
        throw Args.argError(co, i, "no key is called '" + name + "'" + hint);
      }
      isDown |= state.isKeyDown(name);
    }
    return co.returns(func, isDown);
  }

  private static int isButtonDown(LoveState state, Coroutine co, int func, int n) {
    boolean isDown = false;
    for (int i = 1; i <= Math.max(1, n); i++) {
      isDown |= state.isButtonDown(Args.checkInt(co, func, n, i));
    }
    return co.returns(func, isDown);
  }

  private static int position(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, new Num(state.mouseX()), new Num(state.mouseY()));
  }
}
