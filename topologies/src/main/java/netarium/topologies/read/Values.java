package netarium.topologies.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import netarium.topologies.json.JsonTree;
import netarium.topologies.problem.DidYouMean;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import org.jspecify.annotations.Nullable;

/// One JSON value to one plain value, or a problem and `null`. `name` is what messages call it.
record Values(ProblemList problems) {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

  @Nullable String text(JsonTree value, String name) {
    if (value instanceof JsonTree.Text text) {
      return text.value();
    }
    wrongType(value, name, "write a text in double quotes");
    return null;
  }

  @Nullable Boolean flag(JsonTree value, String name) {
    if (value instanceof JsonTree.Bool flag) {
      return flag.value();
    }
    wrongType(value, name, "write true or false");
    return null;
  }

  @Nullable Long whole(JsonTree value, String name, long min, long max) {
    String range =
        min == max
            ? "write " + min
            : max == Long.MAX_VALUE
                ? "write a whole number of at most 64 bits"
                : "write a whole number from " + min + " to " + max;
    if (!(value instanceof JsonTree.Numeral number)) {
      wrongType(value, name, range);
      return null;
    }
    if (WHOLE.matcher(number.literal()).matches()) {
      BigDecimal whole = new BigDecimal(number.literal());
      if (whole.compareTo(BigDecimal.valueOf(min)) >= 0
          && whole.compareTo(BigDecimal.valueOf(max)) <= 0) {
        return whole.longValueExact();
      }
    }
    problems.error(value.at(), name + " is " + Quoted.plain(number.literal()), range);
    return null;
  }

  @Nullable Double number(JsonTree value, String name, double min, double max) {
    String range = "write a number from " + (long) min + " to " + (long) max;
    if (!(value instanceof JsonTree.Numeral numeral)) {
      wrongType(value, name, range);
      return null;
    }
    double number = Double.parseDouble(numeral.literal());
    if (number >= min && number <= max) {
      return number == 0 ? 0.0 : number; // -0 is written as 0
    }
    problems.error(value.at(), name + " is " + Quoted.plain(numeral.literal()), range);
    return null;
  }

  /// A text that stands for something, such as an address.
  <T> @Nullable T parsed(JsonTree value, String name, Function<String, Parsed<T>> parse) {
    if (value instanceof JsonTree.Text(var at, String text)) {
      return parsed(at, text, name, parse);
    }
    wrongType(value, name, "write a text in double quotes");
    return null;
  }

  /// The same where a bare number may stand for itself, such as a quantity.
  <T> @Nullable T quantity(JsonTree value, String name, Function<String, Parsed<T>> parse) {
    return switch (value) {
      case JsonTree.Text(var at, String text) -> parsed(at, text, name, parse);
      case JsonTree.Numeral(var at, String literal) -> parsed(at, literal, name, parse);
      default -> {
        wrongType(value, name, "write a number, or a text in double quotes");
        yield null;
      }
    };
  }

  private <T> @Nullable T parsed(
      Position at, String text, String name, Function<String, Parsed<T>> parse) {
    return switch (parse.apply(text)) {
      case Parsed.Ok<T>(T good) -> good;
      case Parsed.Bad<T>(String why, String advice) -> {
        problems.error(at, name + ": " + why, advice);
        yield null;
      }
    };
  }

  <T> @Nullable T choice(JsonTree value, String name, List<T> choices, Function<T, String> keyOf) {
    List<String> keys = choices.stream().map(keyOf).toList();
    String advice = "write one of " + String.join(", ", keys);
    if (!(value instanceof JsonTree.Text(var at, String text))) {
      wrongType(value, name, advice);
      return null;
    }
    int index = keys.indexOf(text);
    if (index >= 0) {
      return choices.get(index);
    }
    problems.error(at, name + " is " + Quoted.text(text), DidYouMean.orElse(text, keys, advice));
    return null;
  }

  /// One value for both directions, or an object with `ab` and `ba`.
  <T> @Nullable Directional<T> directional(
      JsonTree value, String name, BiFunction<JsonTree, String, @Nullable T> read) {
    if (!(value instanceof JsonTree.Members pair)) {
      T both = read.apply(value, name);
      return both == null ? null : Directional.both(both);
    }
    boolean complete = true;
    for (var member : pair.members().entrySet()) {
      if (!member.getKey().equals("ab") && !member.getKey().equals("ba")) {
        problems.error(
            member.getValue().nameAt(),
            name + " has the key " + Quoted.text(member.getKey()),
            "write { \"ab\": …, \"ba\": … } and nothing else");
        complete = false;
      }
    }
    JsonTree ab = pair.value("ab");
    JsonTree ba = pair.value("ba");
    if (ab == null || ba == null) {
      problems.error(
          pair.at(),
          name + " has no \"" + (ab == null ? "ab" : "ba") + "\"",
          "give both directions, or one value for both");
      return null;
    }
    T forth = read.apply(ab, name);
    T back = read.apply(ba, name);
    return !complete || forth == null || back == null ? null : new Directional<>(forth, back);
  }

  private void wrongType(JsonTree value, String name, String advice) {
    problems.error(value.at(), name + " is " + value.described(), advice);
  }
}
