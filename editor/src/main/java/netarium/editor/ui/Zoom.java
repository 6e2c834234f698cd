package netarium.editor.ui;

import java.util.Locale;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Subscription;
import org.fxmisc.richtext.CodeArea;

/// The font's size: Ctrl with plus, minus, 0 or the wheel.
final class Zoom implements EditorComponent {
  static final double NORMAL = 13;
  private static final double LEAST = 8;
  private static final double MOST = 40;

  private final CodeArea area;
  private double size = NORMAL;

  Zoom(CodeArea area) {
    this.area = area;
  }

  @Override
  public Subscription installInto(LuaEditor editor) {
    set(NORMAL);
    Subscription keys =
        editor.filter(
            editor,
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.isShortcutDown() && !event.isAltDown() && press(event)) {
                event.consume();
              }
            });
    Subscription wheel =
        editor.filter(
            area,
            ScrollEvent.SCROLL,
            event -> {
              if (event.isShortcutDown() && event.getDeltaY() != 0) {
                set(size + Math.signum(event.getDeltaY()));
                event.consume();
              }
            });
    return keys.and(wheel);
  }

  private boolean press(KeyEvent event) {
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> set(size + 1);
      case MINUS, SUBTRACT -> set(size - 1);
      case DIGIT0, NUMPAD0 -> set(NORMAL);
      default -> {
        return false;
      }
    }
    return true;
  }

  void set(double pixels) {
    size = Math.clamp(pixels, LEAST, MOST);
    area.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", size));
  }
}
