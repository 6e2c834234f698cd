package netarium.engine.tcp;

/// Slow start, congestion avoidance and fast recovery (RFC 5681, RFC 6582), counting octets instead
/// of acknowledgements (RFC 3465, L = 2).
///
/// The window grows only while it is used: what nobody tried to send says nothing about the path.
public final class NewReno implements CongestionControl {
  private static final int MAX_CWND = 1 << 30;

  private int mss = TcpOptionsConfig.DEFAULT_PEER_MSS;
  private int initialWindow = mss;
  private int cwnd = mss;
  private int ssthresh = MAX_CWND;
  private int acknowledgedInAvoidance;
  private boolean afterTimeout;

  @Override
  public int cwnd() {
    return cwnd;
  }

  @Override
  public int ssthresh() {
    return ssthresh;
  }

  @Override
  public void start(int newMss, int initialWindowOctets) {
    mss = newMss;
    initialWindow = Math.max(newMss, initialWindowOctets);
    cwnd = initialWindow;
  }

  @Override
  public void mss(int newMss) {
    mss = newMss;
    cwnd = Math.max(cwnd, newMss);
  }

  @Override
  public void acknowledged(int octets, int flight) {
    if (cwnd < ssthresh) {
      if (flight >= cwnd / 2) {
        // RFC 3465 §2.3: no more than one segment an ACK while the queue after a time-out drains.
        grow(Math.min(octets, afterTimeout ? mss : 2 * mss));
      }
      return;
    }
    afterTimeout = false;
    if (flight + mss <= cwnd) {
      return;
    }
    acknowledgedInAvoidance += octets;
    if (acknowledgedInAvoidance >= cwnd) {
      acknowledgedInAvoidance -= cwnd;
      grow(mss);
    }
  }

  @Override
  public void enterRecovery(int flight) {
    ssthresh = halfOf(flight);
    cwnd = ssthresh;
    acknowledgedInAvoidance = 0;
  }

  @Override
  public void inflate(int octets) {
    grow(octets);
  }

  @Override
  public void partiallyAcknowledged(int octets) {
    int deflated = cwnd - octets + (octets >= mss ? mss : 0);
    cwnd = Math.max(mss, deflated);
  }

  /// RFC 6582 §3.2 step 3, option 1: without a burst.
  @Override
  public void leaveRecovery(int flight) {
    cwnd = Math.min(ssthresh, Math.max(flight, mss) + mss);
  }

  @Override
  public void timedOut(int flight, boolean isRepeated) {
    if (!isRepeated) {
      ssthresh = halfOf(flight);
    }
    cwnd = mss;
    acknowledgedInAvoidance = 0;
    afterTimeout = true;
  }

  @Override
  public void restartAfterIdle() {
    cwnd = Math.min(cwnd, initialWindow);
  }

  private int halfOf(int flight) {
    return Math.max(flight / 2, 2 * mss);
  }

  private void grow(int octets) {
    cwnd = Math.min(MAX_CWND, cwnd + octets);
  }
}
