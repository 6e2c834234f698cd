package netarium.app.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import netarium.app.canvas.Toolkit;
import netarium.app.canvas.scene.Item;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.engine.trace.SimEvent;
import netarium.topologies.project.Project;
import org.junit.jupiter.api.Test;

class ScreenViewTest {
  private static final String GAME =
      """
      local n = 0
      love.window.setMode(200, 100)
      love.window.setTitle("Game")
      function love.update() n = n + 1 end
      function love.draw() love.graphics.print(n, 10, 10) end
      function love.keypressed(key) print("pressed " .. key) end
      function love.keyreleased(key) print("released " .. key) end
      function love.textinput(text) print("text " .. text) end
      function love.mousepressed(x, y, button) print("button " .. button, x, y) end
      """;

  private record Shown(Driven driven, ScreenView view, Screens screens) {
    void play(int pulses) {
      driven.pulses(pulses);
      view.applyCss();
      view.layout();
    }

    void start() {
      driven.transport.speed(Speed.REAL);
      driven.transport.run();
      play(20);
    }

    String said() {
      StringBuilder text = new StringBuilder();
      for (SimEvent each : driven.read) {
        if (each instanceof SimEvent.ConsoleWritten written) {
          text.append(new String(written.text().toByteArray(), UTF_8));
        }
      }
      return text.toString();
    }

    List<String> stimuli() {
      return driven.read.stream()
          .filter(SimEvent.StimulusApplied.class::isInstance)
          .map(each -> ((SimEvent.StimulusApplied) each).action())
          .toList();
    }

    String label(String style) {
      Label label = (Label) view.lookup(style);
      return label != null && label.isVisible() ? label.getText() : "";
    }

    void key(javafx.event.EventType<KeyEvent> type, KeyCode code, String text, boolean isShortcut) {
      Event.fireEvent(
          view.pane(), new KeyEvent(type, "", text, code, false, isShortcut, false, false));
    }

    void press(double x, double y) {
      ImageView image = (ImageView) view.pane().getChildrenUnmodifiable().getFirst();
      double factor = image.getFitWidth() / 200;
      Point2D place =
          view.pane()
              .localToScene(image.getLayoutX() + x * factor, image.getLayoutY() + y * factor);
      Event.fireEvent(
          view.pane(),
          new MouseEvent(
              MouseEvent.MOUSE_PRESSED,
              place.getX(),
              place.getY(),
              0,
              0,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              false,
              false,
              false,
              null));
    }
  }

  private static Project project() {
    return new SmallProject()
        .vm("quiet", "10.0.1.2/24", "sleep(0.1)")
        .vm("pc", "10.0.1.3/24", GAME)
        .vm("other", "10.0.1.4/24", GAME.replace("\"Game\"", "\"Other\""))
        .project(1);
  }

  private static void with(Consumer<Shown> test) {
    Toolkit.on(() -> {
      try (Driven driven = new Driven(project())) {
        Screens screens = new Screens();
        driven.transport.read(screens);
        ScreenView view =
            new ScreenView(screens, driven.transport, driven.selection, Locale.ENGLISH);
        new Scene(view, 500, 400);
        driven.transport.reset();
        view.applyCss();
        view.layout();
        test.accept(new Shown(driven, view, screens));
      }
      return 0;
    });
  }

  @Test
  void emptyScreen_saysWhatToDo() {
    with(shown -> {
      assertTrue(shown.label(".screen-empty").contains("Press Run"));
      shown.start();
      assertEquals("", shown.label(".screen-empty"));
      assertEquals("pc", shown.view.shown().orElseThrow());
      assertEquals("Game", shown.label(".screen-title"));
    });
  }

  @Test
  void picture_isTheOneAtThePlayhead() {
    with(shown -> {
      shown.start();
      MachineScreen screen = requireNonNull(shown.screens.of("pc"));
      assertTrue(screen.at(0).isEmpty());
      long later = shown.driven.transport.playhead().instant();
      assertNotEquals(
          screen.at(50_000_000).orElseThrow().frame(), screen.at(later).orElseThrow().frame());
      shown.driven.transport.playhead().moveTo(50_000_000);
      assertTrue(shown.label(".screen-hint").contains("past"), shown.label(".screen-hint"));
    });
  }

  @Test
  void smallScreen_isShownInWholeMultiples() {
    with(shown -> {
      shown.start();
      ImageView image = (ImageView) shown.view.pane().getChildrenUnmodifiable().getFirst();
      assertEquals(400, image.getFitWidth());
      assertEquals(400, image.getImage().getWidth(), "every pixel is a square of four");
    });
  }

  @Test
  void keyOnTheScreen_reachesItsProgramOnceUntilItIsLetGo() {
    with(shown -> {
      shown.start();
      shown.key(KeyEvent.KEY_PRESSED, KeyCode.A, "a", false);
      shown.key(KeyEvent.KEY_PRESSED, KeyCode.A, "a", false);
      shown.play(3);
      shown.key(KeyEvent.KEY_RELEASED, KeyCode.A, "", false);
      shown.key(KeyEvent.KEY_PRESSED, KeyCode.TAB, "\t", false);
      shown.key(KeyEvent.KEY_PRESSED, KeyCode.S, "s", true);
      shown.play(5);
      assertEquals(List.of("key pc a down", "key pc a up"), shown.stimuli());
      assertEquals("pressed a\ntext a\nreleased a\n", shown.said());
    });
  }

  @Test
  void clickOnTheScreen_isAPlaceInItsPixels() {
    with(shown -> {
      shown.start();
      shown.press(120, 40);
      shown.play(5);
      assertEquals("button 1\t120\t40\n", shown.said());
    });
  }

  @Test
  void lookIntoThePast_playsNothing() {
    with(shown -> {
      shown.start();
      shown.driven.transport.pause();
      shown.driven.transport.playhead().moveTo(100_000_000);
      shown.key(KeyEvent.KEY_PRESSED, KeyCode.A, "a", false);
      shown.play(5);
      assertEquals(List.of(), shown.stimuli());
      assertFalse(shown.driven.transport.playhead().isLive());
    });
  }

  @Test
  void otherMachine_isShownWhenItIsSelected() {
    with(shown -> {
      shown.start();
      shown.key(KeyEvent.KEY_PRESSED, KeyCode.LEFT, "", false);
      shown.driven.selection.select(Set.of(new Item.OfNode("other")));
      shown.play(3);
      assertEquals("other", shown.view.shown().orElseThrow());
      assertEquals("Other", shown.label(".screen-title"));
      assertEquals(List.of("key pc left down", "key pc left up"), shown.stimuli());
      shown.driven.selection.select(Set.of(new Item.OfNode("quiet")));
      assertEquals("other", shown.view.shown().orElseThrow());
    });
  }

  @Test
  void endedProgram_leavesItsLastPictureDimmed() {
    with(shown -> {
      shown.start();
      shown.driven.transport.apply(
          new netarium.topologies.stimulus.Stimulus.Crash(
              netarium.topologies.unit.TimeSpan.ZERO,
              "pc",
              null,
              netarium.topologies.json.Extras.NONE));
      shown.play(5);
      Region image = shown.view.pane();
      assertTrue(image.isVisible());
      assertEquals("The program on pc has ended.", shown.label(".screen-hint"));
    });
  }
}
