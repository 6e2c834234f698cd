package netarium.app.canvas.scene;

import java.util.Arrays;

/// How long one direction of a link was busy up to any instant: frames come one after another.
final class Load {
  private long[] starts = new long[16];
  private long[] departs = new long[16];
  private long[] busyBefore = new long[16];
  private int size;

  long lastDeparture() {
    return size == 0 ? 0 : departs[size - 1];
  }

  void add(long start, long depart) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      departs = Arrays.copyOf(departs, 2 * size);
      busyBefore = Arrays.copyOf(busyBefore, 2 * size);
    }
    starts[size] = start;
    departs[size] = depart;
    busyBefore[size] = size == 0 ? 0 : busyBefore[size - 1] + departs[size - 1] - starts[size - 1];
    size++;
  }

  /// The share of the `window` before `instant` in which bits went out.
  double share(long instant, long window) {
    long from = Math.max(0, instant - window);
    return instant == from ? 0 : (double) (busy(instant) - busy(from)) / (instant - from);
  }

  private long busy(long instant) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return 0;
    }
    int last = low - 1;
    return busyBefore[last] + Math.max(0, Math.min(instant, departs[last]) - starts[last]);
  }
}
