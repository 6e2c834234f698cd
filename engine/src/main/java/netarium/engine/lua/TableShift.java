package netarium.engine.lua;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Moving items by one place, for `table.insert` and `table.remove`.
///
/// A `__len` can say any number: within a stretch far longer than the table only what is there is
/// moved, as walking over the rest would take as long as it says.
public final class TableShift {
  /// A stretch that is walked over, whatever is there.
  private static final int SHORT = 64;

  private TableShift() {}

  /// Moves the items `from … end - 1` one place up, to `from + 1 … end`.
  public static void up(Table t, int from, int end) {
    if (end <= t.count) {
      System.arraycopy(t.array, from - 1, t.array, from, end - from);
      return;
    }
    if (isSparse(t, from, end)) {
      t.set(end, Nil.NIL);
      move(t, from, end - 1, 1);
      return;
    }
    for (int i = end; i > from; i--) {
      t.set(i, t.get(i - 1));
    }
  }

  /// Moves what stands at `from + 1` to `end` down by one place; `end` is empty afterwards.
  public static void down(Table t, int from, int end) {
    if (isSparse(t, from, end)) {
      t.set(from, Nil.NIL);
      move(t, from + 1, end, -1);
      return;
    }
    for (int i = from; i < end; i++) {
      t.set(i, t.get(i + 1));
    }
    t.set(end, Nil.NIL);
  }

  private static boolean isSparse(Table t, int from, int end) {
    return end - (long) from > 2L * t.slots() + SHORT;
  }

  private static void move(Table t, int first, int last, int by) {
    List<Integer> places = new ArrayList<>();
    for (int at = t.nextPosition(0); at >= 0; at = t.nextPosition(at + 1)) {
      if (t.keyAt(at) instanceof Num n && n.v >= first && n.v <= last && n.v == Math.rint(n.v)) {
        places.add((int) n.v);
      }
    }
    places.sort(by > 0 ? Comparator.reverseOrder() : Comparator.naturalOrder());
    for (int place : places) {
      LuaValue moved = t.get(place);
      t.set(place, Nil.NIL);
      t.set(place + by, moved);
    }
  }
}
