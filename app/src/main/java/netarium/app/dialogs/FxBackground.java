package netarium.app.dialogs;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import netarium.app.project.Background;

/// One thread for slow work; what follows it is done on the FX thread.
public final class FxBackground implements Background, AutoCloseable {
  private static final int MOST_SECONDS_TO_END = 10;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("files").factory());

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> then) {
    thread.execute(() -> {
      T made = work.get();
      Platform.runLater(() -> then.accept(made));
    });
  }

  /// Waits for work that has begun, so that no save is cut short.
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
