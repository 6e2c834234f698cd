package netarium.engine.syntax;

import java.nio.charset.StandardCharsets;

/// Text to number, as the lexer, arithmetic on strings and `tonumber` share it.
///
/// Decimal and hexadecimal, both with fraction and exponent, white space around, an optional sign,
/// correctly rounded. "inf" and "nan" are no numerals; so NaN is free to mean "not a numeral".
public final class Numerals {
  /// Beyond this any exponent overflows or underflows, whatever the digits of a source text.
  private static final int EXPONENT_CAP = 1 << 30;

  private final byte[] text;
  private final int end;
  private int at;

  private Numerals(byte[] text, int from, int to) {
    this.text = text;
    this.at = from;
    this.end = to;
  }

  /// The value of octets `from` to `to`, or NaN when they are not a numeral.
  public static double parse(byte[] text, int from, int to) {
    return new Numerals(text, from, to).parse();
  }

  static double parse(String octets) {
    byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
    return parse(bytes, 0, bytes.length);
  }

  private int current() {
    return at < end ? text[at] & 0xFF : -1;
  }

  private double parse() {
    skipSpaces();
    boolean negative = skipSign();
    double magnitude;
    if (current() == '0' && at + 1 < end && (text[at + 1] | 0x20) == 'x') {
      at += 2;
      magnitude = hexadecimal();
    } else {
      magnitude = decimal();
    }
    skipSpaces();
    if (at != end) {
      return Double.NaN;
    }
    return negative ? -magnitude : magnitude;
  }

  private void skipSpaces() {
    while (Octet.isSpace(current())) {
      at++;
    }
  }

  private boolean skipSign() {
    int c = current();
    if (c == '-' || c == '+') {
      at++;
    }
    return c == '-';
  }

  private int skipDigits() {
    int first = at;
    while (Octet.isDigit(current())) {
      at++;
    }
    return at - first;
  }

  private double decimal() {
    int first = at;
    int digits = skipDigits();
    if (digits > 0 && digits <= 15 && (at == end || Octet.isSpace(current()))) {
      long value = 0;
      for (int i = first; i < at; i++) {
        value = value * 10 + text[i] - '0';
      }
      return value;
    }
    if (current() == '.') {
      at++;
      digits += skipDigits();
    }
    if (digits == 0) {
      return Double.NaN;
    }
    if ((current() | 0x20) == 'e') {
      at++;
      skipSign();
      if (skipDigits() == 0) {
        return Double.NaN;
      }
    }
    return Double.parseDouble(new String(text, first, at - first, StandardCharsets.US_ASCII));
  }

  /// After `0x`. Keeps the first 60 significant bits; whatever follows only matters as "not zero".
  private double hexadecimal() {
    long bits = 0;
    long exponent = 0;
    boolean inFraction = false;
    boolean anyDigit = false;
    while (true) {
      int c = current();
      if (c == '.' && !inFraction) {
        inFraction = true;
      } else if (Octet.isHexDigit(c)) {
        anyDigit = true;
        if (bits >>> 56 == 0) {
          bits = bits << 4 | Octet.hexValue(c);
          exponent -= inFraction ? 4 : 0;
        } else {
          bits |= Octet.hexValue(c) == 0 ? 0 : 1;
          exponent += inFraction ? 0 : 4;
        }
      } else {
        break;
      }
      at++;
    }
    if (!anyDigit) {
      return Double.NaN;
    }
    if ((current() | 0x20) == 'p') {
      at++;
      boolean negative = skipSign();
      if (!Octet.isDigit(current())) {
        return Double.NaN;
      }
      long power = readPower();
      exponent += negative ? -power : power;
    }
    return scale(bits, exponent);
  }

  private long readPower() {
    long power = 0;
    while (Octet.isDigit(current())) {
      power = Math.min(power * 10 + current() - '0', (long) EXPONENT_CAP * 8);
      at++;
    }
    return power;
  }

  /// `bits`·2^`exponent`, rounded once, to nearest even; the lowest bit may stand for many.
  private static double scale(long bits, long exponent) {
    if (bits == 0) {
      return 0;
    }
    int shift = Long.numberOfLeadingZeros(bits) - 1;
    long significand = bits << shift; // 63 significant bits, the top one set
    long power = exponent - shift;
    if (power + 62 > 1023) {
      return Double.POSITIVE_INFINITY;
    }
    if (power + 62 < -1080) {
      return 0;
    }
    int dropped = (int) Math.max(0, -1074 - power);
    if (dropped > 10) { // subnormal: the bits below 2^-1074 go before the conversion can round
      if (dropped > 63) {
        return 0;
      }
      long unit = dropped == 63 ? 0 : significand >>> dropped;
      long rest = dropped == 63 ? significand : significand & ((1L << dropped) - 1);
      long half = 1L << (dropped - 1);
      boolean up = rest > half || (rest == half && (unit & 1) == 1);
      return (unit + (up ? 1 : 0)) * Double.MIN_VALUE;
    }
    return Math.scalb((double) significand, (int) power);
  }
}
