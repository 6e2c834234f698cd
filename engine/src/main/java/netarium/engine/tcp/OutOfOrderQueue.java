package netarium.engine.tcp;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.Octets;

/// Text that arrived beyond a gap, kept until the gap is filled.
///
/// Invariant: the pieces are in order and do not overlap. What the window admits bounds them.
final class OutOfOrderQueue {
  private record Piece(long start, Octets octets) {
    long end() {
      return start + octets.length();
    }
  }

  private final List<Piece> pieces = new ArrayList<>(0);

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  void clear() {
    pieces.clear();
  }

  int size() {
    return pieces.size();
  }

  /// Keeps what of `octets`, which begin at `start`, is not held yet.
  void insert(long start, Octets octets) {
    long from = start;
    long to = start + octets.length();
    int at = firstAfter(from);
    if (at > 0) {
      from = Math.max(from, pieces.get(at - 1).end());
    }
    int covered = at;
    while (covered < pieces.size() && pieces.get(covered).end() <= to) {
      covered++;
    }
    if (covered > at) {
      pieces.subList(at, covered).clear();
    }
    if (at < pieces.size()) {
      to = Math.min(to, pieces.get(at).start());
    }
    if (from < to) {
      pieces.add(at, new Piece(from, octets.slice((int) (from - start), (int) (to - start))));
    }
  }

  /// Hands over what now follows the buffer's end without a gap.
  void drainInto(ReceiveBuffer buffer) {
    int drained = 0;
    while (drained < pieces.size() && pieces.get(drained).start() <= buffer.end()) {
      Piece piece = pieces.get(drained++);
      if (piece.end() > buffer.end()) {
        buffer.append(piece.octets().slice((int) (buffer.end() - piece.start())));
      }
    }
    if (drained > 0) {
      pieces.subList(0, drained).clear();
    }
  }

  /// The index of the first piece that begins after `position`; usually the end of the list.
  private int firstAfter(long position) {
    int low = 0;
    int high = pieces.size();
    if (high > 0 && pieces.get(high - 1).start() <= position) {
      return high;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).start() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
