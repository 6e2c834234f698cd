package netarium.app.session;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import netarium.app.canvas.scene.Item;

/// The one selection of the window: what is chosen on the canvas, in a list, in the timeline or by
/// a line of code is chosen everywhere.
///
/// Besides things of the drawing there is at most one event of the run, by its ordinal; for a frame
/// that is the event of its sending.
public final class Selection {
  /// No event is selected.
  public static final long NO_EVENT = -1;

  private final Listeners listeners = new Listeners();
  private SequencedSet<Item> items = new LinkedHashSet<>();
  private long event = NO_EVENT;

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  /// The selected things, in the order in which they were selected.
  public Set<Item> items() {
    return Collections.unmodifiableSequencedSet(items);
  }

  /// The ordinal of the selected event, or [#NO_EVENT].
  public long event() {
    return event;
  }

  public boolean hasEvent() {
    return event != NO_EVENT;
  }

  /// Selects things of the drawing instead of what was selected; a selected event stays.
  public void select(Set<Item> chosen) {
    set(chosen, event);
  }

  /// Selects an event; the things stay selected.
  public void selectEvent(long ordinal) {
    set(items, ordinal);
  }

  public void clear() {
    set(Set.of(), NO_EVENT);
  }

  private void set(Set<Item> newItems, long newEvent) {
    if (newEvent != event || !newItems.equals(items)) {
      items = new LinkedHashSet<>(newItems);
      event = newEvent;
      listeners.tell();
    }
  }
}
