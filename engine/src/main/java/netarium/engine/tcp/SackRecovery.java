package netarium.engine.tcp;

import java.util.List;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;

/// Loss recovery by selective acknowledgements (RFC 6675): holes are known, and what may be sent is
/// what the congestion window leaves beside the pipe.
///
/// Invariant: in recovery nothing leaves that would lift the pipe over the congestion window, but
/// for the first segment that is sent again (RFC 6675 §5 step 4.3).
final class SackRecovery implements LossRecovery {
  private final TcpConnection connection;
  private final Sender snd;
  private final CongestionControl congestion;
  private final SackScoreboard scoreboard = new SackScoreboard();
  private int duplicates;
  private boolean inRecovery;
  private boolean hasTimedOut;

  /// SND.UNA as the scoreboard knows it.
  private SeqNum knownUna = new SeqNum(0);

  /// HighData when the first duplicate came.
  private SeqNum sentBeforeDuplicates = new SeqNum(0);

  /// The last number that was sent when the loss was noticed: RecoveryPoint of RFC 6675.
  private SeqNum recover = new SeqNum(0);

  /// RescueRxt of RFC 6675, as the position after it.
  private long rescueRxt;

  SackRecovery(TcpConnection connection) {
    this.connection = connection;
    this.snd = connection.snd();
    this.congestion = connection.congestion();
  }

  @Override
  public void start() {
    recover = snd.iss();
    knownUna = snd.una();
    scoreboard.start(0);
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
    return congestion.cwnd() - pipe();
  }

  /// What is on its way. After a time-out, while SND.NXT works its way up again, only what has been
  /// sent since.
  int pipe() {
    if (scoreboard.isEmpty() && !inRecovery) {
      return snd.flight();
    }
    long nxt = position(snd.nxt());
    return (int)
        (inRecovery
            ? scoreboard.pipe(nxt, snd.mss())
            : nxt - scoreboard.una() - scoreboard.sackedBelow(nxt));
  }

