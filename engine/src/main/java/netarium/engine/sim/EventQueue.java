package netarium.engine.sim;

/// What is still to happen, in the total order (instant, ordinal).
///
/// A ladder of three: a small heap for the near slot of time, a wheel of unsorted slots for the
/// middle, a heap for the far. Most events of a network lie microseconds ahead, so they pass
/// through a slot and a heap of a few entries instead of one big heap. The slot width follows the
/// density of events.
final class EventQueue {
  private static final int INITIAL_SHIFT = 12;
  private static final int MIN_SHIFT = 4;
  private static final int MAX_SHIFT = 30;
  private static final int RETUNE_AFTER_EVENTS = 16_384;
  private static final int CROWDED = 12;
  private static final int OVERCROWDED = 64;

  private final EventHeap near = new EventHeap();
  private EventWheel wheel = new EventWheel();
  private EventHeap far = new EventHeap();
  private int shift = INITIAL_SHIFT;

  /// Entries before this instant (a multiple of the slot width) are in `near`.
  private long nearEnd = 1L << INITIAL_SHIFT;

  private int drains;
  private long drained;
  private long added;
  private long addedFar;

  /// Of those added, how many a wheel with slots a quarter as wide would not have held.
  private long addedBeyondQuarter;

  private int rebuilds;

  int size() {
    return near.size() + wheel.size() + far.size();
  }

  /// How often the slot width has changed.
  int rebuilds() {
    return rebuilds;
  }

  boolean isEmpty() {
    return near.isEmpty() && wheel.isEmpty() && far.isEmpty();
  }

  void add(long at, long ordinal, long cause, Event event) {
    added++;
    long ahead = at - nearEnd;
    if (ahead >= horizon() >> 2) {
      addedBeyondQuarter++;
    }
    if (ahead < 0) {
      near.add(at, ordinal, cause, event);
    } else if (ahead < horizon()) {
      wheel.add(slotOf(at), at, ordinal, cause, event);
    } else {
      addedFar++;
      far.add(at, ordinal, cause, event);
    }
  }

  /// The instant of the first entry, or `Long.MAX_VALUE` when there is none.
  long firstAt() {
    if (near.isEmpty() && !wheel.isEmpty()) {
      advanceToNextSlot();
    }
    if (!near.isEmpty()) {
      return near.minAt();
    }
    // Merely looking at a far entry must not drag the wheel there: what is added next lies nearer.
    return far.isEmpty() ? Long.MAX_VALUE : far.minAt();
  }

  /// Sees to it that the first entry can be read and removed; false when there is none.
  boolean bringFirst() {
    if (near.isEmpty()) {
      if (!wheel.isEmpty()) {
        advanceToNextSlot();
      } else if (!far.isEmpty()) {
        nearEnd = (far.minAt() >> shift << shift) + (1L << shift);
        pullFromFar();
      }
    }
    return !near.isEmpty();
  }

  long firstOrdinal() {
    return near.minOrdinal();
  }

  long firstCause() {
    return near.minCause();
  }

  /// Takes the first entry out. Only after [#bringFirst] found one.
  Event removeFirst() {
    Event first = near.minEvent();
    near.removeMin();
    return first;
  }

  private void advanceToNextSlot() {
    int here = slotOf(nearEnd);
    int slot = wheel.firstOccupiedFrom(here);
    int ahead = (slot - here) & (EventWheel.SLOTS - 1);
    nearEnd += (ahead + 1L) << shift;
    drained += wheel.drain(slot, near);
    drains++;
    pullFromFar();
    if (drained >= RETUNE_AFTER_EVENTS && drained >= size()) {
      retune();
    }
  }

  /// Keeps the invariant of the wheel and of the far heap after `nearEnd` has moved.
  private void pullFromFar() {
    long horizon = horizon();
    while (!far.isEmpty() && far.minAt() - nearEnd < horizon) {
      long at = far.minAt();
      long ordinal = far.minOrdinal();
      long cause = far.minCause();
      Event event = far.minEvent();
      far.removeMin();
      if (at < nearEnd) {
        near.add(at, ordinal, cause, event);
      } else {
        wheel.add(slotOf(at), at, ordinal, cause, event);
      }
    }
  }

  /// Narrower slots when they are crowded and the wheel would still reach far enough, wider ones
  /// when too much overshoots it. The two conditions exclude each other across a change, or the
  /// width would swing to and fro; and a change comes only after as many events as it has to move.
  private void retune() {
    int wanted = shift;
    if (drained > (long) CROWDED * drains && addedBeyondQuarter * 8 < added) {
      wanted = Math.max(MIN_SHIFT, shift - 2);
    } else if (drained < (long) OVERCROWDED * drains && addedFar * 4 > added) {
      wanted = Math.min(MAX_SHIFT, shift + 2);
    }
    if (wanted != shift) {
      rebuild(wanted);
    }
    // Only now, for moving entries counts as adding them.
    drains = 0;
    drained = 0;
    added = 0;
    addedFar = 0;
    addedBeyondQuarter = 0;
  }

  private void rebuild(int newShift) {
    rebuilds++;
    EventHeap rest = far;
    while (!wheel.isEmpty()) {
      wheel.drain(wheel.firstOccupiedFrom(0), rest);
    }
    wheel = new EventWheel();
    far = new EventHeap();
    shift = newShift;
    // Rounding up keeps all that is already in the near heap before nearEnd.
    nearEnd = (nearEnd + (1L << newShift) - 1) >> newShift << newShift;
    while (!rest.isEmpty()) {
      add(rest.minAt(), rest.minOrdinal(), rest.minCause(), rest.minEvent());
      rest.removeMin();
    }
  }

  private long horizon() {
    return (long) EventWheel.SLOTS << shift;
  }

  private int slotOf(long at) {
    return (int) (at >> shift) & (EventWheel.SLOTS - 1);
  }
}
