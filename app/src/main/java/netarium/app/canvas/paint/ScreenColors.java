package netarium.app.canvas.paint;

import javafx.scene.paint.Color;

/// What is the same in both themes: the small consoles are dark everywhere.
final class ScreenColors {
  static final Color SCREEN_TEXT = Color.web("#7ee787");
  static final Color SCREEN_ERROR = Color.web("#f85149");

  private ScreenColors() {}
}
