package netarium.app.workbench;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import netarium.app.text.Texts;

/// The line at the foot of the window: what the run is doing and what it has come to.
final class StatusBar extends HBox {
  private final Texts texts;
  private final Label dot = new Label("●");
  private final Label state = new Label();
  private final Label seed = number();
  private final Label events = number();
  private final Label frames = number();
  private final Label hash = number();
  private final Label message = new Label();
  private final Label zoom = number();

  StatusBar(Texts texts) {
    this.texts = texts;
    getStyleClass().add("status-bar");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    dot.getStyleClass().add("state-dot");
    message.getStyleClass().add("status-message");
    message.setMinWidth(0);
    getChildren().addAll(dot, state, seed, events, frames, hash, space, message, zoom);
    for (Label label : new Label[] {dot, state, seed, events, frames, hash, zoom}) {
      label.setMinWidth(USE_PREF_SIZE);
    }
  }

  private static Label number() {
    Label label = new Label();
    label.getStyleClass().add("status-number");
    return label;
  }

  /// `mood` is a style class: `quiet`, `running`, `held`, `over`, `failed`.
  void state(String words, String mood) {
    state.setText(words);
    dot.getStyleClass().setAll("state-dot", "state-" + mood);
  }

  void run(long seedOfRun, long eventCount, long frameCount, String traceHash) {
    seed.setText(texts.text("status.seed", Long.toString(seedOfRun)));
    events.setText(texts.text("status.events", grouped(eventCount)));
    frames.setText(texts.text("status.frames", grouped(frameCount)));
    hash.setText(texts.text("status.trace", grouped(traceHash)));
  }

  /// Something short that has just happened, such as where a file went.
  void message(String words) {
    message.setText(words);
  }

  void zoom(double factor) {
    zoom.setText(Math.round(factor * 100) + " %");
  }

  private static String grouped(String hex) {
    return hex.replaceAll("(.{4})(?=.)", "$1 ");
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '\u2009');
  }
}
