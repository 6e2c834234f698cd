package netarium.app.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import netarium.app.theme.Fonts;
import netarium.app.theme.Palette;

/// The ruler above the bars: seconds since the start of the run.
final class HttpAxis extends Region {
  private static final double HEIGHT = 26;
  private static final double ROOM = 56;

  private final Canvas canvas = new Canvas(10, HEIGHT);
  private final Fonts fonts = new Fonts();

  HttpAxis() {
    getChildren().add(canvas);
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
  }

  /// Round instants between two others, so many as there is room for.
  static List<Long> ticks(long from, long to, double width) {
    double wanted = Math.max(1, (to - from) * ROOM / Math.max(1, width));
    long step = 1;
    while (step < wanted) {
      long next = step;
      for (int factor : new int[] {2, 5, 10}) {
        if (next < wanted) {
          next = step * factor;
        }
      }
      step = next;
    }
    List<Long> ticks = new ArrayList<>();
    for (long tick = (from + step - 1) / step * step; tick <= to; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  void paint(long from, long to, double width, Palette palette) {
    canvas.setWidth(Math.max(1, width));
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, width, HEIGHT);
    gc.setFont(fonts.mono(11));
    gc.setFill(palette.textMuted());
    gc.setTextBaseline(VPos.CENTER);
    List<Long> ticks = ticks(from, to, width);
    long step = ticks.size() < 2 ? to - from : ticks.get(1) - ticks.get(0);
    int places = 0;
    for (long unit = 1_000_000_000; unit > step && places < 9; unit /= 10) {
      places++;
    }
    for (long tick : ticks) {
      double x = width * (tick - from) / (to - from);
      String label = String.format(Locale.ROOT, "%." + places + "f", tick / 1e9);
      double half = label.length() * 3.3;
      if (x - half >= 0 && x + half <= width) {
        gc.setTextAlign(TextAlignment.CENTER);
        gc.fillText(label, x, HEIGHT / 2);
      }
    }
  }
}
