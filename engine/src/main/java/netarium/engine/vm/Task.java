package netarium.engine.vm;

import netarium.engine.lua.Coroutine;
import org.jspecify.annotations.Nullable;

/// A flow of control of a process: its main chunk, or what `go` started. All of it is data: a Lua
/// coroutine and what it waits for.
public final class Task {
  private final Process process;
  private final Coroutine coroutine;
  private @Nullable Completion waitsFor;
  private boolean isReady;
  private long cause;

  Task(Process process, Coroutine coroutine) {
    this.process = process;
    this.coroutine = coroutine;
  }

  public Process process() {
    return process;
  }

  Coroutine coroutine() {
    return coroutine;
  }

  @Nullable Completion waitsFor() {
    return waitsFor;
  }

  void waitsFor(@Nullable Completion completion) {
    waitsFor = completion;
  }

  /// Whether it stands in the processor's queue.
  boolean isReady() {
    return isReady;
  }

  void isReady(boolean stands) {
    isReady = stands;
  }

  /// The ordinal of the event because of which the task goes on.
  long cause() {
    return cause;
  }

  void cause(long ordinal) {
    cause = ordinal;
  }

  /// Lets the task try again, on its next turn, what it waits for.
  public void wake() {
    process.vm().cpu().makeReady(this);
  }
}
