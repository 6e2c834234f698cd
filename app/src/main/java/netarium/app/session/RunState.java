package netarium.app.session;

/// How a run stands: a picture of one instant, which never changes.
///
/// @param nowNanos how far the clock has come
/// @param hash the trace hash so far
/// @param trouble what broke, with its place in the engine, if the run has failed; else empty
/// @param halts how often it was halted because a step took too long on the host's clock
public record RunState(
    Phase phase,
    long nowNanos,
    long events,
    long frames,
    String hash,
    long seed,
    String trouble,
    int halts) {

  /// What a run is doing.
  public enum Phase {
    /// Nothing has happened yet.
    READY,
    /// It goes on.
    RUNNING,
    /// It stands still and can go on.
    HELD,
    /// Nothing more will happen, unless somebody does something to it.
    OVER,
    /// The engine broke. What happened until then is kept.
    FAILED
  }

  static RunState ready(long seed) {
    return new RunState(Phase.READY, 0, 0, 0, "", seed, "", 0);
  }

  RunState in(Phase other) {
    return new RunState(other, nowNanos, events, frames, hash, seed, trouble, halts);
  }

  RunState failed(String why) {
    return new RunState(Phase.FAILED, nowNanos, events, frames, hash, seed, why, halts);
  }

  /// Whether the same project and seed would come to stand here again: not so once the host's clock
  /// has halted it. What has happened up to here is the same all the same.
  public boolean isReproducible() {
    return halts == 0;
  }

  public boolean isEnded() {
    return phase == Phase.OVER || phase == Phase.FAILED;
  }
}
