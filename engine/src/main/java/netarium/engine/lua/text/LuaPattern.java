package netarium.engine.lua.text;

/// Lua 5.2 patterns: one subject, one pattern, as many attempts as wanted.
///
/// The matcher backtracks exactly as C Lua's does and so finds the same matches, the same captures
/// and the same errors; its recursion is bounded by [#MOST_DEPTH]. Every comparison is a step that
/// [Meter] sees, and an endless search ends at a limit that depends on the subject only.
///
/// Where C reads the NUL behind a string, reading past the end here answers 0.
public final class LuaPattern {
  /// Told of steps from time to time, and of the rest by [#settle].
  @FunctionalInterface
  public interface Meter {
    void spend(long steps);
  }

  public static final int MOST_CAPTURES = 32;
  private static final int MOST_DEPTH = 200;

  /// Steps a single search may take whatever its subject: about a second of ours.
  private static final long MOST_STEPS = 1L << 27;

  private static final int BLOCK = 1 << 14;
  private static final int UNFINISHED = -1;
  private static final int POSITION = -2;
  private static final int FAILED = -1;
  private static final int CONTINUE = -2;
  private static final int ESCAPE = '%';

  private final byte[] subject;
  private final int subjectFrom;
  private final int subjectTo;
  private final byte[] pattern;
  private final int patternFrom;
  private final int patternTo;
  private final Meter meter;
  private final int[] captureStart = new int[MOST_CAPTURES];
  private final int[] captureLength = new int[MOST_CAPTURES];
  private int captures;
  private int nextSubject;
  private int nextPattern;
  private int depth;
  private int fuel = BLOCK;
  private long stepsLeft;

  /// Both ranges are `from` to `to`, exclusive.
  public LuaPattern(
      byte[] subject,
      int subjectFrom,
      int subjectTo,
      byte[] pattern,
      int patternFrom,
      int patternTo,
      Meter meter) {
    this.subject = subject;
    this.subjectFrom = subjectFrom;
    this.subjectTo = subjectTo;
    this.pattern = pattern;
    this.patternFrom = patternFrom;
    this.patternTo = patternTo;
    this.meter = meter;
    this.stepsLeft = MOST_STEPS + 64L * (subjectTo - subjectFrom);
  }

  /// Tries to match at `at`, an index from 0 into the subject; answers the match's end, or −1.
  public int matchAt(int at) {
    captures = 0;
    depth = MOST_DEPTH;
    int end = match(subjectFrom + at, patternFrom);
    return end < 0 ? FAILED : end - subjectFrom;
  }

  /// Tells the meter of the steps it has not heard of yet.
  public void settle() {
    meter.spend(BLOCK - fuel);
    fuel = BLOCK;
  }

  public int captureCount() {
    return captures;
  }

  /// Whether capture `index` (from 0) is a position, `()`.
  public boolean isPosition(int index) {
    return captureLength(index) == POSITION;
  }

  /// Where capture `index` starts, from 0.
  public int captureStart(int index) {
    return captureStart[index] - subjectFrom;
  }

  /// How long capture `index` is; faults when the pattern never closed it.
  public int captureLength(int index) {
    if (captureLength[index] == UNFINISHED) {
      throw new TextFault("unfinished capture");
    }
    return captureLength[index];
  }

  private int pattern(int p) {
    return p < patternTo ? pattern[p] & 0xFF : 0;
  }

  private int subject(int s) {
    return s < subjectTo ? subject[s] & 0xFF : 0;
  }

  private void step() {
    if (--fuel < 0) {
      refuel();
    }
  }

  private void steps(int count) {
    fuel -= count;
    if (fuel < 0) {
      refuel();
    }
  }

  /// Reports the steps taken and starts a new block.
  private void refuel() {
    int taken = BLOCK - fuel;
    fuel = BLOCK;
    stepsLeft -= taken;
    meter.spend(taken);
    if (stepsLeft < 0) {
      throw new TextFault("pattern too complex");
    }
  }

