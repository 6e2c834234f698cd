package netarium.app.workbench;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// The one door between the engine's thread and the toolkit's: at every frame of the screen the
/// transport is told how late it is and fetches what has happened. However fast the engine is,
/// nothing else of it reaches the toolkit's thread.
public final class FrameBridge extends AnimationTimer {
  private final LongConsumer pulse;

  /// `pulse` is told the instant of every frame of the screen, in nanoseconds: a [Transport#pulse].
  public FrameBridge(LongConsumer pulse) {
    this.pulse = pulse;
  }

  @Override
  public void handle(long frameNanos) {
    pulse.accept(frameNanos);
  }
}
