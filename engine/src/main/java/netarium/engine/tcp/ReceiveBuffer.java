package netarium.engine.tcp;

import java.util.ArrayDeque;
import netarium.engine.wire.Octets;

/// What has arrived in order and not been read: slices as they came, and the marks at which
/// messages end. Positions count from the first octet of the connection.
final class ReceiveBuffer {
  private final ArrayDeque<Octets> chunks = new ArrayDeque<>(4);
  private final MessageMarks marks = new MessageMarks();
  private long readAt;
  private long end;

  /// The position after the last octet that arrived in order.
  long end() {
    return end;
  }

  int availableOctets() {
    return (int) (end - readAt);
  }

  void append(Octets octets) {
    if (!octets.isEmpty()) {
      chunks.addLast(octets);
      end += octets.length();
    }
  }

  /// A segment with PSH ended at `position`, which may lie beyond a gap.
  void mark(long position) {
    if (position > readAt) {
      marks.add(position);
    }
  }

  boolean hasMessage() {
    return marks.first() <= end;
  }

  /// Up to `max` octets, without regard to marks.
  Octets read(int max) {
    int length = Math.min(max, availableOctets());
    Octets result = length <= 0 ? Octets.EMPTY : take(length);
    marks.removeUpTo(readAt);
    return result;
  }

  /// The octets up to the first mark. Only when [#hasMessage].
  Octets readMessage() {
    return read((int) (marks.first() - readAt));
  }

  void clear() {
    chunks.clear();
    readAt = end;
    marks.removeUpTo(Long.MAX_VALUE);
  }

  private Octets take(int length) {
    Octets first = chunks.removeFirst();
    readAt += length;
    if (first.length() == length) {
      return first;
    }
    if (first.length() > length) {
      chunks.addFirst(first.slice(length));
      return first.slice(0, length);
    }
    byte[] joined = new byte[length];
    first.copyTo(joined, 0);
    int filled = first.length();
    while (filled < length) {
      Octets next = chunks.removeFirst();
      int wanted = length - filled;
      if (next.length() > wanted) {
        chunks.addFirst(next.slice(wanted));
        next = next.slice(0, wanted);
      }
      next.copyTo(joined, filled);
      filled += next.length();
    }
    return Octets.wrap(joined);
  }
}
