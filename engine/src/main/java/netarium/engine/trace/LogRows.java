package netarium.engine.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Two arrays that only grow, of numbers and of references, in segments that are never copied. What
/// was added stays where it is, at the position that was told.
///
/// One thread adds. Others may read a position once they have been told of it in a way that makes
/// what went before visible to them.
final class LogRows {
  private static final int SHIFT = 13;
  private static final int SEGMENT = 1 << SHIFT;
  private static final int MASK = SEGMENT - 1;
  private static final int INITIAL_SEGMENTS = 16;

  /// Replaced by a longer list when it is full; the old one still holds all that it held.
  private long[][] words = new long[INITIAL_SEGMENTS][];

  private @Nullable Object[][] references = new Object[INITIAL_SEGMENTS][];

  /// The segment that is being filled: a reader never looks here.
  private long[] open = new long[0];

  private int wordCount;
  private int referenceCount;

  /// Makes room for a row of at most so many words, and answers the position of the first. Until
  /// the row is closed its words may be set, in any order; each of them has to be.
  ///
  /// Invariant: no row reaches from one segment into the next.
  int open(int mostWords) {
    int left = -wordCount & MASK;
    if (left < mostWords) {
      wordCount = Math.addExact(wordCount, left + SEGMENT) - SEGMENT;
      openSegment(wordCount >>> SHIFT);
    }
    return wordCount;
  }

  /// The row ends before this position, where the next one begins.
  void close(int end) {
    wordCount = end;
  }

  private void openSegment(int segment) {
    if (segment == words.length) {
      words = Arrays.copyOf(words, segment * 2);
    }
    open = new long[SEGMENT];
    words[segment] = open;
  }

  /// Writes a word of the row that is open.
  void set(int at, long word) {
    open[at & MASK] = word;
  }

  /// Answers the position of the reference.
  int add(Object reference) {
    int at = referenceCount;
    int segment = at >>> SHIFT;
    if ((at & MASK) == 0) {
      if (segment == references.length) {
        references = Arrays.copyOf(references, segment * 2);
      }
      references[segment] = new Object[SEGMENT];
    }
    references[segment][at & MASK] = reference;
    referenceCount = Math.incrementExact(at);
    return at;
  }

  long word(int at) {
    return words[at >>> SHIFT][at & MASK];
  }

  <T> T reference(int at, Class<T> type) {
    return type.cast(references[at >>> SHIFT][at & MASK]);
  }
}
