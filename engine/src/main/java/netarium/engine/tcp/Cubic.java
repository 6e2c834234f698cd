package netarium.engine.tcp;

import java.util.function.LongSupplier;

/// CUBIC (RFC 9438): after a loss the window grows as a cubic function of the time since, flat
/// around the size at which the loss happened. Integers only, so that every machine grows alike.
///
/// Octets stand for the RFC's segments, milliseconds for its seconds: `W(t) = C·(t − K)³ + W_max`
/// with C = 0.4 segments a cubic second is `mss·(t − K)³ / 2.5·10⁹` octets.
public final class Cubic extends CongestionControl {
  private static final int MAX_CWND = 1 << 30;

  /// 10⁹ cubic milliseconds a cubic second, over C = 0.4.
  private static final long CUBE_PER_SEGMENT = 2_500_000_000L;

  /// Up to here `mss·t³` fits 63 bits whatever the MSS.
  private static final long EXACT_MILLIS = 40_000;

  /// Far beyond what the largest window needs.
  private static final long MAX_MILLIS = 200_000;

  /// α = 3·(1 − β)/(1 + β) with β = 0.7 is 9/17 (RFC 9438 §4.3).
  private static final int ALPHA_NUMERATOR = 9;

  private static final int ALPHA_DENOMINATOR = 17;

  private final LongSupplier nowNanos;
  private final LongSupplier srttNanos;

  /// W_max; 0 where the next epoch has none: K is 0 then.
  private int wMax;

  /// The window just before the last reduction: cwnd_prior.
  private int cwndPrior;

  private boolean inEpoch;
  private long epochMillis;
  private long kMillis;

  /// What Reno would have grown to: W_est, and the fraction of an octet beyond it.
  private long wEst;

  private long wEstRemainder;
  private long growthRemainder;

  /// Since when the window has not been used up, or -1: that time does not count (RFC 9438 §5.8).
  private long unusedSinceMillis = -1;

  public Cubic(LongSupplier nowNanos, LongSupplier srttNanos) {
    this.nowNanos = nowNanos;
    this.srttNanos = srttNanos;
  }

  @Override
  public void mss(int newMss) {
    super.mss(newMss);
    inEpoch = false;
  }

  @Override
  void avoidCongestion(int octets, boolean isFull) {
    long now = nowNanos.getAsLong() / 1_000_000;
    if (!isFull) {
      unusedSinceMillis = unusedSinceMillis < 0 ? now : unusedSinceMillis;
      return;
    }
    if (unusedSinceMillis >= 0) {
      epochMillis += now - unusedSinceMillis;
      unusedSinceMillis = -1;
    }
    if (!inEpoch) {
      beginEpoch(now);
    }
    grow(octets, now - epochMillis);
  }

  /// RFC 9438 §4.2: t, K and W_est begin anew with each stage of congestion avoidance.
  private void beginEpoch(long now) {
    inEpoch = true;
    epochMillis = now;
    wEst = cwnd();
    wEstRemainder = 0;
    growthRemainder = 0;
    if (wMax <= cwnd()) {
      wMax = cwnd();
      kMillis = 0;
    } else {
      kMillis = cubeRoot((long) (wMax - cwnd()) * CUBE_PER_SEGMENT / mss());
    }
  }

  /// RFC 9438 §4.3 to §4.5.
  private void grow(int octets, long millis) {
    growEstimate(octets);
    if (windowAt(millis) < wEst) {
      grow((int) Math.max(0, Math.min(MAX_CWND, wEst) - cwnd()));
      return;
    }
    long wanted = windowAt(millis + srttNanos.getAsLong() / 1_000_000);
    long target = Math.max(cwnd(), Math.min(wanted, cwnd() + (long) cwnd() / 2));
    long growth = (target - cwnd()) * octets + growthRemainder;
    growthRemainder = growth % cwnd();
    grow((int) Math.min(MAX_CWND - cwnd(), growth / cwnd()));
  }

  private void growEstimate(int octets) {
    int numerator = wEst >= cwndPrior ? ALPHA_DENOMINATOR : ALPHA_NUMERATOR;
    long growth = (long) numerator * octets * mss() + wEstRemainder;
    long unit = (long) ALPHA_DENOMINATOR * cwnd();
    wEst += growth / unit;
    wEstRemainder = growth % unit;
  }

  /// W_cubic (RFC 9438 §4.2, figure 1) after so long in this epoch, in octets.
  long windowAt(long millis) {
    long away = Math.max(-MAX_MILLIS, Math.min(MAX_MILLIS, millis - kMillis));
    long cube = away * away * away;
    long beyond =
        Math.abs(away) <= EXACT_MILLIS
            ? cube * mss() / CUBE_PER_SEGMENT
            : cube / 1000 * mss() / (CUBE_PER_SEGMENT / 1000);
    return Math.max(0, wMax + beyond);
  }

  long kMillis() {
    return kMillis;
  }

  /// The largest integer whose cube is at most `value`, which is not negative.
  static long cubeRoot(long value) {
    long root = 0;
    for (int bit = 20; bit >= 0; bit--) {
      long candidate = root | 1L << bit;
      if (candidate * candidate * candidate <= value) {
        root = candidate;
      }
    }
    return root;
  }

  @Override
  int reduced(int flight) {
    // Fast convergence (RFC 9438 §4.7): a flow that lost below its last size makes room.
    wMax = cwnd() < wMax ? (int) (cwnd() * 17L / 20) : cwnd();
    cwndPrior = cwnd();
    inEpoch = false;
    unusedSinceMillis = -1;
    return (int) (flight * 7L / 10);
  }

  /// RFC 9438 §4.8: the next epoch begins with K = 0 at whatever the window is then.
  @Override
  public void timedOut(int flight, boolean isRepeated) {
    super.timedOut(flight, isRepeated);
    wMax = 0;
    inEpoch = false;
  }

  @Override
  public void restartAfterIdle() {
    super.restartAfterIdle();
    inEpoch = false;
  }
}
