package netarium.app.session;

import java.util.ArrayList;
import java.util.List;

/// Who wants to know when a model changes. They are told nothing but that, and ask for the rest.
public final class Listeners {
  private final List<Runnable> listeners = new ArrayList<>();

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Tells them all. Whoever begins or ends to listen meanwhile does so for the next change.
  public void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
