package netarium.engine.tls;

import java.util.ArrayDeque;
import java.util.Deque;
import netarium.engine.wire.Octets;

/// Octets that wait, in the pieces in which they came.
final class OctetQueue {
  private final Deque<Octets> pieces = new ArrayDeque<>();
  private int length;

  void add(Octets octets) {
    if (!octets.isEmpty()) {
      pieces.add(octets);
      length += octets.length();
    }
  }

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /// What comes first, without taking it.
  Octets first() {
    Octets first = pieces.peek();
    return first == null ? Octets.EMPTY : first;
  }

  /// Takes at most so many from the first piece.
  void drop(int count) {
    Octets first = pieces.remove();
    length -= count;
    if (count < first.length()) {
      pieces.push(first.slice(count));
    }
  }

  /// Takes at most so many.
  Octets take(int max) {
    int count = Math.min(max, length);
    byte[] taken = new byte[count];
    int at = 0;
    while (at < count) {
      Octets first = first();
      int part = Math.min(first.length(), count - at);
      first.slice(0, part).copyTo(taken, at);
      drop(part);
      at += part;
    }
    return Octets.wrap(taken);
  }

  void clear() {
    pieces.clear();
    length = 0;
  }
}
