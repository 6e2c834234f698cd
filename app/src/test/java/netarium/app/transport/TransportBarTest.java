package netarium.app.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import netarium.app.canvas.Toolkit;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import org.junit.jupiter.api.Test;

class TransportBarTest {
  private record Shown(Driven driven, TransportBar bar) {
    Button button(String name) {
      return (Button)
          bar.lookupAll(".button").stream()
              .filter(each -> name.equals(nameOf((Button) each)))
              .findFirst()
              .orElseThrow();
    }

    private static String nameOf(Button button) {
      String spoken = button.getAccessibleText();
      return spoken == null ? button.getText() : spoken;
    }

    String text(String selector) {
      return ((Label) bar.lookup(selector)).getText();
    }
  }

  private static void with(Consumer<Shown> test) {
    Toolkit.on(() -> {
      try (Driven driven = new Driven(SmallProject.sample("hello-http"))) {
        TransportBar bar = new TransportBar(driven.transport, Locale.ENGLISH);
        new Scene(bar);
        bar.applyCss();
        bar.layout();
        test.accept(new Shown(driven, bar));
      }
      return 0;
    });
  }

  @Test
  void runButton_runsAndBecomesPause() {
    with(shown -> {
      Button run = shown.button("Run");
      run.fire();
      assertTrue(shown.driven.transport.isRunning());
      assertEquals("Pause", run.getText());
      run.fire();
      assertFalse(shown.driven.transport.isRunning());
      assertEquals("Run", run.getText());
    });
  }

  @Test
  void buttonsWithoutMeaning_areOff() {
    with(shown -> {
      assertTrue(shown.button("Begin again").isDisabled());
      assertTrue(shown.button("Previous frame").isDisabled());
      assertTrue(shown.button("To the live edge").isDisabled());
      shown.button("Next frame").fire();
      shown.driven.pulses(3);
      shown.button("Next frame").fire();
      shown.driven.pulses(3);
      assertFalse(shown.button("Begin again").isDisabled());
      shown.button("Previous frame").fire();
      assertFalse(shown.button("To the live edge").isDisabled());
      shown.button("To the live edge").fire();
      assertTrue(shown.driven.transport.playhead().isLive());
    });
  }

  @Test
  void slider_setsTheSpeed() {
    with(shown -> {
      Slider slider = (Slider) shown.bar.lookup(".slider");
      slider.setValue(Speed.TENTH.notch());
      assertEquals(Speed.TENTH, shown.driven.transport.speed());
      assertEquals("0.1×", shown.text(".speed-word"));
      shown.driven.transport.speed(Speed.MAX);
      assertEquals(Speed.MAX.notch(), slider.getValue());
    });
  }

  @Test
  void typedInstant_movesThePlayhead() {
    with(shown -> {
      shown.driven.transport.speed(Speed.MAX);
      shown.driven.transport.run();
      shown.driven.pulseUntil(() -> !shown.driven.transport.isRunning());
      TimeField field = (TimeField) shown.bar.lookup(".time-field");
      field.edit();
      TextField input = (TextField) shown.bar.lookup(".time-input");
      input.setText("25 ms");
      input.getOnAction().handle(null);
      assertEquals(25_000_000, shown.driven.transport.playhead().instant());
      Node digits = shown.bar.lookup(".digits");
      assertEquals("0.025", ((Label) digits.lookup(".label")).getText());
      field.edit();
      input.setText("soon");
      input.getOnAction().handle(null);
      assertTrue(input.getStyleClass().contains("bad"));
      assertEquals(25_000_000, shown.driven.transport.playhead().instant());
    });
  }
}
