package netarium.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import netarium.app.canvas.CanvasView;
import netarium.app.canvas.Toolkit;
import netarium.app.canvas.scene.Point;
import netarium.app.preferences.Preferences;
import netarium.app.project.Background;
import netarium.app.project.UserFolders;
import netarium.app.session.LiveRun;
import netarium.app.session.RunState;
import netarium.app.workbench.Watchdog.Excuse;
import netarium.engine.run.Simulation;
import netarium.topologies.Topology;
import org.junit.jupiter.api.RepetitionInfo;

/// The real window on the headless screen, with folders, answers and a clock of the test's own: the
/// screen's frames come when the test says so.
final class TestWindow implements AutoCloseable {
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 960;
  private static final long FRAME = 50_000_000;

  final Person person = new Person();
  final Watchdog watchdog;
  final AppGraph graph;
  final Hand hand;
  private final Stage stage;
  private long wall;
  private boolean isClosed;

  /// A window of which nobody judges how quick it is.
  TestWindow(Path folder) {
    this(folder, false);
  }

  /// The window of a test that does all it does twice: the last time it has to be quick.
  TestWindow(Path folder, RepetitionInfo round) {
    this(folder, round.getCurrentRepetition() == round.getTotalRepetitions());
  }

  TestWindow(Path folder, boolean isJudged) {
    this(folder, isJudged, Background.DIRECT);
  }

  /// With slow work done elsewhere, as in the program itself.
  TestWindow(Path folder, boolean isJudged, Background background) {
    watchdog = new Watchdog(isJudged);
    UserFolders folders =
        new UserFolders(folder.resolve("config"), folder.resolve("state"), folder.resolve("cache"));
    Surroundings world =
        new Surroundings(
            folders,
            background,
            person,
            person,
            InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
            new Preferences(folders.config().resolve("preferences.json")),
            Locale.ENGLISH);
    graph = Toolkit.on(() -> new AppGraph(world, WIDTH, HEIGHT));
    stage = Toolkit.on(Stage::new);
    watchdog.excused(
        Excuse.START,
        () ->
            Toolkit.on(() -> {
              graph.show(stage);
              return 0;
            }));
    hand = new Hand(stage);
  }

  Desk desk() {
    return Toolkit.on(() -> graph.desk().orElseThrow());
  }

  /// The middle of a node of the canvas, on the screen.
  Point2D node(String id) {
    return place(at(id));
  }

  private Point at(String id) {
    return Toolkit.on(() ->
        desk().canvas().view().shown().nodes().stream()
            .filter(card -> card.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no node " + id))
            .centre());
  }

  /// A place of the drawing, on the screen.
  Point2D place(Point at) {
    return Toolkit.on(() -> {
      CanvasView view = desk().canvas().view();
      Point shown = view.viewport().toScreen(at);
      return view.localToScreen(shown.x(), shown.y());
    });
  }

  /// A place of the view of the canvas, as shares of its width and height, on the screen.
  Point2D onCanvas(double across, double down) {
    return Toolkit.on(() -> {
      CanvasView view = desk().canvas().view();
      return view.localToScreen(view.getWidth() * across, view.getHeight() * down);
    });
  }

  /// A place of the window, as shares of its width and height, on the screen.
  Point2D place(double across, double down) {
    return new Point2D(stage.getX() + WIDTH * across, stage.getY() + HEIGHT * down);
  }

  /// Whether the window has been closed by a command.
  boolean isClosed() {
    return isClosed;
  }

  Topology topology() {
    return Toolkit.on(() -> desk().document().topology());
  }

  /// Lets this many frames of the screen pass; the engine is given all the time it needs for each.
  void frames(int count) {
    for (int i = 0; i < count; i++) {
      pulse();
    }
    Hand.settle();
  }

  void pulse() {
    wall += FRAME;
    LiveRun run =
        Toolkit.on(
            "what is new of the run",
            () -> {
              graph.pulse(wall);
              return graph.desk().flatMap(desk -> desk.transport().liveRun()).orElse(null);
            });
    if (run != null) {
      await(run);
    }
  }

  /// An answer comes after everything that was asked before; what the engine does then is done.
  private static void await(LiveRun run) {
    try {
      do {
        run.ask(Simulation::now).get();
      } while (run.state().phase() == RunState.Phase.RUNNING && !isFar(run));
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isFar(LiveRun run) {
    return run.state().events() - run.log().size() > 10_000;
  }

  /// Lets frames pass until the run stands still.
  RunState runOn() {
    for (int i = 0; i < 20_000; i++) {
      pulse();
      RunState state = Toolkit.on(() -> desk().transport().state());
      if (state.phase() != RunState.Phase.RUNNING) {
        Hand.settle();
        return state;
      }
    }
    throw new AssertionError("the run does not end");
  }

  /// Clicks on something that opens or makes a project.
  void open(String words) {
    watchdog.excused(Excuse.OPENING, () -> hand.click(words));
  }

  @Override
  public void close() {
    watchdog.close();
    Toolkit.on(() -> {
      graph.close();
      stage.close();
      return 0;
    });
    assertEquals(List.of(), watchdog.take(), "nothing holds the window for over 50 ms");
  }
}
