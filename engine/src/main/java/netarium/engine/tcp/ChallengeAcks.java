package netarium.engine.tcp;

import netarium.engine.sim.SimTime;

/// Rations the acknowledgements that answer doubtful segments (RFC 5961 §7): ten in five seconds,
/// so that two ends which doubt each other do not talk for ever.
final class ChallengeAcks {
  private static final int PER_PERIOD = 10;
  private static final long PERIOD_NANOS = 5_000_000_000L;

  private long periodBeganNanos = -PERIOD_NANOS;
  private int sent;

  boolean mayBeSent(SimTime now) {
    if (now.nanos() - periodBeganNanos >= PERIOD_NANOS) {
      periodBeganNanos = now.nanos();
      sent = 0;
    }
    return sent++ < PER_PERIOD;
  }
}
