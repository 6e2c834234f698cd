package netarium.app.project;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where slow work is done, one piece after the other, so that saves happen in their order.
public interface Background {
  /// Does the work at once, on the caller's thread.
  Background DIRECT =
      new Background() {
        @Override
        public <T> void run(Supplier<T> work, Consumer<T> then) {
          then.accept(work.get());
        }
      };

  /// Does `work` elsewhere, then hands what it gave to `then` on the caller's thread.
  <T> void run(Supplier<T> work, Consumer<T> then);
}
