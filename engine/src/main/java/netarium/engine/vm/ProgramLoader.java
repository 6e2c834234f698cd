package netarium.engine.vm;

/// Gives a new process its libraries and its first task.
@FunctionalInterface
public interface ProgramLoader {
  /// Calls [Process#go] or [Process#failToStart] on the process.
  void load(Process process);
}
