package netarium.engine.tcp;

import java.util.Arrays;

/// What of the outstanding text the other side has reported to hold (RFC 6675 §3): the runs that
/// SACK named, in order, and the sums that the rules of RFC 6675 §4 ask for.
///
/// Positions count octets of sequence space from the first one of the connection and never wrap. No
/// rule walks over the runs: "lost" is decided by the three highest, the pipe by running sums.
///
/// Invariant: runs do not touch and lie above the acknowledged position; `sacked` is their sum,
/// `repeated` what of `[una, highRxt)` they leave out.
final class SackScoreboard {
  /// DupThresh of RFC 6675 §2.
  static final int DUPLICATES_FOR_LOSS = 3;

  private static final int INITIAL_RUNS = 8;

  private long[] starts = new long[INITIAL_RUNS];
  private long[] ends = new long[INITIAL_RUNS];
  private int count;
  private long una;
  private long sacked;
  private long highRxt;
  private long repeated;

  void start(long position) {
    una = position;
    highRxt = position;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// HighACK of RFC 6675, as a position.
  long una() {
    return una;
  }

  /// HighRxt of RFC 6675: the position after the highest that was sent again in this recovery.
  long highRxt() {
    return highRxt;
  }

  /// Octets between SND.UNA and the highest sent that the other side holds.
  long sacked() {
    return sacked;
  }

  /// The position after the highest that SACK has named, or that of SND.UNA.
  long highest() {
    return count == 0 ? una : ends[count - 1];
  }

  /// Takes a block; answers how many of its octets were not known to have come.
  long add(long from, long to) {
    long start = Math.max(from, una);
    if (start >= to) {
      return 0;
    }
    int first = firstReaching(start);
    int after = first;
    long begin = start;
    long end = to;
    long held = 0;
    long heldRepeated = 0;
    while (after < count && starts[after] <= to) {
      begin = Math.min(begin, starts[after]);
      end = Math.max(end, ends[after]);
      held += ends[after] - starts[after];
      heldRepeated += belowRxt(starts[after], ends[after]);
      after++;
    }
    replace(first, after, begin, end);
    long fresh = end - begin - held;
    sacked += fresh;
    repeated -= belowRxt(begin, end) - heldRepeated;
    return fresh;
  }

  /// Everything before `position` is acknowledged.
  void acknowledge(long position) {
    int gone = 0;
    long heldBefore = 0;
    while (gone < count && starts[gone] < position) {
      if (ends[gone] > position) {
        heldBefore += position - starts[gone];
        starts[gone] = position;
        break;
      }
      heldBefore += ends[gone] - starts[gone];
      gone++;
    }
    if (position >= highRxt) {
      repeated = 0;
      highRxt = position;
    } else {
      repeated -= position - una - heldBefore;
    }
    remove(0, gone);
    sacked -= heldBefore;
    una = position;
  }

  /// Forgets what was sent again: a recovery begins or has ended.
  void restart() {
    highRxt = una;
    repeated = 0;
  }

  /// Forgets all the other side has said: after a time-out it may have thrown it away (RFC 2018
  /// §8).
  void clear() {
    count = 0;
    sacked = 0;
    restart();
  }

  /// Octets from `from` on, which SACK leaves out, have been sent again.
  void repeated(long from, int octets) {
    long end = from + octets;
    if (end > highRxt) {
      repeated += end - Math.max(from, highRxt);
      highRxt = end;
    }
  }

  /// The position below which what SACK leaves out counts as lost: three runs, or more than two
  /// full segments, lie above it (IsLost of RFC 6675 §4).
  long lostBelow(int mss) {
    long above = 0;
    for (int i = count - 1; i >= 0; i--) {
      above += ends[i] - starts[i];
      if (count - i >= DUPLICATES_FOR_LOSS || above > (DUPLICATES_FOR_LOSS - 1L) * mss) {
        return starts[i];
      }
    }
    return una;
  }

  /// SetPipe of RFC 6675 §4: what is thought to be on its way, with all up to `nxt` sent.
  long pipe(long nxt, int mss) {
    return nxt - una - sacked - missingBelow(lostBelow(mss)) + repeated;
  }

  /// Octets below `position`, which is the start of one of the three highest runs or SND.UNA, that
  /// SACK leaves out.
  private long missingBelow(long position) {
    long heldAbove = 0;
    for (int i = count - 1; i >= 0 && starts[i] >= position; i--) {
      heldAbove += ends[i] - starts[i];
    }
    return position - una - (sacked - heldAbove);
  }

  /// The first position from `from` on that SACK leaves out.
  long skip(long from) {
    int at = firstReaching(from + 1);
    return at < count && starts[at] <= from ? ends[at] : from;
  }

  /// The start of the first run after `from`, or `limit` if that comes first.
  long nextRun(long from, long limit) {
    int at = firstReaching(from + 1);
    return at < count ? Math.min(limit, starts[at]) : limit;
  }

  /// The position after the last octet before `max` that SACK leaves out; SND.UNA if there is none.
  long missingEnd(long max) {
    return count == 0 || ends[count - 1] < max ? max : starts[count - 1];
  }

  /// Where the hole that ends at `end`, as [#missingEnd] said, begins.
  long missingStart(long end) {
    for (int i = count - 1; i >= 0 && i >= count - 2; i--) {
      if (ends[i] <= end) {
        return ends[i];
      }
    }
    return una;
  }

  /// What the other side holds below `position`.
  long sackedBelow(long position) {
    if (position >= highest()) {
      return sacked;
    }
    long held = 0;
    for (int i = 0; i < count && starts[i] < position; i++) {
      held += Math.min(ends[i], position) - starts[i];
    }
    return held;
  }

  private long belowRxt(long from, long to) {
    return Math.max(0, Math.min(to, highRxt) - Math.max(from, una));
  }

  /// The index of the first run that ends at or after `position`.
  private int firstReaching(long position) {
    int low = 0;
    int high = count;
    if (high > 0 && ends[high - 1] < position) {
      return high;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Puts one run in the place of those from `first` up to `after`.
  private void replace(int first, int after, long begin, long end) {
    if (after == first) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      System.arraycopy(starts, first, starts, first + 1, count - first);
      System.arraycopy(ends, first, ends, first + 1, count - first);
      count++;
    } else {
      remove(first + 1, after);
    }
    starts[first] = begin;
    ends[first] = end;
  }

  private void remove(int from, int to) {
    if (to > from) {
      System.arraycopy(starts, to, starts, from, count - to);
      System.arraycopy(ends, to, ends, from, count - to);
      count -= to - from;
    }
  }
}
