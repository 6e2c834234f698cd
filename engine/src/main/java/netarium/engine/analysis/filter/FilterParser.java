package netarium.engine.analysis.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Reads a filter by recursive descent.
final class FilterParser {
  /// Deeper nesting is no filter anybody means.
  private static final int MAX_DEPTH = 100;

  private final FilterWords words;
  private final boolean hasRun;
  private int depth;

  /// `hasRun`: names of what only a run knows may be used.
  FilterParser(String text, boolean hasRun) throws UnreadableFilter {
    words = new FilterWords(text);
    this.hasRun = hasRun;
  }

  Predicate<FilterSubject> whole() throws UnreadableFilter {
    Predicate<FilterSubject> filter = either();
    if (!words.isAtEnd()) {
      throw here(FilterProblem.Kind.EXTRA_WORD, "");
    }
    return filter;
  }

  private Predicate<FilterSubject> either() throws UnreadableFilter {
    Predicate<FilterSubject> filter = both();
    while (words.takes("||", "or")) {
      filter = filter.or(both());
    }
    return filter;
  }

  private Predicate<FilterSubject> both() throws UnreadableFilter {
    Predicate<FilterSubject> filter = perhapsNot();
    while (words.takes("&&", "and")) {
      filter = filter.and(perhapsNot());
    }
    return filter;
  }

  private Predicate<FilterSubject> perhapsNot() throws UnreadableFilter {
    if (++depth > MAX_DEPTH) {
      throw here(FilterProblem.Kind.TOO_DEEP, "");
    }
    Predicate<FilterSubject> filter;
    if (words.takes("!", "not")) {
      filter = perhapsNot().negate();
    } else if (words.takes("(", "(")) {
      filter = either();
      if (!words.takes(")", ")")) {
        throw here(FilterProblem.Kind.MISSING_BRACKET, "");
      }
    } else {
      filter = test();
    }
    depth--;
    return filter;
  }

  private Predicate<FilterSubject> test() throws UnreadableFilter {
    if (words.isAtEnd()) {
      throw here(FilterProblem.Kind.MISSING_TEST, "");
    }
    FilterField field = words.isQuoted() ? null : FilterFields.named(words.peek());
    if (field == null) {
      throw here(FilterProblem.Kind.UNKNOWN_NAME, String.join(", ", FilterFields.names(hasRun)));
    }
    if (field.needsRun() && !hasRun) {
      throw here(FilterProblem.Kind.NEEDS_RUN, String.join(", ", FilterFields.names(false)));
    }
    words.take();
    if (words.isQuoted()) {
      return field::isSet;
    }
    return switch (words.peek()) {
      case "==", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge", "contains" ->
          comparison(field);
      case "in" -> oneOf(field);
      default -> field::isSet;
    };
  }

  private Predicate<FilterSubject> comparison(FilterField field) throws UnreadableFilter {
    if (field.kind() == FilterField.Kind.PRESENCE) {
      throw here(FilterProblem.Kind.NO_VALUE, field.name());
    }
    boolean isForTexts = words.peek().equals("contains");
    boolean isOrder = !List.of("==", "!=", "eq", "ne", "contains").contains(words.peek());
    if (field.kind().isText() ? isOrder : isForTexts) {
      throw here(FilterProblem.Kind.BAD_SIGN, field.name());
    }
    String sign = words.take();
    FilterValue value = value(field);
    boolean isUnequal = sign.equals("!=") || sign.equals("ne");
    Predicate<FilterSubject> holds = value.compare(field, isUnequal ? "==" : sign);
    return isUnequal ? subject -> field.isIn(subject) && !holds.test(subject) : holds;
  }

  private Predicate<FilterSubject> oneOf(FilterField field) throws UnreadableFilter {
    if (field.kind() == FilterField.Kind.PRESENCE) {
      throw here(FilterProblem.Kind.NO_VALUE, field.name());
    }
    words.take();
    if (!words.takes("{", "{")) {
      throw here(FilterProblem.Kind.MISSING_BRACE, "");
    }
    List<Predicate<FilterSubject>> values = new ArrayList<>();
    do {
      values.add(value(field).compare(field, "=="));
      words.takes(",", ",");
    } while (!words.isAtEnd() && !words.peek().equals("}"));
    if (!words.takes("}", "}")) {
      throw here(FilterProblem.Kind.MISSING_BRACE, "");
    }
    return subject -> values.stream().anyMatch(each -> each.test(subject));
  }

  private FilterValue value(FilterField field) throws UnreadableFilter {
    FilterValue value =
        words.isAtEnd() ? null : FilterValue.read(field.kind(), words.peek(), words.isQuoted());
    if (value == null) {
      throw here(FilterProblem.Kind.BAD_VALUE, field.name() + "; write " + hint(field.kind()));
    }
    words.take();
    return value;
  }

  private static String hint(FilterField.Kind kind) {
    return switch (kind) {
      case ADDRESS -> "an address such as 10.0.1.2";
      case MAC -> "an address such as " + kind.example();
      case SECONDS -> "seconds such as 0.25";
      case TEXT -> "a text such as " + kind.example();
      case PRESENCE, FLAG, NUMBER -> "a number";
    };
  }

  private UnreadableFilter here(FilterProblem.Kind kind, String about) {
    return new UnreadableFilter(
        kind, words.peek(), about, words.start(), Math.max(words.end(), words.start()));
  }
}
