package netarium.engine.vm.gohttp.server;

/// The part of a content that the field `Range` asks for (RFC 9110 §14.1.2). Who asks for several
/// parts gets the whole, as any server may do (§14.2).
sealed interface FileRange {
  record All() implements FileRange {}

  /// From the first octet to the one behind the last.
  record Part(int from, int to) implements FileRange {}

  /// Nothing of what is there.
  record None() implements FileRange {}

  int MOST_DIGITS = 18;

  static FileRange parse(String field, int length) {
    String text = field.strip();
    if (!text.startsWith("bytes=")) {
      return new None();
    }
    String given = text.substring("bytes=".length());
    if (given.contains(",")) {
      return new All();
    }
    int hyphen = given.indexOf('-');
    String first = hyphen < 0 ? "" : given.substring(0, hyphen).strip();
    String last = hyphen < 0 ? "" : given.substring(hyphen + 1).strip();
    if (!isNumber(first) || !isNumber(last) || (first.isEmpty() && last.isEmpty())) {
      return new None();
    }
    if (first.isEmpty()) {
      long count = Math.min(Long.parseLong(last), length);
      return count == 0 ? new None() : new Part((int) (length - count), length);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? length : Math.min(Long.parseLong(last) + 1, length);
    return from >= length || from >= to ? new None() : new Part((int) from, (int) to);
  }

  /// Or nothing.
  private static boolean isNumber(String text) {
    return text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
