package netarium.engine.sim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// 4096 unsorted slots of equal width: the middle distance of the [EventQueue]. Entries live in one
/// pool of nodes chained per slot; a bit set finds the next slot that is not empty.
///
/// Invariant: every entry lies in `[start, start + 4096 · width)`, so a slot holds one stretch of
/// time only.
final class EventWheel {
  static final int SLOTS = 4096;
  private static final int NONE = -1;

  private final int[] head = new int[SLOTS];
  private final long[] occupied = new long[SLOTS / 64];
  private int[] next = new int[256];
  private long[] at = new long[256];
  private long[] ordinal = new long[256];
  private long[] cause = new long[256];
  private @Nullable Event[] event = new Event[256];
  private int free = NONE;
  private int used;
  private int size;

  EventWheel() {
    Arrays.fill(head, NONE);
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  void add(int slot, long entryAt, long entryOrdinal, long entryCause, Event entryEvent) {
    int node = free;
    if (node == NONE) {
      if (used == next.length) {
        grow();
      }
      node = used++;
    } else {
      free = next[node];
    }
    at[node] = entryAt;
    ordinal[node] = entryOrdinal;
    cause[node] = entryCause;
    event[node] = entryEvent;
    next[node] = head[slot];
    head[slot] = node;
    occupied[slot >> 6] |= 1L << (slot & 63);
    size++;
  }

  /// The first slot at or after `slot`, going round, that holds an entry. Only when not empty.
  int firstOccupiedFrom(int slot) {
    int word = slot >> 6;
    long bits = occupied[word] & (-1L << (slot & 63));
    while (bits == 0) {
      word = (word + 1) & (occupied.length - 1);
      bits = occupied[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(bits);
  }

  /// Moves all entries of a slot into the heap; answers how many they were.
  int drain(int slot, EventHeap into) {
    int count = 0;
    int node = head[slot];
    while (node != NONE) {
      Event moved = event[node];
      if (moved == null) {
        throw new IllegalStateException("invariant broken: a chained node holds an event");
      }
      into.add(at[node], ordinal[node], cause[node], moved);
      event[node] = null;
      int following = next[node];
      next[node] = free;
      free = node;
      node = following;
      count++;
    }
    head[slot] = NONE;
    occupied[slot >> 6] &= ~(1L << (slot & 63));
    size -= count;
    return count;
  }

  private void grow() {
    int capacity = next.length * 2;
    next = Arrays.copyOf(next, capacity);
    at = Arrays.copyOf(at, capacity);
    ordinal = Arrays.copyOf(ordinal, capacity);
    cause = Arrays.copyOf(cause, capacity);
    event = Arrays.copyOf(event, capacity);
  }
}
