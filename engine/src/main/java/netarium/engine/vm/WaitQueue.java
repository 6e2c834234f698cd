package netarium.engine.vm;

import java.util.ArrayList;
import java.util.List;

/// Tasks that wait for the same thing to change, in the order in which they came.
public final class WaitQueue {
  private final List<Task> tasks = new ArrayList<>();

  public void add(Task task) {
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
