package netarium.engine.lua.text;

/// Magnitudes of numbers in the notations of C's `printf`; no sign, no padding.
final class FloatFormat {
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

  /// Below it the product of a number and a power of ten is off by less than 1e-6, so it rounds
  /// like the exact one unless it lies that near to a tie.
  private static final double SURE = 1e9;

  private FloatFormat() {}

  /// `%f`: `precision` digits after the point. `keepPoint` is the `#` flag.
  static String fixed(double value, int precision, boolean keepPoint) {
    if (value == 0) {
      return withPoint("0", "0".repeat(precision), keepPoint);
    }
    if (precision < POWERS.length) {
      double scaled = value * POWERS[precision];
      double rounded = Math.rint(scaled);
      if (scaled < SURE && Math.abs(Math.abs(scaled - rounded) - 0.5) > 1e-6) {
        return fixed((long) rounded, precision, keepPoint);
      }
    }
    DecimalDigits d = DecimalDigits.places(value, precision);
    String digits = d.digits();
    if (d.point() > 0) {
      return withPoint(digits.substring(0, d.point()), digits.substring(d.point()), keepPoint);
    }
    return withPoint("0", "0".repeat(-d.point()) + digits, keepPoint);
  }

  private static String fixed(long scaled, int precision, boolean keepPoint) {
    String digits = Long.toString(scaled);
    if (digits.length() <= precision) {
      digits = "0".repeat(precision + 1 - digits.length()) + digits;
    }
    int point = digits.length() - precision;
    return withPoint(digits.substring(0, point), digits.substring(point), keepPoint);
  }

  /// `%e`.
  static String scientific(double value, int precision, boolean keepPoint) {
    return value == 0
        ? scientific("0".repeat(precision + 1), 0, keepPoint)
        : scientific(DecimalDigits.significant(value, precision + 1), keepPoint);
  }

  private static String scientific(DecimalDigits d, boolean keepPoint) {
    return scientific(d.digits(), d.point() - 1, keepPoint);
  }

  private static String scientific(String digits, int exponent, boolean keepPoint) {
    int size = Math.abs(exponent);
    return withPoint(digits.substring(0, 1), digits.substring(1), keepPoint)
        + (exponent < 0 ? "e-" : "e+")
        + (size < 10 ? "0" : "")
        + size;
  }

  /// `%g`: the shorter notation, without trailing zeros unless `keepZeros` (the `#` flag).
  static String general(double value, int precision, boolean keepZeros, boolean keepPoint) {
    int count = Math.max(precision, 1);
    if (value == 0) {
      return keepZeros ? withPoint("0", "0".repeat(count - 1), keepPoint) : "0";
    }
    DecimalDigits d = DecimalDigits.significant(value, count);
    int exponent = d.point() - 1;
    String digits = keepZeros ? d.digits() : withoutTrailingZeros(d.digits());
    if (exponent < -4 || exponent >= count) {
      return scientific(digits, exponent, keepPoint);
    }
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    if (digits.length() <= exponent + 1) {
      return withPoint(digits + "0".repeat(exponent + 1 - digits.length()), "", keepPoint);
    }
    return withPoint(digits.substring(0, exponent + 1), digits.substring(exponent + 1), keepPoint);
  }

  private static String withoutTrailingZeros(String digits) {
    int end = digits.length();
    while (end > 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }

  private static String withPoint(String whole, String fraction, boolean keepPoint) {
    return fraction.isEmpty() && !keepPoint ? whole : whole + "." + fraction;
  }

  /// `%a` without its `0x`; a negative `precision` means as many digits as the value needs.
  static String hexadecimal(double value, int precision, boolean keepPoint) {
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & ((1L << 52) - 1);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    long lead = exponent == 0 ? 0 : 1;
    if (exponent == 0) {
      exponent = fraction == 0 ? 1023 : 1;
    }
    int digits = 13;
    if (precision >= 0 && precision < 13) {
      int dropped = 4 * (13 - precision);
      long all = lead << 52 | fraction;
      long unit = all >>> dropped;
      long rest = all & ((1L << dropped) - 1);
      long half = 1L << (dropped - 1);
      unit += rest > half || (rest == half && (unit & 1) == 1) ? 1 : 0;
      lead = unit >>> (4 * precision);
      fraction = (unit << dropped) & ((1L << 52) - 1);
      digits = precision;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit((int) (fraction >>> (48 - 4 * i)) & 15, 16));
    }
    if (precision < 0) {
      while (!text.isEmpty() && text.charAt(text.length() - 1) == '0') {
        text.setLength(text.length() - 1);
      }
    } else {
      text.append("0".repeat(Math.max(0, precision - 13)));
    }
    int power = exponent - 1023;
    return withPoint(Long.toString(lead), text.toString(), keepPoint)
        + (power < 0 ? "p-" : "p+")
        + Math.abs(power);
  }
}
