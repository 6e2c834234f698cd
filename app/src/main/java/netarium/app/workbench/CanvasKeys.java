package netarium.app.workbench;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import netarium.app.canvas.CanvasPane;
import netarium.app.session.Transport;

/// What keys on the canvas do to the run: Space runs and pauses, the arrows step where nothing is
/// selected that they could move.
///
/// Space held down moves the view, so only its release tells that it was meant for the run; the
/// canvas keeps those to itself that were not.
final class CanvasKeys {
  private final CanvasPane canvas;
  private final Transport transport;
  private boolean isSpaceDown;

  private CanvasKeys(CanvasPane canvas, Transport transport) {
    this.canvas = canvas;
    this.transport = transport;
  }

  static void install(CanvasPane canvas, Transport transport) {
    CanvasKeys keys = new CanvasKeys(canvas, transport);
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    canvas.addEventHandler(KeyEvent.KEY_RELEASED, keys::released);
  }

  private boolean isForTheRun(KeyEvent event) {
    return event.getTarget() == canvas.view()
        && !event.isShortcutDown()
        && !event.isAltDown()
        && !event.isShiftDown();
  }

  private void pressed(KeyEvent event) {
    if (!isForTheRun(event)) {
      return;
    }
    switch (event.getCode()) {
      case SPACE -> isSpaceDown = true;
      case LEFT -> transport.stepBack();
      case RIGHT -> transport.stepFrame();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void released(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && isSpaceDown) {
      isSpaceDown = false;
      if (isForTheRun(event)) {
        transport.toggle();
        event.consume();
      }
    }
  }
}
