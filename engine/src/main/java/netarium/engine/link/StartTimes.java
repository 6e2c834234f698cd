package netarium.engine.link;

/// The instants at which waiting frames will start to leave: a ring of longs in ascending order.
final class StartTimes {
  private static final int INITIAL_CAPACITY = 8;
  private static final long[] NONE = {};

  /// Its length is zero or a power of two.
  private long[] ring = NONE;

  private int head;
  private int size;

  /// Forgets those up to and including `now`, answers how many remain.
  int laterThan(long now) {
    while (size > 0 && ring[head] <= now) {
      head = (head + 1) & (ring.length - 1);
      size--;
    }
    return size;
  }

  void add(long start) {
    if (size == ring.length) {
      grow();
    }
    ring[(head + size) & (ring.length - 1)] = start;
    size++;
  }

  void clear() {
    size = 0;
  }

  private void grow() {
    long[] larger = new long[Math.max(INITIAL_CAPACITY, ring.length * 2)];
    int upToEnd = ring.length - head;
    System.arraycopy(ring, head, larger, 0, upToEnd);
    System.arraycopy(ring, 0, larger, upToEnd, head);
    ring = larger;
    head = 0;
  }
}
