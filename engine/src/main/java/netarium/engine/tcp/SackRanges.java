package netarium.engine.tcp;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption.SelectiveAck.Block;
import org.jspecify.annotations.Nullable;

/// What the receiver holds beyond a gap, as SACK tells it (RFC 2018 §4): the run that grew last
/// stands first, because an acknowledgement may get lost and the next ones repeat it.
///
/// Runs are kept twice: in the order of their positions, to find the neighbours of what arrives,
/// and linked in the order of their last growth, to report the newest without a walk.
final class SackRanges {
  private static final class Run {
    long start;
    long end;
    @Nullable Run newer;
    @Nullable Run older;

    Run(long start, long end) {
      this.start = start;
      this.end = end;
    }
  }

  private final List<Run> byPosition = new ArrayList<>(0);
  private @Nullable Run newest;

  boolean isEmpty() {
    return byPosition.isEmpty();
  }

  int size() {
    return byPosition.size();
  }

  /// Octets from `start` up to `end` have come; what they touch grows together.
  void add(long start, long end) {
    int first = firstReaching(start);
    int after = first;
    Run run = new Run(start, end);
    while (after < byPosition.size() && byPosition.get(after).start <= end) {
      Run touched = byPosition.get(after++);
      run.start = Math.min(run.start, touched.start);
      run.end = Math.max(run.end, touched.end);
      unlink(touched);
    }
    byPosition.subList(first, after).clear();
    byPosition.add(first, run);
    run.older = newest;
    if (newest != null) {
      newest.newer = run;
    }
    newest = run;
  }

  /// The first run of what came before, among the octets from `start` up to `end`, when `nxt` is
  /// the number at `position`.
  @Nullable Block firstOverlap(long start, long end, SeqNum nxt, long position) {
    int first = firstReaching(start + 1);
    if (first == byPosition.size() || byPosition.get(first).start >= end) {
      return null;
    }
    Run run = byPosition.get(first);
    return block(Math.max(start, run.start), Math.min(end, run.end), nxt, position);
  }

  private static Block block(long start, long end, SeqNum nxt, long position) {
    return new Block(nxt.plus((int) (start - position)), nxt.plus((int) (end - position)));
  }

  /// All before `position` is acknowledged now, and no run lies across it.
  void forgetBefore(long position) {
    int gone = 0;
    while (gone < byPosition.size() && byPosition.get(gone).start < position) {
      unlink(byPosition.get(gone++));
    }
    byPosition.subList(0, gone).clear();
  }

  void clear() {
    byPosition.clear();
    newest = null;
  }

  /// The `most` newest runs, when `nxt` is the number at `position`.
  List<Block> newest(int most, SeqNum nxt, long position) {
    List<Block> blocks = new ArrayList<>(most);
    for (Run run = newest; run != null && blocks.size() < most; run = run.older) {
      blocks.add(block(run.start, run.end, nxt, position));
    }
    return blocks;
  }

  /// The index of the first run that ends at or after `position`.
  private int firstReaching(long position) {
    int low = 0;
    int high = byPosition.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byPosition.get(middle).end < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void unlink(Run run) {
    if (run.newer == null) {
      newest = run.older;
    } else {
      run.newer.older = run.older;
    }
    if (run.older != null) {
      run.older.newer = run.newer;
    }
  }
}
