package netarium.topologies.unit;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A chance from 0 to 1, exact to nine decimals: `1%`, `0.01`. Kept as a whole number, so that what
/// was read is what is written.
public record Probability(int perBillion) {
  public static final Probability ZERO = new Probability(0);
  private static final int ONE = 1_000_000_000;
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");
  private static final String ADVICE = "write a part from 0 to 1, or a percentage such as \"1%\"";

  public Probability {
    if (perBillion < 0 || perBillion > ONE) {
      throw new IllegalArgumentException("a probability is within 0 and 1: " + perBillion);
    }
  }

  public static Parsed<Probability> parse(String text) {
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1).stripTrailing() : text;
    if (!DECIMAL.matcher(digits).matches()) {
      return Parsed.bad(Quoted.text(text) + " is not a probability", ADVICE);
    }
    BigDecimal parts = new BigDecimal(digits).movePointRight(percent ? 7 : 9);
    if (parts.signum() < 0) {
      return Parsed.bad(Quoted.text(text) + " is negative", ADVICE);
    }
    if (parts.compareTo(BigDecimal.valueOf(ONE)) > 0) {
      return Parsed.bad(Quoted.text(text) + " is more than certain", ADVICE);
    }
    if (parts.remainder(BigDecimal.ONE).signum() != 0) {
      return Parsed.bad(Quoted.text(text) + " is finer than one in 10^9", "round it");
    }
    return Parsed.ok(new Probability(parts.intValueExact()));
  }

  /// The chance as a fraction; exact zero and exact one stay exact.
  public double value() {
    return perBillion / (double) ONE;
  }

  public boolean isZero() {
    return perBillion == 0;
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(perBillion, 7).stripTrailingZeros().toPlainString() + '%';
  }
}
