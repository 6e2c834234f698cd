package netarium.engine.tcp;

import netarium.engine.sim.SimDuration;

/// The round-trip time and the retransmission time-out (RFC 6298), in whole nanoseconds.
final class RttEstimator {
  static final SimDuration RTO_AFTER_LOST_SYN = SimDuration.ofSeconds(3);

  /// G of RFC 6298: the time-out never hugs the smoothed time closer than this.
  private static final long GRANULARITY_NANOS = 1_000_000;

  private final SimDuration minRto;
  private final SimDuration maxRto;
  private boolean hasSample;
  private boolean isBackedOff;
  private long srttNanos;
  private long rttvarNanos;
  private SimDuration rto;

  RttEstimator(TcpOptionsConfig config) {
    this.minRto = config.rtoMin();
    this.maxRto = config.rtoMax();
    this.rto = config.rtoInitial().max(minRto);
  }

  /// A measured round trip of a segment that was sent once (RFC 6298 §2.2, §2.3).
  void sample(long rttNanos) {
    if (hasSample) {
      rttvarNanos += (Math.abs(srttNanos - rttNanos) - rttvarNanos) / 4;
      srttNanos += (rttNanos - srttNanos) / 8;
    } else {
      hasSample = true;
      srttNanos = rttNanos;
      rttvarNanos = rttNanos / 2;
    }
    isBackedOff = false;
    setRto(srttNanos + Math.max(GRANULARITY_NANOS, 4 * rttvarNanos));
  }

  /// The timer expired: twice the time-out, until a new sample (RFC 6298 §5.5).
  void backOff() {
    isBackedOff = true;
    setRto(rto.nanos() * 2);
  }

  /// The timer expired for the SYN: text starts with three seconds (RFC 6298 §5.7).
  void afterLostSyn() {
    if (!hasSample) {
      isBackedOff = false;
      rto = RTO_AFTER_LOST_SYN.max(minRto).min(maxRto);
    }
  }

  boolean isBackedOff() {
    return isBackedOff;
  }

  SimDuration rto() {
    return rto;
  }

  /// Zero before the first sample.
  SimDuration srtt() {
    return SimDuration.ofNanos(srttNanos);
  }

  SimDuration rttvar() {
    return SimDuration.ofNanos(rttvarNanos);
  }

  /// Rounded up to the granularity, so that jitter of nanoseconds is not a change worth telling.
  private void setRto(long nanos) {
    long rounded = (nanos + GRANULARITY_NANOS - 1) / GRANULARITY_NANOS * GRANULARITY_NANOS;
    long bounded = Math.max(minRto.nanos(), Math.min(rounded, maxRto.nanos()));
    if (bounded != rto.nanos()) {
      rto = SimDuration.ofNanos(bounded);
    }
  }
}
