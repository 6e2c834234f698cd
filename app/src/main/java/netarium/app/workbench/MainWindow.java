package netarium.app.workbench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import netarium.app.dialogs.AlertQuestions;
import netarium.app.dialogs.FileChoosers;
import netarium.app.dialogs.FxBackground;
import netarium.app.preferences.Preferences;
import netarium.app.project.UserFolders;
import netarium.app.theme.Theme;
import org.jspecify.annotations.Nullable;

/// The window on a real screen, with real files and the real clock.
public final class MainWindow {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final Duration TICK = Duration.millis(500);

  private MainWindow() {}

  /// Shows the window until it is closed; `project` as a command line names it, or null for the
  /// welcome page. If this machine cannot show windows, the sentence that says so.
  public static Optional<String> run(@Nullable String project) {
    CountDownLatch closed = new CountDownLatch(1);
    Optional<String> trouble = WindowStart.start(() -> open(project, closed));
    if (trouble.isPresent()) {
      return trouble;
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
    return Optional.empty();
  }

  private static void open(@Nullable String project, CountDownLatch closed) {
    Stage stage = new Stage();
    UserFolders folders = UserFolders.ofUser();
    Preferences preferences = new Preferences(folders.config().resolve("preferences.json"));
    Locale locale = preferences.settings().locale(Locale.getDefault());
    FxBackground background = new FxBackground();
    AtomicReference<Theme> theme = new AtomicReference<>(Theme.LIGHT);
    Surroundings world =
        new Surroundings(
            folders,
            background,
            new AlertQuestions(() -> stage, theme::get, locale),
            new FileChoosers(() -> stage, locale),
            InstantSource.system(),
            preferences,
            locale);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    AppGraph graph =
        new AppGraph(
            world, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
    graph.onTheme(theme::set);
    graph.onClose(stage::close);
    FrameBridge bridge = new FrameBridge(graph::pulse);
    Timeline ticks = new Timeline(new KeyFrame(TICK, _ -> graph.autosave().tick()));
    ticks.setCycleCount(Animation.INDEFINITE);
    stage.setOnHidden(_ -> {
      bridge.stop();
      ticks.stop();
      background.close();
      closed.countDown();
    });
    graph.show(stage);
    bridge.start();
    ticks.play();
    WarmUp.begin(locale);
    if (project != null) {
      graph.documents().open(project);
    }
  }

  /// A folder for a process that keeps nothing, such as one that only takes pictures.
  static UserFolders foldersIn(Path folder) {
    return new UserFolders(
        folder.resolve("config"), folder.resolve("state"), folder.resolve("cache"));
  }
}
