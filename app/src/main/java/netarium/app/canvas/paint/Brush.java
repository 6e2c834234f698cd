package netarium.app.canvas.paint;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.Detail;
import netarium.app.canvas.scene.Point;
import netarium.app.canvas.scene.Route;
import netarium.app.canvas.scene.Viewport;
import netarium.app.theme.Palette;

/// What a painter needs: where to draw, what, seen how, in which colours.
public record Brush(GraphicsContext gc, CanvasScene scene, Viewport view, Palette palette) {
  /// The share of its size by which JetBrains Mono moves on after each character.
  static final double MONO_ADVANCE = 0.6;

  Route route() {
    return new Route(scene, view.zoom());
  }

  Detail detail() {
    return Detail.at(view.zoom());
  }

  Point screen(Point place) {
    return view.toScreen(place);
  }

  /// Whether something within `reach` pixels of a screen point can be seen.
  boolean sees(Point screen, double reach) {
    return screen.x() > -reach
        && screen.y() > -reach
        && screen.x() < view.width() + reach
        && screen.y() < view.height() + reach;
  }

  void clear() {
    gc.clearRect(0, 0, gc.getCanvas().getWidth(), gc.getCanvas().getHeight());
  }

  /// Text whose middle is at `y`.
  void text(String text, double x, double y, Font font, Color color, TextAlignment align) {
    gc.setFont(font);
    gc.setFill(color);
    gc.setTextAlign(align);
    gc.setTextBaseline(VPos.CENTER);
    gc.fillText(text, x, y);
  }

  void text(String text, double x, double y, Font font, Color color) {
    text(text, x, y, font, color, TextAlignment.LEFT);
  }

  void box(double x, double y, double width, double height, double radius, Color fill) {
    gc.setFill(fill);
    gc.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
  }

  /// An outline on whole pixels: a line 1 wide lies between them.
  void frame(
      double x, double y, double width, double height, double radius, Color color, double line) {
    gc.setStroke(color);
    gc.setLineWidth(line);
    gc.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
  }

  static double monoWidth(String text, double size) {
    return text.length() * size * MONO_ADVANCE;
  }

  /// Text of at most this many characters, with an ellipsis in place of what is too much.
  static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "…";
  }
}
