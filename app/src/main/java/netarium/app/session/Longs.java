package netarium.app.session;

import java.util.Arrays;

/// Numbers in the order in which they were added, which must be their own order where they are
/// searched. For a million of them a list of objects would be too much.
public final class Longs {
  private long[] values = new long[64];
  private int size;

  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  public int size() {
    return size;
  }

  public long get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return values[index];
  }

  /// How many of them are less than `bound`.
  public int countBelow(long bound) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// How many of them are at most `bound`.
  public int countUpTo(long bound) {
    return bound == Long.MAX_VALUE ? size : countBelow(bound + 1);
  }

  public void clear() {
    size = 0;
  }
}
