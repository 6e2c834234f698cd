package netarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import netarium.app.canvas.scene.Body;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.Point;
import netarium.app.canvas.scene.Viewport;
import netarium.app.edit.EditHistory;
import netarium.app.edit.EditWords;
import netarium.app.edit.TopologyEdit;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.app.theme.Theme;
import netarium.topologies.Topology;
import netarium.topologies.node.Node;
import netarium.topologies.node.NodeKind;
import org.junit.jupiter.api.Test;

class CanvasControllerTest {
  private static final class Desk {
    private final EditHistory history = new EditHistory(Topology.empty("Start"));
    private final Selection selection = new Selection();
    private final CanvasModel model =
        new CanvasModel(history, selection, new Playhead(), Locale.ENGLISH);
    private final Asked asked = new Asked();
    private final CanvasPane pane = new CanvasPane(model, asked, asked, Theme.DARK, Locale.ENGLISH);
    private final CanvasView view = pane.view();
    private final CanvasActions actions = pane.actions();

    Desk() {
      Scene window = new Scene(pane, 800, 600);
      Theme.DARK.apply(window);
      pane.resize(800, 600);
      pane.layout();
      model.viewport(Viewport.START.sized(800, 600));
      actions.add(NodeKind.VM, new Point(200, 160));
      actions.add(NodeKind.SWITCH, new Point(400, 400));
      model.selectNothing();
    }

    Node node(int index) {
      return history.topology().nodes().get(index);
    }

    void mouse(EventType<MouseEvent> type, double x, double y) {
      mouse(type, x, y, 1);
    }

    void mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
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
              clicks,
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
      Placing placing = desk.pane.placing();
      placing.begin(Placeable.ROUTER);
      placing.at(-20, 50);
      placing.end(-20, 50);
      assertEquals(2, desk.history.topology().nodes().size());
      placing.begin(Placeable.ROUTER);
      placing.at(600, 203);
      placing.end(600, 203);
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

  @Test
  void draggedBesideAnother_snapsLevelWithIt() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      desk.drag(400, 400, 203, 420);
      assertEquals(200, desk.node(1).x(), "level with the machine above");
      desk.drag(200, 420, 317, 425);
      assertEquals(320, desk.node(1).x(), "nothing is near: the grid");
      return true;
    });
  }

  @Test
  void clickedFrame_becomesTheEventOfTheWindow() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      desk.model.select(Set.of(new Item.OfNode("vm1"), new Item.OfFrame(42)));
      assertEquals(42, desk.selection.event());
      assertEquals(Set.of(new Item.OfNode("vm1")), desk.selection.items());
      desk.key(KeyCode.ESCAPE, false);
      assertFalse(desk.selection.hasEvent());
      assertTrue(desk.selection.items().isEmpty());
      desk.selection.selectEvent(7);
      assertEquals(Set.of(new Item.OfFrame(7)), desk.model.selection());
      return true;
    });
  }

  @Test
  void removedNode_isSelectedNoMore() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      desk.model.select(Set.of(new Item.OfNode("vm1"), new Item.OfNode("sw1")));
      desk.history.apply(new TopologyEdit.Remove(Set.of("vm1"), Set.of()));
      assertEquals(Set.of(new Item.OfNode("sw1")), desk.selection.items());
      return true;
    });
  }

  @Test
  void tappedSpace_isLeftToTheWindow() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      boolean[] reached = {false};
      desk.pane.addEventHandler(KeyEvent.KEY_PRESSED, _ -> reached[0] = true);
      desk.key(KeyCode.SPACE, false);
      assertTrue(reached[0]);
      double left = desk.model.viewport().left();
      desk.drag(600, 100, 650, 100);
      assertEquals(left - 50, desk.model.viewport().left(), "held, it pans");
      return true;
    });
  }

  @Test
  void doubleClickOnName_renamesSoThatProgramsFindIt() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      desk.actions.link("vm1", "sw1");
      desk.mouse(MouseEvent.MOUSE_PRESSED, 200, 160, 2);
      TextField field = (TextField) desk.pane.lookup(".name-editor");
      field.setText("web");
      Event.fireEvent(
          field,
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
      assertEquals("web", desk.node(0).id());
      assertEquals("web:eth0", desk.history.topology().links().getFirst().a().toString());
      assertEquals("Undo: rename vm1", new EditWords(Locale.ENGLISH).undo(desk.history));
      return true;
    });
  }

  @Test
  void writtenNote_keepsItsLines() {
    atTheDesk(() -> {
      Desk desk = new Desk();
      desk.key(KeyCode.T, false);
      TextArea area = (TextArea) desk.pane.lookup(".note-editor");
      area.setText("Watch the reply\nIt is long.");
      desk.mouse(MouseEvent.MOUSE_PRESSED, 700, 560);
      assertEquals(
          "Watch the reply\nIt is long.", desk.history.topology().notes().getFirst().text());
      desk.key(KeyCode.T, false);
      desk.mouse(MouseEvent.MOUSE_PRESSED, 700, 560);
      assertEquals(1, desk.history.topology().notes().size(), "one without a text goes");
      return true;
    });
  }
}
