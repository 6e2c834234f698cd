package netarium.engine.tcp;

import java.util.Arrays;

/// Where messages end in the incoming stream: positions after the last octet of segments with PSH,
/// in order, each once, however often and in whatever order the segments came.
final class MessageMarks {
  private long[] marks = new long[4];
  private int head;
  private int count;

  /// Remembers a mark; one that is there already stays single.
  void add(long position) {
    int at = count;
    while (at > 0 && marks[head + at - 1] >= position) {
      if (marks[head + at - 1] == position) {
        return;
      }
      at--;
    }
    makeRoom();
    int index = head + at;
    System.arraycopy(marks, index, marks, index + 1, count - at);
    marks[index] = position;
    count++;
  }

  /// The first mark, or `Long.MAX_VALUE`.
  long first() {
    return count == 0 ? Long.MAX_VALUE : marks[head];
  }

  /// Forgets the marks up to and including `position`, which have been read past.
  void removeUpTo(long position) {
    while (count > 0 && marks[head] <= position) {
      head++;
      count--;
    }
    if (count == 0) {
      head = 0;
    }
  }

  private void makeRoom() {
    if (head + count < marks.length) {
      return;
    }
    if (head > marks.length / 2) {
      System.arraycopy(marks, head, marks, 0, count);
      head = 0;
    } else {
      marks = Arrays.copyOf(marks, marks.length * 2);
    }
  }
}
