package netarium.engine.tcp;

import java.util.Arrays;
import netarium.engine.sim.Invariant;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// What the user has sent and the other side has not yet acknowledged: the user's own immutable
/// chunks in order, some of which end a message.
///
/// Positions count from the first octet that is still held. Segments are slices of the chunks and
/// are joined only where one spans several. Reading goes forward from a remembered chunk, or begins
/// at the first: both places a sender reads from (new text, the oldest text again) cost the same
/// however much is held. A text that is written in parts, as room becomes free, is one chunk again.
final class SendBuffer {
  private static final int INITIAL_CHUNKS = 4;
  private static final int SHRINK_ABOVE_CHUNKS = 64;

  private @Nullable Octets[] chunks = new Octets[INITIAL_CHUNKS];
  private long[] starts = new long[INITIAL_CHUNKS];
  private boolean[] endsMessage = new boolean[INITIAL_CHUNKS];
  private int head;
  private int count;
  private long start;
  private long end;

  /// A chunk, counted from `head`, at or before the place that is read next.
  private int cursor;

  /// The positions of the chunk at the cursor: three questions about one place cost one search.
  private long cursorStart;

  private long cursorEnd;

  int lengthOctets() {
    return (int) (end - start);
  }

  /// Appends a chunk; a message begins a segment of its own and ends one.
  void append(Octets chunk, boolean isMessage) {
    if (chunk.isEmpty()) {
      return;
    }
    if (!isMessage && continuesLast(chunk)) {
      int last = index(count - 1);
      chunks[last] = chunk(count - 1).plus(chunk);
      end += chunk.length();
      return;
    }
    if (count == chunks.length) {
      resize(chunks.length * 2);
    }
    if (isMessage && count > 0) {
      endsMessage[index(count - 1)] = true;
    }
    int at = index(count++);
    chunks[at] = chunk;
    starts[at] = end;
    endsMessage[at] = isMessage;
    end += chunk.length();
  }

  private boolean continuesLast(Octets chunk) {
    return count > 0 && !endsMessage[index(count - 1)] && chunk(count - 1).isContinuedBy(chunk);
  }

  /// Forgets the first `octets`, which have been acknowledged.
  void release(int octets) {
    Invariant.check(octets <= lengthOctets(), "only what is held is acknowledged");
    start += octets;
    int gone = 0;
    while (count > 0 && endOf(0) <= start) {
      chunks[head] = null;
      head = (head + 1) & (chunks.length - 1);
      count--;
      gone++;
    }
    cursor -= gone;
    if (cursor < 0) {
      cursor = 0;
      cursorEnd = 0; // forgotten with its chunk
    }
    if (count == 0 && chunks.length > SHRINK_ABOVE_CHUNKS) {
      resize(INITIAL_CHUNKS);
    }
  }

  void clear() {
    release(lengthOctets());
  }

  /// How many octets from `from` on may share one segment of at most `max`: up to the end of the
  /// message, of the buffer or of the segment.
  int runLength(int from, int max) {
    long position = start + from;
    long limit = Math.min(end, position + max);
    for (int i = chunkAt(position); i < count; i++) {
      if (endOf(i) >= limit) {
        return (int) (limit - position);
      }
      if (endsMessage[index(i)]) {
        return (int) (endOf(i) - position);
      }
    }
    return (int) (limit - position);
  }

  /// Whether a message ends right before position `at`.
  boolean isMessageEnd(int at) {
    if (at == 0) {
      return false;
    }
    long position = start + at;
    int i = chunkAt(position - 1);
    return endOf(i) == position && endsMessage[index(i)];
  }

  Octets slice(int from, int length) {
    long position = start + from;
    int i = chunkAt(position);
    Octets chunk = chunk(i);
    int within = (int) (position - starts[index(i)]);
    if (within + length <= chunk.length()) {
      return chunk.slice(within, within + length);
    }
    byte[] joined = new byte[length];
    int filled = 0;
    while (filled < length) {
      Octets next = chunk(i++);
      int take = Math.min(length - filled, next.length() - within);
      next.slice(within, within + take).copyTo(joined, filled);
      filled += take;
      within = 0;
    }
    return Octets.wrap(joined);
  }

  /// The chunk that holds `position`, counted from the head.
  private int chunkAt(long position) {
    if (position >= cursorStart && position < cursorEnd) {
      return cursor;
    }
    if (endOf(0) > position) {
      return 0;
    }
    if (starts[index(cursor)] > position) {
      cursor = 0;
    }
    while (endOf(cursor) <= position) {
      cursor++;
    }
    cursorStart = starts[index(cursor)];
    cursorEnd = cursorStart + chunk(cursor).length();
    return cursor;
  }

  private long endOf(int i) {
    return i + 1 < count ? starts[index(i + 1)] : end;
  }

  private Octets chunk(int i) {
    Octets chunk = chunks[index(i)];
    if (chunk == null || i >= count) {
      throw new IllegalStateException("invariant broken: a position in the buffer has a chunk");
    }
    return chunk;
  }

  private int index(int i) {
    return (head + i) & (chunks.length - 1);
  }

  private void resize(int capacity) {
    Octets[] newChunks = new Octets[capacity];
    long[] newStarts = new long[capacity];
    boolean[] newEnds = new boolean[capacity];
    for (int i = 0; i < count; i++) {
      newChunks[i] = chunk(i);
      newStarts[i] = starts[index(i)];
      newEnds[i] = endsMessage[index(i)];
    }
    Arrays.fill(chunks, null);
    chunks = newChunks;
    starts = newStarts;
    endsMessage = newEnds;
    head = 0;
  }
}
