package netarium.engine.vm.love;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.vm.Arrivals;
import netarium.engine.vm.Process;
import netarium.engine.vm.ScreenInput;

/// What one program with `love` remembers: where its main loop is, what is held down, what it
/// draws.
final class LoveState {
  private static final long SECOND_NANOS = 1_000_000_000;

  private final Process process;
  private final Table love;
  private final Canvas canvas;
  private final ScreenCalls screenCalls;
  private final Set<String> keysDown = new LinkedHashSet<>();
  private final Set<Integer> buttonsDown = new LinkedHashSet<>();
  private double mouseX;
  private double mouseY;

  /// Instants of the frames of the last second.
  private final Deque<Long> frames = new ArrayDeque<>();

  private boolean hasBegun;
  private long startNanos;

  /// The event that led to the loop: what is done in a frame follows from it, unless somebody at
  /// the screen asked for it.
  private long cause;

  private long frame;
  private long frameNanos;
  private long deltaNanos;
  private boolean quits;
  private int exitCode;

  LoveState(Process process, Table love) {
    this.process = process;
    this.love = love;
    this.canvas = new Canvas(process);
    this.screenCalls = new ScreenCalls(this);
  }

  Process process() {
    return process;
  }

  Canvas canvas() {
    return canvas;
  }

  ScreenCalls screenCalls() {
    return screenCalls;
  }

  /// What the program has put into `love` under that name.
  LuaValue callback(Str name) {
    return love.get(name);
  }

  long nowNanos() {
    return process.vm().simulator().nowNanos();
  }

  // ---- frames -------------------------------------------------------------------------------

  /// A frame begins now.
  void beginFrame() {
    long now = nowNanos();
    if (!hasBegun) {
      hasBegun = true;
      startNanos = now;
      cause = process.vm().simulator().cause();
      frameNanos = now;
    }
    becauseOf(cause);
    deltaNanos = now - frameNanos;
    frameNanos = now;
    while (!frames.isEmpty() && frames.getFirst() <= now - SECOND_NANOS) {
      frames.removeFirst();
    }
    frames.addLast(now);
  }

  long cause() {
    return cause;
  }

  void becauseOf(long ordinal) {
    process.vm().simulator().becauseOf(ordinal);
  }

  /// A frame is over: nanoseconds until the next one is due, 0 if it is late. Frames that were
  /// missed are not made up for.
  long nanosToNextFrame() {
    long now = nowNanos();
    long due = startNanos + (frame + 1) * Arrivals.TICK_NANOS;
    if (due > now) {
      frame++;
      return due - now;
    }
    frame = (now - startNanos) / Arrivals.TICK_NANOS;
    return 0;
  }

  /// Seconds from the frame before to this one.
  double delta() {
    return deltaNanos / 1e9;
  }

  int framesInLastSecond() {
    return frames.size();
  }

  // ---- keys and mouse -----------------------------------------------------------------------

  /// Takes note of what was done at the screen; whether it changed anything.
  boolean note(ScreenInput.Happened event) {
    return switch (event) {
      case ScreenInput.Key key ->
          key.isDown() ? keysDown.add(key.name()) : keysDown.remove(key.name());
      case ScreenInput.Mouse mouse -> {
        mouseX = mouse.x();
        mouseY = mouse.y();
        yield mouse.button() == 0
            || (mouse.isDown()
                ? buttonsDown.add(mouse.button())
                : buttonsDown.remove(mouse.button()));
      }
    };
  }

  boolean isKeyDown(String name) {
    return keysDown.contains(name);
  }

  boolean isButtonDown(int button) {
    return buttonsDown.contains(button);
  }

  double mouseX() {
    return mouseX;
  }

  double mouseY() {
    return mouseY;
  }

  // ---- the end ------------------------------------------------------------------------------

  /// Has the loop end before its next frame.
  void quit(int code) {
    quits = true;
    exitCode = code;
  }

  boolean quits() {
    return quits;
  }

  int exitCode() {
    return exitCode;
  }

  /// `love.quit` would rather go on.
  void stay() {
    quits = false;
  }
}
