package netarium.engine.analysis.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What may stand at a place of a filter that is being typed: the words that could be there instead
/// of the one from `from` to `to`.
public record Completion(int from, int to, List<String> words) {
  private static final List<String> JOINTS = List.of("&&", "||");
  private static final List<String> NUMBER_SIGNS = List.of("==", "!=", "<", "<=", ">", ">=", "in");
  private static final List<String> TEXT_SIGNS = List.of("==", "!=", "contains", "in");
  private static final List<String> METHODS =
      List.of("\"GET\"", "\"POST\"", "\"PUT\"", "\"DELETE\"", "\"HEAD\"", "\"OPTIONS\"");

  public Completion {
    words = List.copyOf(words);
  }

  /// At `caret` of `text`. `namesOf` knows the values of names that stand for things of the
  /// network: of `node` and `link`.
  public static Completion at(String text, int caret, Function<String, List<String>> namesOf) {
    int from = caret;
    while (from > 0 && FilterWords.isOfWord(text.charAt(from - 1))) {
      from--;
    }
    if (from > 0 && text.charAt(from - 1) == '"') {
      from--;
    }
    int to = caret;
    while (to < text.length() && FilterWords.isOfWord(text.charAt(to))) {
      to++;
    }
    List<String> before = words(text.substring(0, from));
    String begun = text.substring(from, caret);
    List<String> fitting = new ArrayList<>();
    for (String word : candidates(before, namesOf)) {
      if (word.startsWith(begun) && !word.equals(begun)) {
        fitting.add(word);
      }
    }
    return new Completion(from, to, fitting);
  }

  private static List<String> candidates(
      List<String> before, Function<String, List<String>> namesOf) {
    String last = before.isEmpty() ? "" : before.getLast();
    FilterField field = FilterFields.named(last);
    if (field != null) {
      List<String> signs = new ArrayList<>();
      switch (field.kind()) {
        case PRESENCE -> {}
        case TEXT -> signs.addAll(TEXT_SIGNS);
        case FLAG, NUMBER, ADDRESS, MAC, SECONDS -> signs.addAll(NUMBER_SIGNS);
      }
      signs.addAll(JOINTS);
      return signs;
    }
    if (isSign(last) && before.size() > 1) {
      return values(before.get(before.size() - 2), namesOf);
    }
    boolean isTestDue =
        last.isEmpty() || List.of("&&", "||", "!", "(", "and", "or", "not").contains(last);
    return isTestDue ? FilterFields.names(true) : JOINTS;
  }

  private static boolean isSign(String word) {
    return NUMBER_SIGNS.contains(word) || TEXT_SIGNS.contains(word);
  }

  private static List<String> values(String name, Function<String, List<String>> namesOf) {
    return switch (name) {
      case "http.request.method" -> METHODS;
      case "node", "node.src", "node.dst", "link", "dropped.reason" ->
          namesOf.apply(name).stream().map(value -> '"' + value + '"').toList();
      default -> List.of();
    };
  }

  /// As far as they can be read.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try {
      FilterWords reader = new FilterWords(text);
      while (!reader.isAtEnd()) {
        words.add(reader.take());
      }
    } catch (UnreadableFilter bad) {
      return words;
    }
    return words;
  }
}
