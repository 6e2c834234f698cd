package netarium.app.canvas.paint;

import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.Glyph;
import netarium.app.canvas.scene.Point;
import netarium.app.theme.Palette;

/// The top layer: what a gesture shows, the legend of the protocols, and words for an empty canvas.
public final class OverlayPainter {
  private static final double LEGEND_HEIGHT = 30;
  private static final double MARGIN = 12;

  private final Brush brush;
  private final Pen pen;
  private final Palette palette;
  private final Overlay overlay;

  public OverlayPainter(Brush brush, Overlay overlay) {
    this.brush = brush;
    this.overlay = overlay;
    pen = brush.pen();
    palette = brush.palette();
  }

  public void paint() {
    brush.clear();
    if (brush.scene().isBlank()) {
      invitation();
    } else if (overlay.showsLegend()) {
      legend();
    }
    if (brush.scene().lacksCables()) {
      cableHint();
    }
    Overlay.Span marquee = overlay.marquee();
    if (marquee != null) {
      marquee(marquee);
    }
    Overlay.Span cable = overlay.cable();
    if (cable != null) {
      cable(cable);
    }
    for (Overlay.Span guide : overlay.guides()) {
      Point a = brush.screen(guide.from());
      Point b = brush.screen(guide.to());
      pen.setStroke(palette.attention());
      pen.setLineWidth(1);
      pen.strokeLine(
          Math.rint(a.x()) + 0.5,
          Math.rint(a.y()) + 0.5,
          Math.rint(b.x()) + 0.5,
          Math.rint(b.y()) + 0.5);
    }
    for (Point handle : overlay.handles()) {
      Point at = brush.screen(handle);
      pen.setFill(palette.canvas());
      pen.fillOval(at.x() - 4, at.y() - 4, 8, 8);
      GlyphPainter.ring(pen, at.x(), at.y(), 4, palette.accent());
    }
    Point place = overlay.dropPlace();
    if (place != null) {
      Point at = brush.screen(place);
      pen.setLineDashes(4, 4);
      brush.frame(at.x() - 60, at.y() - 28, 120, 56, 8, palette.accent(), 1.5);
      pen.setLineDashes();
    }
  }

  private void marquee(Overlay.Span span) {
    Point a = brush.screen(span.from());
    Point b = brush.screen(span.to());
    double x = Math.rint(Math.min(a.x(), b.x())) + 0.5;
    double y = Math.rint(Math.min(a.y(), b.y())) + 0.5;
    double width = Math.abs(a.x() - b.x());
    double height = Math.abs(a.y() - b.y());
    pen.setFill(palette.accent().deriveColor(0, 1, 1, 0.08));
    pen.fillRect(x, y, width, height);
    pen.setLineDashes(4, 3);
    pen.setStroke(palette.accent());
    pen.setLineWidth(1);
    pen.strokeRect(x, y, width, height);
    pen.setLineDashes();
  }

  private void cable(Overlay.Span span) {
    Point a = brush.screen(span.from());
    Point b = brush.screen(span.to());
    pen.setStroke(palette.accent());
    pen.setLineWidth(2);
    pen.setLineDashes(6, 4);
    pen.strokeLine(a.x(), a.y(), b.x(), b.y());
    pen.setLineDashes();
    GlyphPainter.ring(pen, b.x(), b.y(), 5, palette.accent());
  }

  private void legend() {
    double width = 10;
    for (Glyph glyph : Glyph.values()) {
      width += entry(glyph);
    }
    if (width + 2 * MARGIN > brush.view().width()) {
      return;
    }
    double x = MARGIN + 0.5;
    double y = Math.rint(brush.view().height() - MARGIN - LEGEND_HEIGHT) + 0.5;
    brush.box(x, y, width, LEGEND_HEIGHT, 8, palette.subtle());
    brush.frame(x, y, width, LEGEND_HEIGHT, 8, palette.border(), 1);
    double at = x + 12;
    for (Glyph glyph : Glyph.values()) {
      GlyphPainter.paint(pen, glyph, at + 6, y + LEGEND_HEIGHT / 2, 12, palette, false);
      brush.text(
          brush.ink().words().legend(glyph),
          at + 18,
          y + LEGEND_HEIGHT / 2,
          brush.fonts().text(11),
          palette.textMuted());
      at += entry(glyph);
    }
  }

  private double entry(Glyph glyph) {
    return 18 + brush.fit().width(brush.ink().words().legend(glyph), brush.fonts().text(11)) + 14;
  }

  /// Says what to do next: the circles show only when one points at a node.
  private void cableHint() {
    String hint = brush.ink().words().cableHint();
    double width = brush.fit().width(hint, brush.fonts().text(13)) + 32;
    double x = Math.rint((brush.view().width() - width) / 2) + 0.5;
    double y = MARGIN + 0.5;
    brush.box(x, y, width, 30, 15, palette.accentSubtle());
    brush.text(
        hint, x + width / 2, y + 15, brush.fonts().text(13), palette.text(), TextAlignment.CENTER);
  }

  /// Says what to do first.
  private void invitation() {
    double x = Math.rint(brush.view().width() / 2);
    double y = Math.rint(brush.view().height() / 2) - 24;
    Icons.paint(brush, Icons.NETWORK, x, y - 44, 48, palette.border());
    brush.text(
        brush.ink().words().emptyTitle(),
        x,
        y + 8,
        brush.fonts().strong(16),
        palette.text(),
        TextAlignment.CENTER);
    brush.text(
        brush.ink().words().emptyHint(),
        x,
        y + 34,
        brush.fonts().text(13),
        palette.textMuted(),
        TextAlignment.CENTER);
  }
}
