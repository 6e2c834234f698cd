package netarium.app.workbench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import netarium.app.canvas.Toolkit;
import org.jspecify.annotations.Nullable;

/// Watches that the toolkit's thread is never busy for long: nothing may hold it for more than 50
/// ms at a stretch.
///
/// A stretch is one gesture of the [Hand], one frame of the screen with its layout, or what was put
/// off until later. It is measured as processor time of that thread, so that a loaded machine and
/// the waiting for other threads do not count; by how much other processes slow it down even so, a
/// [Yardstick] tells. What the test itself looks up on that thread is not judged.
///
/// Neither is the first time that a JVM does something: it loads classes and interprets them. A
/// test therefore does all that it does twice, and the second time counts.
final class Watchdog implements AutoCloseable, Toolkit.Observer {
  static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /// What may take longer, and why. Nothing else may.
  enum Excuse {
    /// The window comes up: nobody waits for an answer of it yet.
    START,
    /// A project is opened or made, with all tools around it: a file is opened.
    OPENING,
    /// All that is shown is dressed anew.
    THEME,
    /// A script is opened in a tab of its own: a file as well, for which the editor is built.
    SCRIPT,
    /// Many lines are pasted; a cursor says so.
    PASTE
  }

  /// A stretch that took too long.
  record Late(String what, long nanos) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s took %.1f ms", what, nanos / 1e6);
    }
  }

  private static final String FRAME = "a frame of the screen";
  private static final String LATER = "what was put off";

  private static @Nullable Yardstick yardstick;

  private final boolean isJudging;

  private final List<Late> late = new ArrayList<>();
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          turn(FRAME);
          Platform.runLater(() -> turn(LATER));
        }
      };
  private @Nullable String under;
  private @Nullable Excuse excuse;
  private long since;

  /// `isJudging` is false for the first time.
  Watchdog(boolean isJudging) {
    this.isJudging = isJudging;
    Toolkit.on(() -> {
      yardstick();
      since = cpu();
      frames.start();
      return 0;
    });
    Toolkit.observe(this);
  }

  private static Yardstick yardstick() {
    Yardstick made = yardstick;
    if (made == null) {
      made = new Yardstick();
      yardstick = made;
    }
    return made;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// From now on the thread is busy with something else.
  private void turn(@Nullable String what) {
    long now = cpu();
    if (isJudging
        && under != null
        && excuse == null
        && now - since > LIMIT_NANOS
        && now - since > LIMIT_NANOS * yardstick().slowness()) {
      late.add(new Late(under, now - since));
    }
    under = what;
    since = cpu();
  }

  @Override
  public void begins(@Nullable String deed) {
    turn(deed);
  }

  @Override
  public void ends() {
    turn(LATER);
  }

  /// Does something that is excused, and waits until the window shows what came of it.
  void excused(Excuse why, Runnable deed) {
    under(why);
    deed.run();
    Hand.settle();
    under(null);
  }

  private void under(@Nullable Excuse why) {
    Toolkit.on(() -> {
      excuse = why;
      return 0;
    });
  }

  /// What took too long since the last time this was asked.
  List<Late> take() {
    return Toolkit.on(() -> {
      List<Late> taken = List.copyOf(late);
      late.clear();
      return taken;
    });
  }

  @Override
  public void close() {
    Toolkit.observe(null);
    Toolkit.on(() -> {
      frames.stop();
      return 0;
    });
  }
}
