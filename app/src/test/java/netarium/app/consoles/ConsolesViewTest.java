package netarium.app.consoles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import netarium.app.canvas.Toolkit;
import netarium.app.canvas.scene.Item;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.app.theme.Theme;
import netarium.engine.trace.SimEvent;
import netarium.topologies.project.Project;
import org.junit.jupiter.api.Test;

class ConsolesViewTest {
  private record Shown(Driven driven, Consoles consoles, ConsolesView view, ConsoleList list) {
    TextField input() {
      return (TextField) view.lookup(".console-input .text-field");
    }

    void pulse() {
      driven.pulses(3);
      view.applyCss();
      view.layout();
    }

    String top() {
      return Objects.requireNonNull(view.shown()).id();
    }

    List<Boolean> find(String text) {
      List<Boolean> answers = new ArrayList<>();
      list.find(text, true, answers::add);
      return answers;
    }

    String emptyText() {
      Label empty = (Label) view.lookup(".console-empty");
      return empty.isVisible() ? empty.getText() : "";
    }

    void runToTheEnd() {
      driven.transport.speed(Speed.MAX);
      driven.transport.run();
      driven.pulseUntilOver();
      pulse();
    }
  }

  private static void with(Consumer<Shown> test) {
    with(ConsolePictures.project(), test);
  }

  private static void with(Project project, Consumer<Shown> test) {
    Toolkit.on(() -> {
      try (Driven driven = new Driven(project)) {
        Consoles consoles = new Consoles();
        driven.transport.read(consoles);
        ConsolesView view =
            new ConsolesView(consoles, driven.transport, driven.selection, Locale.ENGLISH);
        Scene scene = new Scene(view, 500, 300);
        Theme.LIGHT.apply(scene);
        scene.getStylesheets().add(ConsolesView.class.getResource("tool.css").toExternalForm());
        driven.transport.reset();
        view.applyCss();
        view.layout();
        test.accept(new Shown(driven, consoles, view, (ConsoleList) view.lookup(".console-list")));
      }
      return 0;
    });
  }

  @Test
  void emptyConsole_saysWhatToDo() {
    with(shown -> {
      assertTrue(shown.emptyText().contains("Press Run"), shown.emptyText());
      shown.runToTheEnd();
      assertEquals("", shown.emptyText());
    });
  }

  @Test
  void firstToPrint_comesUpAsLongAsNobodyHasChosen() {
    with(
        new SmallProject()
            .vm("silent", "10.0.1.2/24", "sleep(1)")
            .vm("talker", "10.0.1.3/24", "print('Hello')")
            .project(1),
        shown -> {
          assertEquals("silent", shown.top());
          shown.runToTheEnd();
          assertEquals("talker", shown.top());
          shown.view.show(shown.consoles.all().getFirst());
          shown.pulse();
          assertEquals("silent", shown.top());
        });
  }

  @Test
  void chosenLine_movesThePlayheadAndSelectsItsEvent() {
    with(shown -> {
      shown.runToTheEnd();
      ConsoleLine line = shown.list.getItems().get(1);
      shown.list.getSelectionModel().clearAndSelect(1);
      assertEquals(line.atNanos(), shown.driven.transport.playhead().instant());
      assertEquals(line.ordinal(), shown.driven.selection.event());
    });
  }

  @Test
  void selectedEvent_bringsItsLine() {
    with(shown -> {
      shown.runToTheEnd();
      shown.driven.selection.select(Set.of(new Item.OfNode("server")));
      assertEquals("server", shown.top());
      long ordinal = -1;
      for (int i = 0; i < shown.driven.read.size(); i++) {
        if (shown.driven.read.get(i) instanceof SimEvent.ConsoleWritten w && w.isError()) {
          ordinal = i;
        }
      }
      shown.driven.selection.selectEvent(ordinal);
      assertEquals("client", shown.top());
      assertEquals(ordinal, shown.list.getSelectionModel().getSelectedItem().ordinal());
    });
  }

  @Test
  void inputLine_typesIntoTheProgramThatWaits() {
    with(shown -> {
      assertTrue(shown.input().isDisabled());
      shown.runToTheEnd();
      shown.pulse();
      assertFalse(shown.input().isDisabled());
      assertEquals("The program waits for a line", shown.input().getPromptText());
      shown.input().setText("Ada");
      shown.input().getOnAction().handle(null);
      assertEquals("", shown.input().getText());
      shown.driven.pulses(3);
      shown.driven.pulseUntilOver();
      shown.pulse();
      assertTrue(shown.list.getItems().stream().anyMatch(line -> line.text().equals("Hello Ada")));
      shown.pulse();
      assertTrue(shown.input().isDisabled(), "the program has ended with an error");
    });
  }

  @Test
  void find_selectsTheLine() {
    with(shown -> {
      shown.runToTheEnd();
      assertEquals(List.of(true), shown.find("STATE"));
      assertTrue(shown.list.getSelectionModel().getSelectedItem().text().contains("state"));
      assertEquals(List.of(false), shown.find("nowhere"));
    });
  }
}
