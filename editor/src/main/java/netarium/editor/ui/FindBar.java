package netarium.editor.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import netarium.editor.lang.Search.Query;

/// What finding and replacing look like; [FindControl] does it.
final class FindBar extends VBox {
  private static final double FIELD_WIDTH = 320;

  final TextField query = new TextField();
  final TextField replacement = new TextField();
  final ToggleButton isCase = new ToggleButton("Aa");
  final ToggleButton isWord = new ToggleButton("W");
  final ToggleButton isRegex = new ToggleButton(".*");
  final Button previous = new Button("↑");
  final Button next = new Button("↓");
  final Button close = new Button("×");
  final Button replaceOne = new Button();
  final Button replaceAll = new Button();
  final Label status = new Label();
  private final Messages messages;
  private final HBox replacing;

  FindBar(Messages messages) {
    this.messages = messages;
    getStyleClass().add("bar");
    field(query, "find.prompt");
    field(replacement, "replace.prompt");
    name(isCase, "find.case");
    name(isWord, "find.word");
    name(isRegex, "find.regex");
    name(previous, "find.previous");
    name(next, "find.next");
    name(close, "find.close");
    replaceOne.setText(messages.text("replace.one"));
    replaceAll.setText(messages.text("replace.all"));
    status.getStyleClass().add("status");
    HBox.setHgrow(status, Priority.ALWAYS);
    status.setMaxWidth(Double.MAX_VALUE);
    status.setMinWidth(USE_PREF_SIZE);
    HBox finding = row(query, isCase, isWord, isRegex, status, previous, next, close);
    replacing = row(replacement, replaceOne, replaceAll);
    getChildren().addAll(finding, replacing);
    setReplacing(false);
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("row");
    return row;
  }

  private void field(TextField field, String key) {
    field.setPromptText(messages.text(key));
    field.setAccessibleText(messages.text(key));
    field.setPrefWidth(FIELD_WIDTH);
    field.setMinWidth(80);
  }

  private void name(ButtonBase button, String key) {
    button.getStyleClass().add("quiet");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(messages.text(key));
    Tooltip tooltip = new Tooltip(messages.text(key));
    tooltip.getStyleClass().add("editor-tooltip");
    button.setTooltip(tooltip);
  }

  void setReplacing(boolean isReplacing) {
    replacing.setVisible(isReplacing);
    replacing.setManaged(isReplacing);
  }

  boolean isReplacing() {
    return replacing.isVisible();
  }

  Query query() {
    return new Query(
        query.getText(), isRegex.isSelected(), isCase.isSelected(), isWord.isSelected());
  }

  /// Says how many there are and which one is selected; `index` is −1 when none is.
  void showCount(int index, int count) {
    setRefused(count == 0 && !query.getText().isEmpty());
    if (query.getText().isEmpty()) {
      status.setText("");
    } else if (count == 0) {
      status.setText(messages.text("find.none"));
    } else {
      status.setText(messages.text("find.count", index < 0 ? "–" : index + 1, count));
    }
  }

  void showRefused(boolean isTooSlow) {
    setRefused(true);
    status.setText(messages.text(isTooSlow ? "find.tooSlow" : "find.noPattern"));
  }

  private void setRefused(boolean isRefused) {
    for (Node node : List.of(query, status)) {
      node.getStyleClass().remove("refused");
      if (isRefused) {
        node.getStyleClass().add("refused");
      }
    }
  }
}
