package netarium.engine.tcp;

/// Congestion avoidance of RFC 5681: a segment more each round trip, half after a loss.
public final class NewReno extends CongestionControl {
  private int acknowledgedInAvoidance;

  @Override
  void avoidCongestion(int octets, boolean isFull) {
    if (!isFull) {
      return;
    }
    acknowledgedInAvoidance += octets;
    if (acknowledgedInAvoidance >= cwnd()) {
      acknowledgedInAvoidance -= cwnd();
      grow(mss());
    }
  }

  @Override
  int reduced(int flight) {
    acknowledgedInAvoidance = 0;
    return flight / 2;
  }
}
