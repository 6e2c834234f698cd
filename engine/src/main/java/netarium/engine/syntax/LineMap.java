package netarium.engine.syntax;

import java.util.Arrays;

/// Offsets to lines and columns; both count from 1, columns count octets.
public final class LineMap {
  private int[] starts = new int[64];
  private int count = 1;

  private LineMap() {}

  public static LineMap of(byte[] source) {
    LineMap map = new LineMap();
    int at = 0;
    while (at < source.length) {
      int c = source[at++];
      if (c == '\n' || c == '\r') {
        if (at < source.length && c + source[at] == '\n' + '\r') {
          at++;
        }
        map.add(at);
      }
    }
    return map;
  }

  private void add(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = start;
  }

  public int lineAt(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  public int columnAt(int offset) {
    return offset - starts[lineAt(offset) - 1] + 1;
  }

  public int lines() {
    return count;
  }

  /// Where line `line` starts.
  public int startOf(int line) {
    return starts[line - 1];
  }
}
