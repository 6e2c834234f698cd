package netarium.engine.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Tasks that wait for the same thing to change, in the order in which they came.
public final class WaitQueue {
  private final List<Task> tasks = new ArrayList<>();
  private final Supplier<Awaited> awaited;

  /// A queue of which nobody is told what for.
  public WaitQueue() {
    this(Awaited.UNDESCRIBED);
  }

  /// `awaited`: what people are told its tasks wait for.
  public WaitQueue(Supplier<Awaited> awaited) {
    this.awaited = awaited;
  }

  public void add(Task task) {
    task.awaits(awaited);
    if (!tasks.contains(task)) {
      tasks.add(task);
    }
  }

  public void remove(Task task) {
    tasks.remove(task);
  }

  public boolean isEmpty() {
    return tasks.isEmpty();
  }

  /// Lets all of them try again.
  public void wakeAll() {
    for (Task task : tasks) {
      task.wake();
    }
  }
}
