package netarium.engine.analysis.filter;

import java.util.List;

/// A filter's words: names, values and signs, one after the other.
final class FilterWords {
  private static final List<String> SIGNS =
      List.of("&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")");

  private final String text;
  private int next;
  private int start;
  private String word = "";

  FilterWords(String text) throws UnreadableFilter {
    this.text = text;
    advance();
  }

  /// The word that is next, empty at the end.
  String peek() {
    return word;
  }

  /// Where it begins, from 1.
  int column() {
    return start + 1;
  }

  String take() throws UnreadableFilter {
    String taken = word;
    advance();
    return taken;
  }

  /// Takes the next word if it is one of these.
  boolean takes(String sign, String inWords) throws UnreadableFilter {
    if (!word.equals(sign) && !word.equals(inWords)) {
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
    for (String sign : SIGNS) {
      if (text.startsWith(sign, next)) {
        next += sign.length();
        word = sign;
        return;
      }
    }
    while (next < text.length() && isOfWord(text.charAt(next))) {
      next++;
    }
    word = text.substring(start, next);
    if (word.isEmpty() && start < text.length()) {
      throw new UnreadableFilter(
          column(), "'" + text.charAt(start) + "' has no meaning here; use &&, ||, !, ==");
    }
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == ':'
        || c == '/'
        || c == '_'
        || c == '-';
  }
}
