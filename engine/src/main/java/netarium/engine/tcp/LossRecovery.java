package netarium.engine.tcp;

import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpSegment;

/// How losses are noticed and repaired, by acknowledgements that repeat themselves
/// ([NewRenoRecovery]), by what SACK tells ([SackRecovery]), or by that and time ([RackRecovery]).
sealed interface LossRecovery permits NewRenoRecovery, RackRecovery, SackRecovery {
  /// Duplicates that make a loss likely (RFC 5681 §3.2, DupThresh of RFC 6675).
  int DUPLICATES_FOR_LOSS = 3;

  /// The first sequence number has been chosen.
  void start();

  /// So many numbers leave from `seq` on, for the first time or again.
  void sent(SeqNum seq, int numbers);

  boolean inRecovery();

  /// Duplicate acknowledgements since the last that was none.
  int duplicates();

  /// How many octets more the congestion window lets go; may be negative.
  int room();

  /// Whether the acknowledgement is a duplicate; asked before its number is taken.
  boolean isDuplicate(TcpSegment segment);

  /// An acknowledgement came that [#isDuplicate].
  void duplicateAck();

  /// SND.UNA has advanced by `octets`; `flight` was outstanding before. Answers whether the
  /// retransmission timer starts again.
  boolean newAck(int octets, int flight);

  /// The retransmission timer has expired (RFC 5681 §3.1): sends the first segment again.
  void timedOut();

  /// What is outstanding was too large for the path and is to be sent again from SND.UNA.
  void wentBack();

  /// Sends what is known to be lost, one segment; false when nothing is or the window is full.
  boolean repeatLost();

  /// Sends what may be lost, when there is nothing better to send; one segment, or false.
  boolean repeatDoubtful();

  /// All that may be sent now has been.
  void settle();

  /// Moves SND.NXT over what the other side holds already.
  void skipHeld();

  /// How many of `octets` from SND.NXT on the other side does not hold.
  int untilHeld(int octets);
}
