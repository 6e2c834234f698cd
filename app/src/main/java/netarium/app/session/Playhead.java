package netarium.app.session;

/// The instant that all tools show, in nanoseconds of simulated time. At the live edge it moves on
/// with the run; anywhere else it stands until somebody moves it.
public final class Playhead {
  private final Listeners listeners = new Listeners();
  private long instant;
  private long liveEdge;
  private boolean isLive = true;

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  public long instant() {
    return instant;
  }

  /// How far the run has come.
  public long liveEdge() {
    return liveEdge;
  }

  /// Whether the newest instant of the run is shown, rather than its past.
  public boolean isLive() {
    return isLive;
  }

  /// Looks at an instant of the past; one at or beyond the live edge is the live edge.
  public void moveTo(long nanos) {
    boolean toEdge = nanos >= liveEdge;
    set(toEdge ? liveEdge : Math.max(0, nanos), liveEdge, toEdge);
  }

  public void goLive() {
    set(liveEdge, liveEdge, true);
  }

  /// The run has come to `edge`.
  void advanceEdge(long edge) {
    set(isLive ? edge : instant, edge, isLive);
  }

  /// A new run begins.
  void reset() {
    set(0, 0, true);
  }

  private void set(long newInstant, long newEdge, boolean newLive) {
    if (newInstant != instant || newEdge != liveEdge || newLive != isLive) {
      instant = newInstant;
      liveEdge = newEdge;
      isLive = newLive;
      listeners.tell();
    }
  }
}
