package netarium.app.canvas;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Starts JavaFX once for all tests of this JVM and runs code on its thread.
public final class Toolkit {
  private static boolean isStarted;
  private static volatile @Nullable Observer observer;

  /// Is told, on the toolkit's thread, what a test does there.
  public interface Observer {
    /// `deed` is what a person does; null if the test only looks.
    void begins(@Nullable String deed);

    void ends();
  }

  private Toolkit() {}

  /// Has what is done here be watched; null ends that.
  public static void observe(@Nullable Observer by) {
    observer = by;
  }

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
    return on(null, code);
  }

  /// As [#on(Callable)], for what a person does in the window.
  public static <T> T on(@Nullable String deed, Callable<T> code) {
    start();
    FutureTask<T> task = new FutureTask<>(() -> observed(deed, code));
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

  private static <T> T observed(@Nullable String deed, Callable<T> code) throws Exception {
    Observer by = observer;
    if (by == null) {
      return code.call();
    }
    by.begins(deed);
    try {
      return code.call();
    } finally {
      by.ends();
    }
  }
}
