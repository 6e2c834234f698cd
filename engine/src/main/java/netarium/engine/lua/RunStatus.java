package netarium.engine.lua;

/// How a run of a task ended.
public enum RunStatus {
  /// The task's function returned; {@link Coroutine#results} has what.
  ENDED,
  /// An error nobody caught; {@link Coroutine#failure} and {@link Coroutine#failureText}.
  FAILED,
  /// The unit budget is used up; run it again.
  QUANTUM,
  /// A world call has to wait for its instant; run it again then.
  WORLD,
  /// A native waits for the engine to wake the task.
  PARKED
}