  /// Matches the pattern from `p` on at `s`; answers the end of the match or [#FAILED].
  private int match(int s, int p) {
    if (depth-- == 0) {
      throw new TextFault("pattern too complex");
    }
    goOn(s, p);
    int result;
    do {
      if (nextPattern == patternTo) {
        result = nextSubject;
        break;
      }
      step();
      result = item(nextSubject, nextPattern);
    } while (result == CONTINUE);
    depth++;
    return result;
  }

  /// What a pattern item answers to let [#match] go on behind it without recursion.
  private int goOn(int s, int p) {
    nextSubject = s;
    nextPattern = p;
    return CONTINUE;
  }

  private int item(int s, int p) {
    return switch (pattern(p)) {
      case '(' ->
          pattern(p + 1) == ')'
              ? startCapture(s, p + 2, POSITION)
              : startCapture(s, p + 1, UNFINISHED);
      case ')' -> endCapture(s, p + 1);
      case '$' -> {
        if (p + 1 != patternTo) {
          yield repeated(s, p);
        }
        yield s == subjectTo ? s : FAILED;
      }
      case ESCAPE ->
          switch (pattern(p + 1)) {
            case 'b' -> {
              int end = balance(s, p + 2);
              yield end < 0 ? FAILED : goOn(end, p + 4);
            }
            case 'f' -> frontier(s, p + 2);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> backReference(s, p);
            default -> repeated(s, p);
          };
      default -> repeated(s, p);
    };
  }

  /// A class of octets with an optional suffix.
  private int repeated(int s, int p) {
    int end = classEnd(p);
    int suffix = pattern(end);
    if (!single(s, p, end)) {
      return suffix == '*' || suffix == '?' || suffix == '-' ? goOn(s, end + 1) : FAILED;
    }
    return switch (suffix) {
      case '?' -> {
        int result = match(s + 1, end + 1);
        yield result < 0 ? goOn(s, end + 1) : result;
      }
      case '+' -> longest(s + 1, p, end);
      case '*' -> longest(s, p, end);
      case '-' -> shortest(s, p, end);
      default -> goOn(s + 1, end);
    };
  }

  private int longest(int s, int p, int end) {
    int last = run(s, p, end);
    steps(last - s);
    for (int at = last; at >= s; at--) {
      int result = match(at, end + 1);
      if (result >= 0) {
        return result;
      }
    }
    return FAILED;
  }

  /// Where the longest run of octets of a class ends that starts at `s`.
  private int run(int s, int p, int end) {
    int at = s;
    switch (pattern[p]) {
      case '.' -> {
        return subjectTo;
      }
      case ESCAPE -> {
        boolean[] members = OctetClass.members(pattern[p + 1] & 0xFF);
        while (at < subjectTo && members[subject[at] & 0xFF]) {
          at++;
        }
      }
      case '[' -> {
        while (at < subjectTo && set(subject[at] & 0xFF, p, end - 1)) {
          at++;
        }
      }
      default -> {
        while (at < subjectTo && subject[at] == pattern[p]) {
          at++;
        }
      }
    }
    return at;
  }

  private int shortest(int s, int p, int end) {
    int at = s;
    while (true) {
      int result = match(at, end + 1);
      if (result >= 0) {
        return result;
      }
      if (!single(at, p, end)) {
        return FAILED;
      }
      step();
      at++;
    }
  }

  private int startCapture(int s, int p, int kind) {
    if (captures >= MOST_CAPTURES) {
      throw new TextFault("too many captures");
    }
    captureStart[captures] = s;
    captureLength[captures] = kind;
    captures++;
    int result = match(s, p);
    if (result < 0) {
      captures--;
    }
    return result;
  }

  private int endCapture(int s, int p) {
    int open = captures - 1;
    while (open >= 0 && captureLength[open] != UNFINISHED) {
      open--;
    }
    if (open < 0) {
      throw new TextFault("invalid pattern capture");
    }
    captureLength[open] = s - captureStart[open];
    int result = match(s, p);
    if (result < 0) {
      captureLength[open] = UNFINISHED;
    }
    return result;
  }