  /// RFC 6675 §2: it names octets that were not known to have come, whatever else it says.
  @Override
  public boolean isDuplicate(TcpSegment segment) {
    List<TcpOption> options = segment.options();
    if (options.isEmpty() || snd.outstanding() == 0) {
      return false;
    }
    long fresh = 0;
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i) instanceof TcpOption.SelectiveAck sack) {
        fresh += take(sack);
      }
    }
    return fresh > 0;
  }

  private long take(TcpOption.SelectiveAck sack) {
    catchUp();
    long fresh = 0;
    for (TcpOption.SelectiveAck.Block block : sack.blocks()) {
      boolean isOutstanding =
          block.left().isAtOrAfter(snd.una())
              && block.left().isBefore(block.right())
              && block.right().isAtOrBefore(snd.max());
      if (isOutstanding) {
        fresh += scoreboard.add(position(block.left()), position(block.right()));
      }
    }
    return fresh;
  }

  @Override
  public void duplicateAck() {
    if (duplicates == 0) {
      sentBeforeDuplicates = snd.max();
    }
    duplicates++;
    if (inRecovery) {
      connection.explain("duplicate-ack");
      return;
    }
    boolean isLost =
        duplicates >= DUPLICATES_FOR_LOSS || scoreboard.lostBelow(snd.mss()) > scoreboard.una();
    if (isLost && snd.una().isAfter(recover) && snd.outstanding() > 0) {
      enterRecovery();
    }
  }

  /// RFC 6675 §5, step 4.
  private void enterRecovery() {
    recover = snd.max().minus(1);
    inRecovery = true;
    congestion.enterRecovery(sentBeforeDuplicates.distanceFrom(snd.una()));
    connection.ecn().windowReduced();
    scoreboard.restart();
    connection.because("fast-retransmit");
    long first = scoreboard.skip(scoreboard.una());
    repeat(first, "fast-retransmit");
    rescueRxt = scoreboard.highRxt();
  }

  @Override
  public boolean newAck(int octets, int flight) {
    catchUp();
    duplicates = 0;
    hasTimedOut = false;
    if (!inRecovery) {
      grow(octets, flight);
    } else if (snd.una().isAfter(recover)) {
      inRecovery = false;
      scoreboard.restart();
      connection.explain("recovered");
    } else {
      connection.explain("partial-ack");
    }
    return true;
  }

  private void grow(int octets, int flight) {
    if (!connection.ecn().isWarned()) {
      congestion.acknowledged(octets, flight);
    }
  }

  /// RFC 6675 §5.1; and RFC 2018 §8: what SACK said before is not believed any more.
  @Override
  public void timedOut() {
    congestion.timedOut(snd.outstanding(), hasTimedOut);
    connection.ecn().windowReduced();
    hasTimedOut = true;
    wentBack();
    scoreboard.clear();
    connection.output().retransmitFirst("time-out");
  }

  @Override
  public void sent(SeqNum seq, int numbers) {}

  @Override
  public void settle() {}

  @Override
  public void wentBack() {
    inRecovery = false;
    duplicates = 0;
    recover = snd.max().minus(1);
    scoreboard.restart();
    snd.goBack();
  }

  /// NextSeg rule 1 of RFC 6675 §4.
  @Override
  public boolean repeatLost() {
    if (!inRecovery || room() < snd.mss()) {
      return false;
    }
    long next = scoreboard.skip(scoreboard.highRxt());
    if (next >= scoreboard.lostBelow(snd.mss())) {
      return false;
    }
    repeat(next, "sack-hole");
    return true;
  }

  /// NextSeg rules 3 and 4 of RFC 6675 §4: a hole that is not yet certain; then, once for each
  /// advance over the last time, the end of all that is outstanding, so that its loss need not wait
  /// for the timer.
  @Override
  public boolean repeatDoubtful() {
    if (!inRecovery || room() < snd.mss()) {
      return false;
    }
    long next = scoreboard.skip(scoreboard.highRxt());
    if (next < scoreboard.highest()) {
      repeat(next, "sack-hole");
      return true;
    }
    long end = scoreboard.missingEnd(position(snd.max()));
    if (scoreboard.una() <= rescueRxt || end <= scoreboard.highRxt()) {
      return false; // or it is on its way for the second time already
    }
    long from = Math.max(scoreboard.missingStart(end), end - snd.mss());
    rescueRxt = position(recover.plus(1));
    connection.output().retransmit(at(from), (int) (end - from), "rescue");
    return true;
  }

  /// Sends the hole at `from` again, as far as one segment goes, and remembers it.
  private void repeat(long from, String reason) {
    long limit = Math.min(from + snd.mss(), position(snd.max()));
    long end = scoreboard.nextRun(from, limit);
    int numbers = connection.output().retransmit(at(from), (int) (end - from), reason);
    scoreboard.repeated(from, numbers);
  }

  @Override
  public void skipHeld() {
    if (!scoreboard.isEmpty() && snd.nxt().isBefore(snd.max())) {
      snd.moveNxt(at(scoreboard.skip(position(snd.nxt()))));
    }
  }

  @Override
  public int untilHeld(int octets) {
    if (scoreboard.isEmpty() || !snd.nxt().isBefore(snd.max())) {
      return octets;
    }
    long nxt = position(snd.nxt());
    return (int) (scoreboard.nextRun(nxt, nxt + octets) - nxt);
  }

  private void catchUp() {
    int advance = snd.una().distanceFrom(knownUna);
    if (advance > 0) {
      knownUna = snd.una();
      scoreboard.acknowledge(scoreboard.una() + advance);
    }
  }

  private long position(SeqNum seq) {
    return scoreboard.una() + seq.distanceFrom(knownUna);
  }

  private SeqNum at(long position) {
    return knownUna.plus((int) (position - scoreboard.una()));
  }
}
