package netarium.engine.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import netarium.engine.wire.Octets;

/// What one side of a TCP connection has said: its octets in order, counted from 0, with when each
/// was first sent and when the other side had it and all before it.
///
/// The octets are those slices that stand in the log anyway; of each segment little more is kept
/// than where it ends. An octet that is sent again counts as sent when it was sent first.
public final class StreamOctets {
  /// Not sent, or not arrived, as far as is known.
  public static final long NEVER = -1;

  private static final int FIRST_SIZE = 4;

  private Octets[] texts = new Octets[FIRST_SIZE];
  private long[] ends = new long[FIRST_SIZE];
  private long[] sentNanos = new long[FIRST_SIZE];
  private long[] ordinals = new long[FIRST_SIZE];
  private int segments;

  private long[] arrivedTo = new long[FIRST_SIZE];
  private long[] arrivedNanos = new long[FIRST_SIZE];
  private int arrivals;

  /// What was sent, or has arrived, behind octets that are missing so far.
  private final TreeMap<Long, Piece> sentEarly = new TreeMap<>();

  private final TreeMap<Long, Long> arrivedEarly = new TreeMap<>();

  /// The segment in which an octet was found last: most questions go on from there.
  private int hint;

  private record Piece(Octets text, long nanos, long ordinal) {}

  StreamOctets() {}

  /// How many octets have been sent without a gap.
  public long length() {
    return segments == 0 ? 0 : ends[segments - 1];
  }

  /// In how many segments they were first sent.
  public int segments() {
    return segments;
  }

  /// How many octets have arrived without a gap.
  public long arrived() {
    return arrivals == 0 ? 0 : arrivedTo[arrivals - 1];
  }

  /// Takes what a segment carries from octet `from` on; whether anything of it is new.
  boolean sent(long from, Octets text, long nanos, long ordinal) {
    long known = length();
    if (from > known) {
      sentEarly.putIfAbsent(from, new Piece(text, nanos, ordinal));
      return false;
    }
    if (from + text.length() <= known) {
      return false;
    }
    append(text.slice((int) (known - from)), nanos, ordinal);
    while (!sentEarly.isEmpty() && sentEarly.firstKey() <= length()) {
      Map.Entry<Long, Piece> next = sentEarly.pollFirstEntry();
      Piece piece = next.getValue();
      long skip = length() - next.getKey();
      if (skip < piece.text.length()) {
        append(piece.text.slice((int) skip), piece.nanos, piece.ordinal);
      }
    }
    return true;
  }

  private void append(Octets text, long nanos, long ordinal) {
    if (segments == texts.length) {
      int size = 2 * segments;
      texts = Arrays.copyOf(texts, size);
      ends = Arrays.copyOf(ends, size);
      sentNanos = Arrays.copyOf(sentNanos, size);
      ordinals = Arrays.copyOf(ordinals, size);
    }
    texts[segments] = text;
    ends[segments] = length() + text.length();
    sentNanos[segments] = nanos;
    ordinals[segments] = ordinal;
    segments++;
  }

  /// The other side has got the octets from `from` up to `to`.
  void arrived(long from, long to, long nanos) {
    long known = arrived();
    if (from > known) {
      arrivedEarly.merge(from, to, Math::max);
      return;
    }
    long reach = to;
    while (!arrivedEarly.isEmpty() && arrivedEarly.firstKey() <= reach) {
      reach = Math.max(reach, arrivedEarly.pollFirstEntry().getValue());
    }
    if (reach > known) {
      if (arrivals == arrivedTo.length) {
        arrivedTo = Arrays.copyOf(arrivedTo, 2 * arrivals);
        arrivedNanos = Arrays.copyOf(arrivedNanos, 2 * arrivals);
      }
      arrivedTo[arrivals] = reach;
      arrivedNanos[arrivals++] = nanos;
    }
  }

  private int segmentOf(long octet) {
    int guess = hint;
    for (int i = guess; i < Math.min(guess + 2, segments); i++) {
      if (octet < ends[i] && octet >= start(i)) {
        hint = i;
        return i;
      }
    }
    int found = Arrays.binarySearch(ends, 0, segments, octet + 1);
    hint = found >= 0 ? found : -found - 1;
    return hint;
  }

  private long start(int segment) {
    return segment == 0 ? 0 : ends[segment - 1];
  }

  private boolean isThere(long octet) {
    return octet >= 0 && octet < length();
  }

  /// An octet as 0 … 255.
  public int at(long octet) {
    if (!isThere(octet)) {
      throw new IndexOutOfBoundsException(octet + " of " + length() + " octets");
    }
    int segment = segmentOf(octet);
    return texts[segment].at((int) (octet - start(segment)));
  }

  /// The octet behind the line that begins at `from`, or -1 where none ends within `most` octets.
  long lineEnd(long from, int most) {
    long limit = Math.min(length(), from + most);
    for (long at = from; at < limit; at++) {
      if (at(at) == '\n') {
        return at + 1;
      }
    }
    return -1;
  }

  /// The octets from `from` up to but not including `to`, at most those that there are.
  public Octets slice(long from, long to) {
    long end = Math.min(to, length());
    if (from >= end) {
      return Octets.EMPTY;
    }
    int segment = segmentOf(from);
    if (end <= ends[segment]) {
      return texts[segment].slice((int) (from - start(segment)), (int) (end - start(segment)));
    }
    byte[] joined = new byte[Math.toIntExact(end - from)];
    for (int i = segment; i < segments && start(i) < end; i++) {
      long first = Math.max(from, start(i));
      long last = Math.min(end, ends[i]);
      texts[i]
          .slice((int) (first - start(i)), (int) (last - start(i)))
          .copyTo(joined, (int) (first - from));
    }
    return Octets.wrap(joined);
  }

  /// When an octet was first sent, or [#NEVER].
  public long sentAt(long octet) {
    return isThere(octet) ? sentNanos[segmentOf(octet)] : NEVER;
  }

  /// The ordinal of the event that first sent an octet, or [#NEVER].
  public long sentBy(long octet) {
    return isThere(octet) ? ordinals[segmentOf(octet)] : NEVER;
  }

  /// When the other side had an octet and all before it, or [#NEVER].
  public long arrivedAt(long octet) {
    if (octet < 0 || octet >= arrived()) {
      return NEVER;
    }
    int found = Arrays.binarySearch(arrivedTo, 0, arrivals, octet + 1);
    return arrivedNanos[found >= 0 ? found : -found - 1];
  }

  /// The first octet of the segment that carried an octet first.
  public long segmentStart(long octet) {
    return start(segmentOf(octet));
  }

  /// The octet behind the segment that carried an octet first.
  public long segmentEnd(long octet) {
    return ends[segmentOf(octet)];
  }

  /// When the segment with this number was first sent.
  public long segmentSentAt(int segment) {
    return sentNanos[segment];
  }

  /// The event that sent it.
  public long segmentSentBy(int segment) {
    return ordinals[segment];
  }

  /// The octet behind the segment with this number.
  public long endOf(int segment) {
    return ends[segment];
  }

  /// In how many segments the octets from `from` up to but not including `to` were first sent.
  public int segments(long from, long to) {
    long end = Math.min(to, length());
    return from >= end ? 0 : segmentOf(end - 1) - segmentOf(from) + 1;
  }

  /// How many octets had been sent at an instant.
  public long sentBefore(long nanos) {
    int low = 0;
    int high = segments;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentNanos[middle] <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : ends[low - 1];
  }
}
