package netarium.engine.analysis.filter;

import java.util.List;

/// A filter's words: names, values and signs, one after the other.
final class FilterWords {
  private static final List<String> SIGNS =
      List.of("&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "{", "}", ",");

  private final String text;
  private int next;
  private int start;
  private boolean isQuoted;
  private String word = "";

  FilterWords(String text) throws UnreadableFilter {
    this.text = text;
    advance();
  }

  /// The word that is next, empty at the end; of a quoted text what is between the quotes.
  String peek() {
    return word;
  }

  boolean isAtEnd() {
    return word.isEmpty() && !isQuoted;
  }

  boolean isQuoted() {
    return isQuoted;
  }

  /// Where it begins, from 0.
  int start() {
    return start;
  }

  /// Where it ends.
  int end() {
    return next;
  }

  String take() throws UnreadableFilter {
    String taken = word;
    advance();
    return taken;
  }

  /// Takes the next word if it is one of these.
  boolean takes(String sign, String inWords) throws UnreadableFilter {
    if (isQuoted || (!word.equals(sign) && !word.equals(inWords))) {
      return false;
    }
    advance();
    return true;
  }

  private void advance() throws UnreadableFilter {
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    start = next;
    isQuoted = false;
    for (String sign : SIGNS) {
      if (text.startsWith(sign, next)) {
        next += sign.length();
        word = sign;
        return;
      }
    }
    if (next < text.length() && text.charAt(next) == '"') {
      quoted();
      return;
    }
    while (next < text.length() && isOfWord(text.charAt(next))) {
      next++;
    }
    word = text.substring(start, next);
    if (word.isEmpty() && start < text.length()) {
      String strange = text.substring(start, text.offsetByCodePoints(start, 1));
      throw new UnreadableFilter(
          FilterProblem.Kind.STRANGE_CHARACTER, strange, start, start + strange.length());
    }
  }

  private void quoted() throws UnreadableFilter {
    StringBuilder content = new StringBuilder();
    int at = next + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      content.append(text.charAt(at++));
    }
    if (at >= text.length()) {
      throw new UnreadableFilter(
          FilterProblem.Kind.OPEN_QUOTE, text.substring(start), start, text.length());
    }
    next = at + 1;
    isQuoted = true;
    word = content.toString();
  }

  static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == ':' || c == '/' || c == '_' || c == '-';
  }
}
