package netarium.app.canvas.paint;

import javafx.scene.paint.Color;
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
      Pen pen, Glyph glyph, double x, double y, double size, Palette palette, boolean halo) {
    pen.save();
    pen.translate(x, y);
    pen.scale(size / DESIGNED, size / DESIGNED);
    if (halo) {
      pen.setFill(palette.canvas());
      pen.setStroke(palette.canvas());
      pen.setLineWidth(4);
      outline(pen, glyph);
      pen.stroke();
      pen.fill();
    }
    GlyphColors colors = palette.glyph(glyph);
    pen.setFill(colors.fill());
    pen.setStroke(colors.isOutlined() ? colors.ink() : colors.fill());
    pen.setLineWidth(OUTLINE);
    inside(pen, glyph, colors, palette);
    pen.restore();
  }

  private static void inside(Pen pen, Glyph glyph, GlyphColors colors, Palette palette) {
    switch (glyph) {
      case ICMP -> {
        pen.setFill(palette.canvas());
        pen.fillOval(-6, -6, 12, 12);
        pen.setStroke(colors.fill());
        pen.setLineWidth(3.4);
        pen.strokeOval(-5, -5, 10, 10);
        if (colors.isOutlined()) {
          pen.setStroke(colors.ink());
          pen.setLineWidth(OUTLINE);
          pen.strokeOval(-6.8, -6.8, 13.6, 13.6);
        }
        pen.setFill(colors.ink());
        pen.fillOval(-2, -2, 4, 4);
      }
      case TCP -> {
        pen.setFill(palette.canvas());
        pen.fillRoundRect(-5.5, -5.5, 11, 11, 4);
        pen.setStroke(colors.fill());
        pen.setLineWidth(3);
        pen.strokeRoundRect(-5, -5, 10, 10, 4);
      }
      default -> {
        outline(pen, glyph);
        pen.fill();
        if (colors.isOutlined()) {
          pen.stroke();
        }
        detail(pen, glyph, colors, palette);
      }
    }
  }

  private static void outline(Pen pen, Glyph glyph) {
    pen.beginPath();
    switch (glyph) {
      case ARP -> polygon(pen, 0, -7.5, 7.5, 0, 0, 7.5, -7.5, 0);
      case UDP -> polygon(pen, 0, -7, 7.6, 6, -7.6, 6);
      case HTTP -> polygon(pen, -5.5, -7.5, 2, -7.5, 6, -3.5, 6, 7.5, -5.5, 7.5);
      case WEB_SOCKET -> polygon(pen, 0, -8, 7, -4, 7, 4, 0, 8, -7, 4, -7, -4);
      case DROPPED -> burst(pen);
      case ICMP -> {
        for (int i = 0; i < 24; i++) {
          double angle = Math.PI * i / 12;
          point(pen, i == 0, 6.5 * Math.cos(angle), 6.5 * Math.sin(angle));
        }
        pen.closePath();
      }
      case TCP -> polygon(pen, -6, -6, 6, -6, 6, 6, -6, 6);
      case TLS -> {
        pen.moveTo(0, -8);
        pen.lineTo(6.5, -5.5);
        pen.lineTo(6.5, 0);
        pen.quadraticCurveTo(6, 5, 0, 8);
        pen.quadraticCurveTo(-6, 5, -6.5, 0);
        pen.lineTo(-6.5, -5.5);
        pen.closePath();
      }
    }
  }

  private static void polygon(Pen pen, double... xy) {
    pen.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      pen.lineTo(xy[i], xy[i + 1]);
    }
    pen.closePath();
  }

  private static void point(Pen pen, boolean isFirst, double x, double y) {
    if (isFirst) {
      pen.moveTo(x, y);
    } else {
      pen.lineTo(x, y);
    }
  }

  private static void burst(Pen pen) {
    for (int i = 0; i < 16; i++) {
      double radius = i % 2 == 0 ? 8 : 3.8;
      double angle = Math.PI * i / 8;
      double x = radius * Math.sin(angle);
      double y = -radius * Math.cos(angle);
      point(pen, i == 0, x, y);
    }
    pen.closePath();
  }

  private static void detail(Pen pen, Glyph glyph, GlyphColors colors, Palette palette) {
    Color inside = colors.isOutlined() ? Color.WHITE : palette.canvas();
    pen.setStroke(inside);
    pen.setFill(inside);
    pen.setLineWidth(1.4);
    switch (glyph) {
      case HTTP -> {
        pen.strokeLine(-2.8, -1.8, 3.2, -1.8);
        pen.strokeLine(-2.8, 1.2, 3.2, 1.2);
        pen.strokeLine(-2.8, 4.2, 1.2, 4.2);
        pen.setLineWidth(1.1);
        bent(pen, 2, -7.5, 2, -3.5, 6, -3.5);
      }
      case WEB_SOCKET -> {
        pen.setStroke(colors.isOutlined() ? ARROWS_ON_AMBER : inside);
        arrow(pen, -3.8, 3.8, -1.9, 1);
        arrow(pen, 3.8, -3.8, 1.9, -1);
      }
      case TLS -> {
        pen.fillOval(-2, -3.6, 4, 4);
        pen.beginPath();
        polygon(pen, -0.9, -1, 0.9, -1, 1.5, 4, -1.5, 4);
        pen.fill();
      }
      case ARP, ICMP, UDP, TCP, DROPPED -> {}
    }
  }

  private static void arrow(Pen pen, double from, double to, double y, int sign) {
    pen.strokeLine(from, y, to, y);
    bent(pen, to - 2 * sign, y - 2, to, y, to - 2 * sign, y + 2);
  }

  private static void bent(Pen pen, double... xy) {
    pen.beginPath();
    pen.moveTo(xy[0], xy[1]);
    pen.lineTo(xy[2], xy[3]);
    pen.lineTo(xy[4], xy[5]);
    pen.stroke();
  }

  /// A ring around a glyph.
  static void ring(Pen pen, double x, double y, double radius, Color color) {
    pen.setStroke(color);
    pen.setLineWidth(2);
    pen.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
