package netarium.engine.tcp;

import netarium.engine.sim.SimTime;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// SEGMENT ARRIVES, RFC 9293 §3.10.7: one method per clause, in the RFC's order.
final class SegmentArrives {
  private final TcpConnection connection;
  private final Sender snd;
  private final Receiver rcv;

  /// The SYN of a simultaneous open, whose text and FIN are for later.
  private @Nullable TcpSegment early;

  SegmentArrives(TcpConnection connection) {
    this.connection = connection;
    this.snd = connection.snd();
    this.rcv = connection.rcv();
  }

  /// `mark` is the ECN field of the IP header.
  void arrive(TcpSegment seg, int mark) {
    connection.idleProbes().heard();
    switch (connection.state()) {
      case TcpState.Closed _ -> {} // §3.10.7.1 is the layer's: see ClosedPort
      case TcpState.Listen _ -> inListen(seg); // §3.10.7.2
      case TcpState.SynSent synSent -> inSynSent(synSent, seg); // §3.10.7.3
      case TcpState.SynReceived _ -> inOtherStates(seg, mark); // §3.10.7.4
      case TcpState.Synchronized _ -> inOtherStates(seg, mark);
    }
    connection.finishEvent("ack");
  }

  /// §3.10.7.2, third check. The listener has seen to the first two: no RST, no ACK.
  private void inListen(TcpSegment syn) {
    rcv.start(syn.seq());
    connection.hear(syn);
    connection.chooseIss();
    connection.become(new TcpState.SynReceived(connection.now(), true, false));
    connection.output().sendSyn();
  }

  /// §3.10.7.3.
  private void inSynSent(TcpState.SynSent synSent, TcpSegment seg) {
    TcpFlags flags = seg.flags();
    boolean isAcceptable = false;
    if (flags.ack()) {
      if (seg.ack().isAtOrBefore(snd.iss()) || seg.ack().isAfter(snd.max())) {
        if (!flags.rst()) {
          connection.output().sendResetAt(seg.ack());
        }
        return;
      }
      isAcceptable = true;
    }
    if (flags.rst()) {
      if (isAcceptable) {
        connection.fail(TcpError.REFUSED);
      }
      return;
    }
    if (flags.syn()) {
      synInSynSent(synSent, seg, isAcceptable);
    }
  }

  /// §3.10.7.3, fourth check: with an ACK the connection stands, without one both sides have opened
  /// it at once.
  private void synInSynSent(TcpState.SynSent synSent, TcpSegment seg, boolean isAcknowledged) {
    rcv.start(seg.seq());
    connection.hear(seg);
    if (!isAcknowledged) {
      connection.become(
          new TcpState.SynReceived(synSent.openedAt(), false, synSent.closeRequested()));
      early = seg;
      connection.output().sendSyn();
      return;
    }
    // The window of a segment with SYN is never scaled (RFC 7323 §2.2).
    snd.firstWindow(seg.window(), seg.seq(), seg.ack());
    acknowledged(seg, SegmentTimestamps.in(seg));
    connection.establish(synSent.closeRequested());
    if (seg.payload().length() > 0 || seg.flags().fin()) {
      text(seg, seg.seq().plus(1));
      fin(seg, seg.seq().plus(1));
    }
    connection.output().sendAck();
  }

  /// §3.10.7.4: all states that know both first sequence numbers.
  private void inOtherStates(TcpSegment seg, int mark) {
    TcpOption.@Nullable Timestamps timestamps =
        connection.timestamps().isOn() ? SegmentTimestamps.in(seg) : null;
    if (!isAcceptable(seg, timestamps)) {
      return;
    }
    TcpFlags flags = seg.flags();
    if (flags.rst()) {
      reset(seg);
    } else if (flags.syn()) {
      synInWindow();
    } else if (flags.ack() && acknowledgement(seg, timestamps)) {
      connection.ecn().arrived(flags, mark);
      urgent(seg);
      text(seg, seg.seq());
      fin(seg, seg.seq());
    }
  }

  /// First: the sequence number, and before it the timestamp (RFC 7323 §5.3).
  private boolean isAcceptable(TcpSegment seg, TcpOption.@Nullable Timestamps timestamps) {
    boolean isReset = seg.flags().rst();
    SimTime now = connection.now();
    if (connection.timestamps().isOn() && !isReset) {
      if (timestamps == null) {
        return false; // RFC 7323 §3.2: silently, only a reset may come without
      }
      if (connection.timestamps().isOutdated(timestamps, now)) {
        answerUnacceptable(seg);
        return false;
      }
    }
    boolean isAfterTheEnd =
        connection.state() instanceof TcpState.TimeWait && !isReset && !isAsExpectedInTimeWait(seg);
    boolean isInWindow = rcv.accepts(seg.seq(), seg.sequenceLength()) || isOnlyTextTooMuch(seg);
    if (!isInWindow || isAfterTheEnd) {
      if (!isReset) {
        unacceptable(seg);
      }
      return false;
    }
    return true;
  }

