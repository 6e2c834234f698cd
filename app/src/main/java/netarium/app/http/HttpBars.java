package netarium.app.http;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import netarium.app.canvas.scene.Glyph;
import netarium.app.theme.Palette;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.analysis.HttpTimes;

/// The steps of an exchange as bars on a line of time: looking the name up, connecting, agreeing on
/// TLS, sending, waiting, receiving. Where colours alone would have to tell, thickness does too.
final class HttpBars {
  /// A step of an exchange.
  enum Step {
    LOOK_UP,
    CONNECT,
    SECURE,
    SEND,
    WAIT,
    RECEIVE;

    /// Whether it comes before the exchange itself.
    boolean isBefore() {
      return this == LOOK_UP || this == CONNECT || this == SECURE;
    }

    double thick() {
      return switch (this) {
        case LOOK_UP -> THIN;
        case CONNECT -> MIDDLING;
        default -> THICK;
      };
    }

    Color color(Palette palette) {
      return switch (this) {
        case LOOK_UP -> palette.glyph(Glyph.UDP).fill();
        case SECURE -> palette.glyph(Glyph.TLS).fill();
        case CONNECT -> palette.glyph(Glyph.WEB_SOCKET).fill();
        case SEND -> palette.textMuted();
        case WAIT -> palette.glyph(Glyph.HTTP).fill().deriveColor(0, 0.55, 1, 0.42);
        case RECEIVE -> palette.glyph(Glyph.HTTP).fill();
      };
    }
  }

  private static final double THICK = 10;
  private static final double THIN = 4;
  private static final double MIDDLING = 7;
  private static final double LEAST = 2;

  private HttpBars() {}

  /// When a step ended, or goes on now; -1 where there was none. `now` bounds what goes on.
  static long[] extent(Step step, HttpTimes times, long failedAt, long now) {
    long from =
        switch (step) {
          case LOOK_UP -> times.lookUpStart();
          case CONNECT -> times.connectStart();
          case SECURE -> times.secureStart();
          case SEND -> times.requestFirst();
          case WAIT -> times.requestLast();
          case RECEIVE -> times.responseFirst();
        };
    long to =
        switch (step) {
          case LOOK_UP -> times.lookUpEnd();
          case CONNECT -> times.connectEnd();
          case SECURE -> times.secureEnd();
          case SEND -> times.requestLast();
          case WAIT -> times.responseFirst();
          case RECEIVE -> times.responseLast();
        };
    if (from < 0) {
      return new long[] {-1, -1};
    }
    long end = to >= 0 ? to : failedAt >= 0 ? failedAt : now;
    return new long[] {from, Math.max(from, end)};
  }

  /// Draws one exchange across `width`, for the time from `from` to `to`.
  static void paint(
      GraphicsContext gc,
      Palette palette,
      HttpExchange exchange,
      long from,
      long to,
      long liveEdge,
      double width,
      double middle) {
    HttpTimes times = exchange.atClient();
    double scale = width / Math.max(1, to - from);
    for (Step step : Step.values()) {
      long[] extent = extent(step, times, exchange.failedAt(), liveEdge);
      if (extent[0] < 0) {
        continue;
      }
      double left = (extent[0] - from) * scale;
      double right = (extent[1] - from) * scale;
      boolean isShort = right - left < LEAST;
      if (isShort && step.isBefore()) {
        continue;
      }
      gc.setFill(step.color(palette));
      double thick = step.thick();
      gc.fillRect(left, middle - thick / 2, Math.max(LEAST, right - left), thick);
    }
    if (exchange.failedAt() >= 0) {
      double x = (exchange.failedAt() - from) * scale;
      gc.setStroke(palette.danger());
      gc.setLineWidth(2);
      gc.strokeLine(x - 4, middle - 4, x + 4, middle + 4);
      gc.strokeLine(x - 4, middle + 4, x + 4, middle - 4);
    }
  }
}
