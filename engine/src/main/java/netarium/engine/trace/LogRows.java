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
  private int wordCount;
  private int referenceCount;

  /// Where the next word will stand.
  int wordCount() {
    return wordCount;
  }

  /// Where the next reference will stand.
  int referenceCount() {
    return referenceCount;
  }

  void add(long word) {
    int at = wordCount;
    int segment = at >>> SHIFT;
    if ((at & MASK) == 0) {
      if (segment == words.length) {
        words = Arrays.copyOf(words, segment * 2);
      }
      words[segment] = new long[SEGMENT];
    }
    words[segment][at & MASK] = word;
    wordCount = Math.incrementExact(at);
  }

  void add(Object reference) {
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
  }

  long word(int at) {
    return words[at >>> SHIFT][at & MASK];
  }

  <T> T reference(int at, Class<T> type) {
    return type.cast(references[at >>> SHIFT][at & MASK]);
  }
}
