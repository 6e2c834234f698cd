package netarium.app.session;

/// How a run stands: a picture of one instant, which never changes.
///
/// @param nowNanos how far the clock has come
/// @param hash the trace hash so far
/// @param trouble what broke, with its place in the engine, if the run has failed; else empty
/// @param isReproducible false once a run was halted because the host's clock said so
public record RunState(
    Phase phase,
    long nowNanos,
    long events,
    long frames,
    String hash,
    long seed,
    String trouble,
    boolean isReproducible) {

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
    return new RunState(Phase.READY, 0, 0, 0, "", seed, "", true);
  }

  RunState in(Phase other) {
    return new RunState(other, nowNanos, events, frames, hash, seed, trouble, isReproducible);
  }

  RunState failed(String why) {
    return new RunState(Phase.FAILED, nowNanos, events, frames, hash, seed, why, isReproducible);
  }

  RunState unreproducible() {
    return new RunState(phase, nowNanos, events, frames, hash, seed, trouble, false);
  }

  public boolean isEnded() {
    return phase == Phase.OVER || phase == Phase.FAILED;
  }
}
