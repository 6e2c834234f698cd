package netarium.app.workbench;

import javafx.animation.AnimationTimer;
import netarium.app.session.Transport;

/// The one door between the engine's thread and the toolkit's: at every frame of the screen the
/// transport is told how late it is and fetches what has happened. However fast the engine is,
/// nothing else of it reaches the toolkit's thread.
public final class FrameBridge extends AnimationTimer {
  private final Transport transport;

  public FrameBridge(Transport transport) {
    this.transport = transport;
  }

  @Override
  public void handle(long frameNanos) {
    transport.pulse(frameNanos);
  }
}
