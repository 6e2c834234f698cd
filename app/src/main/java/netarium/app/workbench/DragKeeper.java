package netarium.app.workbench;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Sees to it that a drag belongs to what was pressed, as JavaFX promises: from JavaFX 26.0.2's
/// scene it goes to whatever lies under the pointer as soon as that has left the pressed node. A
/// drag from the palette would end at the project tree, and one that crosses a slider breaks in the
/// slider's skin.
final class DragKeeper {
  private @Nullable Node pressed;

  private DragKeeper() {}

  static void watch(Scene scene) {
    DragKeeper keeper = new DragKeeper();
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, keeper::pressed);
    scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, keeper::keep);
    scene.addEventFilter(MouseEvent.MOUSE_RELEASED, keeper::released);
  }

  private void pressed(MouseEvent event) {
    EventTarget target = event.getTarget();
    pressed = target instanceof Node node ? node : null;
  }

  private void released(MouseEvent event) {
    boolean isLast = !event.isPrimaryButtonDown() && !event.isSecondaryButtonDown();
    keep(event);
    if (isLast) {
      pressed = null;
    }
  }

  private void keep(MouseEvent event) {
    Node owner = pressed;
    if (owner == null || owner.equals(event.getTarget())) {
      return;
    }
    event.consume();
    if (owner.getScene() != null) {
      Event.fireEvent(owner, event.copyFor(owner, owner));
    }
  }
}
