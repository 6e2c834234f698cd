package netarium.engine.tcp;

import netarium.engine.ip.SendOptions;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;

/// Explicit congestion notification (RFC 3168): a router marks a datagram instead of dropping it,
/// the receiver echoes the mark (ECE) until the sender says that it has slowed down (CWR).
///
/// Only new text is sent as markable; what is sent again, acknowledgements and probes are not
/// (§6.1.4 to §6.1.6).
final class ExplicitCongestion {
  private static final int ECE_CWR = TcpFlags.ECE_BIT | TcpFlags.CWR_BIT;

  private final TcpConnection connection;
  private final TcpOptionsConfig.Ecn wish;
  private boolean hasOffered;
  private boolean isOn;

  /// A mark has come and the other side has not said yet that it slows down.
  private boolean isEchoing;

  /// The window was reduced and the other side does not know yet.
  private boolean isReductionUntold;

  /// The acknowledgement in hand carries ECE: no reason to let the window grow.
  private boolean isWarned;

  /// Up to here one reduction counts for all echoes: they speak of the same round trip.
  private SeqNum reducedUntil = new SeqNum(0);

  private boolean hasReduced;

  ExplicitCongestion(TcpConnection connection) {
    this.connection = connection;
    this.wish = connection.config().ecn();
  }

  boolean isOn() {
    return isOn;
  }

  boolean isWarned() {
    return isWarned;
  }

  /// The bits of our SYN, or of our SYN,ACK once the other side's SYN has come (§6.1.1). A SYN that
  /// had to be sent again does not ask: perhaps the bits were the reason (§6.1.1.1).
  int synBits(boolean hasHeard, boolean isAgain) {
    if (hasHeard) {
      return isOn ? TcpFlags.ECE_BIT : 0;
    }
    hasOffered = wish == TcpOptionsConfig.Ecn.ON && !isAgain;
    return hasOffered ? ECE_CWR : 0;
  }

  /// The other side's SYN, or SYN,ACK.
  void hearSyn(TcpFlags flags) {
    int bits = flags.bits() & ECE_CWR;
    isOn =
        flags.ack()
            ? hasOffered && bits == TcpFlags.ECE_BIT
            : wish != TcpOptionsConfig.Ecn.OFF && bits == ECE_CWR;
  }

  /// A segment that has passed all checks; `mark` is the ECN field of its IP header.
  void arrived(TcpFlags flags, int mark) {
    if (!isOn) {
      return;
    }
    if ((flags.bits() & TcpFlags.CWR_BIT) != 0) {
      isEchoing = false;
    }
    if (mark == SendOptions.CONGESTION_EXPERIENCED && !isEchoing) {
      isEchoing = true;
      connection.because("congestion-marked");
    }
  }

  /// An acceptable acknowledgement, before it is taken.
  void acknowledged(TcpFlags flags, SeqNum ack) {
    if (!isOn) {
      return;
    }
    isWarned = (flags.bits() & TcpFlags.ECE_BIT) != 0;
    boolean isSame = hasReduced && ack.isBefore(reducedUntil);
    if (!isWarned || isSame || connection.recovery().inRecovery()) {
      return;
    }
    connection.because("congestion-echo");
    connection.congestion().enterRecovery(connection.snd().outstanding());
    windowReduced();
  }

  /// The window was reduced, for whatever reason (§6.1.2).
  void windowReduced() {
    if (isOn) {
      hasReduced = true;
      reducedUntil = connection.snd().max();
      isReductionUntold = true;
    }
  }

  /// The bits of a segment that leaves now; `isNewText` is whether it is markable.
  int bits(boolean isNewText) {
    if (!isOn) {
      return 0;
    }
    int bits = isEchoing ? TcpFlags.ECE_BIT : 0;
    if (isNewText && isReductionUntold) {
      isReductionUntold = false;
      bits |= TcpFlags.CWR_BIT;
    }
    return bits;
  }
}
