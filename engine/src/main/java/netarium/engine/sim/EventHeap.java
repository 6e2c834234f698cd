package netarium.engine.sim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A 4-ary heap on primitive keys: (instant, ordinal) in parallel arrays, so that comparing never
/// touches an object. Total order: no two entries have the same ordinal.
final class EventHeap {
  private long[] at = new long[64];
  private long[] ordinal = new long[64];
  private long[] cause = new long[64];
  private @Nullable Event[] event = new Event[64];
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long minAt() {
    return at[0];
  }

  long minOrdinal() {
    return ordinal[0];
  }

  long minCause() {
    return cause[0];
  }

  Event minEvent() {
    Event min = event[0];
    if (min == null) {
      throw new IllegalStateException("invariant broken: the heap is not empty");
    }
    return min;
  }

  void add(long entryAt, long entryOrdinal, long entryCause, Event entryEvent) {
    if (size == at.length) {
      grow();
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >> 2;
      if (!comesBefore(entryAt, entryOrdinal, parent)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    put(hole, entryAt, entryOrdinal, entryCause, entryEvent);
  }

  void removeMin() {
    int last = --size;
    long lastAt = at[last];
    long lastOrdinal = ordinal[last];
    long lastCause = cause[last];
    Event lastEvent = event[last];
    event[last] = null;
    if (last == 0 || lastEvent == null) {
      return;
    }
    int hole = 0;
    for (int child = 1; child < last; child = (hole << 2) + 1) {
      int least = child;
      int end = Math.min(child + 4, last);
      for (int c = child + 1; c < end; c++) {
        if (comesBefore(at[c], ordinal[c], least)) {
          least = c;
        }
      }
      if (comesBefore(lastAt, lastOrdinal, least)) {
        break;
      }
      move(least, hole);
      hole = least;
    }
    put(hole, lastAt, lastOrdinal, lastCause, lastEvent);
  }

  private boolean comesBefore(long entryAt, long entryOrdinal, int other) {
    long otherAt = at[other];
    return entryAt < otherAt || (entryAt == otherAt && entryOrdinal < ordinal[other]);
  }

  private void move(int from, int to) {
    at[to] = at[from];
    ordinal[to] = ordinal[from];
    cause[to] = cause[from];
    event[to] = event[from];
  }

  private void put(int index, long entryAt, long entryOrdinal, long entryCause, Event entryEvent) {
    at[index] = entryAt;
    ordinal[index] = entryOrdinal;
    cause[index] = entryCause;
    event[index] = entryEvent;
  }

  private void grow() {
    int capacity = at.length * 2;
    at = Arrays.copyOf(at, capacity);
    ordinal = Arrays.copyOf(ordinal, capacity);
    cause = Arrays.copyOf(cause, capacity);
    event = Arrays.copyOf(event, capacity);
  }
}
