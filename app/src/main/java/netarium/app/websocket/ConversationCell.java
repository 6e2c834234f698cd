package netarium.app.websocket;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;
import netarium.engine.analysis.WebSocketConversation;
import netarium.engine.analysis.WebSocketConversation.State;
import org.jspecify.annotations.Nullable;

/// A conversation in the list: who talks with whom, whether they still do, how many frames.
final class ConversationCell extends ListCell<Integer> {
  private final WebSocketModel model;
  private final Texts texts;
  private final Region dot = new Region();
  private final Label name = new Label();
  private final Label ends = new Label();
  private final Label count = new Label();
  private final Label below = new Label();
  private final VBox box;

  ConversationCell(WebSocketModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("websocket-conversation");
    name.getStyleClass().add("websocket-name");
    name.setMinWidth(USE_PREF_SIZE);
    ends.getStyleClass().add("websocket-ends");
    ends.setMinWidth(0);
    count.getStyleClass().add("websocket-count");
    count.setMinWidth(USE_PREF_SIZE);
    below.getStyleClass().add("websocket-below");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(6, dot, name, ends, gap, count);
    line.setAlignment(Pos.CENTER_LEFT);
    box = new VBox(2, line, below);
    box.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Integer index, boolean empty) {
    super.updateItem(index, empty);
    if (empty || index == null || index >= model.conversations().size()) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    WebSocketConversation conversation = model.conversations().get(index);
    State state = conversation.state(model.playhead().instant());
    String style =
        switch (state) {
          case OPEN -> "good";
          case CLOSING -> "warn";
          case LOST -> "bad";
          case NOT_YET, CLOSED -> "";
        };
    dot.getStyleClass().setAll("talk-dot", style);
    name.setText((conversation.tls() == null ? "ws " : "wss ") + (index + 1));
    ends.setText(
        model.name(conversation.client().node())
            + " ⇄ "
            + model.name(conversation.server().node()));
    count.setText(Integer.toString(conversation.countBy(model.playhead().instant())));
    below.setText(
        WebSocketModel.end(conversation.client()) + " " + conversation.handshake().path());
    setAccessibleText(
        name.getText() + " " + ends.getText() + " " + texts.text("conversation." + state));
    setGraphic(box);
  }
}
