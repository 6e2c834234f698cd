package netarium.app.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.content.ContentView;
import netarium.app.text.Texts;
import netarium.engine.analysis.WebSocketConversation;
import netarium.engine.analysis.WebSocketFrame;
import netarium.topologies.json.Extras;
import netarium.topologies.stimulus.Hand;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One frame: its bits, its payload, why it closes; of a held one its payload to change, and what
/// can be done with it.
final class FrameDetail extends BorderPane {
  private static final int MOST_EDITED = 1 << 16;

  private final WebSocketModel model;
  private final Texts texts;
  private final Consumer<Stimulus> apply;
  private final Label title = new Label();
  private final Label way = new Label();
  private final Label chip = new Label();
  private final HBox bits = new HBox(2);
  private final Label remark = new Label();
  private final ContentView content;
  private final TextArea editor = new TextArea();
  private final Button releaseEdited = new Button();
  private final Button release = new Button();
  private final Button drop = new Button();
  private final Button resend = new Button();
  private final Label warning = new Label();
  private final FlowPane actions = new FlowPane(6, 6, releaseEdited, release, drop, resend);
  private final VBox top;
  private @Nullable WebSocketFrame frame;
  private @Nullable HeldFrame held;

  FrameDetail(WebSocketModel model, Texts texts, Consumer<Stimulus> apply, Runnable close) {
    this.model = model;
    this.texts = texts;
    this.apply = apply;
    content = new ContentView(texts.locale());
    getStyleClass().add("websocket-detail");
    title.getStyleClass().add("websocket-title");
    title.setMinWidth(USE_PREF_SIZE);
    way.getStyleClass().add("talk-name");
    way.setMinWidth(0);
    chip.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button closing = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    closing.getStyleClass().add("content-copy");
    closing.setAccessibleText(texts.text("detail.close"));
    closing.setTooltip(new Tooltip(texts.text("detail.close")));
    closing.setOnAction(_ -> close.run());
    HBox head = new HBox(8, title, way, gap, chip, closing);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("websocket-head");
    bits.getStyleClass().add("websocket-bits");
    remark.getStyleClass().add("websocket-remark");
    remark.setWrapText(true);
    remark.setMaxWidth(Double.MAX_VALUE);
    top = new VBox(head, bits, remark);
    setTop(top);
    setCenter(content);
    setMinWidth(240);
    buttons();
  }

  private void buttons() {
    button(releaseEdited, "release.edited", "accent", this::releaseEdited);
    button(release, "release", "", () -> hand(new Hand.Release(number())));
    button(drop, "drop", "danger", () -> hand(new Hand.Drop(number())));
    drop.getStyleClass().add("button-outlined");
    button(resend, "resend", "", this::resend);
    actions.setAlignment(Pos.CENTER_LEFT);
    actions.getStyleClass().add("websocket-actions");
    editor.getStyleClass().add("websocket-editor");
    editor.setWrapText(true);
    BorderPane.setMargin(editor, new Insets(8, 12, 4, 12));
    editor.setAccessibleText(texts.text("editor"));
    editor.textProperty().addListener((_, _, _) -> showEdited());
    warning.setText(texts.text("warning"));
    warning.getStyleClass().add("websocket-warning");
    warning.setWrapText(true);
    warning.setMinHeight(USE_PREF_SIZE);
    warning.setMaxWidth(Double.MAX_VALUE);
  }

  private void button(Button button, String key, String style, Runnable action) {
    button.setText(texts.text("action." + key));
    button.getStyleClass().add("websocket-button");
    if (!style.isEmpty()) {
      button.getStyleClass().add(style);
    }
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
  }

  private int number() {
    HeldFrame current = held;
    return current == null ? 0 : current.number();
  }

  private void hand(Hand hand) {
    HeldFrame current = held;
    if (current != null) {
      apply(current.node(), current.connection(), hand);
    }
  }

  private void apply(int node, String connection, Hand hand) {
    String id = model.id(node);
    apply.accept(new Stimulus.WebSocket(TimeSpan.ZERO, id, connection, hand, Extras.NONE));
  }

  private void releaseEdited() {
    hand(new Hand.Edit(number(), Hand.Payload.text(editor.getText())));
    hand(new Hand.Release(number()));
  }

  /// Sends a frame once more: one that was sent, or the one that is held as it is edited.
  private void resend() {
    HeldFrame current = held;
    WebSocketFrame sent = frame;
    WebSocketConversation open = model.open();
    if (current != null) {
      hand(new Hand.Resend(current.opcode(), Hand.Payload.text(editor.getText())));
    } else if (sent != null && open != null) {
      boolean isOfClient = open.isFromClient(sent);
      var mine = isOfClient ? open.client() : open.server();
      var other = isOfClient ? open.server() : open.client();
      String opcode = WebSocketModel.opcode(sent.opcode());
      byte[] octets = sent.payload(MOST_EDITED).toByteArray();
      Hand.Payload payload =
          FrameCells.isText(sent)
              ? Hand.Payload.text(new String(octets, UTF_8))
              : Hand.Payload.hex(HexFormat.of().formatHex(octets));
      String connection = WebSocketModel.end(mine) + "-" + WebSocketModel.end(other);
      apply(mine.node(), connection, new Hand.Resend(opcode, payload));
    }
  }

