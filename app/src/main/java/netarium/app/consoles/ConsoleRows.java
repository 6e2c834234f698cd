package netarium.app.consoles;

import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The lines of one console as a list that a view can watch. It holds no line itself, so a hundred
/// thousand of them cost it nothing.
final class ConsoleRows extends ObservableListBase<ConsoleLine> {
  private static final long NEVER = -1;

  private @Nullable Console console;
  private int first;
  private int size;
  private long seenDropped;
  private long seenChanges = NEVER;

  /// The console's number of a row's line.
  int indexOf(int row) {
    return first + row;
  }

  int rowOf(int index) {
    return index - first;
  }

  /// Shows another console, or what has become of this one. Answers whether anything changed.
  boolean show(@Nullable Console shown) {
    boolean isOther = shown != console;
    if (!isOther && (shown == null || shown.changes() == seenChanges)) {
      return false;
    }
    int newFirst = shown == null ? 0 : shown.first();
    int newSize = shown == null ? 0 : shown.size() - newFirst;
    boolean isSameStart =
        !isOther && shown != null && newFirst == first && shown.droppedLines() == seenDropped;
    beginChange();
    if (isSameStart) {
      int old = size;
      size = newSize;
      updated(old);
      nextAdd(old, newSize);
    } else {
      replace(shown, newFirst, newSize);
    }
    endChange();
    seenChanges = shown == null ? NEVER : shown.changes();
    seenDropped = shown == null ? 0 : shown.droppedLines();
    return true;
  }

  /// The last few lines may have grown.
  private void updated(int old) {
    for (int row = Math.max(0, old - 8); row < old; row++) {
      nextUpdate(row);
    }
  }

  private void replace(@Nullable Console shown, int newFirst, int newSize) {
    List<ConsoleLine> gone = List.copyOf(this);
    console = shown;
    first = newFirst;
    size = newSize;
    nextReplace(0, newSize, gone);
  }

  @Override
  public ConsoleLine get(int row) {
    if (console == null || row >= size) {
      throw new IndexOutOfBoundsException(row);
    }
    return console.line(first + row);
  }

  @Override
  public int size() {
    return size;
  }
}
