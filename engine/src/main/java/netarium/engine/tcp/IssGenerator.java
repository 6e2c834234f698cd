package netarium.engine.tcp;

import java.util.random.RandomGenerator;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.Digest;
import netarium.engine.wire.SeqNum;

/// First sequence numbers by RFC 6528: a clock that ticks every 4 µs, so that a four-tuple's next
/// connection begins beyond its last one, plus a secret function of the four-tuple, so that one
/// connection's number does not give away another's.
final class IssGenerator {
  private static final long TICK_NANOS = 4_000;

  private final long secret;

  IssGenerator(RandomGenerator random) {
    secret = random.nextLong();
  }

  SeqNum choose(FourTuple tuple, SimTime now) {
    long addresses =
        (long) tuple.localAddress().bits() << 32 | (tuple.remoteAddress().bits() & 0xffffffffL);
    long ports = (long) tuple.localPort() << 16 | tuple.remotePort();
    long hash = Digest.finish(Digest.mix(Digest.mix(Digest.start(secret), addresses), ports));
    return new SeqNum((int) (now.nanos() / TICK_NANOS) + (int) hash);
  }
}