  /// Nothing can lie beyond the FIN that has come, and only our last ACK may be repeated.
  private boolean isAsExpectedInTimeWait(TcpSegment seg) {
    return seg.seq().equals(rcv.nxt()) && seg.sequenceLength() == 0;
  }

  /// "Special allowance should be made to accept valid ACKs, URGs, and RSTs" when the window is
  /// zero.
  private boolean isOnlyTextTooMuch(TcpSegment seg) {
    if (rcv.windowOctets() > 0 || !seg.seq().equals(rcv.nxt()) || seg.flags().syn()) {
      return false;
    }
    connection.acks().now();
    return true;
  }

  private void unacceptable(TcpSegment seg) {
    boolean isSynAgain = seg.flags().syn() && seg.seq().equals(rcv.irs());
    if (connection.state() instanceof TcpState.SynReceived received && isSynAgain) {
      synAgain(received, seg);
      return;
    }
    if (connection.state() instanceof TcpState.TimeWait && seg.flags().fin()) {
      connection.timeouts().armTimeWait(); // our last ACK was lost
    }
    answerUnacceptable(seg);
  }

  /// With an ACK; but bare ACKs that answer bare ACKs are rationed, or two ends which both find the
  /// other's numbers wrong would never stop.
  private void answerUnacceptable(TcpSegment seg) {
    if (seg.sequenceLength() > 0) {
      rcv.noteRepeated(seg.seq(), seg.payload().length());
      connection.output().sendAck();
    } else {
      challenge();
    }
  }

  /// The other side's SYN once more: in a simultaneous open (RFC 9293 figure 8) its SYN,ACK
  /// completes the handshake; otherwise our SYN,ACK was lost.
  private void synAgain(TcpState.SynReceived received, TcpSegment seg) {
    SeqNum ack = seg.ack();
    if (seg.flags().ack() && ack.isAfter(snd.una()) && ack.isAtOrBefore(snd.max())) {
      snd.firstWindow(seg.window(), seg.seq(), ack);
      acknowledged(seg, SegmentTimestamps.in(seg));
      connection.establish(received.closeRequested());
      takeEarly();
      connection.output().sendAck();
    } else {
      connection.output().sendSyn();
    }
  }

  /// "Queue them for processing after the ESTABLISHED state has been reached" (§3.10.7.3, fifth).
  private void takeEarly() {
    TcpSegment syn = early;
    early = null;
    if (syn != null && syn.sequenceLength() > 1) {
      text(syn, syn.seq().plus(1));
      fin(syn, syn.seq().plus(1));
    }
  }

  /// Second: RST (with RFC 5961 §3.2: only at exactly RCV.NXT, otherwise a challenge).
  private void reset(TcpSegment seg) {
    if (!seg.seq().equals(rcv.nxt()) && connection.config().challengeAcks()) {
      challenge();
      return;
    }
    switch (connection.state()) {
      case TcpState.SynReceived received ->
          connection.fail(received.isPassive() ? TcpError.RESET : TcpError.REFUSED);
      case TcpState.Closing _ -> connection.become(new TcpState.Closed());
      case TcpState.LastAck _ -> connection.become(new TcpState.Closed());
      case TcpState.TimeWait _ -> connection.become(new TcpState.Closed());
      default -> connection.fail(TcpError.RESET);
    }
  }

  /// Fourth: SYN. Either a challenge (RFC 5961 §4.2), or, as RFC 793 had it, the end.
  private void synInWindow() {
    if (connection.config().challengeAcks()) {
      challenge();
    } else {
      connection.output().sendReset();
      connection.fail(TcpError.RESET);
    }
  }

  /// Answers a doubtful segment with what we believe (RFC 5961): its sender, if it is the other
  /// side, will put us right.
  private void challenge() {
    if (connection.challengeAcks().mayBeSent(connection.now())) {
      connection.output().sendAck();
    }
  }

  /// Fifth: the ACK field. Answers whether the segment is to be processed further.
  private boolean acknowledgement(TcpSegment seg, TcpOption.@Nullable Timestamps timestamps) {
    SeqNum ack = seg.ack();
    if (connection.state() instanceof TcpState.SynReceived received) {
      if (ack.isAtOrBefore(snd.una()) || ack.isAfter(snd.max())) {
        connection.output().sendResetAt(ack);
        return false;
      }
      snd.firstWindow(snd.scaled(seg.window()), seg.seq(), ack);
      timestamp(seg, timestamps);
      acknowledged(seg, timestamps);
      connection.establish(received.closeRequested());
      takeEarly();
      return true;
    }
    if (ack.isAfter(snd.max()) || ack.isBefore(snd.una().minus(snd.maxWnd()))) {
      challenge(); // RFC 5961 §5.2
      return false;
    }
    timestamp(seg, timestamps);
    connection.ecn().acknowledged(seg.flags(), ack);
    boolean isDuplicate = connection.recovery().isDuplicate(seg);
    if (ack.isAfter(snd.una())) {
      acknowledged(seg, timestamps);
    }
    if (isDuplicate) {
      connection.recovery().duplicateAck();
    }
    if (ack.isAtOrAfter(snd.una())) {
      int before = snd.wnd();
      snd.updateWindow(seg.window(), seg.seq(), ack);
      if (snd.wnd() == 0) {
        if (before > 0) {
          connection.because("zero-window");
        }
        connection.timeouts().heardClosedWindow();
      }
    }
    return closingAcknowledged();
  }

