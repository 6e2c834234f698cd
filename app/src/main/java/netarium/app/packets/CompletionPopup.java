package netarium.app.packets;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import netarium.engine.analysis.filter.Completion;

/// Words that may stand where one types, below the field: up and down choose, Enter or Tab takes,
/// Escape closes.
final class CompletionPopup {
  private static final int ROW = 26;
  private static final int MOST_ROWS = 8;

  private final TextField field;
  private final Function<String, List<String>> namesOf;
  private final Popup popup = new Popup();
  private final ListView<String> list = new ListView<>();
  private Completion completion = new Completion(0, 0, List.of());
  private boolean isTaking;
  private boolean isTyped;

  CompletionPopup(TextField field, Function<String, List<String>> namesOf) {
    this.field = field;
    this.namesOf = namesOf;
    list.setFixedCellSize(ROW);
    list.getStyleClass().add("packets-completion");
    list.setFocusTraversable(false);
    list.setOnMouseClicked(_ -> take());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    field.caretPositionProperty().addListener((_, _, _) -> caretMoved());
    field
        .focusedProperty()
        .addListener((_, _, isFocused) -> {
          if (!isFocused) {
            popup.hide();
          }
        });
  }

  /// The text has changed: offers what fits, if there is a word begun, as soon as the caret has
  /// moved behind what was typed.
  void typed() {
    popup.hide();
    isTyped = !isTaking && field.isFocused();
  }

  private void caretMoved() {
    if (isTyped) {
      isTyped = false;
      offer(false);
    }
  }

  private void offer(boolean isAsked) {
    completion = Completion.at(field.getText(), field.getCaretPosition(), namesOf);
    boolean isBegun = field.getCaretPosition() > completion.from();
    if (completion.words().isEmpty() || !(isBegun || isAsked) || field.getScene() == null) {
      popup.hide();
      return;
    }
    list.getItems().setAll(completion.words());
    list.getSelectionModel().select(0);
    int rows = Math.min(MOST_ROWS, completion.words().size());
    list.setPrefSize(280, rows * ROW + 2.0);
    Bounds bounds = field.localToScreen(field.getBoundsInLocal());
    if (bounds != null && field.getScene().getWindow() != null) {
      popup.show(field, bounds.getMinX(), bounds.getMaxY() + 4);
    }
  }

  /// Whether the key was meant for the popup.
  boolean pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
      offer(true);
      return true;
    }
    if (!popup.isShowing()) {
      return false;
    }
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case ENTER, TAB -> take();
      case ESCAPE -> popup.hide();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int by) {
    int count = list.getItems().size();
    int index = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, count);
    list.getSelectionModel().select(index);
    list.scrollTo(Math.max(0, index - MOST_ROWS + 1));
  }

  private void take() {
    String word = list.getSelectionModel().getSelectedItem();
    popup.hide();
    if (word != null) {
      isTaking = true;
      field.replaceText(
          completion.from(), Math.min(completion.to(), field.getLength()), word + " ");
      isTaking = false;
    }
  }
}
