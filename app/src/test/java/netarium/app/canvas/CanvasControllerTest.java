package netarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import netarium.app.canvas.scene.Body;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.Point;
import netarium.app.edit.EditHistory;
import netarium.topologies.Topology;
import netarium.topologies.node.NodeKind;
import org.junit.jupiter.api.Test;

class CanvasControllerTest {
  private static final class Desk {
    private final EditHistory history = new EditHistory(Topology.empty("Start"));
    private final CanvasModel model = new CanvasModel(history);
    private final CanvasView view = new CanvasView();
    private final CanvasActions actions = new CanvasActions(model);
    private final CanvasController controller = new CanvasController(model, view, actions);

    Desk() {
      new Scene(view, 800, 600);
      view.resize(800, 600);
      actions.add(NodeKind.VM, new Point(200, 160));
      actions.add(NodeKind.SWITCH, new Point(400, 400));
      model.select(Set.of());
    }

    void mouse(EventType<MouseEvent> type, double x, double y) {
      boolean isDown = type != MouseEvent.MOUSE_RELEASED;
      Event.fireEvent(
          view,
          new MouseEvent(
              type,
              x,
              y,
              x,
              y,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              isDown,
              false,
              false,
              false,
              false,
              true,
              null));
    }

    void drag(double fromX, double fromY, double toX, double toY) {
      mouse(MouseEvent.MOUSE_PRESSED, fromX, fromY);
      for (int i = 1; i <= 10; i++) {
        double share = i / 10.0;
        mouse(
            MouseEvent.MOUSE_DRAGGED, fromX + (toX - fromX) * share, fromY + (toY - fromY) * share);
      }
      mouse(MouseEvent.MOUSE_RELEASED, toX, toY);
    }

    void key(KeyCode code, boolean isControl) {
      Event.fireEvent(
          view, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, isControl, false, false));
    }
  }

  private static void atTheDesk(Callable<?> code) {
    Toolkit.on(code);
  }

  @Test
  void draggedNode_movesInOneUndoableStep() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      desk.drag(200, 170, 262, 230);
      assertEquals(264, desk.history.topology().nodes().getFirst().x(), "snapped");
      assertEquals(Set.of(new Item.OfNode("vm1")), desk.model.selection());
      desk.key(KeyCode.Z, true);
      assertEquals(200, desk.history.topology().nodes().getFirst().x());
      return true;
    });
  }

  @Test
  void cablePulledFromPortToNode_linksThem() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      double bottom = 160 + Body.CARD.height() / 2;
      desk.drag(200, bottom, 400, 400);
      assertEquals(1, desk.history.topology().links().size());
      var link = desk.history.topology().links().getFirst();
      assertEquals("vm1:eth0", link.a().toString());
      assertEquals("sw1:p1", link.b().toString());
      desk.key(KeyCode.Z, true);
      assertEquals(0, desk.history.topology().links().size());
      return true;
    });
  }

  @Test
  void marquee_selectsWhatItHolds() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      desk.drag(20, 20, 380, 300);
      assertEquals(Set.of(new Item.OfNode("vm1")), desk.model.selection());
      desk.drag(20, 20, 600, 560);
      assertEquals(2, desk.model.selection().size());
      desk.key(KeyCode.DELETE, false);
      assertEquals(0, desk.history.topology().nodes().size());
      desk.key(KeyCode.Z, true);
      assertEquals(2, desk.history.topology().nodes().size());
      return true;
    });
  }

  @Test
  void paletteDrag_putsANodeDownInsideOnly() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      desk.controller.beginPlacing(NodeKind.ROUTER);
      desk.controller.placeAt(-20, 50);
      desk.controller.endPlacing(-20, 50);
      assertEquals(2, desk.history.topology().nodes().size());
      desk.controller.beginPlacing(NodeKind.ROUTER);
      desk.controller.placeAt(600, 203);
      desk.controller.endPlacing(600, 203);
      assertEquals("r1", desk.history.topology().nodes().getLast().id());
      assertEquals(200, desk.history.topology().nodes().getLast().y());
      return true;
    });
  }

  @Test
  void copyAndPaste_makeNewNamesAndAddresses() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      desk.actions.link("vm1", "sw1");
      desk.key(KeyCode.A, true);
      desk.key(KeyCode.C, true);
      desk.key(KeyCode.V, true);
      assertEquals(4, desk.history.topology().nodes().size());
      assertEquals(2, desk.history.topology().links().size());
      var copy = desk.history.topology().node("vm1-2");
      var first = desk.history.topology().node("vm1");
      assertFalse(copy == null || first == null);
      assertFalse(first.interfaces().getFirst().equals(copy.interfaces().getFirst()));
      return true;
    });
  }
}
