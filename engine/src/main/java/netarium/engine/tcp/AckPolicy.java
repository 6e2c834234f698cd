package netarium.engine.tcp;

import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;

/// When to acknowledge (RFC 9293 §3.8.6.3, RFC 5681 §4.2): every second full segment at once, a
/// single one after a while, unless something goes back meanwhile and takes the news along.
final class AckPolicy {
  private final SimDuration delay;
  private final boolean countsSegments;
  private final Timer timer;
  private boolean isDue;
  private int unacknowledgedOctets;

  /// The largest segment seen: what the other side calls full-sized.
  private int fullOctets;

  AckPolicy(TcpOptionsConfig config, Timer timer) {
    this.delay = config.delayedAck();
    this.countsSegments = config.dialect().acksEverySecond();
    this.timer = timer;
  }

  /// An acknowledgement should leave before the current event is over.
  boolean isDue() {
    return isDue;
  }

  void now() {
    isDue = true;
  }

  void textArrived(int octets) {
    unacknowledgedOctets += octets;
    fullOctets = Math.max(fullOctets, octets);
    boolean isSecond = countsSegments ? timer.isArmed() : unacknowledgedOctets >= 2 * fullOctets;
    if (delay.nanos() == 0 || isSecond) {
      isDue = true;
    } else if (!timer.isArmed()) {
      timer.armAfter(delay);
    }
  }

  /// A segment with ACK has left.
  void sent() {
    isDue = false;
    unacknowledgedOctets = 0;
    if (timer.isArmed()) {
      timer.cancel();
    }
  }
}
