package netarium.app.timeline;

import java.util.Arrays;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.Glyph;
import netarium.app.session.Skip;
import netarium.app.text.TimeText;
import netarium.app.theme.Fonts;
import netarium.app.theme.Palette;
import netarium.app.timeline.TimelineLog.Row;

/// Draws the strip: ruler, frames, marks, live edge and playhead. Each part costs as much as there
/// are pixels across, not as there are events.
final class TimelinePainter {
  static final double RULER = 24;

  private static final double BAR = 2;
  private static final double BIN = 4;

  /// How strongly is painted what has not happened yet at the playhead.
  private static final double LATER = 0.38;

  private static final int MINOR_TICKS = 5;
  private static final double MONO_ADVANCE = 0.6;
  private static final double LETTER = 6.2;

  private final GraphicsContext gc;
  private final Palette palette;
  private final Fonts fonts;
  private final Picture picture;
  private final TimeScale scale;
  private final MarkPainter marks;
  private final Lanes lanes;

  TimelinePainter(GraphicsContext gc, Palette palette, Fonts fonts, Picture picture) {
    this.gc = gc;
    this.fonts = fonts;
    this.palette = palette;
    this.picture = picture;
    scale = picture.scale();
    lanes = picture.lanes();
    marks = new MarkPainter(gc, palette, fonts, picture);
  }

  void paint() {
    double edge = scale.x(picture.edge());
    gc.setFill(palette.canvas());
    gc.fillRect(0, 0, picture.width(), picture.height());
    if (edge < picture.width()) {
      gc.setFill(palette.subtle());
      gc.fillRect(Math.max(0, edge), 0, picture.width() - Math.max(0, edge), picture.height());
    }
    ruler();
    skips();
    frames();
    if (lanes.hasExchanges()) {
      new ExchangePainter(picture).paint(gc, palette, fonts);
    }
    marks.paint();
    liveEdge(edge);
    playhead();
  }

  private void ruler() {
    long tick = scale.tickNanos();
    double step = (double) tick / MINOR_TICKS;
    gc.setLineWidth(1);
    long first = Math.max(0, (long) (scale.startNanos() / step));
    for (long i = first; ; i++) {
      double x = Math.floor(scale.x(i * step)) + 0.5;
      if (x > picture.width()) {
        break;
      }
      boolean isMajor = i % MINOR_TICKS == 0;
      gc.setStroke(palette.border());
      gc.strokeLine(x, isMajor ? 8 : RULER - 4, x, RULER - 0.5);
      if (isMajor) {
        gc.setStroke(palette.borderMuted());
        gc.strokeLine(x, RULER, x, picture.height());
        tickLabel(scale.label(i / MINOR_TICKS * tick), x + 4);
      }
    }
    gc.setStroke(palette.borderMuted());
    gc.strokeLine(0, RULER - 0.5, picture.width(), RULER - 0.5);
  }

  /// Only where it is not cut off, by the border or by what stands above the ruler.
  private void tickLabel(String label, double x) {
    double end = x + label.length() * 11 * MONO_ADVANCE;
    if (end <= picture.width() && !meets(pill(), x, end) && !meets(livePill(), x, end)) {
      text(label, x, 11, fonts.mono(11), palette.textSubtle(), TextAlignment.LEFT);
    }
  }

  /// From where to where something stands above the ruler.
  private record Extent(double left, double right) {
    static final Extent NOWHERE = new Extent(-1, -1);

    double width() {
      return right - left;
    }
  }

  private static boolean meets(Extent pill, double left, double right) {
    return pill.left < right + 3 && left < pill.right + 3;
  }

  private Extent around(double x, double width) {
    double left = Math.clamp(x - width / 2, 0, Math.max(0, picture.width() - width));
    return new Extent(left, left + width);
  }

  private Extent pill() {
    double x = Math.round(scale.x(picture.instant()));
    if (x < -1 || x > picture.width() + 1) {
      return Extent.NOWHERE;
    }
    int letters = TimeText.micros(picture.instant()).length();
    return around(x, letters * 11.5 * MONO_ADVANCE + 12);
  }

  private Extent livePill() {
    double x = Math.round(scale.x(picture.edge()));
    boolean isSeen =
        !picture.isLive() && picture.hasBegun() && x >= -20 && x <= picture.width() + 20;
    return isSeen ? around(x, 34) : Extent.NOWHERE;
  }

  /// Idle time that was passed over: a dashed line in place of frames, with how long it was.
  private void skips() {
    double y = (lanes.framesTop() + lanes.framesBottom()) / 2;
    gc.setStroke(palette.textSubtle());
    gc.setLineWidth(1);
    for (Skip skip : picture.skips()) {
      double from = Math.max(0, scale.x(skip.fromNanos()) + 5);
      double to = Math.min(picture.width(), scale.x(skip.toNanos()) - 5);
      if (to - from > 12) {
        String words = picture.skipped(skip);
        double half = words.length() * LETTER / 2 + 6;
        boolean hasRoom = to - from > 2 * half + 24;
        double middle = (from + to) / 2;
        gc.setLineDashes(2, 4);
        if (hasRoom) {
          gc.strokeLine(from, y + 0.5, middle - half, y + 0.5);
          gc.strokeLine(middle + half, y + 0.5, to, y + 0.5);
          text(words, middle, y, fonts.text(11), palette.textSubtle(), TextAlignment.CENTER);
        } else {
          gc.strokeLine(from, y + 0.5, to, y + 0.5);
        }
        gc.setLineDashes();
      }
    }
  }

