package netarium.engine.vm.api;

/// A shell pattern for file names: `*`, `?`, `[a-z]`, `[!a-z]`, and `\` before what stands for
/// itself. Takes time in proportion to pattern times name, whatever the pattern.
final class Glob {
  private final String pattern;

  Glob(String pattern) {
    this.pattern = pattern;
  }

  boolean matches(String name) {
    int p = 0;
    int at = 0;
    int star = -1;
    int starAt = 0;
    while (at < name.length()) {
      int next = p < pattern.length() && pattern.charAt(p) != '*' ? one(p, name.charAt(at)) : -1;
      if (next >= 0) {
        p = next;
        at++;
      } else if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        starAt = at;
      } else if (star >= 0) {
        // Only the last star ever has to take more: earlier ones have done their part.
        p = star + 1;
        at = ++starAt;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /// The place after the element at `p` if it accepts the character, else −1.
  private int one(int p, char c) {
    char element = pattern.charAt(p);
    if (element == '?') {
      return p + 1;
    }
    if (element == '[') {
      int end = pattern.indexOf(']', p + (pattern.startsWith("!", p + 1) ? 3 : 2));
      if (end > 0) {
        return isInSet(p + 1, end, c) ? end + 1 : -1;
      }
    }
    if (element == '\\' && p + 1 < pattern.length()) {
      return pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    return element == c ? p + 1 : -1;
  }

  private boolean isInSet(int from, int end, char c) {
    boolean isNegated = pattern.charAt(from) == '!';
    boolean isIn = false;
    for (int i = isNegated ? from + 1 : from; i < end; i++) {
      boolean isRange = i + 2 < end && pattern.charAt(i + 1) == '-';
      char low = pattern.charAt(i);
      char high = isRange ? pattern.charAt(i + 2) : low;
      isIn |= low <= c && c <= high;
      i += isRange ? 2 : 0;
    }
    return isIn != isNegated;
  }
}
