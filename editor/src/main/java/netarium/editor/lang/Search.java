package netarium.editor.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Finds and replaces in one text. What the user typed may be no pattern, or one that takes for
/// ever: both are an [Outcome.Refused], never an exception.
public final class Search {
  /// A pattern may look at this many characters; then it is called too slow.
  private static final long LOOKS = 10_000_000;

  private Search() {}

  /// What to look for, and how.
  public record Query(String text, boolean isRegex, boolean isCaseSensitive, boolean isWholeWord) {
    public static Query plain(String text) {
      return new Query(text, false, false, false);
    }

    private Pattern pattern() {
      String body = isRegex ? "(?:" + text + ")" : Pattern.quote(text);
      String edged = isWholeWord ? "(?<![\\p{L}\\p{N}_])" + body + "(?![\\p{L}\\p{N}_])" : body;
      int flags = Pattern.MULTILINE;
      if (!isCaseSensitive) {
        flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      }
      return Pattern.compile(edged, flags);
    }
  }

  /// Characters `start` to `end` (exclusive) of the text.
  public record Match(int start, int end) {}

  /// All matches in order, or why there can be none.
  public sealed interface Outcome {
    record Found(List<Match> matches) implements Outcome {
      public Found {
        matches = List.copyOf(matches);
      }

      /// The first match that starts at or after `offset`, else the first of all.
      public Optional<Match> from(int offset) {
        return matches.stream()
            .filter(m -> m.start() >= offset)
            .findFirst()
            .or(() -> matches.stream().findFirst());
      }

      /// The last match that ends at or before `offset`, else the last of all.
      public Optional<Match> before(int offset) {
        for (int i = matches.size() - 1; i >= 0; i--) {
          if (matches.get(i).end() <= offset) {
            return Optional.of(matches.get(i));
          }
        }
        return matches.isEmpty() ? Optional.empty() : Optional.of(matches.getLast());
      }
    }

    record Refused(Why why) implements Outcome {}
  }

  /// Why a query finds nothing by nature.
  public enum Why {
    NO_PATTERN,
    TOO_SLOW
  }

  /// All matches that do not overlap. Empty ones do not count: there is nothing to show.
  public static Outcome all(Query query, String text) {
    if (query.text().isEmpty()) {
      return new Outcome.Found(List.of());
    }
    try {
      List<Match> matches = new ArrayList<>();
      Matcher matcher = query.pattern().matcher(new Watched(text));
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          matches.add(new Match(matcher.start(), matcher.end()));
        }
      }
      return new Outcome.Found(matches);
    } catch (PatternSyntaxException e) {
      return new Outcome.Refused(Why.NO_PATTERN);
    } catch (TooSlow | StackOverflowError e) {
      return new Outcome.Refused(Why.TOO_SLOW);
    }
  }

  /// Replaces one match and leaves the caret behind it; empty when it is no match any more. In a
  /// regular expression `$1` of the replacement is its first group, and `\` takes the meaning from
  /// the next character. A replacement that means nothing is taken as it stands.
  public static Optional<Edit> replace(Query query, String text, Match match, String replacement) {
    return replaced(query, text, match.start(), true, replacement);
  }

  /// Replaces all matches in one edit; empty when there are none.
  public static Optional<Edit> replaceAll(Query query, String text, String replacement) {
    return replaced(query, text, 0, false, replacement);
  }

  private static Optional<Edit> replaced(
      Query query, String text, int from, boolean isOnce, String replacement) {
    if (query.text().isEmpty()) {
      return Optional.empty();
    }
    try {
      Matcher matcher = query.pattern().matcher(new Watched(text));
      String with = query.isRegex() ? replacement : Matcher.quoteReplacement(replacement);
      StringBuilder result = new StringBuilder();
      int first = -1;
      int last = from;
      for (boolean isFound = matcher.find(from); isFound; isFound = !isOnce && matcher.find()) {
        if (matcher.end() > matcher.start()) {
          first = first < 0 ? matcher.start() : first;
          last = matcher.end();
          append(matcher, with, result);
        }
      }
      if (first < 0 || (isOnce && first != from)) {
        return Optional.empty();
      }
      int caret = result.length();
      return Optional.of(new Edit(first, last, result.substring(first), caret, caret));
    } catch (PatternSyntaxException | TooSlow | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static void append(Matcher matcher, String replacement, StringBuilder to) {
    int length = to.length();
    try {
      matcher.appendReplacement(to, replacement);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      to.setLength(length);
      matcher.appendReplacement(to, Matcher.quoteReplacement(replacement));
    }
  }

  /// Counts how often the text is looked at, so that a pattern cannot hang the window.
  private static final class Watched implements CharSequence {
    private final String text;
    private long looks;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > LOOKS) {
        throw new TooSlow();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooSlow extends RuntimeException {
    TooSlow() {
      super("a pattern looked at the text too often", null, false, false);
    }
  }
}
