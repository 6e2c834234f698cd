package netarium.engine.tcp;

import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption;
import org.jspecify.annotations.Nullable;

/// Tail loss probes (RFC 8985 §7): when nothing comes back for two round trips, a segment more, or
/// the last one again, makes the other side say what it has; so the loss of the end of a burst is
/// found before the retransmission timer expires.
final class TailLossProbe {
  /// The longest that the other side is thought to hold back an acknowledgement: WCDelAckT.
  private static final long LONGEST_DELAYED_ACK_NANOS = 200_000_000;

  private final TcpConnection connection;
  private final RackRecovery recovery;
  private final Timer timer;

  /// TLP.end_seq while a probe is unanswered.
  private @Nullable SeqNum end;

  private boolean isAgain;
  private boolean cameTwice;

  TailLossProbe(TcpConnection connection, RackRecovery recovery) {
    this.connection = connection;
    this.recovery = recovery;
    this.timer = connection.timeouts().timer(this::expired);
  }

  /// TLP_calc_PTO (§7.2). The retransmission timer goes on; where both are due at once, the probe
  /// comes first.
  void schedule() {
    timer.cancel();
    if (end != null
        || !recovery.isCalm()
        || !(connection.state() instanceof TcpState.Synchronized)) {
      return;
    }
    long srtt = connection.rtt().srtt().nanos();
    boolean isSingle = recovery.segments().all().size() == 1;
    long delay =
        srtt == 0
            ? connection.config().rtoInitial().nanos()
            : 2 * srtt + (isSingle ? LONGEST_DELAYED_ACK_NANOS : 0);
    connection.timeouts().armProbe(timer, SimDuration.ofNanos(delay));
  }

  void forget() {
    timer.cancel();
    end = null;
  }

  private void expired() {
    connection.timeouts().expired("tail-loss-probe");
    Sender snd = connection.snd();
    boolean sentNew = connection.output().sendOneMore();
    if (!sentNew) {
      recovery.resend(recovery.segments().lastMissing(), "tail-loss-probe");
    }
    isAgain = !sentNew;
    cameTwice = false;
    end = snd.max();
    connection.timeouts().restartRetransmission();
    connection.finishEvent("tail-loss-probe");
  }

  /// A repetition that the other side tells of (RFC 2883): the probe was not needed.
  void heard(TcpOption.SelectiveAck sack, SeqNum ack) {
    if (end != null && !sack.blocks().isEmpty()) {
      TcpOption.SelectiveAck.Block first = sack.blocks().getFirst();
      cameTwice |= first.right().isAtOrBefore(ack) && first.right().equals(end);
    }
  }

  /// TLP_process_ack (§7.4.2).
  void acknowledged() {
    SeqNum probed = end;
    SeqNum una = connection.snd().una();
    if (probed == null || una.isBefore(probed)) {
      return;
    }
    boolean isBeyond = una.isAfter(probed);
    if (!isAgain || cameTwice) {
      end = null;
    } else if (isBeyond) {
      end = null;
      recovery.lossWasRepaired();
    }
  }
}
