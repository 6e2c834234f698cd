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
  private List<Whereabouts.Dot> shown = List.of();

  HopDots() {
    super(3);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    more.getStyleClass().add("packets-share");
  }

  void show(List<Whereabouts.Dot> dots) {
    if (dots.equals(shown)) {
      return;
    }
    shown = dots;
    build();
  }

  private void build() {
    List<Whereabouts.Dot> dots = shown;
    int count = Math.min(MOST, dots.size());
    getChildren().remove(more);
    while (getChildren().size() > count) {
      getChildren().removeLast();
    }
    while (getChildren().size() < count) {
      getChildren().add(new Region());
    }
    for (int i = 0; i < count; i++) {
      List<String> styles = getChildren().get(i).getStyleClass();
      // To set a class is to style the dot anew, even when it is the same.
      if (!styles.contains(style(dots.get(i)))) {
        styles.clear();
        styles.addAll(List.of("packets-dot", style(dots.get(i))));
      }
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
