package netarium.app.packets;

import java.util.Arrays;

/// A list of numbers that costs four octets each.
final class Ints {
  private int[] values = new int[256];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
    values = new int[256];
  }

  /// In a list that is sorted: where a value is, or `-(place it would have) - 1`.
  int find(int value) {
    return size > 0 && value > values[size - 1]
        ? -size - 1
        : Arrays.binarySearch(values, 0, size, value);
  }

  void insert(int index, int value) {
    add(value);
    System.arraycopy(values, index, values, index + 1, size - 1 - index);
    values[index] = value;
  }

  long octets() {
    return 4L * values.length;
  }
}
