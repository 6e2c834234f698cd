package netarium.editor.ui;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// A window with an editor, without a display. Steps run on the JavaFX thread, and between them a
/// pulse passes, so that layout and styles have caught up.
abstract class FxTest {
  private static final long SECONDS = 20;
  private static boolean isStarted;

  final LuaEditor editor = fresh();
  private @Nullable Stage stage;

  /// Opens a window with `text` in it, ready to be typed into.
  void open(String text) {
    run(() -> {
      Stage window = new Stage();
      stage = window;
      Scene scene = new Scene(new Group(), 900, 600);
      scene.getStylesheets().add(EditorTheme.DARK.stylesheet());
      scene.setRoot(new StackPane(editor));
      window.setScene(scene);
      window.show();
      editor.load(text);
      editor.requestFocus();
    });
  }

  @AfterEach
  void close() {
    Stage window = stage;
    if (window != null) {
      run(window::close);
    }
  }

  private static LuaEditor fresh() {
    start();
    return onFx(() -> new LuaEditor(Locale.ENGLISH));
  }

  static synchronized void start() {
    if (!isStarted) {
      isStarted = true;
      CountDownLatch started = new CountDownLatch(1);
      Platform.startup(started::countDown);
      Platform.setImplicitExit(false);
      try {
        if (!started.await(SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("the toolkit starts");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// Runs a step, lets a pulse pass, answers what the step answered.
  static <T extends @Nullable Object> T onFx(Callable<T> step) {
    T result = await(step);
    pulse();
    return result;
  }

  void run(Runnable step) {
    onFx(() -> {
      step.run();
      return null;
    });
  }

  /// Presses keys together, as a hand does.
  void press(KeyCode... keys) {
    run(() -> {
      Robot robot = new Robot();
      for (KeyCode key : keys) {
        robot.keyPress(key);
      }
      for (int i = keys.length - 1; i >= 0; i--) {
        robot.keyRelease(keys[i]);
      }
    });
    pulse();
  }

  private static <T extends @Nullable Object> T await(Callable<T> step) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(step.call());
      } catch (Throwable e) {
        done.completeExceptionally(e);
      }
    });
    return get(done);
  }

  static <T extends @Nullable Object> T get(CompletableFuture<T> done) {
    try {
      return done.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Waits until two frames have passed: what was asked for in the first is done in the second.
  static void pulse() {
    CompletableFuture<Void> passed = new CompletableFuture<>();
    Platform.runLater(() ->
        new AnimationTimer() {
          private int frames;

          @Override
          public void handle(long now) {
            if (++frames == 2) {
              stop();
              passed.complete(null);
            }
          }
        }.start());
    get(passed);
  }
}
