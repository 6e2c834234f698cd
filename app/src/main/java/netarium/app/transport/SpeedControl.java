package netarium.app.transport;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import netarium.app.session.Speed;
import netarium.app.session.Transport;
import netarium.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The speed: a slider with a notch for each, and the word for the one it stands at.
final class SpeedControl extends HBox {
  private final Transport transport;
  private final TransportWords words;
  private final Slider slider = new Slider(0, Speed.NOTCHES.size() - 1, 0);
  private final Label word = new Label();
  private final Tooltip meaning = new Tooltip();

  SpeedControl(Transport transport, Texts texts) {
    this.transport = transport;
    words = new TransportWords(texts);
    getStyleClass().add("speed-control");
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setBlockIncrement(1);
    slider.setSnapToTicks(true);
    slider.setAccessibleText(texts.text("speed"));
    slider.setTooltip(meaning);
    slider
        .valueProperty()
        .addListener((_, _, value) -> transport.speed(Speed.NOTCHES.get(notch(value))));
    word.getStyleClass().add("speed-word");
    word.setLabelFor(slider);
    word.setTooltip(meaning);
    FontIcon icon = new FontIcon(MaterialDesignS.SPEEDOMETER);
    icon.getStyleClass().add("speed-icon");
    getChildren().setAll(icon, new StackPane(new Notches(), slider), word);
    show();
  }

  private static int notch(Number value) {
    return Math.clamp(Math.round(value.doubleValue()), 0, Speed.NOTCHES.size() - 1);
  }

  void show() {
    Speed speed = transport.speed();
    if (notch(slider.getValue()) != speed.notch()) {
      slider.setValue(speed.notch());
    }
    word.setText(words.speed(speed));
    meaning.setText(words.speedMeaning(speed));
    slider.setAccessibleHelp(words.speedMeaning(speed));
    showPassed();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    showPassed();
  }

  /// The part of the track that lies behind the thumb is in the accent colour.
  private void showPassed() {
    Node track = slider.lookup(".track");
    if (track != null) {
      double share = 100 * slider.getValue() / slider.getMax();
      track.setStyle(
          String.format(
              Locale.ROOT,
              "-fx-background-color: linear-gradient(to right, -color-accent-fg %1$.0f%%,"
                  + " -netarium-speed-track %1$.0f%%);",
              share));
    }
  }

  /// The marks at which the thumb can stand.
  private static final class Notches extends Pane {
    private static final double THUMB = 14;
    private static final double HEIGHT = 9;

    Notches() {
      for (int i = 0; i < Speed.NOTCHES.size(); i++) {
        Region notch = new Region();
        notch.getStyleClass().add("speed-notch");
        getChildren().add(notch);
      }
      setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
      double step = (getWidth() - THUMB) / (getChildren().size() - 1);
      for (int i = 0; i < getChildren().size(); i++) {
        double x = Math.rint(THUMB / 2 + i * step);
        double y = Math.rint((getHeight() - HEIGHT) / 2);
        getChildren().get(i).resizeRelocate(x, y, 1, HEIGHT);
      }
    }
  }
}
