package netarium.app.packets;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A row of dots, one for each link of a frame's way: filled behind it, a ring where it is.
final class HopDots extends HBox {
  private static final int MOST = 6;

  private final Label more = new Label();

  HopDots() {
    super(3);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    more.getStyleClass().add("packets-share");
  }

  void show(List<Whereabouts.Dot> dots) {
    int shown = Math.min(MOST, dots.size());
    getChildren().remove(more);
    while (getChildren().size() > shown) {
      getChildren().removeLast();
    }
    while (getChildren().size() < shown) {
      getChildren().add(new Region());
    }
    for (int i = 0; i < shown; i++) {
      getChildren().get(i).getStyleClass().setAll("packets-dot", style(dots.get(i)));
    }
    if (dots.size() > MOST) {
      more.setText("+" + (dots.size() - MOST));
      getChildren().add(more);
    }
  }

  private static String style(Whereabouts.Dot dot) {
    return switch (dot) {
      case AHEAD -> "packets-dot-ahead";
      case QUEUED -> "packets-dot-queued";
      case HERE -> "packets-dot-here";
      case PASSED -> "packets-dot-passed";
      case LOST -> "packets-dot-lost";
    };
  }
}
