package netarium.app.transport;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import netarium.app.session.Playhead;
import netarium.app.text.Texts;
import netarium.app.text.TimeText;

/// The instant that is shown. A click or Enter lets one type another.
final class TimeField extends HBox {
  private final Playhead playhead;
  private final Label[] groups = {new Label(), new Label(), new Label()};
  private final HBox digits = new HBox(groups);
  private final TextField field = new TextField();
  private final Texts texts;
  private long shown = -1;

  TimeField(Playhead playhead, Texts texts) {
    this.playhead = playhead;
    this.texts = texts;
    getStyleClass().add("time-field");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_FIELD);
    Tooltip.install(this, new Tooltip(texts.text("time.tooltip")));
    digits.getStyleClass().add("digits");
    field.getStyleClass().add("time-input");
    field.setAccessibleText(texts.text("time"));
    getChildren().setAll(unit("t"), digits, unit("s"));
    setOnMouseClicked(_ -> edit());
    setOnKeyPressed(this::pressed);
    field.setOnAction(_ -> finish());
    field.focusedProperty().addListener((_, _, isFocused) -> leaveUnless(isFocused));
    show();
  }

  private static Label unit(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("unit");
    return label;
  }

  void show() {
    long instant = playhead.instant();
    if (instant != shown) {
      shown = instant;
      String text = TimeText.nanos(instant);
      int end = text.length();
      groups[0].setText(text.substring(0, end - 8));
      groups[1].setText(text.substring(end - 7, end - 4));
      groups[2].setText(text.substring(end - 3));
      setAccessibleText(texts.text("time.value", text));
    }
  }

  private void pressed(KeyEvent event) {
    boolean isEditing = getChildren().contains(field);
    if (event.getCode() == KeyCode.ENTER && !isEditing) {
      edit();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && isEditing) {
      leave();
      requestFocus();
      event.consume();
    }
  }

  /// Lets somebody type an instant.
  void edit() {
    if (!getChildren().contains(field)) {
      field.setText(TimeText.nanos(playhead.instant()));
      field.getStyleClass().remove("bad");
      field.setPrefWidth(digits.getWidth());
      getChildren().set(1, field);
      field.requestFocus();
      field.selectAll();
    }
  }

  private void finish() {
    var typed = TimeText.parse(field.getText());
    if (typed.isPresent()) {
      playhead.moveTo(typed.getAsLong());
      leave();
      requestFocus();
    } else if (!field.getStyleClass().contains("bad")) {
      field.getStyleClass().add("bad");
    }
  }

  private void leaveUnless(boolean isFocused) {
    if (!isFocused) {
      leave();
    }
  }

  private void leave() {
    if (getChildren().contains(field)) {
      getChildren().set(1, digits);
    }
  }
}
