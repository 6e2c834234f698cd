package netarium.engine.tcp;

import netarium.engine.sim.Event;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.trace.SimEvent.TimerExpired;
import org.jspecify.annotations.Nullable;

/// The timers of a connection and what their expiry means (RFC 9293 §3.10.8, RFC 6298 §5).
///
/// Retransmission, persist and delayed ACK keep a run alive; TIME-WAIT and the patience with an
/// orphan's other side do not. There is no user time-out and no keep-alive.
final class Timeouts {
  /// R2 for a SYN: at least three minutes (RFC 9293 §3.8.3).
  static final SimDuration CONNECT_LIMIT = SimDuration.ofSeconds(180);

  /// R2 for text: at least 100 seconds, and [#TEXT_ATTEMPTS] of the same segment, since a time-out
  /// that earlier losses have stretched leaves few attempts to a span of time.
  static final SimDuration TEXT_LIMIT = SimDuration.ofSeconds(100);

  static final int TEXT_ATTEMPTS = 10;

  /// How long FIN-WAIT-2 waits for a FIN that nobody here waits for any more.
  static final SimDuration ORPHAN_LIMIT = SimDuration.ofSeconds(60);

  /// What a timer does when it expires, until it is let go. A cancelled timer's entry stays in the
  /// queue up to its old deadline; it must not hold a connection that is long gone.
  private static final class Expiry implements Event {
    private @Nullable Event action;

    Expiry(Event action) {
      this.action = action;
    }

    @Override
    public void fire() {
      if (action != null) {
        action.fire();
      }
    }
  }

  private final TcpConnection connection;
  private final Expiry[] expiries = new Expiry[4];
  private final Timer retransmission;
  private final Timer persist;
  private final Timer delayedAck;
  private final Timer linger;
  private long stalledSinceNanos;
  private int attempts;
  private int probes;

  Timeouts(TcpConnection connection) {
    this.connection = connection;
    TcpEnvironment environment = connection.environment();
    expiries[0] = new Expiry(this::retransmissionExpired);
    expiries[1] = new Expiry(this::persistExpired);
    expiries[2] = new Expiry(this::delayedAckExpired);
    expiries[3] = new Expiry(this::lingerExpired);
    retransmission = environment.timer(expiries[0]);
    persist = environment.timer(expiries[1]);
    delayedAck = environment.timer(expiries[2]);
    linger = environment.housekeepingTimer(expiries[3]);
  }

  Timer delayedAck() {
    return delayedAck;
  }

  boolean isRetransmissionArmed() {
    return retransmission.isArmed();
  }

  boolean isPersistArmed() {
    return persist.isArmed();
  }

  /// Something that must be acknowledged has left (RFC 6298 §5.1).
  void textSent() {
    if (!retransmission.isArmed()) {
      heard();
      retransmission.armAfter(connection.rtt().rto());
    }
  }

  /// Something new was acknowledged (RFC 6298 §5.2, §5.3).
  void progress(boolean restarts) {
    heard();
    if (connection.snd().flight() == 0) {
      retransmission.cancel();
    } else if (restarts) {
      retransmission.armAfter(connection.rtt().rto());
    }
  }

  /// The other side lives, though its window is closed: no limit counts.
  void heardClosedWindow() {
    heard();
  }

  private void heard() {
    stalledSinceNanos = connection.now().nanos();
    attempts = 0;
  }

  /// Text waits for nothing but a window.
  void persistIf(boolean isBlocked) {
    if (!isBlocked) {
      probes = 0;
      if (persist.isArmed()) {
        persist.cancel();
      }
    } else if (!persist.isArmed()) {
      if (probes == 0) {
        heard();
      }
      persist.armAfter(persistInterval());
    }
  }

  /// TIME-WAIT: two maximum segment lifetimes, from the last FIN on.
  void armTimeWait() {
    linger.armAfter(connection.config().msl().times(2));
  }

  void armOrphan() {
    linger.armAfter(ORPHAN_LIMIT);
  }

  void cancelAll() {
    retransmission.cancel();
    persist.cancel();
    delayedAck.cancel();
    linger.cancel();
  }

  /// The connection is gone: no timer will ever be armed again.
  void letGo() {
    cancelAll();
    for (Expiry expiry : expiries) {
      expiry.action = null;
    }
  }

  private SimDuration persistInterval() {
    SimDuration interval = connection.rtt().rto().times(1L << Math.min(probes, 10));
    return interval.min(RttEstimator.MAX_RTO);
  }

  private void retransmissionExpired() {
    expired("retransmission");
    switch (connection.state()) {
      case TcpState.SynSent synSent -> synExpired(synSent.openedAt().nanos());
      case TcpState.SynReceived received -> synExpired(received.openedAt().nanos());
      case TcpState.Closed _ -> {}
      case TcpState.Listen _ -> {}
      case TcpState.Synchronized _ -> textExpired();
    }
    connection.finishEvent("time-out");
  }

  private void synExpired(long openedAtNanos) {
    if (connection.now().nanos() - openedAtNanos >= CONNECT_LIMIT.nanos()) {
      connection.fail(connection.pathErrors().errorAfterTimeout());
      return;
    }
    connection.noteLostSyn();
    connection.rtt().backOff();
    connection.output().sendSyn();
  }

  private void textExpired() {
    if (isGivenUp()) {
      connection.fail(connection.pathErrors().errorAfterTimeout());
      return;
    }
    attempts++;
    connection.recovery().timedOut();
    connection.rtt().backOff();
    connection.snd().goBack();
    connection.output().retransmitFirst();
    retransmission.armAfter(connection.rtt().rto());
  }

  private boolean isGivenUp() {
    long stalled = connection.now().nanos() - stalledSinceNanos;
    return stalled >= TEXT_LIMIT.nanos() && attempts >= TEXT_ATTEMPTS;
  }

  private void persistExpired() {
    expired("persist");
    if (isGivenUp()) {
      connection.fail(connection.pathErrors().errorAfterTimeout());
    } else {
      attempts++;
      probes++;
      connection.output().probe();
      persist.armAfter(persistInterval());
    }
    connection.finishEvent("persist");
  }

  private void delayedAckExpired() {
    expired("delayed-ack");
    connection.output().sendAck();
  }

  private void lingerExpired() {
    boolean isTimeWait = connection.state() instanceof TcpState.TimeWait;
    expired(isTimeWait ? "time-wait" : "fin-wait-2");
    connection.become(new TcpState.Closed());
    connection.finishEvent("time-out");
  }

  private void expired(String timer) {
    TcpEnvironment environment = connection.environment();
    environment.recordAsCause(
        new TimerExpired(environment.stamp(), timer, connection.tuple().toString()));
  }
}
