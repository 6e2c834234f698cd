package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 9438, with figures computed by hand.
class CubicTest {
  private long nowNanos;
  private long srttNanos = 100_000_000;
  private final Cubic cubic = new Cubic(() -> nowNanos, () -> srttNanos);

  /// A loss at 100 segments of 1000 octets, all of them in flight: W_max = 100,000, the window is
  /// 70,000, K = ∛(30 / 0.4) s = 4.217 s.
  private void loseAtHundredSegments() {
    cubic.start(1000, 100_000);
    cubic.enterRecovery(100_000);
    cubic.leaveRecovery(100_000);
    assertEquals(70_000, cubic.cwnd());
    assertEquals(70_000, cubic.ssthresh());
    cubic.acknowledged(0, 70_000);
  }

  @ParameterizedTest(name = "after {0} ms: {1}")
  @CsvSource({
    "0, 70004", // 100,000 − 400·4.217³
    "1000, 86683", // 100,000 − 400·3.217³
    "2000, 95642", // 100,000 − 400·2.217³
    "3000, 99280", // 100,000 − 400·1.217³
    "4000, 99996", // 100,000 − 400·0.217³
    "4217, 100000",
    "5000, 100192", // 100,000 + 400·0.783³
    "6000, 102267", // 100,000 + 400·1.783³
    "8000, 121655", // 100,000 + 400·3.783³
    "60000, 69532945" // 100,000 + 400·55.783³
  })
  void windowAfterALoss_isTheCubicFunction(long millis, long octets) {
    loseAtHundredSegments();
    assertEquals(4217, cubic.kMillis());
    assertEquals(octets, cubic.windowAt(millis));
  }

  @Test
  void acknowledgements_liftTheWindowAlongTheCurve() {
    loseAtHundredSegments();
    for (int trip = 1; trip <= 42; trip++) {
      nowNanos += 100_000_000;
      int window = cubic.cwnd();
      for (int octets = 0; octets + 2000 <= window; octets += 2000) {
        cubic.acknowledged(2000, cubic.cwnd());
      }
    }
    assertEquals(100_000, cubic.cwnd(), 500);
    for (int trip = 1; trip <= 38; trip++) {
      nowNanos += 100_000_000;
      int window = cubic.cwnd();
      for (int octets = 0; octets + 2000 <= window; octets += 2000) {
        cubic.acknowledged(2000, cubic.cwnd());
      }
    }
    assertEquals(121_655, cubic.cwnd(), 3000);
  }

  @Test
  void shortRoundTrips_growAsRenoWould() { // RFC 9438 §4.3: α = 9/17 of a segment a round trip
    cubic.start(1000, 10_000);
    srttNanos = 1_000_000;
    cubic.enterRecovery(10_000);
    assertEquals(7000, cubic.cwnd());
    for (int trip = 0; trip < 17; trip++) {
      nowNanos += 1_000_000;
      cubic.acknowledged(cubic.cwnd(), cubic.cwnd());
    }
    // 17 trips of 9/17 segments are nine, but above 10,000 octets α is 1.
    assertTrue(cubic.cwnd() > 15_000 && cubic.cwnd() < 23_000, "" + cubic.cwnd());
  }

  @Test
  void secondLossBelowTheFirst_makesRoom() { // RFC 9438 §4.7
    loseAtHundredSegments();
    cubic.enterRecovery(70_000);
    cubic.acknowledged(0, 49_000);
    assertEquals(49_000, cubic.cwnd());
    // W_max = 0.85 · 70,000 = 59,500; K = ∛(10.5 / 0.4) s
    assertEquals(59_500, cubic.windowAt(cubic.kMillis()));
    assertEquals(2971, cubic.kMillis());
  }

  @Test
  void timeOut_beginsWithOneSegmentAndNoPlateau() { // RFC 9438 §4.8
    cubic.start(1000, 100_000);
    cubic.timedOut(100_000, false);
    assertEquals(1000, cubic.cwnd());
    assertEquals(70_000, cubic.ssthresh());
    cubic.timedOut(1000, true);
    assertEquals(70_000, cubic.ssthresh());
    for (int i = 0; i < 69; i++) {
      cubic.acknowledged(1000, cubic.cwnd());
    }
    assertEquals(70_000, cubic.cwnd());
    cubic.acknowledged(0, 70_000);
    assertEquals(0, cubic.kMillis());
    assertEquals(70_000 + 400, cubic.windowAt(1000));
  }

  @Test
  void timeInWhichTheWindowIsNotUsed_doesNotCount() { // RFC 9438 §5.8
    loseAtHundredSegments();
    nowNanos += 1_000_000;
    cubic.acknowledged(1000, 10_000);
    nowNanos += 60_000_000_000L;
    int before = cubic.cwnd();
    cubic.acknowledged(1000, cubic.cwnd());
    assertTrue(cubic.cwnd() - before < 200, "" + cubic.cwnd());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "7, 1", "8, 2", "26, 2", "27, 3", "75000000000, 4217"})
  void cubeRoot_isTheFloor(long value, long root) {
    assertEquals(root, Cubic.cubeRoot(value));
  }

  @Test
  void largestCube_doesNotOverflow() {
    assertEquals(1_390_000, Cubic.cubeRoot(1_390_000L * 1_390_000 * 1_390_000));
  }

  @ParameterizedTest(name = "sack {0}")
  @CsvSource({"true", "false"})
  void lossyPath_deliversAll(boolean sack) {
    TcpOptionsConfig config =
        TcpOptionsConfig.DEFAULT
            .withSack(sack)
            .withSendBuffer(1 << 20)
            .withCongestion(TcpOptionsConfig.Congestion.CUBIC);
    LossyPipe pipe = new LossyPipe(3, config, config, 1500);
    pipe.loss = 0.02;
    int[] read = {0};
    pipe.server.onChange(() -> read[0] += pipe.server.receive(Integer.MAX_VALUE).length());
    pipe.client.openActively();
    pipe.client.send(Octets.wrap(new byte[1_000_000]), false);
    pipe.client.closeWrite();
    pipe.run(SimTime.ZERO.plus(SimDuration.ofSeconds(3600)));
    assertEquals(1_000_000, read[0]);
    assertTrue(pipe.server.isAtEnd());
  }
}