  private void frames() {
    Row frames = picture.log().frames();
    long from = scale.instant(-BAR);
    long to = scale.instant(picture.width() + BAR);
    int seen = frames.countBelow(to) - frames.countBelow(from);
    if (seen * BAR > picture.width() / 2) {
      histogram();
    } else {
      for (Glyph glyph : Glyph.values()) {
        bars(picture.log().row(glyph), glyph, from, to);
      }
    }
    selectedFrame(frames);
    gc.setGlobalAlpha(1);
  }

  private void bars(Row row, Glyph glyph, long from, long to) {
    gc.setFill(palette.glyph(glyph).ink());
    double height = isApplicationData(glyph) ? lanes.tall() : lanes.small();
    double last = Double.NEGATIVE_INFINITY;
    for (int i = row.countBelow(from); i < row.size() && row.instant(i) < to; i++) {
      double x = Math.round(scale.x(row.instant(i)) - BAR / 2);
      if (x > last) {
        gc.setGlobalAlpha(row.instant(i) > picture.instant() ? LATER : 1);
        gc.fillRect(x, lanes.framesBottom() - height, BAR, height);
        last = x;
      }
    }
  }

  private static boolean isApplicationData(Glyph glyph) {
    return switch (glyph) {
      case HTTP, WEB_SOCKET, TLS, UDP -> true;
      case ARP, ICMP, TCP, DROPPED -> false;
    };
  }

  /// Columns four pixels wide, the kinds one on top of the other; the fullest reaches the top.
  private void histogram() {
    int bins = (int) Math.ceil(picture.width() / BIN);
    Glyph[] glyphs = Glyph.values();
    int[][] counts = new int[glyphs.length][bins];
    int[] totals = new int[bins];
    int most = 1;
    for (int g = 0; g < glyphs.length; g++) {
      Row row = picture.log().row(glyphs[g]);
      if (row.size() == 0) {
        continue;
      }
      int below = row.countBelow(scale.instant(0));
      for (int bin = 0; bin < bins; bin++) {
        int next = row.countBelow(scale.instant((bin + 1) * BIN));
        counts[g][bin] = next - below;
        totals[bin] += next - below;
        most = Math.max(most, totals[bin]);
        below = next;
      }
    }
    double[] tops = new double[bins];
    Arrays.fill(tops, lanes.framesBottom());
    double playhead = scale.x(picture.instant());
    for (int g = 0; g < glyphs.length; g++) {
      gc.setFill(palette.glyph(glyphs[g]).ink());
      for (int bin = 0; bin < bins; bin++) {
        if (counts[g][bin] > 0) {
          double share = Math.sqrt((double) totals[bin] / most) / totals[bin];
          double height = Math.max(1, lanes.tall() * share * counts[g][bin]);
          gc.setGlobalAlpha(bin * BIN > playhead ? LATER : 1);
          tops[bin] -= height;
          gc.fillRect(bin * BIN, tops[bin], BIN - 1, height);
        }
      }
    }
    gc.setGlobalAlpha(1);
  }

  private void selectedFrame(Row frames) {
    int index = picture.selectedFrame();
    if (index >= 0) {
      double x = Math.round(scale.x(frames.instant(index)));
      gc.setGlobalAlpha(1);
      gc.setStroke(palette.accent());
      gc.setLineWidth(2);
      gc.strokeRoundRect(
          x - 4, lanes.framesTop() - 2, 8, lanes.framesBottom() - lanes.framesTop() + 4, 6, 6);
    }
  }

  private void liveEdge(double edge) {
    Extent pill = livePill();
    if (pill.equals(Extent.NOWHERE)) {
      return;
    }
    double x = Math.round(edge);
    gc.setStroke(palette.success());
    gc.setLineWidth(2);
    gc.setLineCap(StrokeLineCap.BUTT);
    gc.setLineDashes(3, 3);
    gc.strokeLine(x, RULER - 3, x, picture.height());
    gc.setLineDashes();
    gc.setFill(palette.canvas());
    gc.fillRoundRect(pill.left, 2, pill.width(), 18, 10, 10);
    gc.setFill(palette.success().deriveColor(0, 1, 1, 0.16));
    gc.fillRoundRect(pill.left, 2, pill.width(), 18, 10, 10);
    Font font = fonts.medium(11);
    double middle = pill.left + pill.width() / 2;
    text(picture.liveWord(), middle, 11, font, palette.success(), TextAlignment.CENTER);
  }

  private void playhead() {
    Extent pill = pill();
    if (pill.equals(Extent.NOWHERE)) {
      return;
    }
    double x = Math.round(scale.x(picture.instant()));
    gc.setFill(palette.accentFill());
    gc.fillRect(x - 1, RULER - 3, 2, picture.height() - RULER + 3);
    gc.fillRoundRect(pill.left, 2, pill.width(), 19, 8, 8);
    String label = TimeText.micros(picture.instant());
    double middle = pill.left + pill.width() / 2;
    Font font = fonts.monoStrong(11.5);
    text(label, middle, 11.5, font, palette.onAccent(), TextAlignment.CENTER);
  }

  private void text(String text, double x, double y, Font font, Color color, TextAlignment align) {
    gc.setFont(font);
    gc.setFill(color);
    gc.setTextAlign(align);
    gc.setTextBaseline(VPos.CENTER);
    gc.fillText(text, x, y);
  }
}
