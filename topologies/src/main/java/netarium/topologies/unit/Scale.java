package netarium.topologies.unit;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A ladder of units for one kind of quantity, from small to large, all whole multiples of the
/// first. Decimal fractions are exact: `1.5ms` is 1,500,000 ns, and what is finer than the smallest
/// unit is refused instead of rounded.
///
/// @param noun what is measured, for messages: `a duration`
/// @param example how to write one, for messages
/// @param steps the units, smallest first
/// @param max the largest amount, in the smallest unit
record Scale(String noun, String example, List<Step> steps, long max) {
  private static final Pattern QUANTITY =
      Pattern.compile("(-?)([0-9]{1,30}(?:\\.[0-9]{1,30})?) ?([A-Za-zµμ/%]{0,8})");

  /// One unit: how it is written, how many of the smallest it holds, other spellings.
  record Step(String name, long factor, List<String> aliases) {
    static Step of(String name, long factor, String... aliases) {
      return new Step(name, factor, List.of(aliases));
    }

    boolean isCalled(String text) {
      return name.equals(text) || aliases.contains(text);
    }
  }

  /// Reads `text`; the result counts the smallest unit.
  Parsed<Long> parse(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    if (!matcher.matches()) {
      return Parsed.bad(Quoted.text(text) + " is not " + noun, "write one such as " + example);
    }
    if (!matcher.group(1).isEmpty()) {
      return Parsed.bad(
          Quoted.text(text) + " is negative",
          "write " + noun + " of 0 or more, such as " + example);
    }
    BigDecimal mantissa = new BigDecimal(matcher.group(2));
    String unit = matcher.group(3);
    Step step = stepCalled(unit);
    if (step != null) {
      return exact(text, mantissa.multiply(BigDecimal.valueOf(step.factor)));
    }
    if (!unit.isEmpty()) {
      return Parsed.bad(
          Quoted.text(unit) + " is not a unit of " + bareNoun(), "use one of " + unitNames());
    }
    return mantissa.signum() == 0
        ? Parsed.ok(0L)
        : Parsed.bad(
            Quoted.text(text) + " has no unit", "write " + noun + " with its unit: " + example);
  }

  private Parsed<Long> exact(String text, BigDecimal amount) {
    if (amount.compareTo(BigDecimal.valueOf(max)) > 0) {
      return Parsed.bad(Quoted.text(text) + " is too much", "the most is " + format(max));
    }
    if (amount.remainder(BigDecimal.ONE).signum() != 0) {
      return Parsed.bad(Quoted.text(text) + " is finer than 1" + steps.getFirst().name, "round it");
    }
    return Parsed.ok(amount.longValueExact());
  }

  /// The shortest exact form with at most three decimals; of two equally short ones the one in the
  /// larger unit.
  String format(long amount) {
    String best = amount + steps.getFirst().name;
    for (Step step : steps) {
      String form = amount < step.factor ? null : formatIn(step, amount);
      if (form != null && form.length() <= best.length()) {
        best = form;
      }
    }
    return best;
  }

  private static @Nullable String formatIn(Step step, long amount) {
    BigDecimal thousandths = BigDecimal.valueOf(amount).movePointRight(3);
    BigDecimal factor = BigDecimal.valueOf(step.factor);
    if (thousandths.remainder(factor).signum() != 0) {
      return null;
    }
    BigDecimal mantissa = thousandths.divide(factor).movePointLeft(3).stripTrailingZeros();
    return mantissa.toPlainString() + step.name;
  }

  private @Nullable Step stepCalled(String unit) {
    for (Step step : steps) {
      if (step.isCalled(unit)) {
        return step;
      }
    }
    return null;
  }

  private String unitNames() {
    return String.join(", ", steps.stream().map(Step::name).filter(n -> !n.isEmpty()).toList());
  }

  private String bareNoun() {
    return noun.substring(noun.indexOf(' ') + 1);
  }
}
