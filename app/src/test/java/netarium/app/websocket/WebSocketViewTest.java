package netarium.app.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import netarium.app.TalkRun;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.Toolkit;
import netarium.app.packets.PacketsModel;
import netarium.app.session.PlayheadRemote;
import netarium.app.session.Selection;
import netarium.app.theme.Theme;
import netarium.engine.analysis.WebSocketConversation;
import netarium.engine.analysis.WebSocketFrame;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent.WebSocketHeld;
import netarium.engine.trace.Stamp;
import netarium.engine.wire.Octets;
import netarium.topologies.stimulus.Hand;
import netarium.topologies.stimulus.Stimulus;
import org.junit.jupiter.api.Test;

/// Conversations as one sees and uses them, in a scene that is never shown.
class WebSocketViewTest {
  private static final SampleRun DUEL = TalkRun.run();

  private static final class Rig {
    final PacketsModel packets = new PacketsModel();
    final Selection selection = new Selection();
    final PlayheadRemote remote = new PlayheadRemote();
    final WebSocketModel model = new WebSocketModel(packets, selection, remote.playhead());
    final List<Stimulus> applied = new ArrayList<>();
    final WebSocketView view;

    Rig(Locale locale, double width) {
      view = new WebSocketView(model, locale, applied::add);
      Scene unused = new Scene(view, width, 300);
      assertEquals(width, unused.getWidth());
      layOut();
    }

    void layOut() {
      view.applyCss();
      view.layout();
    }

    void play() {
      packets.begin(DUEL.topology());
      model.begin(DUEL.topology());
      DUEL.events()
          .forEach(event -> {
            packets.accept(event);
            model.accept(event);
          });
      remote.edge(DUEL.events().getLast().at().nanos());
      packets.caughtUp();
      model.caughtUp();
      layOut();
    }

    WebSocketConversation first() {
      return model.conversations().getFirst();
    }

