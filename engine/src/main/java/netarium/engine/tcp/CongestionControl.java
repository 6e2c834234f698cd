package netarium.engine.tcp;

/// How much may be in flight. [LossRecovery] says what happened, this answers with a window.
///
/// All windows in octets; `flight` is what was sent and not yet acknowledged.
public sealed interface CongestionControl permits Cubic, NewReno {
  int cwnd();

  int ssthresh();

  /// The handshake is over: the segment size is known, and whether a SYN was lost on the way.
  void start(int mss, int initialWindowOctets);

  /// The segment size has changed under way (path MTU).
  void mss(int newMss);

  /// New text was acknowledged outside of recovery; `flight` is from before.
  void acknowledged(int octets, int flight);

  /// A loss was noticed: the window becomes the new threshold.
  void enterRecovery(int flight);

  /// Without SACK: duplicates during recovery tell that this much has left the network.
  void inflate(int octets);

  /// Without SACK: part of what was outstanding at the loss has been acknowledged.
  void partiallyAcknowledged(int octets);

  /// Without SACK: all that was outstanding at the loss has been acknowledged.
  void leaveRecovery(int flight);

  /// The retransmission timer expired; `isRepeated` when not for the first time for this segment.
  void timedOut(int flight, boolean isRepeated);

  /// Nothing was sent for longer than the time-out.
  void restartAfterIdle();
}
