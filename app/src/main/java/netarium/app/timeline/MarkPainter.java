package netarium.app.timeline;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import netarium.app.theme.Fonts;
import netarium.app.theme.Palette;
import netarium.app.timeline.TimelineLog.Mark;
import netarium.app.timeline.TimelineLog.Row;

/// Draws the marks: a flag for what began or was done, a burst for a drop, a triangle for an error,
/// a small square for what was printed. Where several fall on one place the most important is
/// drawn.
final class MarkPainter {
  static final double BIN = 12;
  private static final double LATER = 0.38;
  private static final double LETTER = 6.2;

  private final GraphicsContext gc;
  private final Palette palette;
  private final Fonts fonts;
  private final Picture picture;
  private final double y;

  MarkPainter(GraphicsContext gc, Palette palette, Fonts fonts, Picture picture) {
    this.gc = gc;
    this.fonts = fonts;
    this.palette = palette;
    this.picture = picture;
    y = picture.lanes().marksMiddle();
  }

  void paint() {
    int bins = (int) Math.ceil(picture.width() / BIN) + 1;
    double free = Double.NEGATIVE_INFINITY;
    for (int bin = -1; bin < bins; bin++) {
      long from = picture.scale().instant(bin * BIN);
      long to = picture.scale().instant((bin + 1) * BIN);
      for (Mark mark : Mark.values()) {
        Row row = picture.log().row(mark);
        int first = row.countBelow(from);
        int count = row.countBelow(to) - first;
        if (count > 0) {
          double x = Math.round(picture.scale().x(row.instant(first)));
          gc.setGlobalAlpha(row.instant(first) > picture.instant() ? LATER : 1);
          if (x >= free || mark == Mark.ERROR) {
            free = draw(mark, row, first, count, x, nextAfter(to));
          }
          break;
        }
      }
    }
    gc.setGlobalAlpha(1);
  }

  /// Where the next mark after an instant stands: words must end before it.
  private double nextAfter(long instant) {
    double next = Double.POSITIVE_INFINITY;
    for (Row row : picture.log().marks().values()) {
      int index = row.countBelow(instant);
      if (index < row.size()) {
        next = Math.min(next, picture.scale().x(row.instant(index)));
      }
    }
    return next;
  }

  /// Draws one mark; answers from where on the strip is free again.
  private double draw(Mark mark, Row row, int first, int count, double x, double next) {
    switch (mark) {
      case ERROR -> triangle(x);
      case DROP -> burst(x);
      case STIMULUS -> flag(x, palette.attention());
      case START -> flag(x, palette.success());
      case CONSOLE -> {
        gc.setFill(palette.textMuted());
        gc.fillRect(x - 2, y - 2, 4, 4);
        return x + 5;
      }
    }
    String words = words(mark, row, first, count);
    double width = words.length() * LETTER + 14;
    if (words.isEmpty() || x + width > next) {
      return x + 9;
    }
    gc.setFont(fonts.text(11));
    gc.setFill(palette.textMuted());
    gc.setTextAlign(TextAlignment.LEFT);
    gc.setTextBaseline(VPos.CENTER);
    gc.fillText(words, x + 10, y);
    return x + width;
  }

  private String words(Mark mark, Row row, int first, int count) {
    String more = count > 1 ? " +" + (count - 1) : "";
    return switch (mark) {
      case START ->
          row.words(first).isEmpty()
              ? ""
              : String.format(picture.startedWord(), row.words(first)) + more;
      case STIMULUS, DROP, ERROR -> row.words(first) + more;
      case CONSOLE -> "";
    };
  }

  private void flag(double x, Color color) {
    gc.setFill(color);
    gc.fillRect(x - 1, y - 6, 1.5, 12);
    gc.fillPolygon(
        new double[] {x + 0.5, x + 8, x + 6, x + 8, x + 0.5},
        new double[] {y - 6, y - 6, y - 2.5, y + 1, y + 1},
        5);
  }

  private void triangle(double x) {
    gc.setFill(palette.danger());
    gc.fillPolygon(new double[] {x - 6.5, x + 6.5, x}, new double[] {y + 5, y + 5, y - 6}, 3);
    gc.setFill(palette.canvas());
    gc.fillRect(x - 0.75, y - 2, 1.5, 4);
    gc.fillRect(x - 0.75, y + 2.7, 1.5, 1.3);
  }

  private void burst(double x) {
    double[] xs = new double[16];
    double[] ys = new double[16];
    for (int i = 0; i < 16; i++) {
      double radius = i % 2 == 0 ? 6 : 3;
      double angle = Math.PI * i / 8;
      xs[i] = x + radius * Math.sin(angle);
      ys[i] = y - radius * Math.cos(angle);
    }
    gc.setFill(palette.danger());
    gc.fillPolygon(xs, ys, 16);
  }
}
