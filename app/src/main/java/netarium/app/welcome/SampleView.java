package netarium.app.welcome;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// A sample as a card of the gallery. Its buttons appear when the mouse is over it or the keyboard
/// on it; Enter opens and runs it, a click opens it.
final class SampleView extends VBox {
  private static final double PICTURE_HEIGHT = 168;

  SampleView(
      SampleCard card, Texts texts, SamplePictures pictures, Theme theme, SampleActions actions) {
    getStyleClass().add("sample-card");
    PictureBox picture = new PictureBox(pictures, card, theme, false);
    picture.setPrefHeight(PICTURE_HEIGHT);
    picture.setMinHeight(PICTURE_HEIGHT);
    Button open = openButton(texts, () -> actions.open(card));
    Button run = runButton(texts, () -> actions.openAndRun(card));
    HBox buttons = new HBox(open, run);
    buttons.getStyleClass().add("card-buttons");
    buttons.setAlignment(Pos.BOTTOM_RIGHT);
    buttons.setPickOnBounds(false);
    StackPane top = new StackPane(picture, buttons);
    top.getStyleClass().add("card-top");
    Label title = new Label(card.title());
    title.getStyleClass().add("card-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(title, minutes(card, texts));
    head.getStyleClass().add("card-head");
    Label text = new Label(card.text());
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.getStyleClass().add("card-text");
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    VBox body = new VBox(head, text, gap, topics(card.topics()));
    body.getStyleClass().add("card-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(top, body);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(card.title() + ". " + card.text());
    buttons
        .visibleProperty()
        .bind(
            Bindings.or(hoverProperty(), focusedProperty())
                .or(open.focusedProperty())
                .or(run.focusedProperty()));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getTarget() == this && event.getCode() == KeyCode.ENTER) {
            actions.openAndRun(card);
            event.consume();
          }
        });
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        actions.open(card);
      }
    });
  }

  /// What can be done with a sample.
  interface SampleActions {
    void open(SampleCard card);

    void openAndRun(SampleCard card);
  }

  static Button openButton(Texts texts, Runnable action) {
    Button button = new Button(texts.text("open"));
    button.setOnAction(_ -> action.run());
    return button;
  }

  static Button runButton(Texts texts, Runnable action) {
    Button button = new Button(texts.text("open.run"), new FontIcon(MaterialDesignP.PLAY));
    button.getStyleClass().add("success");
    button.setOnAction(_ -> action.run());
    return button;
  }

  static Label minutes(SampleCard card, Texts texts) {
    Label label = new Label(card.minutes() == 0 ? "" : texts.text("minutes", card.minutes()));
    label.getStyleClass().add("card-minutes");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  static HBox topics(List<String> topics) {
    List<Node> chips = new ArrayList<>();
    for (String topic : topics) {
      Label chip = new Label(topic);
      chip.getStyleClass().add("topic");
      chip.setMinWidth(USE_PREF_SIZE);
      chips.add(chip);
    }
    HBox row = new HBox(chips.toArray(new Node[0]));
    row.getStyleClass().add("topics");
    row.setMinWidth(0);
    return row;
  }
}
