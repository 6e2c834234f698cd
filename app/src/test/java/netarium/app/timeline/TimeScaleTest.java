package netarium.app.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {
  @Test
  void fitting_showsFromStartToEnd() {
    TimeScale scale = TimeScale.fitting(100_000_000, 1_000);
    assertEquals(8, scale.x(0), 0.01);
    assertEquals(992, scale.x(100_000_000), 0.01);
  }

  @Test
  void zoom_keepsTheInstantUnderThePointer() {
    SplittableRandom random = new SplittableRandom(3);
    TimeScale scale = TimeScale.fitting(60_000_000_000L, 1_200);
    scale = scale.zoomed(600, 0.5);
    for (int i = 0; i < 1_000; i++) {
      double x = 300 + random.nextInt(900);
      double before = scale.startNanos() + x * scale.nanosPerPixel();
      TimeScale zoomed = scale.zoomed(x, 0.5 + random.nextDouble());
      double least = -8.001 * zoomed.nanosPerPixel();
      assertTrue(zoomed.startNanos() >= least);
      if (zoomed.startNanos() > least + zoomed.nanosPerPixel()) {
        assertEquals(x, zoomed.x(before), 0.5);
      }
      if (zoomed.nanosPerPixel() < 1e8 && zoomed.nanosPerPixel() > 1_000) {
        scale = zoomed;
      }
    }
  }

  @Test
  void ticks_areRoundNumbersFarEnoughApart() {
    for (double perPixel = 0.5; perPixel < 9e8; perPixel *= 1.37) {
      TimeScale scale = new TimeScale(0, perPixel);
      long tick = scale.tickNanos();
      double pixels = tick / perPixel;
      assertTrue(pixels >= 96 && pixels <= 300, tick + " at " + perPixel);
      long leading = tick;
      while (leading % 10 == 0) {
        leading /= 10;
      }
      assertTrue(leading == 1 || leading == 2 || leading == 5, "tick " + tick);
    }
  }

  @ParameterizedTest
  @CsvSource({"500000, 0.250", "500, 0.250 000", "0.5, 0.250 000 000"})
  void label_hasTheDigitsItNeeds(double perPixel, String label) {
    String shown = new TimeScale(0, perPixel).label(250_000_000);
    assertEquals(label, shown.replace('\u2009', ' '));
  }

  @Test
  void beforeTheStart_isTheStart() {
    TimeScale scale = TimeScale.fitting(1_000_000, 500);
    assertEquals(0, scale.instant(-400));
    assertEquals(-8 * scale.nanosPerPixel(), scale.moved(-10_000).startNanos(), 1e-6);
  }
}
