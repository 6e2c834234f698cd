package netarium.editor.lang;

/// Where words begin and end, for moving and deleting by word. A word is a run of letters, digits
/// and underscores; other visible characters form words of their own kind; a line end stops both.
public final class Words {
  private Words() {}

  public static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_';
  }

  /// Where moving right by one word leads: past this word and the blanks behind it.
  public static int right(String text, int from) {
    if (from >= text.length()) {
      return text.length();
    }
    int kind = kind(text.charAt(from));
    int at = from;
    if (kind == LINE_END) {
      return from + 1;
    }
    while (at < text.length() && kind(text.charAt(at)) == kind) {
      at++;
    }
    while (at < text.length() && kind(text.charAt(at)) == BLANK) {
      at++;
    }
    return at;
  }

  /// Where moving left by one word leads: to the start of the word before, over blanks.
  public static int left(String text, int from) {
    int at = Math.min(from, text.length());
    if (at > 0 && kind(text.charAt(at - 1)) == LINE_END) {
      return at - 1;
    }
    while (at > 0 && kind(text.charAt(at - 1)) == BLANK) {
      at--;
    }
    if (at == 0 || kind(text.charAt(at - 1)) == LINE_END) {
      return at;
    }
    int kind = kind(text.charAt(at - 1));
    while (at > 0 && kind(text.charAt(at - 1)) == kind) {
      at--;
    }
    return at;
  }

  private static final int LINE_END = 0;
  private static final int BLANK = 1;
  private static final int WORD = 2;
  private static final int OTHER = 3;

  private static int kind(char c) {
    if (c == '\n') {
      return LINE_END;
    }
    if (c == ' ' || c == '\t') {
      return BLANK;
    }
    return isPart(c) ? WORD : OTHER;
  }
}
