package netarium.engine.tcp;

import java.util.List;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.tcp.SentSegments.Sent;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;

/// Loss recovery by time (RFC 8985, RACK): a segment is lost when one that was sent later has
/// arrived, and enough time has passed for mere reordering. So the loss of a retransmission is
/// noticed, too, and the loss of the last segment by a probe ([TailLossProbe]).
///
/// SND.NXT never goes back: what is lost is sent again by itself.
final class RackRecovery implements LossRecovery {
  private final TcpConnection connection;
  private final Sender snd;
  private final CongestionControl congestion;
  private final SentSegments sent = new SentSegments();
  private final TailLossProbe probe;
  private final Timer reordering;
  private int duplicates;
  private boolean inRecovery;
  private boolean isAfterTimeout;
  private boolean hasTimedOut;
  private SeqNum recover = new SeqNum(0);

  /// SND.UNA, as a position and as a number.
  private long una;

  private SeqNum knownUna = new SeqNum(0);

  /// RACK.xmit_ts and RACK.end_seq: of the segment that was sent last among those that arrived.
  private long latestNanos;

  private long latestEnd;

  /// RACK.rtt, of that segment.
  private long rttNanos;

  private long leastRttNanos = Long.MAX_VALUE;

  /// RACK.fack, the highest position that has arrived.
  private long highest;

  private boolean hasReordering;

  /// New text has left or was acknowledged: a probe is due at another time.
  private boolean hasProgress;

  RackRecovery(TcpConnection connection) {
    this.connection = connection;
    this.snd = connection.snd();
    this.congestion = connection.congestion();
    this.reordering = connection.timeouts().timer(this::reorderingExpired);
    this.probe = new TailLossProbe(connection, this);
  }

  @Override
  public void start() {
    recover = snd.iss();
    knownUna = snd.una();
  }

  @Override
  public boolean inRecovery() {
    return inRecovery;
  }

  @Override
  public int duplicates() {
    return duplicates;
  }

  @Override
  public int room() {
    return (int) (congestion.cwnd() - sent.pipe());
  }

  /// Nothing is lost, doubtful or held beyond a gap: the end of the stream is all that can be
  /// missing.
  boolean isCalm() {
    return !inRecovery && !isAfterTimeout && !sent.isEmpty() && sent.heldCount() == 0;
  }

  SentSegments segments() {
    return sent;
  }

  @Override
  public void sent(SeqNum seq, int numbers) {
    catchUp();
    boolean isNew = sent.isEmpty() || position(seq) >= sent.all().getLast().end;
    sent.sent(position(seq), position(seq) + numbers, connection.now().nanos());
    hasProgress |= isNew;
  }

