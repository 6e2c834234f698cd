package netarium.app.workbench;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.text.Text;

/// Starts JavaFX, or tells in one sentence what this machine lacks for a window.
public final class WindowStart {
  private static final String WINDOW_PACKAGES =
      "apt-get install libgtk-3-0 libxtst6 libgl1 libxxf86vm1";
  private static final String TEXT_PACKAGES =
      "apt-get install libfreetype6 libfontconfig1 libpangoft2-1.0-0 fonts-dejavu-core";

  /// JavaFX warns of every program that is not a module. The logger is kept, for one that nobody
  /// holds forgets its level.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private WindowStart() {}

  /// Starts the toolkit and runs `show` on its thread; empty when that went well. After that the
  /// program lives until its last window closes.
  public static Optional<String> start(Runnable show) {
    JAVAFX.setLevel(Level.SEVERE);
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      started.await();
      // Fonts and their libraries are looked for when the first text is measured.
      on(() -> new Text("Netarium").getLayoutBounds().getWidth());
    } catch (UnsupportedOperationException | LinkageError e) {
      return Optional.of(sentence(e));
    } catch (ExecutionException e) {
      Platform.exit();
      Throwable cause = e.getCause();
      return Optional.of(sentence(cause == null ? e : cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while the window was to open");
    }
    Platform.runLater(show);
    return Optional.empty();
  }

  private static <T> T on(Callable<T> code) throws ExecutionException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(code);
    Platform.runLater(task);
    return task.get();
  }

  /// What is missing and what to do, for what JavaFX throws where it cannot start.
  static String sentence(Throwable failure) {
    String why = String.valueOf(failure.getMessage());
    if (why.contains("DISPLAY")) {
      return "there is no display to open the window on;"
          + " start Netarium on a desktop, or let DISPLAY name one";
    }
    boolean isWindow = failure instanceof UnsupportedOperationException || why.contains("glass");
    return isWindow
        ? "the libraries for windows are missing; " + WINDOW_PACKAGES
        : "fonts or the libraries that draw them are missing; " + TEXT_PACKAGES;
  }
}
