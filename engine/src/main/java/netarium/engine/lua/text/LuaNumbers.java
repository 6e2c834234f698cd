package netarium.engine.lua.text;

import netarium.engine.syntax.Numerals;

/// Numbers to text and back, as `tostring`, concatenation and `tonumber` do it.
public final class LuaNumbers {
  private static final int SIGNIFICANT = 14;

  /// Whole numbers below this print as integers.
  private static final double PLAIN = 1e14;

  private LuaNumbers() {}

  /// The number as C's `%.14g` prints it.
  ///
  /// A NaN is always "-nan": that is what `0/0` prints on Linux, and neither Java nor the hardware
  /// below it keeps a NaN's sign reliably.
  public static String text(double value) {
    if (Math.abs(value) < PLAIN && value == Math.rint(value)) {
      return value == 0 ? (1 / value < 0 ? "-0" : "0") : Long.toString((long) value);
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "-nan" : value > 0 ? "inf" : "-inf";
    }
    String magnitude = FloatFormat.general(Math.abs(value), SIGNIFICANT, false, false);
    return value < 0 ? "-" + magnitude : magnitude;
  }

  /// The number that octets `from` to `to` spell in any notation, or NaN.
  public static double parse(byte[] text, int from, int to) {
    return Numerals.parse(text, from, to);
  }

  /// The integer that octets `from` to `to` spell in base `base`, 2 to 36, or NaN: white space
  /// around, a sign, digits and letters.
  public static double parse(byte[] text, int from, int to, int base) {
    int at = skipSpaces(text, from, to);
    boolean negative = at < to && text[at] == '-';
    if (negative || (at < to && text[at] == '+')) {
      at++;
    }
    if (at == to || digit(text[at]) < 0) {
      return Double.NaN;
    }
    double value = 0;
    while (at < to && digit(text[at]) >= 0) {
      int digit = digit(text[at]);
      if (digit >= base) {
        return Double.NaN;
      }
      value = value * base + digit;
      at++;
    }
    if (skipSpaces(text, at, to) != to) {
      return Double.NaN;
    }
    return negative ? -value : value;
  }

  private static int digit(byte octet) {
    return octet < 0 ? -1 : Character.digit(octet, 36);
  }

  private static int skipSpaces(byte[] text, int from, int to) {
    int at = from;
    while (at < to && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r'))) {
      at++;
    }
    return at;
  }
}