  /// RFC 7323 §4.3: only of a segment that passes all checks, the acknowledgement's too.
  private void timestamp(TcpSegment seg, TcpOption.@Nullable Timestamps timestamps) {
    if (timestamps != null) {
      connection.timestamps().arrived(timestamps, seg.seq(), rcv.lastAckSent(), connection.now());
    }
  }

  /// Sixth: the URG bit (RFC 9293 §3.8.5, RFC 6093). The text itself is read in line.
  private void urgent(TcpSegment seg) {
    if (seg.flags().urg()
        && connection.state().mayReceiveText()
        && rcv.urgent(seg.seq(), seg.urgentPointer())) {
      connection.because("urgent");
      connection.noteChange();
    }
  }

  /// SND.UNA < SEG.ACK: takes what is acknowledged off the queue, measures, lets the windows grow.
  private void acknowledged(TcpSegment seg, TcpOption.@Nullable Timestamps timestamps) {
    int outstanding = snd.outstanding();
    int newly = snd.acknowledge(seg.ack());
    SimTime now = connection.now();
    long rttNanos = snd.completedRttNanos(now);
    if (rttNanos >= 0) {
      connection.rtt().sample(rttNanos);
    } else if (timestamps != null && connection.rtt().isBackedOff()) {
      connection.rtt().sample(SegmentTimestamps.rttNanos(timestamps, now));
    }
    boolean restarts =
        !(connection.state() instanceof TcpState.Synchronized)
            || connection.recovery().newAck(newly, outstanding);
    connection.timeouts().progress(restarts);
    connection.noteSpace();
  }

  /// What an acknowledged FIN changes, per state.
  private boolean closingAcknowledged() {
    if (!snd.isFinAcknowledged()) {
      return true;
    }
    switch (connection.state()) {
      case TcpState.FinWait1 ignored -> {
        connection.become(new TcpState.FinWait2());
        if (connection.isOrphan()) {
          connection.timeouts().armOrphan();
        }
      }
      case TcpState.Closing _ -> connection.enterTimeWait();
      case TcpState.LastAck _ -> {
        connection.become(new TcpState.Closed());
        return false;
      }
      default -> {}
    }
    return true;
  }

  /// Seventh: the segment text, which begins at `from`.
  private void text(TcpSegment seg, SeqNum from) {
    int length = seg.payload().length();
    if (length == 0 || !connection.state().mayReceiveText()) {
      return;
    }
    if (connection.isOrphan() && from.plus(length).isAfter(rcv.nxt())) {
      connection.output().sendResetAt(seg.ack()); // RFC 9293 §3.6.1: as though there were nobody
      connection.fail(TcpError.ABORTED);
      return;
    }
    switch (rcv.text(from, seg.payload(), seg.flags().psh())) {
      case IN_ORDER -> {
        connection.acks().textArrived(length);
        if (rcv.hasRepeated() && connection.usesSack()) {
          connection.acks().now();
        }
        connection.noteChange();
      }
      case FILLED_GAP -> {
        connection.acks().now();
        connection.noteChange();
      }
      // At once and by itself, so that it counts as a duplicate there.
      case BEYOND_GAP -> {
        connection.because("out-of-order");
        connection.output().sendAck();
      }
      case NOTHING_NEW -> connection.acks().now();
    }
  }

  /// Eighth: FIN.
  private void fin(TcpSegment seg, SeqNum from) {
    if (seg.flags().fin()) {
      rcv.fin(from.plus(seg.payload().length()));
      connection.acks().now();
    }
    if (!(connection.state() instanceof TcpState.Synchronized) || !rcv.reachFin()) {
      return;
    }
    connection.noteChange();
    switch (connection.state()) {
      case TcpState.Established _ -> connection.become(new TcpState.CloseWait());
      case TcpState.FinWait1 ignored -> {
        connection.become(new TcpState.Closing());
        if (connection.config().dialect().repeatsFin()) {
          connection.output().retransmit(snd.end(), 1, "fin-again");
        }
      }
      case TcpState.FinWait2 ignored -> connection.enterTimeWait();
      default -> {}
    }
  }
}
