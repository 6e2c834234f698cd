package netarium.app.packets;

import java.util.List;
import java.util.Optional;
import netarium.app.text.Texts;
import netarium.engine.analysis.filter.Completion;
import netarium.engine.analysis.filter.FilterProblem;

/// Says in people's language why a filter cannot be read, and which name they may have meant.
final class FilterTexts {
  private final Texts texts;

  FilterTexts(Texts texts) {
    this.texts = texts;
  }

  String sentence(FilterProblem problem) {
    String word = problem.word();
    return switch (problem.kind()) {
      case UNKNOWN_NAME, NEEDS_RUN ->
          likely(word)
              .map(name -> texts.text("filter.unknown.likely", word, name))
              .orElseGet(() -> texts.text("filter.unknown", word));
      case MISSING_TEST -> texts.text("filter.missing.test");
      case BAD_VALUE -> texts.text("filter.bad.value", word, nameOf(problem));
      case NO_VALUE -> texts.text("filter.no.value", nameOf(problem));
      case BAD_SIGN -> texts.text("filter.bad.sign", word, nameOf(problem));
      case EXTRA_WORD -> texts.text("filter.extra.word", word);
      case MISSING_BRACKET -> texts.text("filter.missing.bracket");
      case MISSING_BRACE -> texts.text("filter.missing.brace");
      case TOO_DEEP -> texts.text("filter.too.deep");
      case STRANGE_CHARACTER -> texts.text("filter.strange", word);
      case OPEN_QUOTE -> texts.text("filter.open.quote");
    };
  }

  private static String nameOf(FilterProblem problem) {
    int end = problem.about().indexOf(';');
    return end < 0 ? problem.about() : problem.about().substring(0, end);
  }

  /// The name that differs least, if it does not differ much.
  static Optional<String> likely(String word) {
    List<String> names = Completion.at("", 0, _ -> List.of()).words();
    String best = "";
    int least = Math.max(2, word.length() / 3) + 1;
    for (String name : names) {
      int distance = distance(word, name);
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// How many letters must be changed, put in or taken out.
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