  private void showEdited() {
    HeldFrame current = held;
    boolean isOther =
        current != null
            && !editor.getText().equals(new String(current.payload().toByteArray(), UTF_8));
    releaseEdited.setDisable(!isOther);
  }

  /// Whether there is anything to show.
  boolean show() {
    WebSocketFrame chosen = model.chosenFrame();
    HeldFrame chosenHeld = model.chosenHeld();
    if (chosenHeld != null) {
      show(chosenHeld);
    } else if (chosen != null) {
      show(chosen);
    }
    return chosen != null || chosenHeld != null;
  }

  private void show(HeldFrame chosen) {
    boolean isSame = chosen.equals(held);
    held = chosen;
    frame = null;
    if (isSame) {
      return;
    }
    title.setText(texts.text("detail.held", chosen.opcode()));
    way.setText(chosen.local() + " → " + chosen.remote());
    chip.setText(texts.text(chosen.isEdited() ? "state.edited" : "state.held"));
    chip.getStyleClass().setAll("label", "talk-chip", "warn");
    bits.getChildren().clear();
    bits.setManaged(false);
    remark.setManaged(false);
    remark.setVisible(false);
    boolean isText = chosen.opcode().equals("text");
    editor.setText(new String(chosen.payload().toByteArray(), UTF_8));
    editor.setEditable(isText);
    setCenter(editor);
    if (!actions.getChildren().contains(resend)) {
      actions.getChildren().add(resend);
    }
    setBottom(new VBox(actions, warning));
    showEdited();
  }

  private void show(WebSocketFrame chosen) {
    WebSocketConversation open = model.open();
    boolean isSame = chosen.equals(frame) && held == null;
    frame = chosen;
    held = null;
    long now = model.playhead().instant();
    boolean isThere = chosen.arrivedAt() >= 0 && chosen.arrivedAt() <= now;
    String key = isThere ? "delivered" : chosen.sentAt() <= now ? "flight" : "later";
    String words = texts.text("state." + key);
    if (!words.equals(chip.getText())) {
      chip.setText(words);
      chip.getStyleClass().setAll("label", "talk-chip", isThere ? "good" : "busy");
    }
    content.show(
        chosen.payload(ContentView.MOST_OCTETS),
        "",
        Math.min(chosen.payloadOctets(), chosen.payload(ContentView.MOST_OCTETS).length()));
    if (isSame || open == null) {
      return;
    }
    boolean isOfClient = open.isFromClient(chosen);
    String client = model.name(open.client().node());
    String server = model.name(open.server().node());
    title.setText(texts.text("detail.frame", chosen.number() + 1));
    way.setText(isOfClient ? client + " → " + server : server + " → " + client);
    showBits(chosen);
    boolean isClose = chosen.opcode() == WebSocketFrame.CLOSE;
    remark.setText(isClose ? CloseWords.sentence(texts, chosen.closeCode()) : "");
    remark.setManaged(isClose);
    remark.setVisible(isClose);
    setCenter(content);
    setBottom(actionsOfSent(chosen));
  }

  private @Nullable Region actionsOfSent(WebSocketFrame chosen) {
    boolean maySend = chosen.isFinal() && chosen.opcode() != WebSocketFrame.CLOSE;
    if (!maySend || chosen.opcode() == WebSocketFrame.CONTINUATION) {
      return null;
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(6, resend, gap);
    line.getStyleClass().add("websocket-actions");
    return line;
  }

  private void showBits(WebSocketFrame chosen) {
    bits.setManaged(true);
    bits.getChildren().clear();
    bit(chosen.isFinal() ? "1" : "0", "FIN", "good");
    bit(binary(chosen.reserved(), 3), "RSV", "");
    bit(binary(chosen.opcode(), 4), WebSocketModel.opcode(chosen.opcode()), "warn");
    bit(chosen.isMasked() ? "1" : "0", "MASK", "");
    String length = texts.text("detail.octets", chosen.payloadOctets());
    int form = (int) Math.min(chosen.payloadOctets(), 127);
    int shown = chosen.payloadOctets() < 126 ? form : chosen.payloadOctets() < 65_536 ? 126 : 127;
    bit(binary(shown, 7), length, "busy");
    if (chosen.isMasked() && getWidth() > 380) {
      bit(HexFormat.of().toHexDigits(chosen.key()), texts.text("detail.key"), "");
    }
  }

  private static String binary(int value, int digits) {
    String text = Integer.toBinaryString(value);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private void bit(String value, String name, String style) {
    Label digits = new Label(value);
    digits.getStyleClass().addAll("websocket-bit", style.isEmpty() ? "plain" : style);
    digits.setMaxWidth(Double.MAX_VALUE);
    digits.setAlignment(Pos.CENTER);
    Label below = new Label(name);
    below.getStyleClass().add("websocket-bit-name");
    VBox box = new VBox(2, digits, below);
    box.setAlignment(Pos.TOP_CENTER);
    digits.setMinWidth(USE_PREF_SIZE);
    below.setMinWidth(USE_PREF_SIZE);
    box.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(box, Priority.ALWAYS);
    bits.getChildren().add(box);
  }
}
