package netarium.app.canvas.paint;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.Detail;
import netarium.app.canvas.scene.Point;
import netarium.app.canvas.scene.Route;
import netarium.app.canvas.scene.Viewport;
import netarium.app.theme.Fonts;
import netarium.app.theme.Palette;

/// What a painter needs: with what to draw, what, seen how, in which colours and fonts.
public record Brush(Pen pen, CanvasScene scene, Viewport view, Ink ink) {
  /// The share of its size by which JetBrains Mono moves on after each character.
  static final double MONO_ADVANCE = 0.6;

  Palette palette() {
    return ink.palette();
  }

  Fonts fonts() {
    return ink.fonts();
  }

  TextFit fit() {
    return ink.fit();
  }

  Route route() {
    return new Route(scene, view.zoom());
  }

  Detail detail() {
    return Detail.at(view.zoom(), scene.isCompact());
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
    pen.clear(view.width(), view.height());
  }

  /// Text whose middle is at `y`.
  void text(String text, double x, double y, Font font, Color color, TextAlignment align) {
    pen.setFill(color);
    pen.text(text, x, y, font, align);
  }

  void text(String text, double x, double y, Font font, Color color) {
    text(text, x, y, font, color, TextAlignment.LEFT);
  }

  void box(double x, double y, double width, double height, double radius, Color fill) {
    pen.setFill(fill);
    pen.fillRoundRect(x, y, width, height, 2 * radius);
  }

  /// An outline on whole pixels: a line 1 wide lies between them.
  void frame(
      double x, double y, double width, double height, double radius, Color color, double line) {
    pen.setStroke(color);
    pen.setLineWidth(line);
    pen.strokeRoundRect(x, y, width, height, 2 * radius);
  }

  static double monoWidth(String text, double size) {
    return text.length() * size * MONO_ADVANCE;
  }

  /// Text of at most this many characters, with an ellipsis in place of what is too much.
  static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "…";
  }
}
