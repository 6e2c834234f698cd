package netarium.engine.tcp;

/// How much may be in flight. [LossRecovery] says what happened, this answers with a window.
///
/// What every algorithm does alike is here: slow start, counting octets instead of acknowledgements
/// (RFC 3465, L = 2), and the window during and after a recovery without SACK (RFC 6582).
///
/// All windows in octets; `flight` is what was sent and not yet acknowledged.
public abstract sealed class CongestionControl permits Cubic, NewReno {
  private static final int MAX_CWND = 1 << 30;

  private int mss = TcpOptionsConfig.DEFAULT_PEER_MSS;
  private int initialWindow = mss;
  private int cwnd = mss;
  private int ssthresh = MAX_CWND;
  private boolean isAfterTimeout;

  public final int cwnd() {
    return cwnd;
  }

  public final int ssthresh() {
    return ssthresh;
  }

  final int mss() {
    return mss;
  }

  /// The handshake is over: the segment size is known, and whether a SYN was lost on the way.
  public final void start(int newMss, int initialWindowOctets) {
    mss = newMss;
    initialWindow = Math.max(newMss, initialWindowOctets);
    cwnd = initialWindow;
  }

  /// The segment size has changed under way (path MTU).
  public void mss(int newMss) {
    mss = newMss;
    cwnd = Math.max(cwnd, newMss);
  }

  /// New text was acknowledged outside of recovery; `flight` is from before.
  ///
  /// The window grows only while it is used: what nobody tried to send says nothing about the path.
  public final void acknowledged(int octets, int flight) {
    if (cwnd >= ssthresh) {
      isAfterTimeout = false;
      avoidCongestion(octets, flight + mss > cwnd);
    } else if (flight >= cwnd / 2) {
      // RFC 3465 §2.3: no more than one segment an ACK while the queue after a time-out drains.
      grow(Math.min(octets, isAfterTimeout ? mss : 2 * mss));
    }
  }

  /// Beyond the threshold; `isFull` tells whether the window was used up.
  abstract void avoidCongestion(int octets, boolean isFull);

  /// A loss was noticed, or the network says that one is near (RFC 3168): the window becomes the
  /// new threshold.
  public final void enterRecovery(int flight) {
    ssthresh = Math.max(reduced(flight), 2 * mss);
    cwnd = ssthresh;
  }

  /// The new threshold after a loss, before the window changes.
  abstract int reduced(int flight);

  /// Without SACK: duplicates during recovery tell that this much has left the network.
  public final void inflate(int octets) {
    grow(octets);
  }

  /// Without SACK: part of what was outstanding at the loss has been acknowledged.
  public final void partiallyAcknowledged(int octets) {
    int deflated = cwnd - octets + (octets >= mss ? mss : 0);
    cwnd = Math.max(mss, deflated);
  }

  /// Without SACK: all that was outstanding at the loss has been acknowledged. RFC 6582 §3.2 step
  /// 3, option 1: without a burst.
  public final void leaveRecovery(int flight) {
    cwnd = Math.min(ssthresh, Math.max(flight, mss) + mss);
  }

  /// The retransmission timer expired; `isRepeated` when not for the first time for this segment.
  public void timedOut(int flight, boolean isRepeated) {
    if (!isRepeated) {
      ssthresh = Math.max(reduced(flight), 2 * mss);
    }
    cwnd = mss;
    isAfterTimeout = true;
  }

  /// Nothing was sent for longer than the time-out (RFC 5681 §4.1).
  public void restartAfterIdle() {
    cwnd = Math.min(cwnd, initialWindow);
  }

  final void grow(int octets) {
    cwnd = (int) Math.min(MAX_CWND, (long) cwnd + octets);
  }
}
