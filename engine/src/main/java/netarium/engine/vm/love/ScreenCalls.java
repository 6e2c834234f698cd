package netarium.engine.vm.love;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import netarium.engine.lua.Bool;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.vm.ScreenInput;

/// What was done at the screen, as calls of the program's callbacks.
final class ScreenCalls {
  private static final Str KEY_PRESSED = Str.constant("keypressed");
  private static final Str KEY_RELEASED = Str.constant("keyreleased");
  private static final Str TEXT_INPUT = Str.constant("textinput");
  private static final Str MOUSE_PRESSED = Str.constant("mousepressed");
  private static final Str MOUSE_RELEASED = Str.constant("mousereleased");
  private static final Str MOUSE_MOVED = Str.constant("mousemoved");
  private static final List<Str> ALL =
      List.of(KEY_PRESSED, KEY_RELEASED, TEXT_INPUT, MOUSE_PRESSED, MOUSE_RELEASED, MOUSE_MOVED);

  private final LoveState state;
  private final Deque<Call> due = new ArrayDeque<>();
  private long cause;

  /// A callback that is due, with its arguments, because of an event of that ordinal.
  record Call(LuaValue function, List<LuaValue> arguments, long cause) {}

  ScreenCalls(LoveState state) {
    this.state = state;
  }

  /// Whether the program has a callback for anything of this kind.
  static boolean listens(LoveState state) {
    return ALL.stream().anyMatch(each -> state.callback(each) != Nil.NIL);
  }

  /// The next call that is due, taken away. What it is about has taken effect by then.
  Optional<Call> next() {
    while (due.isEmpty()) {
      Optional<ScreenInput.Noted> noted = state.process().screenInput().next();
      if (noted.isEmpty()) {
        break;
      }
      cause = noted.get().cause();
      add(noted.get().what());
    }
    return Optional.ofNullable(due.poll());
  }

  private void add(ScreenInput.Happened event) {
    double movedX = -state.mouseX();
    double movedY = -state.mouseY();
    boolean isNews = state.note(event);
    switch (event) {
      case ScreenInput.Key key -> {
        if (key.isDown()) {
          Str name = Str.of(key.name());
          call(KEY_PRESSED, name, name, Bool.of(!isNews));
          if (!key.text().isEmpty()) {
            call(TEXT_INPUT, Str.of(key.text()));
          }
        } else if (isNews) {
          Str name = Str.of(key.name());
          call(KEY_RELEASED, name, name);
        }
      }
      case ScreenInput.Mouse mouse -> {
        movedX += mouse.x();
        movedY += mouse.y();
        Num x = new Num(mouse.x());
        Num y = new Num(mouse.y());
        if (movedX != 0 || movedY != 0) {
          call(MOUSE_MOVED, x, y, new Num(movedX), new Num(movedY), Bool.FALSE);
        }
        if (mouse.button() != 0 && isNews) {
          Str what = mouse.isDown() ? MOUSE_PRESSED : MOUSE_RELEASED;
          call(what, x, y, new Num(mouse.button()), Bool.FALSE, Num.ONE);
        }
      }
    }
  }

  private void call(Str callback, LuaValue... arguments) {
    LuaValue function = state.callback(callback);
    if (function != Nil.NIL) {
      due.add(new Call(function, List.of(arguments), cause));
    }
  }
}
