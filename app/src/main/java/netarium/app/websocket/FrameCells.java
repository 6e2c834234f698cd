package netarium.app.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import netarium.app.text.Texts;
import netarium.app.text.TimeText;
import netarium.engine.analysis.WebSocketConversation;
import netarium.engine.analysis.WebSocketFrame;
import netarium.engine.wire.Octets;

/// The rows of the list of frames: those that were sent, then those that are held.
final class FrameCells {
  private static final PseudoClass LATER = PseudoClass.getPseudoClass("later");
  private static final int SHOWN_OCTETS = 240;

  private final WebSocketModel model;
  private final Texts texts;
  private final List<Runnable> shown = new ArrayList<>();

  /// The columns, from the left.
  enum Column {
    NUMBER("number", 46),
    TIME("time", 92),
    DIRECTION("direction", 118),
    OPCODE("opcode", 76),
    MASK("mask", 66),
    OCTETS("octets", 60),
    PAYLOAD("payload", 160),
    STATE("state", 104);

    final String key;
    final double width;

    Column(String key, double width) {
      this.key = key;
      this.width = width;
    }

    boolean isNumber() {
      return this == NUMBER || this == OCTETS;
    }

    /// Where there is little room the least important go.
    double shownFrom() {
      return switch (this) {
        case MASK -> 760;
        case STATE -> 580;
        case TIME -> 500;
        case OCTETS -> 360;
        case NUMBER, DIRECTION, OPCODE, PAYLOAD -> 0;
      };
    }
  }

  FrameCells(WebSocketModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  void update() {
    shown.forEach(Runnable::run);
  }

  private long now() {
    return model.playhead().instant();
  }

  private int rows() {
    return model.size() + model.held().size();
  }

  TableRow<Integer> row() {
    TableRow<Integer> row =
        new TableRow<>() {
          @Override
          protected void updateItem(Integer item, boolean empty) {
            super.updateItem(item, empty);
            markLater(this);
          }
        };
    shown.add(() -> markLater(row));
    return row;
  }

  private void markLater(TableRow<Integer> row) {
    boolean isSent = !row.isEmpty() && row.getIndex() >= 0 && row.getIndex() < model.size();
    row.pseudoClassStateChanged(LATER, isSent && model.frame(row.getIndex()).sentAt() > now());
  }

  TableCell<Integer, Integer> cell(Column column) {
    Cell cell = new Cell(column);
    shown.add(cell::update);
    return cell;
  }

  /// A payload in one line: text as it is, anything else in hexadecimal.
  static String line(Octets payload, boolean isText) {
    return isText
        ? new String(payload.toByteArray(), UTF_8).replaceAll("\\s+", " ")
        : HexFormat.ofDelimiter(" ").formatHex(payload.toByteArray());
  }

  static boolean isText(WebSocketFrame frame) {
    return !frame.isControl() && frame.messageOpcode() == WebSocketFrame.TEXT;
  }

  private final class Cell extends TableCell<Integer, Integer> {
    private final Column column;
    private final Tooltip tooltip = new Tooltip();
    private final Label chip = new Label();
    private final HBox box = new HBox(chip);
    private final Label arrow = new Label();

    Cell(Column column) {
      this.column = column;
      setAlignment(column.isNumber() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
      box.setAlignment(Pos.CENTER_LEFT);
      switch (column) {
        case NUMBER, TIME, MASK -> getStyleClass().add("talk-muted");
        case DIRECTION, OPCODE -> getStyleClass().add("talk-words");
        case OCTETS, PAYLOAD, STATE -> {}
      }
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      update();
    }

    private void update() {
      int index = getIndex();
      WebSocketConversation open = model.open();
      if (isEmpty() || index < 0 || index >= rows() || open == null) {
        setText(null);
        setGraphic(null);
        setTooltip(null);
      } else if (index < model.size()) {
        sent(open, model.frame(index));
      } else {
        held(open, model.held().get(index - model.size()));
      }
    }

    private void sent(WebSocketConversation open, WebSocketFrame frame) {
      switch (column) {
        case NUMBER -> text(Integer.toString(frame.number() + 1));
        case TIME -> text(TimeText.micros(frame.sentAt()));
        case DIRECTION -> direction(open, open.isFromClient(frame));
        case OPCODE -> text(WebSocketModel.opcode(frame.opcode()) + (frame.isFinal() ? "" : " …"));
        case MASK -> text(frame.isMasked() ? texts.text("masked") : "–");
        case OCTETS -> text(String.format(Locale.ROOT, "%,d", frame.payloadOctets()));
        case PAYLOAD -> text(payload(frame));
        case STATE -> state(frame);
      }
    }

    private String payload(WebSocketFrame frame) {
      if (frame.opcode() == WebSocketFrame.CLOSE) {
        String reason =
            frame.payloadOctets() > 2
                ? " " + new String(frame.payload(125).slice(2).toByteArray(), UTF_8)
                : "";
        return frame.closeCode() + reason;
      }
      return line(frame.payload(SHOWN_OCTETS), isText(frame));
    }

    private void state(WebSocketFrame frame) {
      long arrived = frame.arrivedAt();
      boolean isSent = frame.sentAt() <= now();
      boolean isThere = arrived >= 0 && arrived <= now();
      boolean isLost = arrived < 0 && open().endedAt() >= 0 && open().endedAt() <= now();
      String key = isThere ? "delivered" : isLost ? "lost" : isSent ? "flight" : "later";
      String style = isThere ? "good" : isLost ? "bad" : isSent ? "busy" : "";
      chip(texts.text("state." + key), style);
    }

    private WebSocketConversation open() {
      WebSocketConversation open = model.open();
      if (open == null) {
        throw new IllegalStateException("invariant broken: frames are of an open conversation");
      }
      return open;
    }

    private void held(WebSocketConversation open, HeldFrame frame) {
      boolean isOfClient = frame.local().equals(WebSocketModel.end(open.client()));
      switch (column) {
        case NUMBER, MASK -> text("–");
        case TIME -> text(TimeText.micros(frame.heldNanos()));
        case DIRECTION -> direction(open, isOfClient);
        case OPCODE -> text(frame.opcode());
        case OCTETS -> text(String.format(Locale.ROOT, "%,d", frame.payload().length()));
        case PAYLOAD ->
            text(
                line(
                    frame.payload().slice(0, Math.min(SHOWN_OCTETS, frame.payload().length())),
                    frame.opcode().equals("text")));
        case STATE -> chip(texts.text(frame.isEdited() ? "state.edited" : "state.held"), "warn");
      }
    }

    /// Who tells whom, and an arrow that says at a glance which side it is.
    private void direction(WebSocketConversation open, boolean isFromClient) {
      String client = model.name(open.client().node());
      String server = model.name(open.server().node());
      text(isFromClient ? client + " → " + server : server + " → " + client);
      arrow.setText(isFromClient ? "→" : "←");
      arrow.getStyleClass().setAll("websocket-arrow", isFromClient ? "client" : "server");
      setGraphic(arrow);
    }

    private void text(String text) {
      setGraphic(null);
      if (!text.equals(getText())) {
        setText(text);
        tooltip.setText(text);
        setTooltip(text.length() > 24 ? tooltip : null);
      }
    }

    private void chip(String text, String style) {
      setText(null);
      if (!text.equals(chip.getText()) || !chip.getStyleClass().contains("talk-chip")) {
        chip.setText(text);
        chip.getStyleClass().setAll("label", "talk-chip", style);
      }
      if (getGraphic() == null) {
        setGraphic(box);
      }
    }
  }
}
