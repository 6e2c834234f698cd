package netarium.engine.lua.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A positive number as correctly rounded decimal digits: 0.`digits` × 10^`point`.
///
/// The digits are those of the exact binary value, ties to even, as the C library prints them.
/// Where few digits are wanted they come from the shortest text that reads back as the number: it
/// rounds to the same digits unless it lies exactly between two of them, because a closer or
/// shorter text would have been chosen otherwise.
record DecimalDigits(String digits, int point) {
  /// Up to so many digits the shortest text, padded with zeros, is the rounded exact value.
  private static final int SAFE = 15;

  /// `count` significant digits of a finite `value` > 0.
  static DecimalDigits significant(double value, int count) {
    if (value >= Double.MIN_NORMAL) {
      DecimalDigits shortest = shortest(value);
      int length = shortest.digits.length();
      if (length > count ? !shortest.isTieAfter(count) : count <= SAFE) {
        return shortest.cut(count);
      }
    }
    BigDecimal exact = new BigDecimal(value).round(new MathContext(count, RoundingMode.HALF_EVEN));
    String digits = exact.unscaledValue().toString();
    DecimalDigits all = new DecimalDigits(digits, digits.length() - exact.scale());
    return all.cut(count);
  }

  /// The digits of a finite `value` > 0 down to `places` after the decimal point; maybe none.
  static DecimalDigits places(double value, int places) {
    if (value >= Double.MIN_NORMAL) {
      DecimalDigits shortest = shortest(value);
      int count = shortest.point + places;
      int length = shortest.digits.length();
      if (count > 0 && (length > count ? !shortest.isTieAfter(count) : count <= SAFE)) {
        DecimalDigits cut = shortest.cut(count);
        return cut.point == shortest.point ? cut : cut.cut(count + 1);
      }
    }
    BigDecimal exact = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
    if (exact.signum() == 0) {
      return new DecimalDigits("", -places);
    }
    String digits = exact.unscaledValue().toString();
    return new DecimalDigits(digits, digits.length() - places);
  }

  private static DecimalDigits shortest(double value) {
    String text = Double.toString(value);
    int exponentAt = text.indexOf('E');
    int exponent = exponentAt < 0 ? 0 : Integer.parseInt(text.substring(exponentAt + 1));
    String mantissa = exponentAt < 0 ? text : text.substring(0, exponentAt);
    int dot = mantissa.indexOf('.');
    String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int first = 0;
    while (digits.charAt(first) == '0') {
      first++;
    }
    int last = digits.length();
    while (digits.charAt(last - 1) == '0') {
      last--;
    }
    return new DecimalDigits(digits.substring(first, last), dot + exponent - first);
  }

  private boolean isTieAfter(int count) {
    return digits.length() == count + 1 && digits.charAt(count) == '5';
  }

  /// Rounds, no tie, or pads to `count` digits.
  private DecimalDigits cut(int count) {
    int length = digits.length();
    if (length <= count) {
      return length == count ? this : new DecimalDigits(digits + "0".repeat(count - length), point);
    }
    if (digits.charAt(count) < '5') {
      return new DecimalDigits(digits.substring(0, count), point);
    }
    char[] kept = digits.substring(0, count).toCharArray();
    int at = count - 1;
    while (at >= 0 && kept[at] == '9') {
      kept[at--] = '0';
    }
    if (at < 0) {
      return new DecimalDigits("1" + "0".repeat(count - 1), point + 1);
    }
    kept[at]++;
    return new DecimalDigits(new String(kept), point);
  }
}
