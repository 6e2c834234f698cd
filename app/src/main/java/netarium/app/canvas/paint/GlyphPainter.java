package netarium.app.canvas.paint;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import netarium.app.canvas.scene.Glyph;
import netarium.app.theme.GlyphColors;
import netarium.app.theme.Palette;

/// The shapes of the protocols. All are designed on a square of 16 pixels around the origin and
/// drawn larger or smaller from there.
public final class GlyphPainter {
  private static final double DESIGNED = 16;
  private static final double OUTLINE = 1.2;
  private static final Color ARROWS_ON_AMBER = Color.web("#3b2300");

  private GlyphPainter() {}

  /// Draws a glyph with its centre at a point; a `halo` in the canvas colour parts it from lines.
  public static void paint(
      GraphicsContext gc,
      Glyph glyph,
      double x,
      double y,
      double size,
      Palette palette,
      boolean halo) {
    gc.save();
    gc.translate(x, y);
    gc.scale(size / DESIGNED, size / DESIGNED);
    gc.setLineJoin(StrokeLineJoin.ROUND);
    gc.setLineCap(StrokeLineCap.ROUND);
    if (halo) {
      gc.setFill(palette.canvas());
      gc.setStroke(palette.canvas());
      gc.setLineWidth(4);
      outline(gc, glyph);
      gc.stroke();
      gc.fill();
    }
    GlyphColors colors = palette.glyph(glyph);
    gc.setFill(colors.fill());
    gc.setStroke(colors.isOutlined() ? colors.ink() : colors.fill());
    gc.setLineWidth(OUTLINE);
    inside(gc, glyph, colors, palette);
    gc.restore();
  }

  private static void inside(GraphicsContext gc, Glyph glyph, GlyphColors colors, Palette palette) {
    switch (glyph) {
      case ICMP -> {
        gc.setFill(palette.canvas());
        gc.fillOval(-6, -6, 12, 12);
        gc.setStroke(colors.fill());
        gc.setLineWidth(3.4);
        gc.strokeOval(-5, -5, 10, 10);
        if (colors.isOutlined()) {
          gc.setStroke(colors.ink());
          gc.setLineWidth(OUTLINE);
          gc.strokeOval(-6.8, -6.8, 13.6, 13.6);
        }
        gc.setFill(colors.ink());
        gc.fillOval(-2, -2, 4, 4);
      }
      case TCP -> {
        gc.setFill(palette.canvas());
        gc.fillRoundRect(-5.5, -5.5, 11, 11, 4, 4);
        gc.setStroke(colors.fill());
        gc.setLineWidth(3);
        gc.strokeRoundRect(-5, -5, 10, 10, 4, 4);
      }
      default -> {
        outline(gc, glyph);
        gc.fill();
        if (colors.isOutlined()) {
          gc.stroke();
        }
        detail(gc, glyph, colors, palette);
      }
    }
  }

  private static void outline(GraphicsContext gc, Glyph glyph) {
    gc.beginPath();
    switch (glyph) {
      case ARP -> polygon(gc, 0, -7.5, 7.5, 0, 0, 7.5, -7.5, 0);
      case UDP -> polygon(gc, 0, -7, 7.6, 6, -7.6, 6);
      case HTTP -> polygon(gc, -5.5, -7.5, 2, -7.5, 6, -3.5, 6, 7.5, -5.5, 7.5);
      case WEB_SOCKET -> polygon(gc, 0, -8, 7, -4, 7, 4, 0, 8, -7, 4, -7, -4);
      case DROPPED -> burst(gc);
      case ICMP -> {
        gc.moveTo(6.5, 0);
        gc.arc(0, 0, 6.5, 6.5, 0, 360);
        gc.closePath();
      }
      case TCP -> polygon(gc, -6, -6, 6, -6, 6, 6, -6, 6);
      case TLS -> {
        gc.moveTo(0, -8);
        gc.lineTo(6.5, -5.5);
        gc.lineTo(6.5, 0);
        gc.quadraticCurveTo(6, 5, 0, 8);
        gc.quadraticCurveTo(-6, 5, -6.5, 0);
        gc.lineTo(-6.5, -5.5);
        gc.closePath();
      }
    }
  }

  private static void polygon(GraphicsContext gc, double... xy) {
    gc.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      gc.lineTo(xy[i], xy[i + 1]);
    }
    gc.closePath();
  }

  private static void burst(GraphicsContext gc) {
    for (int i = 0; i < 16; i++) {
      double radius = i % 2 == 0 ? 8 : 3.8;
      double angle = Math.PI * i / 8;
      double x = radius * Math.sin(angle);
      double y = -radius * Math.cos(angle);
      if (i == 0) {
        gc.moveTo(x, y);
      } else {
        gc.lineTo(x, y);
      }
    }
    gc.closePath();
  }

  private static void detail(GraphicsContext gc, Glyph glyph, GlyphColors colors, Palette palette) {
    Color inside = colors.isOutlined() ? Color.WHITE : palette.canvas();
    gc.setStroke(inside);
    gc.setFill(inside);
    gc.setLineWidth(1.4);
    switch (glyph) {
      case HTTP -> {
        gc.strokeLine(-2.8, -1.8, 3.2, -1.8);
        gc.strokeLine(-2.8, 1.2, 3.2, 1.2);
        gc.strokeLine(-2.8, 4.2, 1.2, 4.2);
        gc.setLineWidth(1.1);
        gc.strokePolyline(new double[] {2, 2, 6}, new double[] {-7.5, -3.5, -3.5}, 3);
      }
      case WEB_SOCKET -> {
        gc.setStroke(colors.isOutlined() ? ARROWS_ON_AMBER : inside);
        arrow(gc, -3.8, 3.8, -1.9, 1);
        arrow(gc, 3.8, -3.8, 1.9, -1);
      }
      case TLS -> {
        gc.fillOval(-2, -3.6, 4, 4);
        gc.fillPolygon(new double[] {-0.9, 0.9, 1.5, -1.5}, new double[] {-1, -1, 4, 4}, 4);
      }
      case ARP, ICMP, UDP, TCP, DROPPED -> {}
    }
  }

  private static void arrow(GraphicsContext gc, double from, double to, double y, int sign) {
    gc.strokeLine(from, y, to, y);
    gc.strokePolyline(
        new double[] {to - 2 * sign, to, to - 2 * sign}, new double[] {y - 2, y, y + 2}, 3);
  }

  /// A ring around a glyph.
  static void ring(GraphicsContext gc, double x, double y, double radius, Color color) {
    gc.setStroke(color);
    gc.setLineWidth(2);
    gc.strokeArc(x - radius, y - radius, 2 * radius, 2 * radius, 0, 360, ArcType.OPEN);
  }
}
