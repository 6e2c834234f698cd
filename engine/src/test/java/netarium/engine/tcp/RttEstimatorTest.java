package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import netarium.engine.sim.SimDuration;
import org.junit.jupiter.api.Test;

/// RFC 6298 §2 and §5.
class RttEstimatorTest {
  private static final long MS = 1_000_000;

  private final RttEstimator rtt = new RttEstimator(TcpOptionsConfig.DEFAULT);

  private static SimDuration ms(long millis) {
    return SimDuration.ofMillis(millis);
  }

  @Test
  void beforeAnySample_isOneSecond() {
    assertEquals(ms(1000), rtt.rto());
  }

  @Test
  void firstSample_countsTwiceItsHalfAsVariance() {
    rtt.sample(400 * MS);
    assertEquals(ms(400), rtt.srtt());
    assertEquals(ms(200), rtt.rttvar());
    assertEquals(ms(1200), rtt.rto());
  }

  @Test
  void furtherSamples_weighAQuarterAndAnEighth() {
    rtt.sample(400 * MS);
    rtt.sample(800 * MS);
    assertEquals(ms(250), rtt.rttvar()); // 3/4 · 200 + 1/4 · 400
    assertEquals(ms(450), rtt.srtt()); // 7/8 · 400 + 1/8 · 800
    assertEquals(ms(1450), rtt.rto());
  }

  @Test
  void fastPath_isBoundedByTheMinimum() {
    rtt.sample(MS);
    assertEquals(ms(200), rtt.rto());
  }

  @Test
  void steadyPath_keepsAMillisecondOfDistance() {
    for (int i = 0; i < 200; i++) {
      rtt.sample(500 * MS);
    }
    assertEquals(ms(501), rtt.rto());
  }

  @Test
  void backOff_doublesUpToAMinuteAndEndsWithASample() {
    for (int i = 0; i < 10; i++) {
      rtt.backOff();
    }
    assertEquals(ms(60_000), rtt.rto());
    rtt.sample(100 * MS);
    assertEquals(ms(300), rtt.rto());
  }

  @Test
  void lostSyn_startsTextWithThreeSeconds() {
    rtt.backOff();
    rtt.afterLostSyn();
    assertEquals(ms(3000), rtt.rto());
  }
}
