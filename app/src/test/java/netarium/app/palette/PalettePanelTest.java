package netarium.app.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import netarium.app.canvas.Placeable;
import netarium.app.canvas.Placing;
import netarium.app.canvas.Toolkit;
import org.junit.jupiter.api.Test;

class PalettePanelTest {
  private final List<String> done = new ArrayList<>();
  private final Placing placing =
      new Placing() {
        @Override
        public void begin(Placeable what) {
          done.add("begin " + what);
        }

        @Override
        public void at(double sceneX, double sceneY) {
          done.add("at");
        }

        @Override
        public void end(double sceneX, double sceneY) {
          done.add("end " + (int) sceneX + " " + (int) sceneY);
        }

        @Override
        public void cancel() {
          done.add("cancel");
        }

        @Override
        public void add(Placeable what) {
          done.add("add " + what);
        }
      };

  private PalettePanel panel() {
    PalettePanel panel = new PalettePanel(placing, Locale.ENGLISH);
    new Scene(panel, 240, 200);
    return panel;
  }

  private static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
    boolean isDown = type != MouseEvent.MOUSE_RELEASED;
    Event.fireEvent(
        node,
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

  @Test
  void dragOutOfTheButton_placesWhereItEnds() {
    Toolkit.on(() -> {
      Button vm = (Button) panel().getChildren().getFirst();
      mouse(vm, MouseEvent.MOUSE_PRESSED, 10, 10);
      mouse(vm, MouseEvent.MOUSE_DRAGGED, 11, 11);
      mouse(vm, MouseEvent.MOUSE_DRAGGED, 80, 90);
      mouse(vm, MouseEvent.MOUSE_RELEASED, 300, 200);
      assertEquals(List.of("begin VM", "at", "end 300 200"), done);
      return true;
    });
  }

  @Test
  void clickAndEnter_addInTheMiddle() {
    Toolkit.on(() -> {
      PalettePanel panel = panel();
      Button hub = (Button) panel.getChildren().get(2);
      hub.fire();
      Event.fireEvent(
          hub,
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
      assertEquals(List.of("add HUB", "add HUB"), done);
      return true;
    });
  }
}
