package netarium.engine.screen;

import java.util.Arrays;
import java.util.List;

/// How much of each pixel an area covers.
///
/// Every row of pixels is cut into thin lines. On each the crossings with the outlines are found,
/// and what lies between them counts with its exact length in 256ths of a pixel. An outline that
/// runs round a place more often than back covers it, so overlapping parts of one shape are one
/// area.
final class Coverage {
  /// Thin lines in a row of pixels.
  private static final int LINES = 8;

  private static final int UNITS = 256;
  private static final int NONE = -1;

  /// The share of a pixel that is covered altogether.
  static final int WHOLE = LINES * UNITS;

  private final int width;
  private final int height;

  /// Of one row: units covered within a pixel, and changes of those covered throughout.
  private final int[] part;

  private final int[] change;
  private double[] crossings = new double[64];
  private int[] directions = new int[64];
  private int crossingCount;

  /// `x, y` of one end and of the other, of all edges.
  private double[] edges = {};

  /// The edges that begin in each row, as lists through [#next].
  private final int[] firstAt;

  private int[] next = {};
  private int[] active = {};
  private int activeCount;

  Coverage(int width, int height) {
    this.width = width;
    this.height = height;
    this.part = new int[width + 2];
    this.change = new int[width + 2];
    this.firstAt = new int[height];
    Arrays.fill(firstAt, NONE);
  }

  /// Receives pixels that are covered at least in part.
  @FunctionalInterface
  interface Paint {
    void pixel(int x, int y, int share);
  }

  /// Fills what closed outlines (`x, y, x, y …`) enclose.
  void fill(List<double[]> outlines, Paint paint) {
    edges = edges(outlines);
    int count = edges.length / 4;
    next = new int[count];
    active = new int[count];
    activeCount = 0;
    int first = height;
    int last = -1;
    for (int edge = 0; edge < count; edge++) {
      double top = Math.min(edges[4 * edge + 1], edges[4 * edge + 3]);
      if (top < height && bottom(edge) >= 0) {
        int row = (int) Math.max(0, top);
        next[edge] = firstAt[row];
        firstAt[row] = edge;
        first = Math.min(first, row);
        last = Math.max(last, (int) Math.min(height - 1.0, bottom(edge)));
      }
    }
    for (int y = first; y <= last; y++) {
      choose(y);
      row(y, paint);
    }
  }

  private double bottom(int edge) {
    return Math.max(edges[4 * edge + 1], edges[4 * edge + 3]);
  }

  /// Finds the edges that touch a row: those of the row before that go on, and those that begin.
  private void choose(int y) {
    int kept = 0;
    for (int i = 0; i < activeCount; i++) {
      if (bottom(active[i]) >= y) {
        active[kept++] = active[i];
      }
    }
    for (int edge = firstAt[y]; edge != NONE; edge = next[edge]) {
      active[kept++] = edge;
    }
    firstAt[y] = NONE;
    activeCount = kept;
  }

  /// `x, y` of one end and of the other, for each edge that crosses anything.
  private static double[] edges(List<double[]> outlines) {
    double[] edges = new double[outlines.stream().mapToInt(each -> each.length * 2).sum()];
    int count = 0;
    for (double[] outline : outlines) {
      for (int i = 0; i < outline.length; i += 2) {
        int next = i + 2 < outline.length ? i + 2 : 0;
        if (outline[i + 1] != outline[next + 1]) {
          edges[count++] = outline[i];
          edges[count++] = outline[i + 1];
          edges[count++] = outline[next];
          edges[count++] = outline[next + 1];
        }
      }
    }
    return Arrays.copyOf(edges, count);
  }

  private void row(int y, Paint paint) {
    int low = width;
    int high = 0;
    for (int line = 0; line < LINES; line++) {
      cross(y + (line + 0.5) / LINES);
      int around = 0;
      for (int i = 0; i < crossingCount; i++) {
        int before = around;
        around += directions[i];
        if (before != 0 && i > 0) {
          int from = units(crossings[i - 1]);
          int to = units(crossings[i]);
          if (to > from) {
            low = Math.min(low, from / UNITS);
            high = Math.max(high, to / UNITS);
            span(from, to);
          }
        }
      }
    }
    paintRow(y, low, Math.min(high, width - 1), paint);
    if (low <= high) {
      Arrays.fill(part, low, high + 2, 0);
      Arrays.fill(change, low, high + 2, 0);
    }
  }

  private void paintRow(int y, int low, int high, Paint paint) {
    int throughout = 0;
    for (int x = low; x <= high; x++) {
      throughout += change[x];
      int share = throughout + part[x];
      if (share > 0) {
        paint.pixel(x, y, share);
      }
    }
  }

  private int units(double x) {
    return (int) Math.max(0, Math.min((double) width * UNITS, Math.floor(x * UNITS + 0.5)));
  }

  private void span(int from, int to) {
    int first = from / UNITS;
    int last = to / UNITS;
    if (first == last) {
      part[first] += to - from;
      return;
    }
    part[first] += UNITS - from % UNITS;
    part[last] += to % UNITS;
    change[first + 1] += UNITS;
    change[last] -= UNITS;
  }

  /// Finds the crossings with a thin line, from left to right.
  private void cross(double y) {
    crossingCount = 0;
    for (int each = 0; each < activeCount; each++) {
      int i = 4 * active[each];
      double y0 = edges[i + 1];
      double y1 = edges[i + 3];
      if ((y0 <= y) == (y1 <= y)) {
        continue;
      }
      double x = edges[i] + (y - y0) * (edges[i + 2] - edges[i]) / (y1 - y0);
      add(x, y0 < y1 ? 1 : -1);
    }
  }

  private void add(double x, int direction) {
    if (crossingCount == crossings.length) {
      crossings = Arrays.copyOf(crossings, crossingCount * 2);
      directions = Arrays.copyOf(directions, crossingCount * 2);
    }
    int at = crossingCount++;
    while (at > 0 && crossings[at - 1] > x) {
      crossings[at] = crossings[at - 1];
      directions[at] = directions[at - 1];
      at--;
    }
    crossings[at] = x;
    directions[at] = direction;
  }
}
