package netarium.app.welcome;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;

/// The first sample, large: where a newcomer begins.
final class StartHere extends HBox {
  private static final double HEIGHT = 198;

  StartHere(
      SampleCard card,
      Texts texts,
      SamplePictures pictures,
      Theme theme,
      SampleView.SampleActions actions) {
    getStyleClass().addAll("sample-card", "start-here");
    PictureBox picture = new PictureBox(pictures, card, theme, true);
    picture.prefWidthProperty().bind(widthProperty().multiply(0.44));
    picture.minWidthProperty().bind(picture.prefWidthProperty());
    setMinHeight(HEIGHT);
    Label chip = new Label(texts.text("start.here"));
    chip.getStyleClass().add("start-chip");
    Label title = new Label(card.title());
    title.getStyleClass().add("start-title");
    Label text = new Label(card.text());
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.getStyleClass().add("card-text");
    Button run = SampleView.runButton(texts, () -> actions.openAndRun(card));
    run.setMinWidth(USE_PREF_SIZE);
    Button open = SampleView.openButton(texts, () -> actions.open(card));
    open.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(run, open, gap, SampleView.minutes(card, texts));
    buttons.getStyleClass().add("start-buttons");
    Region push = new Region();
    VBox.setVgrow(push, Priority.ALWAYS);
    VBox words = new VBox(chip, title, text, push, buttons);
    words.getStyleClass().add("start-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(picture, words);
  }
}
