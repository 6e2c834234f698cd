package netarium.engine.wire;

import java.util.ArrayDeque;
import java.util.Deque;

/// Octets as a stream brings them, to be taken from the front in other pieces than they came in.
/// Each is copied once at most, however many pieces a message came in.
public final class OctetQueue {
  private final Deque<Octets> pieces = new ArrayDeque<>();
  private int length;

  public void add(Octets octets) {
    if (!octets.isEmpty()) {
      pieces.add(octets);
      length += octets.length();
    }
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /// The first piece, whole; empty when there is nothing.
  public Octets first() {
    Octets first = pieces.peekFirst();
    return first == null ? Octets.EMPTY : first;
  }

  /// The first octets, `most` of them if there are so many; they stay where they are.
  public Octets peek(int most) {
    int wanted = Math.min(most, length);
    if (wanted == 0) {
      return Octets.EMPTY;
    }
    Octets first = pieces.getFirst();
    if (first.length() >= wanted) {
      return first.slice(0, wanted);
    }
    byte[] joined = new byte[wanted];
    int filled = 0;
    for (Octets piece : pieces) {
      int count = Math.min(piece.length(), wanted - filled);
      piece.slice(0, count).copyTo(joined, filled);
      filled += count;
      if (filled == wanted) {
        break;
      }
    }
    return Octets.wrap(joined);
  }

  /// Takes the first octets out. Only as many as there are.
  public Octets take(int count) {
    Octets taken = peek(count);
    drop(count);
    return taken;
  }

  /// Lets go of the first octets. Only of as many as there are.
  public void drop(int count) {
    if (count > length) {
      throw new IndexOutOfBoundsException(count + " of " + length + " octets");
    }
    int rest = count;
    while (rest > 0) {
      Octets first = pieces.removeFirst();
      if (first.length() > rest) {
        pieces.addFirst(first.slice(rest));
      }
      rest -= Math.min(rest, first.length());
    }
    length -= count;
  }

  public void clear() {
    pieces.clear();
    length = 0;
  }
}
