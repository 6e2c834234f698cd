package netarium.engine.tcp;

import netarium.engine.wire.SeqNum;

/// Fast retransmit and fast recovery (RFC 5681 §3.2 as amended by NewReno, RFC 6582), limited
/// transmit (RFC 3042), and what a time-out means for both.
final class LossRecovery {
  private static final int DUPLICATES_FOR_LOSS = 3;

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

  LossRecovery(TcpConnection connection) {
    this.connection = connection;
    this.snd = connection.snd();
    this.congestion = connection.congestion();
  }

  void start() {
    recover = snd.iss();
  }

  boolean inRecovery() {
    return inRecovery;
  }

  int duplicates() {
    return duplicates;
  }

  /// How much may be in flight, with the two segments that limited transmit lends to new text.
  int allowedFlight() {
    boolean isLending = !inRecovery && duplicates > 0 && snd.nxt().equals(snd.max());
    int lent = isLending ? Math.min(duplicates, DUPLICATES_FOR_LOSS - 1) * snd.mss() : 0;
    return congestion.cwnd() + lent;
  }

  /// An acknowledgement that repeats the last one while text is outstanding.
  void duplicateAck() {
    if (duplicates == 0) {
      sentBeforeDuplicates = snd.max();
    }
    duplicates++;
    if (inRecovery) {
      congestion.duplicateInRecovery();
      connection.explain("duplicate-ack");
    } else if (duplicates == DUPLICATES_FOR_LOSS && snd.una().isAfter(recover)) {
      recover = snd.max().minus(1);
      inRecovery = true;
      hasPartialAck = false;
      // RFC 5681 §3.2 step 2: without what limited transmit has lent.
      congestion.enterRecovery(sentBeforeDuplicates.distanceFrom(snd.una()));
      connection.explain("fast-retransmit");
      connection.output().retransmitFirst();
    }
  }

  /// SND.UNA has advanced by `octets`; `flight` was outstanding before. Answers whether the
  /// retransmission timer starts again (in recovery only for the first partial acknowledgement).
  boolean newAck(int octets, int flight) {
    duplicates = 0;
    hasTimedOut = false;
    if (!inRecovery) {
      congestion.acknowledged(octets, flight);
      return true;
    }
    if (snd.una().isAfter(recover)) {
      inRecovery = false;
      congestion.leaveRecovery(snd.outstanding());
      connection.explain("recovered");
      return true;
    }
    congestion.partiallyAcknowledged(octets);
    connection.explain("partial-ack");
    connection.output().retransmitFirst();
    boolean isFirst = !hasPartialAck;
    hasPartialAck = true;
    return isFirst;
  }

  /// The retransmission timer has expired (RFC 5681 §3.1, RFC 6582 §4).
  void timedOut() {
    congestion.timedOut(snd.outstanding(), hasTimedOut);
    hasTimedOut = true;
    inRecovery = false;
    duplicates = 0;
    recover = snd.max().minus(1);
  }
}
