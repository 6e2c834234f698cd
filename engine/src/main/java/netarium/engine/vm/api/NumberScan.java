package netarium.engine.vm.api;

import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import org.jspecify.annotations.Nullable;

/// Reads a number as C's `fscanf("%lf")` does, which is what `f:read("*n")` promises in Lua 5.2:
/// one octet is looked at at a time, and what has been accepted stays consumed even if no number
/// comes of it.
final class NumberScan {
  private final ByteSource source;
  private final StringBuilder text = new StringBuilder();

  private NumberScan(ByteSource source) {
    this.source = source;
  }

  /// The next number, or null if there is none.
  static @Nullable Num read(ByteSource source) {
    return new NumberScan(source).scan();
  }

  /// C's `isspace`.
  static boolean isSpace(int octet) {
    return octet == ' ' || (octet >= '\t' && octet <= '\r');
  }

  private @Nullable Num scan() {
    while (isSpace(source.peek())) {
      source.next();
    }
    boolean isNegative = source.peek() == '-';
    if (isNegative || source.peek() == '+') {
      source.next();
    }
    int first = lower(source.peek());
    if (first == 'n') {
      return isWord("nan") ? new Num(Double.NaN) : null;
    }
    if (first == 'i') {
      double infinity = isNegative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return isInfinity() ? new Num(infinity) : null;
    }
    Num magnitude = digits();
    return magnitude == null || !isNegative ? magnitude : new Num(-magnitude.v);
  }

  /// Accepts the letters of a word; the first wrong one is lost, as in C.
  private boolean isWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (lower(source.next()) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isInfinity() {
    return isWord("inf") && (lower(source.peek()) != 'i' || isWord("inity"));
  }

  private @Nullable Num digits() {
    boolean isHex = false;
    boolean hasDigit = false;
    if (source.peek() == '0') {
      accept();
      hasDigit = true;
      if (lower(source.peek()) == 'x') {
        accept();
        isHex = true;
        hasDigit = false;
      }
    }
    char exponentMark = isHex ? 'p' : 'e';
    boolean hasExponent = false;
    boolean hasPoint = false;
    for (; ; ) {
      int c = lower(source.peek());
      boolean isFirstOfExponent =
          hasExponent && text.charAt(text.length() - 1) == exponentMark && (c == '-' || c == '+');
      if ((c >= '0' && c <= '9') || (isHex && !hasExponent && c >= 'a' && c <= 'f')) {
        hasDigit = true;
      } else if (hasDigit && !hasExponent && c == exponentMark) {
        hasExponent = true;
      } else if (!hasPoint && !hasExponent && c == '.') {
        hasPoint = true;
      } else if (!isFirstOfExponent) {
        return value(isHex);
      }
      accept();
    }
  }

  private void accept() {
    text.append((char) lower(source.next()));
  }

  /// As `strtod`: the longest beginning that is a number.
  private @Nullable Num value(boolean isHex) {
    int length = text.length();
    int mark = text.lastIndexOf(isHex ? "p" : "e");
    if (mark >= 0 && !Character.isDigit(text.charAt(length - 1))) {
      text.setLength(mark);
    }
    Num parsed = LuaNumberText.parse(Str.latin1(text.toString()));
    return parsed == null && isHex && length > 2 ? Num.ZERO : parsed;
  }

  private static int lower(int octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + 32 : octet;
  }
}