  private int backReference(int s, int p) {
    int index = pattern(p + 1) - '1';
    if (index < 0 || index >= captures || captureLength[index] == UNFINISHED) {
      throw new TextFault("invalid capture index %" + (index + 1));
    }
    int start = captureStart[index];
    int length = captureLength[index];
    if (length < 0 || subjectTo - s < length) {
      return FAILED; // a position has no text to compare
    }
    for (int i = 0; i < length; i++) {
      step();
      if (subject[start + i] != subject[s + i]) {
        return FAILED;
      }
    }
    return goOn(s + length, p + 2);
  }

  /// `%b`: from an opening octet to the closing one that balances it.
  private int balance(int s, int p) {
    if (p >= patternTo - 1) {
      throw new TextFault("malformed pattern (missing arguments to '" + (char) ESCAPE + "b')");
    }
    if (s >= subjectTo || subject[s] != pattern[p]) {
      return FAILED;
    }
    byte open = pattern[p];
    byte close = pattern[p + 1];
    int level = 1;
    for (int at = s + 1; at < subjectTo; at++) {
      step();
      byte c = subject[at];
      if (c == close) {
        if (--level == 0) {
          return at + 1;
        }
      } else if (c == open) {
        level++;
      }
    }
    return FAILED;
  }

  /// `%f`: between an octet outside the set and one inside; the ends of the subject count as 0.
  private int frontier(int s, int p) {
    if (pattern(p) != '[') {
      throw new TextFault("missing '[' after '" + (char) ESCAPE + "f' in pattern");
    }
    int end = classEnd(p);
    int previous = s == subjectFrom ? 0 : subject[s - 1] & 0xFF;
    boolean here = !set(previous, p, end - 1) && set(subject(s), p, end - 1);
    return here ? goOn(s, end) : FAILED;
  }

  /// Where the class that starts at `p` ends.
  private int classEnd(int p) {
    return switch (pattern(p)) {
      case ESCAPE -> {
        if (p + 1 == patternTo) {
          throw new TextFault("malformed pattern (ends with '%')");
        }
        yield p + 2;
      }
      case '[' -> setEnd(p);
      default -> p + 1;
    };
  }

  private int setEnd(int open) {
    int at = pattern(open + 1) == '^' ? open + 2 : open + 1;
    do {
      if (at >= patternTo) {
        throw new TextFault("malformed pattern (missing ']')");
      }
      if (pattern(at++) == ESCAPE && at < patternTo) {
        at++;
      }
    } while (pattern(at) != ']');
    return at + 1;
  }

  /// Whether the octet at `s` belongs to the class from `p` to `end`.
  private boolean single(int s, int p, int end) {
    if (s >= subjectTo) {
      return false;
    }
    int c = subject[s] & 0xFF;
    return switch (pattern[p]) {
      case '.' -> true;
      case ESCAPE -> OctetClass.members(pattern[p + 1] & 0xFF)[c];
      case '[' -> set(c, p, end - 1);
      default -> pattern[p] == subject[s];
    };
  }

  /// Whether an octet belongs to the set between the brackets at `open` and `close`.
  private boolean set(int c, int open, int close) {
    int p = open;
    boolean found = true;
    if (pattern(p + 1) == '^') {
      found = false;
      p++;
    }
    while (++p < close) {
      int member = pattern[p] & 0xFF;
      if (member == ESCAPE) {
        p++;
        if (OctetClass.members(pattern[p] & 0xFF)[c]) {
          return found;
        }
      } else if (pattern[p + 1] == '-' && p + 2 < close) {
        p += 2;
        if (member <= c && c <= (pattern[p] & 0xFF)) {
          return found;
        }
      } else if (member == c) {
        return found;
      }
    }
    return !found;
  }
}
