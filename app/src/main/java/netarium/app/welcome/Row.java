package netarium.app.welcome;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button with an icon in a tile, two lines of text and perhaps a remark at the right.
final class Row extends Button {
  Row(Ikon icon, String title, String text, String remark, Runnable action) {
    getStyleClass().add("welcome-row");
    StackPane tile = new StackPane(new FontIcon(icon));
    tile.getStyleClass().add("tile");
    Label name = line(title, "row-title");
    Label below = line(text, "row-text");
    below.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    VBox words = new VBox(name, below);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox all = new HBox(tile, words);
    all.getStyleClass().add("row-content");
    if (!remark.isEmpty()) {
      Label right = line(remark, "row-remark");
      right.setMinWidth(USE_PREF_SIZE);
      all.getChildren().add(right);
    }
    all.setMouseTransparent(true);
    setGraphic(all);
    setMaxWidth(Double.MAX_VALUE);
    setAccessibleText(title + ", " + text + (remark.isEmpty() ? "" : ", " + remark));
    setOnAction(_ -> action.run());
    widthProperty()
        .subscribe(width -> {
          double inner = width.doubleValue() - snappedLeftInset() - snappedRightInset();
          all.setMinWidth(Math.max(0, inner));
          all.setMaxWidth(Math.max(0, inner));
        });
  }

  void tip(String text) {
    setTooltip(new Tooltip(text));
  }

  /// Marks it as something that cannot be opened.
  void gone() {
    getStyleClass().add("gone");
  }

  private static Label line(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }

  static Node key(String keys) {
    Label label = new Label(keys);
    label.getStyleClass().addAll("key-cap", "mono");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
