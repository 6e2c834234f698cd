package netarium.engine.vm;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Lets only one of some tasks be under way at a time: another begins or goes on when the one that
/// has the baton waits or ends, never in between. So scripts that serve many requests can count on
/// their own globals from one call that waits to the next.
public final class Baton {
  private final Runnable onFree;
  private final Deque<Task> waiting = new ArrayDeque<>();
  private @Nullable Task holder;

  /// `onFree` is called when the baton is given back and no task waits for it.
  public Baton(Runnable onFree) {
    this.onFree = onFree;
  }

  /// Whether a task that is started now could begin at once.
  public boolean isFree() {
    return holder == null && waiting.isEmpty();
  }

  /// Whether the task may run; if not, it is made ready when its turn to have the baton comes.
  boolean take(Task task) {
    if (holder == null) {
      holder = task;
    }
    if (holder != task) {
      if (!waiting.contains(task)) {
        waiting.add(task);
      }
      return false;
    }
    return true;
  }

  void giveBack(Task task) {
    if (holder != task) {
      return;
    }
    holder = null;
    Task next = waiting.poll();
    while (next != null && next.isOver()) {
      next = waiting.poll();
    }
    if (next == null) {
      onFree.run();
    } else {
      next.process().vm().cpu().makeReadyAgain(next);
    }
  }
}