  @Override
  public boolean isDuplicate(TcpSegment segment) {
    List<TcpOption> options = segment.options();
    boolean isNews = false;
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i) instanceof TcpOption.SelectiveAck sack) {
        probe.heard(sack, segment.ack());
        isNews |= take(sack);
      }
    }
    return isNews;
  }

  private boolean take(TcpOption.SelectiveAck sack) {
    catchUp();
    boolean isNews = false;
    for (TcpOption.SelectiveAck.Block block : sack.blocks()) {
      boolean isOutstanding =
          block.left().isAtOrAfter(snd.una())
              && block.left().isBefore(block.right())
              && block.right().isAtOrBefore(snd.max());
      if (isOutstanding) {
        int first = sent.split(position(block.left()));
        int after = sent.split(position(block.right()));
        for (int i = first; i < after; i++) {
          Sent each = sent.all().get(i);
          if (!each.isHeld) {
            isNews = true;
            each.isHeld = true;
            each.isLost = false;
            arrived(each);
          }
        }
      }
    }
    return isNews;
  }

  /// RACK_update and RACK_detect_reordering (§6.2, steps 2 and 3).
  private void arrived(Sent segment) {
    long rtt = connection.now().nanos() - segment.atNanos;
    if (segment.end > highest) {
      highest = segment.end;
    } else if (segment.end < highest && !segment.isAgain) {
      hasReordering = true;
    }
    if (segment.isAgain && rtt < leastRttNanos) {
      return; // what was sent first has arrived, after all
    }
    leastRttNanos = Math.min(leastRttNanos, rtt);
    rttNanos = rtt;
    if (isSentBefore(latestNanos, latestEnd, segment)) {
      latestNanos = segment.atNanos;
      latestEnd = segment.end;
    }
  }

  private static boolean isSentBefore(long atNanos, long end, Sent segment) {
    return atNanos < segment.atNanos || (atNanos == segment.atNanos && end < segment.end);
  }

  @Override
  public void duplicateAck() {
    duplicates++;
    connection.explain("duplicate-ack");
    detectLoss();
    hasProgress = true; // the probe is not needed any more
  }

  @Override
  public boolean newAck(int octets, int flight) {
    catchUp();
    duplicates = 0;
    hasTimedOut = false;
    boolean isOver = snd.una().isAfter(recover);
    if (inRecovery && isOver) {
      inRecovery = false;
      connection.explain("recovered");
    } else if (inRecovery) {
      connection.explain("partial-ack");
    } else if (!connection.ecn().isWarned()) {
      congestion.acknowledged(octets, flight);
    }
    isAfterTimeout &= !isOver;
    probe.acknowledged();
    detectLoss();
    hasProgress = true;
    return true;
  }

  /// A probe has shown that the end of the stream was lost: as though three duplicates had.
  void lossWasRepaired() {
    connection.because("tail-loss");
    congestion.enterRecovery(snd.outstanding());
    connection.ecn().windowReduced();
  }

  /// RACK_detect_loss (§6.2, step 5).
  private void detectLoss() {
    long now = connection.now().nanos();
    long patience = rttNanos + reorderingWindowNanos();
    long wait = 0;
    boolean isNews = false;
    for (Sent each : sent.all()) {
      if (each.isHeld || each.isLost || !isBeforeLatest(each)) {
        continue;
      }
      long left = each.atNanos + patience - now;
      if (left <= 0) {
        each.isLost = true;
        isNews = true;
      } else {
        wait = Math.max(wait, left);
      }
    }
    if (wait > 0) {
      reordering.armAfter(SimDuration.ofNanos(wait));
    } else {
      reordering.cancel();
    }
    if (isNews && !inRecovery && !isAfterTimeout) {
      enterRecovery();
    }
  }

  private boolean isBeforeLatest(Sent each) {
    return each.atNanos < latestNanos || (each.atNanos == latestNanos && each.end < latestEnd);
  }

  /// How long mere reordering may take (§6.2, step 4): nothing while a loss is likely anyway.
  private long reorderingWindowNanos() {
    boolean isLikely = inRecovery || sent.heldCount() >= DUPLICATES_FOR_LOSS;
    if ((!hasReordering && isLikely) || leastRttNanos == Long.MAX_VALUE) {
      return 0;
    }
    long srtt = connection.rtt().srtt().nanos();
    return srtt == 0 ? leastRttNanos / 4 : Math.min(leastRttNanos / 4, srtt);
  }

  private void reorderingExpired() {
    connection.timeouts().expired("rack");
    detectLoss();
    connection.finishEvent("rack");
  }

  private void enterRecovery() {
    recover = snd.max().minus(1);
    inRecovery = true;
    congestion.enterRecovery(snd.outstanding());
    connection.ecn().windowReduced();
    connection.because("fast-retransmit");
    resend(sent.firstLost(), "fast-retransmit");
  }

  /// RACK_mark_losses_on_RTO (§6.3).
  @Override
  public void timedOut() {
    catchUp();
    congestion.timedOut(snd.outstanding(), hasTimedOut);
    connection.ecn().windowReduced();
    hasTimedOut = true;
    inRecovery = false;
    isAfterTimeout = true;
    duplicates = 0;
    recover = snd.max().minus(1);
    probe.forget();
    reordering.cancel();
    if (!sent.isEmpty() && sent.all().getFirst().isHeld) {
      sent.renege();
    }
    long now = connection.now().nanos();
    long patience = rttNanos + reorderingWindowNanos();
    for (Sent each : sent.all()) {
      boolean isFirst = each.start == una;
      each.isLost |= !each.isHeld && (isFirst || each.atNanos + patience <= now);
    }
    resend(sent.firstLost(), "time-out");
  }

  @Override
  public void wentBack() {
    catchUp();
    sent.loseAll();
  }

  @Override
  public boolean repeatLost() {
    int first = sent.firstLost();
    if (first < 0 || room() < snd.mss()) {
      return false;
    }
    resend(first, isAfterTimeout ? "sent-again" : "rack");
    return true;
  }

  /// Sends a segment once more, as far as one goes now.
  void resend(int index, String reason) {
    if (index >= 0) {
      Sent each = sent.all().get(index);
      int most = (int) Math.min(each.end - each.start, snd.mss());
      connection.output().retransmit(at(each.start), most, reason);
    }
  }

  @Override
  public boolean repeatDoubtful() {
    return false;
  }

  @Override
  public void settle() {
    if (hasProgress) {
      hasProgress = false;
      probe.schedule();
    }
  }

  @Override
  public void skipHeld() {}

  @Override
  public int untilHeld(int octets) {
    return octets;
  }

  /// Takes what is acknowledged off the list.
  private void catchUp() {
    int advance = snd.una().distanceFrom(knownUna);
    if (advance <= 0) {
      return;
    }
    knownUna = snd.una();
    una += advance;
    int gone = sent.split(una);
    for (int i = 0; i < gone; i++) {
      if (!sent.all().get(i).isHeld) {
        arrived(sent.all().get(i));
      }
    }
    sent.forget(gone);
  }

  private long position(SeqNum seq) {
    return una + seq.distanceFrom(knownUna);
  }

  private SeqNum at(long position) {
    return knownUna.plus((int) (position - una));
  }
}
