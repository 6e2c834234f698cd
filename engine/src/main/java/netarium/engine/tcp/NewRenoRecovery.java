package netarium.engine.tcp;

import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpSegment;

/// Fast retransmit and fast recovery (RFC 5681 §3.2 as amended by NewReno, RFC 6582), limited
/// transmit (RFC 3042), and what a time-out means for both.
final class NewRenoRecovery implements LossRecovery {
  private final TcpConnection connection;
  private final Sender snd;
  private final CongestionControl congestion;
  private int duplicates;
  private boolean inRecovery;
  private boolean hasPartialAck;
  private boolean hasTimedOut;

  /// SND.NXT when the first duplicate came.
  private SeqNum sentBeforeDuplicates = new SeqNum(0);

  /// "recover" of RFC 6582: what was sent when the last loss was noticed.
  private SeqNum recover = new SeqNum(0);

  NewRenoRecovery(TcpConnection connection) {
    this.connection = connection;
    this.snd = connection.snd();
    this.congestion = connection.congestion();
  }

  @Override
  public void start() {
    recover = snd.iss();
  }

  @Override
  public boolean inRecovery() {
    return inRecovery;
  }

  @Override
  public int duplicates() {
    return duplicates;
  }

  /// With the two segments that limited transmit lends to new text.
  @Override
  public int room() {
    boolean isLending = !inRecovery && duplicates > 0 && snd.nxt().equals(snd.max());
    int lent = isLending ? Math.min(duplicates, DUPLICATES_FOR_LOSS - 1) * snd.mss() : 0;
    return congestion.cwnd() + lent - snd.flight();
  }

  /// RFC 5681 §2: text is outstanding, and the segment tells nothing but that it still is.
  @Override
  public boolean isDuplicate(TcpSegment segment) {
    return segment.ack().equals(snd.una())
        && segment.sequenceLength() == 0
        && snd.flight() > 0
        && snd.scaled(segment.window()) == snd.wnd();
  }

  @Override
  public void duplicateAck() {
    if (duplicates == 0) {
      sentBeforeDuplicates = snd.max();
    }
    duplicates++;
    if (inRecovery) {
      congestion.inflate(snd.mss());
      connection.explain("duplicate-ack");
    } else if (duplicates == DUPLICATES_FOR_LOSS && snd.una().isAfter(recover)) {
      recover = snd.max().minus(1);
      inRecovery = true;
      hasPartialAck = false;
      // RFC 5681 §3.2 step 2: without what limited transmit has lent.
      congestion.enterRecovery(sentBeforeDuplicates.distanceFrom(snd.una()));
      congestion.inflate(DUPLICATES_FOR_LOSS * snd.mss());
      connection.ecn().windowReduced();
      connection.because("fast-retransmit");
      connection.output().retransmitFirst("fast-retransmit");
    }
  }

  /// In recovery the timer starts again only for the first partial acknowledgement.
  @Override
  public boolean newAck(int octets, int flight) {
    duplicates = 0;
    hasTimedOut = false;
    if (!inRecovery) {
      if (!connection.ecn().isWarned()) {
        congestion.acknowledged(octets, flight);
      }
      return true;
    }
    if (snd.una().isAfter(recover)) {
      inRecovery = false;
      congestion.leaveRecovery(snd.outstanding());
      connection.explain("recovered");
      return true;
    }
    congestion.partiallyAcknowledged(octets);
    connection.because("partial-ack");
    connection.output().retransmitFirst("partial-ack");
    boolean isFirst = !hasPartialAck;
    hasPartialAck = true;
    return isFirst;
  }

  /// RFC 6582 §4: what was sent before the time-out starts no fast retransmit after it.
  @Override
  public void timedOut() {
    congestion.timedOut(snd.outstanding(), hasTimedOut);
    connection.ecn().windowReduced();
    hasTimedOut = true;
    inRecovery = false;
    duplicates = 0;
    recover = snd.max().minus(1);
    snd.goBack();
    connection.output().retransmitFirst("time-out");
  }

  @Override
  public void wentBack() {
    snd.goBack();
  }

  @Override
  public void sent(SeqNum seq, int numbers) {}

  @Override
  public void settle() {}

  @Override
  public boolean repeatLost() {
    return false;
  }

  @Override
  public boolean repeatDoubtful() {
    return false;
  }

  @Override
  public void skipHeld() {}

  @Override
  public int untilHeld(int octets) {
    return octets;
  }
}
