package netarium.app.workbench;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line at the foot of the window: what the run is doing and has come to, what has just
/// happened, how large the network is shown.
final class StatusBar extends HBox {
  private final Label message = new Label();
  private final Label zoom = new Label();

  StatusBar(Node figures) {
    getStyleClass().add("status-bar");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    message.setMinWidth(0);
    zoom.getStyleClass().add("status-number");
    zoom.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(figures, space, message, zoom);
  }

  /// Something short that has just happened, such as where a file went.
  void message(String words) {
    message.setText(words);
  }

  void zoom(double factor) {
    zoom.setText(Math.round(factor * 100) + " %");
  }
}
