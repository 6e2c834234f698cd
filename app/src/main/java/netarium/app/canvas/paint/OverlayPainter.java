package netarium.app.canvas.paint;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.Glyph;
import netarium.app.canvas.scene.Point;
import netarium.app.theme.Fonts;
import netarium.app.theme.Palette;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The top layer: what a gesture shows, the legend of the protocols, and words for an empty canvas.
public final class OverlayPainter {
  private static final double LEGEND_HEIGHT = 30;
  private static final double MARGIN = 12;

  private final Brush brush;
  private final GraphicsContext gc;
  private final Palette palette;
  private final Overlay overlay;

  public OverlayPainter(Brush brush, Overlay overlay) {
    this.brush = brush;
    this.overlay = overlay;
    gc = brush.gc();
    palette = brush.palette();
  }

  public void paint() {
    brush.clear();
    if (brush.scene().isBlank()) {
      invitation();
    } else if (overlay.showsLegend()) {
      legend();
    }
    Overlay.Span marquee = overlay.marquee();
    if (marquee != null) {
      marquee(marquee);
    }
    Overlay.Span cable = overlay.cable();
    if (cable != null) {
      cable(cable);
    }
    for (Point handle : overlay.handles()) {
      Point at = brush.screen(handle);
      gc.setFill(palette.canvas());
      gc.fillOval(at.x() - 4, at.y() - 4, 8, 8);
      GlyphPainter.ring(gc, at.x(), at.y(), 4, palette.accent());
    }
    Point place = overlay.dropPlace();
    if (place != null) {
      Point at = brush.screen(place);
      gc.setLineDashes(4, 4);
      brush.frame(at.x() - 60, at.y() - 28, 120, 56, 8, palette.accent(), 1.5);
      gc.setLineDashes();
    }
  }

  private void marquee(Overlay.Span span) {
    Point a = brush.screen(span.from());
    Point b = brush.screen(span.to());
    double x = Math.rint(Math.min(a.x(), b.x())) + 0.5;
    double y = Math.rint(Math.min(a.y(), b.y())) + 0.5;
    double width = Math.abs(a.x() - b.x());
    double height = Math.abs(a.y() - b.y());
    gc.setFill(palette.accent().deriveColor(0, 1, 1, 0.08));
    gc.fillRect(x, y, width, height);
    gc.setLineDashes(4, 3);
    gc.setStroke(palette.accent());
    gc.setLineWidth(1);
    gc.strokeRect(x, y, width, height);
    gc.setLineDashes();
  }

  private void cable(Overlay.Span span) {
    Point a = brush.screen(span.from());
    Point b = brush.screen(span.to());
    gc.setStroke(palette.accent());
    gc.setLineWidth(2);
    gc.setLineDashes(6, 4);
    gc.strokeLine(a.x(), a.y(), b.x(), b.y());
    gc.setLineDashes();
    GlyphPainter.ring(gc, b.x(), b.y(), 5, palette.accent());
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
      GlyphPainter.paint(gc, glyph, at + 6, y + LEGEND_HEIGHT / 2, 12, palette, false);
      brush.text(
          glyph.label(), at + 18, y + LEGEND_HEIGHT / 2, Fonts.text(11), palette.textMuted());
      at += entry(glyph);
    }
  }

  private static double entry(Glyph glyph) {
    return 18 + TextFit.width(glyph.label(), Fonts.text(11)) + 14;
  }

  /// Says what to do first.
  private void invitation() {
    double x = Math.rint(brush.view().width() / 2);
    double y = Math.rint(brush.view().height() / 2) - 24;
    Icons.paint(brush, MaterialDesignS.SITEMAP, x, y - 44, 48, palette.border());
    brush.text(
        "Nothing here yet", x, y + 8, Fonts.strong(16), palette.text(), TextAlignment.CENTER);
    brush.text(
        "Drag a VM from the palette, or press V. Then pull a cable from one port to another.",
        x,
        y + 34,
        Fonts.text(13),
        palette.textMuted(),
        TextAlignment.CENTER);
  }
}
