package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value that changes now and then: what it was at an instant.
///
/// @param <T> the value's type
final class History<T> {
  private long[] since = new long[4];
  private final List<T> values = new ArrayList<>();

  void put(long instant, T value) {
    if (values.size() == since.length) {
      since = Arrays.copyOf(since, 2 * since.length);
    }
    since[values.size()] = instant;
    values.add(value);
  }

  /// How many changes there were up to an instant.
  int countAt(long instant) {
    int low = 0;
    int high = values.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (since[middle] <= instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Nullable T at(long instant) {
    int count = countAt(instant);
    return count == 0 ? null : values.get(count - 1);
  }

  @Nullable T last() {
    return values.isEmpty() ? null : values.getLast();
  }

  T get(int index) {
    return values.get(index);
  }

  long sinceOf(int index) {
    return since[index];
  }

  int size() {
    return values.size();
  }
}