    /// Holds a frame that the server of the first conversation wants to send.
    void hold(String change, String payload) {
      model.accept(
          new WebSocketHeld(
              new Stamp(DUEL.events().size() - 1L, new SimTime(1), first().server().node(), -1),
              WebSocketModel.end(first().server()),
              WebSocketModel.end(first().client()),
              change,
              9,
              "text",
              Octets.wrap(payload.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
      model.caughtUp();
      layOut();
    }

    TableView<?> table() {
      return (TableView<?>) view.lookup(".table-view");
    }

    String words() {
      StringBuilder words = new StringBuilder();
      view.lookupAll(".label")
          .forEach(node -> {
            if (node instanceof Label label && label.getText() != null) {
              words.append(label.getText()).append('\n');
            }
          });
      return words.toString();
    }

    void press(String text) {
      view.lookupAll(".button").stream()
          .filter(node -> node instanceof Button button && button.getText().equals(text))
          .map(Button.class::cast)
          .findFirst()
          .orElseThrow()
          .fire();
    }
  }

  private static void with(Consumer<Rig> code) {
    Toolkit.on(() -> {
      Rig rig = new Rig(Locale.ENGLISH, 1100);
      rig.play();
      code.accept(rig);
      return 0;
    });
  }

  @Test
  void conversations_haveTheirFrames() {
    with(rig -> {
      assertEquals(2, rig.model.conversations().size());
      assertEquals("/duel", rig.first().handshake().path());
      assertEquals(5, rig.first().count(true), "four moves and a goodbye");
      List<WebSocketFrame> frames = rig.first().frames();
      assertEquals(WebSocketFrame.TEXT, frames.getFirst().opcode());
      assertTrue(frames.getFirst().isMasked());
      assertEquals(1000, frames.getLast().closeCode());
      assertEquals(frames.size(), rig.table().getItems().size());
    });
  }

  @Test
  void chosenFrame_isChosenEverywhere() {
    with(rig -> {
      rig.remote.playhead().moveTo(0);
      rig.table().getSelectionModel().clearAndSelect(2);
      WebSocketFrame frame = rig.model.frame(2);
      assertEquals(frame.ordinal(), rig.selection.event());
      assertEquals(frame.sentAt(), rig.remote.playhead().instant());
      rig.layOut();
      assertTrue(rig.words().contains("Frame 3"), rig.words());
    });
  }

  @Test
  void selectedSegment_opensItsConversation() {
    with(rig -> {
      WebSocketConversation second = rig.model.conversations().get(1);
      rig.selection.selectEvent(second.frames().get(1).ordinal());
      assertEquals(second, rig.model.open());
      assertEquals(second.frames().get(1), rig.model.chosenFrame());
      assertEquals(1, rig.table().getSelectionModel().getSelectedIndex());
    });
  }

  @Test
  void directionAndText_leaveWhatMatches() {
    with(rig -> {
      rig.model.direction(WebSocketModel.Direction.CLIENT);
      assertEquals(5, rig.model.size());
      rig.model.filter("move\":2");
      assertEquals(1, rig.model.size());
      rig.model.direction(WebSocketModel.Direction.BOTH);
      rig.model.filter("close");
      assertEquals(2, rig.model.size());
    });
  }

  @Test
  void holdMenu_holdsWhatOneEndSends() {
    with(rig -> {
      MenuButton hold = (MenuButton) rig.view.lookup(".packets-bar .menu-button");
      assertEquals("Hold frames from ada to arena", hold.getItems().getFirst().getText());
      hold.getItems().getFirst().fire();
      Stimulus.WebSocket made = (Stimulus.WebSocket) rig.applied.getFirst();
      assertEquals("ada", made.node());
      assertEquals("10.0.0.2:49152-10.0.0.1:8080", made.connection());
      assertEquals(new Hand.Hold(), made.hand());
    });
  }

  @Test
  void heldFrame_isEditedAndReleased() {
    with(rig -> {
      int sent = rig.model.size();
      rig.hold("held", "{\"tick\":9}");
      assertEquals(sent + 1, rig.table().getItems().size());
      rig.table().getSelectionModel().clearAndSelect(sent);
      rig.layOut();
      TextArea editor = (TextArea) rig.view.lookup(".websocket-editor");
      assertEquals("{\"tick\":9}", editor.getText());
      editor.setText("{\"tick\":10}");
      rig.press("Release edited");
      assertEquals(
          List.of(new Hand.Edit(9, Hand.Payload.text("{\"tick\":10}")), new Hand.Release(9)),
          rig.applied.stream().map(each -> ((Stimulus.WebSocket) each).hand()).toList());
      rig.applied.clear();
      rig.press("Drop");
      assertEquals(new Hand.Drop(9), ((Stimulus.WebSocket) rig.applied.getFirst()).hand());
      rig.hold("dropped", "");
      assertEquals(sent, rig.table().getItems().size());
    });
  }

  @Test
  void heldFrame_canBeSentAgainAfterASentOneWasLookedAt() {
    with(rig -> {
      rig.table().getSelectionModel().clearAndSelect(0);
      rig.layOut();
      int sent = rig.model.size();
      rig.hold("held", "{}");
      rig.table().getSelectionModel().clearAndSelect(sent);
      rig.layOut();
      rig.press("Send again");
      Hand hand = ((Stimulus.WebSocket) rig.applied.getFirst()).hand();
      assertEquals(new Hand.Resend("text", Hand.Payload.text("{}")), hand);
    });
  }

  @Test
  void wordsOfTheButtons_standOutFromThem() {
    with(rig -> {
      Scene scene = rig.view.getScene();
      Theme.LIGHT.apply(scene);
      String css = WebSocketView.class.getResource("tool.css").toExternalForm();
      scene.getStylesheets().add(css);
      rig.hold("held", "{}");
      rig.table().getSelectionModel().clearAndSelect(rig.model.size());
      rig.layOut();
      for (var node : rig.view.lookupAll(".websocket-button")) {
        Button button = (Button) node;
        var fill = button.getBackground().getFills().getLast().getFill();
        assertNotEquals(fill, button.getTextFill(), button.getText());
      }
    });
  }

  @Test
  void sentFrame_isSentAgain() {
    with(rig -> {
      rig.table().getSelectionModel().clearAndSelect(0);
      rig.layOut();
      rig.press("Send again");
      Stimulus.WebSocket made = (Stimulus.WebSocket) rig.applied.getFirst();
      assertEquals("ada", made.node());
      assertEquals(new Hand.Resend("text", Hand.Payload.text("{\"move\":1}")), made.hand());
    });
  }

  @Test
  void closedConversation_saysWhy() {
    with(rig -> {
      assertTrue(rig.words().contains("1000: all is said and done."), rig.words());
      rig.remote.playhead().moveTo(500_000_000);
      rig.layOut();
      assertFalse(rig.words().contains("1000: all is said and done."), rig.words());
    });
  }

  @Test
  void nothingSaid_saysWhatToDo() {
    Toolkit.on(() -> {
      Rig rig = new Rig(Locale.GERMAN, 500);
      assertTrue(rig.words().contains("Noch kein WebSocket"), rig.words());
      rig.play();
      rig.layOut();
      return 0;
    });
  }
}
