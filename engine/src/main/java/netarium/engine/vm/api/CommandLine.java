package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Splits a command line into words, as a shell does: single quotes keep everything, double quotes
/// all but `\"` and `\\`, outside of quotes a backslash keeps the next character.
public final class CommandLine {
  private static final char NO_QUOTE = '\0';

  private CommandLine() {}

  /// The words; empty if a quote is not closed.
  public static Optional<List<String>> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean isInWord = false;
    char quote = NO_QUOTE;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == quote) {
        quote = NO_QUOTE;
      } else if (quote == NO_QUOTE && (c == '\'' || c == '"')) {
        quote = c;
        isInWord = true;
      } else if (quote == NO_QUOTE && NumberScan.isSpace(c)) {
        if (isInWord) {
          words.add(word.toString());
          word.setLength(0);
        }
        isInWord = false;
      } else {
        boolean isEscape = c == '\\' && i + 1 < line.length() && escapes(quote, line.charAt(i + 1));
        word.append(isEscape ? line.charAt(++i) : c);
        isInWord = true;
      }
    }
    if (isInWord) {
      words.add(word.toString());
    }
    return quote == NO_QUOTE ? Optional.of(words) : Optional.empty();
  }

  private static boolean escapes(char quote, char next) {
    return quote == NO_QUOTE || (quote == '"' && (next == '"' || next == '\\'));
  }
}
