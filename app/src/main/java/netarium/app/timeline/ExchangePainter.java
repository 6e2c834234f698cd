package netarium.app.timeline;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.Glyph;
import netarium.app.theme.Fonts;
import netarium.app.theme.Palette;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.analysis.HttpTimes;

/// Draws HTTP exchanges as bars from their first step to their last; those that run beside another
/// lie in a narrower row below. It looks only at exchanges in sight, and at no more of them than
/// there is room for.
final class ExchangePainter {
  private static final double THICK = 14;
  private static final double THIN = 7;
  private static final double GAP = 2;
  private static final double LATER = 0.38;
  private static final double LETTER = 5.9;
  private static final double LEAST = 3;

  /// An exchange that began so many before the first in sight may still go on.
  private static final int LOOK_BACK = 64;

  private static final int MOST = 2_000;

  private final Picture picture;
  private final List<HttpExchange> exchanges;
  private final double top;

  ExchangePainter(Picture picture) {
    this.picture = picture;
    exchanges = picture.log().exchanges();
    top = picture.lanes().exchanges();
  }

  /// What is done with each bar.
  private interface Visitor {
    /// Whether to go on.
    boolean bar(HttpExchange exchange, double left, double right, double y, double height);
  }

  private int firstAfter(long instant) {
    int low = 0;
    int high = exchanges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (exchanges.get(middle).atClient().start() < instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void visit(Visitor visitor) {
    TimeScale scale = picture.scale();
    int from = Math.max(0, firstAfter(scale.instant(0)) - LOOK_BACK);
    int to = firstAfter(scale.instant(picture.width()));
    int step = Math.max(1, (to - from) / MOST);
    double taken = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i += step) {
      HttpExchange exchange = exchanges.get(i);
      HttpTimes times = exchange.atClient();
      long end = Math.max(times.end(), exchange.failedAt());
      boolean isOpen = times.responseLast() < 0 && exchange.failedAt() < 0;
      double left = scale.x(times.start());
      double right = Math.max(left + LEAST, scale.x(isOpen ? picture.edge() : end));
      boolean isBeside = left < taken - 0.5;
      taken = isBeside ? taken : right;
      double y = isBeside ? top + THICK + GAP : top;
      boolean isSeen = right >= 0 && left <= picture.width();
      if (isSeen && !visitor.bar(exchange, left, right, y, isBeside ? THIN : THICK)) {
        return;
      }
    }
  }

  void paint(GraphicsContext gc, Palette palette, Fonts fonts) {
    gc.setLineWidth(1);
    gc.setFont(fonts.text(10.5));
    gc.setTextBaseline(VPos.CENTER);
    gc.setTextAlign(TextAlignment.LEFT);
    visit((exchange, left, right, y, height) -> {
      boolean isBad = exchange.status() >= 400 || exchange.failure() != null;
      Color ink = isBad ? palette.attention() : palette.glyph(Glyph.HTTP).ink();
      boolean isLater = exchange.atClient().start() > picture.instant();
      gc.setGlobalAlpha(isLater ? LATER : 1);
      gc.setFill(ink.deriveColor(0, 1, 1, 0.3));
      gc.fillRoundRect(left, y, right - left, height, 4, 4);
      gc.setStroke(ink);
      gc.strokeRoundRect(left + 0.5, y + 0.5, right - left - 1, height - 1, 4, 4);
      String label = exchange.method() + " " + exchange.path();
      double from = Math.max(left, 0) + 5;
      if (height == THICK && label.length() * LETTER < right - from - 4) {
        gc.setFill(palette.text());
        gc.fillText(label, from, y + height / 2 + 0.5);
      }
      return true;
    });
    gc.setGlobalAlpha(1);
  }

  /// The exchange whose bar is at a point; null if none is.
  @org.jspecify.annotations.Nullable
  HttpExchange at(double x, double y) {
    HttpExchange[] found = new HttpExchange[1];
    visit((exchange, left, right, barTop, height) -> {
      if (x >= left - 1 && x <= right + 1 && y >= barTop && y < barTop + height + 1) {
        found[0] = exchange;
      }
      return true;
    });
    return found[0];
  }
}
