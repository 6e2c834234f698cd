package netarium.engine.vm.json;

import java.math.BigDecimal;

/// Numbers as JSON writes them: the fewest digits that read back as the same double.
final class JsonNumbers {
  /// From here on, and below [#SMALL], an exponent is shorter and easier to read.
  private static final double LARGE = 1e21;

  private static final double SMALL = 1e-6;

  /// Whole numbers up to here are exact.
  private static final double EXACT = 0x1p53;

  private JsonNumbers() {}

  /// A finite number as text.
  static String text(double value) {
    double size = Math.abs(value);
    if (size < EXACT && value == Math.rint(value)) {
      return value == 0 ? (1 / value < 0 ? "-0" : "0") : Long.toString((long) value);
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (size >= SMALL && size < LARGE) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }
}
