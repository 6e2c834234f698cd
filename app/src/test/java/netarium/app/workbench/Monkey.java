package netarium.app.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import netarium.app.canvas.Toolkit;
import netarium.app.project.Document;
import netarium.app.scripts.ScriptTab;
import netarium.app.theme.Theme;
import netarium.app.workbench.Watchdog.Excuse;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import org.jspecify.annotations.Nullable;

/// Somebody who clicks, drags and types without any sense, always in the same way for a seed.
///
/// `main [SEEDS [EVENTS [FIRST]]]` plays several seeds and prints what each came to.
final class Monkey {
  private static final int LOOK_EVERY = 25;
  private static final List<List<KeyCode>> KEYS =
      List.of(
          List.of(KeyCode.V),
          List.of(KeyCode.V),
          List.of(KeyCode.S),
          List.of(KeyCode.R),
          List.of(KeyCode.H),
          List.of(KeyCode.C),
          List.of(KeyCode.T),
          List.of(KeyCode.DELETE),
          List.of(KeyCode.ESCAPE),
          List.of(KeyCode.ENTER),
          List.of(KeyCode.TAB),
          List.of(KeyCode.F2),
          List.of(KeyCode.UP),
          List.of(KeyCode.DOWN),
          List.of(KeyCode.LEFT),
          List.of(KeyCode.RIGHT),
          List.of(KeyCode.SPACE),
          List.of(KeyCode.F5),
          List.of(KeyCode.F10),
          List.of(KeyCode.SHIFT, KeyCode.F10),
          List.of(KeyCode.ALT, KeyCode.F10),
          List.of(KeyCode.END),
          List.of(KeyCode.CONTROL, KeyCode.R),
          List.of(KeyCode.CONTROL, KeyCode.Z),
          List.of(KeyCode.CONTROL, KeyCode.Z),
          List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z),
          List.of(KeyCode.CONTROL, KeyCode.A),
          List.of(KeyCode.CONTROL, KeyCode.C),
          List.of(KeyCode.CONTROL, KeyCode.X),
          List.of(KeyCode.CONTROL, KeyCode.V),
          List.of(KeyCode.CONTROL, KeyCode.D),
          List.of(KeyCode.CONTROL, KeyCode.F),
          List.of(KeyCode.CONTROL, KeyCode.L),
          List.of(KeyCode.CONTROL, KeyCode.DIGIT0),
          List.of(KeyCode.CONTROL, KeyCode.S),
          List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P));

  private final SplittableRandom random;
  private final Path folder;
  private final boolean isJudged;
  private final List<Throwable> uncaught = new ArrayList<>();
  private final List<String> late = new ArrayList<>();
  private TestWindow window;

  /// `isJudged` says whether deeds that hold the window for too long are told of: not the first
  /// time in a JVM.
  Monkey(long seed, Path folder, boolean isJudged) {
    random = new SplittableRandom(seed);
    this.folder = folder;
    this.isJudged = isJudged;
    window = new TestWindow(folder, isJudged);
    Toolkit.on(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((_, e) -> note(e));
      return 0;
    });
  }

  /// The headless screen has one fault of its own: it copies a popup that does not wholly lie
  /// within it past the end of its memory, after JavaFX has drawn it and with nothing of ours on
  /// the stack. No other platform does so; nothing else is passed over.
  private void note(Throwable thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    boolean isOfScreen =
        thrown instanceof IndexOutOfBoundsException
            && Arrays.stream(stack).anyMatch(at -> isIn(at, "HeadlessWindow", "blit"))
            && Arrays.stream(stack).anyMatch(at -> isIn(at, "HeadlessView", "_uploadPixels"))
            && Arrays.stream(stack).noneMatch(at -> at.getClassName().startsWith("netarium"));
    if (!isOfScreen) {
      uncaught.add(thrown);
    }
  }

  private static boolean isIn(StackTraceElement at, String type, String method) {
    return at.getClassName().equals("com.sun.glass.ui.headless." + type)
        && at.getMethodName().equals(method);
  }

  /// What nobody caught; it stays empty.
  List<Throwable> uncaught() {
    return uncaught;
  }

  /// The deeds that held the window for too long; it stays empty.
  List<String> late() {
    return late;
  }

  void play(int events) {
    window.open(random.nextBoolean() ? "New network" : "Open and run");
    window.hand.hurry();
    for (int i = 0; i < events && uncaught.isEmpty(); i++) {
      Shown before = shown();
      String deed = deed();
      Hand.settle();
      List<Watchdog.Late> tooLate = window.watchdog.take();
      if (!tooLate.isEmpty() && shown().since(before).isEmpty()) {
        late.add(tooLate + " (event " + i + ": " + deed + ")");
      }
      if (i % LOOK_EVERY == 0) {
        check();
      }
    }
    Hand.settle();
    check();
    window.close();
  }

  /// The project on screen, its open scripts, and how all is dressed.
  private record Shown(@Nullable Desk desk, List<ScriptTab> scripts, Theme theme) {
    /// Why the way from `before` to here may have taken longer: whoever clicks without any sense
    /// does not know beforehand that this will open something.
    Optional<Excuse> since(Shown before) {
      if (desk != before.desk) {
        return Optional.of(Excuse.OPENING);
      }
      if (theme != before.theme) {
        return Optional.of(Excuse.THEME);
      }
      return before.scripts.containsAll(scripts) ? Optional.empty() : Optional.of(Excuse.SCRIPT);
    }
  }

  private Shown shown() {
    return Toolkit.on(() -> {
      Desk desk = window.graph.desk().orElse(null);
      List<ScriptTab> scripts = desk == null ? List.of() : desk.scripts().open();
      return new Shown(desk, scripts, window.graph.theme());
    });
  }

  private String deed() {
    if (window.isClosed() || Toolkit.on(() -> window.graph.desk().isEmpty())) {
      return reopen();
    }
    int choice = random.nextInt(100);
    if (choice < 35) {
      Point2D place = somewhere();
      window.hand.click(place);
      return "click " + place;
    }
    if (choice < 40) {
      Point2D place = somewhere();
      window.hand.rightClick(place);
      return "right click " + place;
    }
    if (choice < 60) {
      Point2D from = somewhere();
      Point2D to = somewhere();
      window.hand.drag(from, to);
      return "drag " + from + " " + to;
    }
    if (choice < 85) {
      List<KeyCode> keys = KEYS.get(random.nextInt(KEYS.size()));
      window.hand.press(keys.toArray(KeyCode[]::new));
      return "press " + keys;
    }
    if (choice < 90) {
      String text = "x" + random.nextInt(100);
      window.hand.type(text);
      return "type " + text;
    }
    int frames = random.nextInt(1, 6);
    window.frames(frames);
    return frames + " frames";
  }

  private String reopen() {
    if (window.isClosed()) {
      window.close();
      window = new TestWindow(folder, isJudged);
      window.hand.hurry();
    }
    window.watchdog.excused(
        Excuse.OPENING,
        () ->
            Toolkit.on(() -> {
              window.graph.documents().openSample("hello-http");
              return 0;
            }));
    return "open a sample";
  }

  private Point2D somewhere() {
    return window.place(random.nextDouble(), random.nextDouble());
  }

  /// What is on screen can always be written and read again.
  private void check() {
    Document document = Toolkit.on(() -> window.graph.desk().map(Desk::document).orElse(null));
    if (document != null) {
      Project project = Toolkit.on(document::project);
      if (Projects.openBundle(project.bundle(), "monkey") instanceof OpenResult.Refused refused) {
        throw new AssertionError("the drawing cannot be read again: " + refused.problems());
      }
    }
  }

  static void main(String[] args) throws IOException {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    int events = args.length > 1 ? Integer.parseInt(args[1]) : 3_000;
    int first = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    int failures = 0;
    new Monkey(0, Files.createTempDirectory("monkey"), false).play(events);
    for (int seed = first; seed < first + seeds; seed++) {
      Monkey monkey = new Monkey(seed, Files.createTempDirectory("monkey"), true);
      monkey.play(events);
      monkey.uncaught().forEach(Throwable::printStackTrace);
      monkey.late().forEach(System.out::println);
      failures += monkey.uncaught().size() + monkey.late().size();
      System.out.println(
          "seed "
              + seed
              + ": "
              + monkey.uncaught().size()
              + " uncaught, "
              + monkey.late().size()
              + " late");
    }
    System.out.println(seeds + " seeds of " + events + " events, " + failures + " failures");
    System.exit(failures == 0 ? 0 : 1);
  }
}
