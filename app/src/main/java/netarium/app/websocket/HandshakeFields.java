package netarium.app.websocket;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import netarium.app.text.Texts;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.analysis.HttpMessage;
import netarium.engine.analysis.WebSocketConversation;
import netarium.engine.analysis.WebSocketConversation.State;
import netarium.engine.analysis.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/// How a conversation was opened, and how it ended.
final class HandshakeFields {
  private HandshakeFields() {}

  static List<Node> of(
      Texts texts, WebSocketModel model, WebSocketConversation open, long instant) {
    List<Node> nodes = new ArrayList<>();
    HttpExchange exchange = open.handshake();
    State state = open.state(instant);
    if (state != State.OPEN && state != State.NOT_YET) {
      nodes.add(section(texts.text("closing")));
      GridPane grid = grid();
      closing(grid, texts, model.name(open.client().node()), open.close(true), instant);
      closing(grid, texts, model.name(open.server().node()), open.close(false), instant);
      if (state == State.LOST) {
        words(grid, CloseWords.sentence(texts, 1006));
      }
      nodes.add(grid);
    }
    nodes.add(section(texts.text("handshake")));
    GridPane grid = grid();
    row(grid, exchange.method(), exchange.path());
    row(grid, "Host", exchange.host());
    HttpMessage request = exchange.request();
    HttpMessage response = exchange.response();
    header(grid, "Version", request, "Sec-WebSocket-Version");
    header(grid, "Key", request, "Sec-WebSocket-Key");
    header(grid, "Accept", response, "Sec-WebSocket-Accept");
    header(grid, "Protocol", response, "Sec-WebSocket-Protocol");
    row(grid, "Status", exchange.status() + " " + exchange.reason());
    nodes.add(grid);
    return nodes;
  }

  private static void closing(
      GridPane grid, Texts texts, String name, @Nullable WebSocketFrame close, long instant) {
    if (close != null && close.sentAt() <= instant) {
      row(grid, name, Integer.toString(close.closeCode()));
      words(grid, CloseWords.sentence(texts, close.closeCode()));
    }
  }

  private static void header(
      GridPane grid, String name, @Nullable HttpMessage message, String header) {
    String value = message == null ? "" : message.header(header);
    if (!value.isEmpty()) {
      row(grid, name, value);
    }
  }

  private static HBox section(String title) {
    HBox head = new HBox(new Label(title));
    head.getStyleClass().add("talk-section");
    return head;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("talk-fields");
    return grid;
  }

  private static void row(GridPane grid, String name, String text) {
    Label label = new Label(name);
    label.getStyleClass().add("talk-name");
    label.setMinWidth(52);
    Label value = new Label(text);
    value.getStyleClass().add("talk-value");
    value.setMinWidth(0);
    value.setTooltip(text.length() > 16 ? new Tooltip(text) : null);
    grid.addRow(grid.getRowCount(), label, value);
  }

  private static void words(GridPane grid, String text) {
    Label label = new Label(text);
    label.getStyleClass().add("talk-name");
    label.setWrapText(true);
    label.setMinHeight(HBox.USE_PREF_SIZE);
    grid.add(label, 0, grid.getRowCount(), 2, 1);
  }
}
