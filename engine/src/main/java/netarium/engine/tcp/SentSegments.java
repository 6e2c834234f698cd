package netarium.engine.tcp;

import java.util.ArrayList;
import java.util.List;

/// What is outstanding, segment by segment, with the time each left last and what has become of it
/// (RFC 8985 §5.2).
///
/// Positions count octets of sequence space from the first one of the connection and never wrap.
///
/// Invariant: the segments are in order and leave out nothing from the acknowledged position on.
final class SentSegments {
  /// One segment, as it was sent; `isHeld` once SACK has named it.
  static final class Sent {
    long start;
    long end;
    long atNanos;
    boolean isAgain;
    boolean isHeld;
    boolean isLost;

    private Sent(long start, long end, long atNanos) {
      this.start = start;
      this.end = end;
      this.atNanos = atNanos;
    }
  }

  private final List<Sent> segments = new ArrayList<>();

  List<Sent> all() {
    return segments;
  }

  boolean isEmpty() {
    return segments.isEmpty();
  }

  int heldCount() {
    int count = 0;
    for (int i = 0; i < segments.size(); i++) {
      count += segments.get(i).isHeld ? 1 : 0;
    }
    return count;
  }

  /// Octets that are thought to be on their way: neither held by the other side nor lost.
  long pipe() {
    long octets = 0;
    for (int i = 0; i < segments.size(); i++) {
      Sent each = segments.get(i);
      octets += each.isHeld || each.isLost ? 0 : each.end - each.start;
    }
    return octets;
  }

  /// The positions from `from` up to `to` leave now; what of them had left before leaves again.
  void sent(long from, long to, long nowNanos) {
    long known = segments.isEmpty() ? from : segments.getLast().end;
    if (from < known) {
      int first = split(from);
      int after = split(Math.min(to, known));
      for (int i = first; i < after; i++) {
        Sent each = segments.get(i);
        each.atNanos = nowNanos;
        each.isAgain = true;
        each.isLost = false;
      }
    }
    if (to > known) {
      segments.add(new Sent(Math.max(from, known), to, nowNanos));
    }
  }

  /// Cuts the segments so that one begins at `position`; answers its index.
  int split(long position) {
    int at = 0;
    while (at < segments.size() && segments.get(at).end <= position) {
      at++;
    }
    if (at < segments.size() && segments.get(at).start < position) {
      Sent before = segments.get(at);
      Sent after = new Sent(position, before.end, before.atNanos);
      after.isAgain = before.isAgain;
      after.isHeld = before.isHeld;
      after.isLost = before.isLost;
      before.end = position;
      segments.add(++at, after);
    }
    return at;
  }

  /// The first that is lost and has not been sent again, or -1.
  int firstLost() {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).isLost) {
        return i;
      }
    }
    return -1;
  }

  /// The last that the other side is not known to hold, or -1.
  int lastMissing() {
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (!segments.get(i).isHeld) {
        return i;
      }
    }
    return -1;
  }

  /// Forgets the first `count`.
  void forget(int count) {
    segments.subList(0, count).clear();
  }

  /// Nothing is held any more: the other side has gone back on its word (RFC 2018 §8).
  void renege() {
    for (Sent each : segments) {
      each.isHeld = false;
    }
  }

  void loseAll() {
    for (Sent each : segments) {
      each.isLost = !each.isHeld;
    }
  }
}
