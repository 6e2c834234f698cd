package netarium.app.canvas;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// Starts JavaFX once for all tests of this JVM and runs code on its thread.
public final class Toolkit {
  private static boolean isStarted;

  private Toolkit() {}

  public static synchronized void start() {
    if (!isStarted) {
      CountDownLatch started = new CountDownLatch(1);
      Platform.startup(started::countDown);
      Platform.setImplicitExit(false);
      try {
        started.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      isStarted = true;
    }
  }

  /// Runs code on the toolkit's thread and waits for what it answers.
  public static <T> T on(Callable<T> code) {
    start();
    FutureTask<T> task = new FutureTask<>(code);
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      return task.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AssertionError failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
