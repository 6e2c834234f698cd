package netarium.engine.tcp;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.sim.Event;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.trace.SimEvent.TimerExpired;
import org.jspecify.annotations.Nullable;

/// The timers of a connection and what their expiry means (RFC 9293 §3.10.8, RFC 6298 §5).
///
/// Retransmission, persist and delayed ACK keep a run alive; TIME-WAIT, the patience with an
/// orphan's other side and keep-alive ([IdleProbes]) do not.
final class Timeouts {
  /// R1 (RFC 9293 §3.8.3): so many retransmissions of a segment make the path doubtful.
  static final int DOUBTFUL_ATTEMPTS = 3;

  /// R2 for text unless the user sets it: at least 100 seconds, and [#TEXT_ATTEMPTS] of the same
  /// segment, since a time-out that earlier losses have stretched leaves few attempts to a span of
  /// time.
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
  private final List<Expiry> expiries = new ArrayList<>(4);
  private final Timer retransmission;
  private final Timer persist;
  private final Timer delayedAck;
  private final Timer linger;
  private long stalledSinceNanos;
  private SimDuration userTimeout;
  private int attempts;
  private int probes;

  Timeouts(TcpConnection connection) {
    this.connection = connection;
    this.userTimeout = connection.config().userTimeout();
    retransmission = timer(this::retransmissionExpired);
    persist = timer(this::persistExpired);
    delayedAck = timer(this::delayedAckExpired);
    linger = housekeeping(this::lingerExpired);
  }

  /// R2 for text; zero stands for the usual limits.
  void userTimeout(SimDuration limit) {
    userTimeout = limit;
  }

  /// A timer that keeps the run alive; it is let go with the others.
  final Timer timer(Event action) {
    Expiry expiry = new Expiry(action);
    expiries.add(expiry);
    return connection.environment().timer(expiry);
  }

  /// A timer that does not.
  final Timer housekeeping(Event action) {
    Expiry expiry = new Expiry(action);
    expiries.add(expiry);
    return connection.environment().housekeepingTimer(expiry);
  }

  /// A probe's timer, no later than the retransmission timer, which is due after it.
  void armProbe(Timer probe, SimDuration delay) {
    if (!retransmission.isArmed()) {
      return;
    }
    SimDuration left = retransmission.deadline().since(connection.now());
    probe.armAfter(delay.min(left));
    if (left.compareTo(delay) <= 0) {
      retransmission.armAfter(left);
    }
  }

  void restartRetransmission() {
    retransmission.armAfter(untilGivenUp(connection.rtt().rto()));
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
      retransmission.armAfter(untilGivenUp(connection.rtt().rto()));
    }
  }

  /// Something new was acknowledged (RFC 6298 §5.2, §5.3).
  void progress(boolean restarts) {
    heard();
    if (connection.snd().flight() == 0) {
      retransmission.cancel();
    } else if (restarts) {
      retransmission.armAfter(untilGivenUp(connection.rtt().rto()));
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
    return interval.min(connection.config().rtoMax());
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
    long limit = connection.config().connectTimeout().nanos();
    if (connection.now().nanos() - openedAtNanos >= limit) {
      connection.fail(connection.pathErrors().errorAfterTimeout());
      return;
    }
    connection.noteLostSyn();
    connection.rtt().backOff();
    connection.output().sendSyn("syn-time-out");
  }

  private void textExpired() {
    if (isGivenUp()) {
      connection.fail(connection.pathErrors().errorAfterTimeout());
      return;
    }
    attempt();
    connection.rtt().backOff();
    connection.recovery().timedOut();
    retransmission.armAfter(untilGivenUp(connection.rtt().rto()));
  }

  private void attempt() {
    attempts++;
    if (attempts == DOUBTFUL_ATTEMPTS) {
      connection.environment().doubtPath(connection.tuple());
    }
  }

  /// No longer than the user has patience.
  private SimDuration untilGivenUp(SimDuration delay) {
    if (userTimeout.nanos() == 0) {
      return delay;
    }
    long left = stalledSinceNanos + userTimeout.nanos() - connection.now().nanos();
    return delay.min(SimDuration.ofNanos(Math.max(1, left)));
  }

  private boolean isGivenUp() {
    long stalled = connection.now().nanos() - stalledSinceNanos;
    if (userTimeout.nanos() > 0) {
      return stalled >= userTimeout.nanos();
    }
    return stalled >= TEXT_LIMIT.nanos() && attempts >= TEXT_ATTEMPTS;
  }

  private void persistExpired() {
    expired("persist");
    boolean isAnswered = attempts == 0; // or nobody was asked yet
    if (!isAnswered && isGivenUp()) {
      connection.fail(connection.pathErrors().errorAfterTimeout());
    } else {
      attempt();
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

  void expired(String timer) {
    TcpEnvironment environment = connection.environment();
    environment.recordAsCause(
        new TimerExpired(environment.stamp(), timer, connection.tuple().toString()));
  }
}
