package netarium.app.session;

/// Moves the live edge of a playhead, which only a run may do otherwise.
public final class PlayheadRemote {
  private final Playhead playhead = new Playhead();

  public Playhead playhead() {
    return playhead;
  }

  public void edge(long nanos) {
    playhead.advanceEdge(nanos);
  }
}
