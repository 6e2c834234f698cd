package netarium.app.canvas.scene;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Spans of time that are added in the order in which they begin, and the question which of them
/// hold an instant: O(log n) for each that does.
///
/// Above the ends lies a pyramid of maxima: each level keeps the latest end of [#FAN] entries of
/// the level below, so a search goes down only where some span still lasts.
public final class Spans {
  private static final int FAN = 8;

  private long[] begins = new long[64];
  private long[][] latest = {new long[64]};
  private int size;

  public void add(long begin, long end) {
    if (size > 0 && begin < begins[size - 1]) {
      throw new IllegalStateException("invariant broken: spans are added as they begin");
    }
    if (size == begins.length) {
      begins = Arrays.copyOf(begins, 2 * size);
    }
    begins[size] = begin;
    int at = size;
    for (int level = 0; ; level++) {
      put(level, at, end);
      if (at < FAN) {
        break;
      }
      if (level + 1 == latest.length) {
        addLevel(level);
      }
      at /= FAN;
    }
    size++;
  }

  private void put(int level, int at, long end) {
    long[] row = latest[level];
    if (at >= row.length) {
      row = Arrays.copyOf(row, Math.max(at + 1, 2 * row.length));
      latest[level] = row;
    }
    row[at] = Math.max(row[at], end);
  }

  /// The first time a level has more than [#FAN] entries, the level above starts with their
  /// maximum.
  private void addLevel(int below) {
    latest = Arrays.copyOf(latest, latest.length + 1);
    long[] row = new long[64];
    for (int i = 0; i < FAN; i++) {
      row[0] = Math.max(row[0], latest[below][i]);
    }
    latest[below + 1] = row;
  }

  public int size() {
    return size;
  }

  /// How many spans begin at or before an instant.
  public int begunBy(long instant) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (begins[middle] <= instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Calls `found` with every span that begins at or before `instant` and ends after it, in order.
  public void holding(long instant, IntConsumer found) {
    int begun = begunBy(instant);
    if (begun > 0) {
      int top = latest.length - 1;
      int width = widthOf(top);
      for (int i = 0; (long) i * width < begun; i++) {
        descend(top, i, width, begun, instant, found);
      }
    }
  }

  private static int widthOf(int level) {
    int width = 1;
    for (int i = 0; i < level; i++) {
      width *= FAN;
    }
    return width;
  }

  private void descend(int level, int at, int width, int begun, long instant, IntConsumer found) {
    if (latest[level][at] <= instant) {
      return;
    }
    if (level == 0) {
      found.accept(at);
      return;
    }
    int step = width / FAN;
    for (int child = at * FAN; child < (at + 1) * FAN && (long) child * step < begun; child++) {
      descend(level - 1, child, step, begun, instant, found);
    }
  }
}
