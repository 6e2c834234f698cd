package netarium.engine.lua.text;

/// Classes of octets as C's `ctype.h` gives them in the "C" locale: ASCII, nothing above 127.
public final class OctetClass {
  private static final int LETTER = 1;
  private static final int DIGIT = 2;
  private static final int LOWER = 4;
  private static final int UPPER = 8;
  private static final int SPACE = 16;
  private static final int CONTROL = 32;
  private static final int PUNCTUATION = 64;
  private static final int HEX = 128;

  private static final int[] BITS = table();

  private OctetClass() {}

  private static int[] table() {
    int[] bits = new int[256];
    for (int c = 0; c < 128; c++) {
      boolean lower = c >= 'a' && c <= 'z';
      boolean upper = c >= 'A' && c <= 'Z';
      boolean digit = c >= '0' && c <= '9';
      boolean hex = digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      boolean visible = c > ' ' && c < 127;
      bits[c] =
          (lower || upper ? LETTER : 0)
              | (digit ? DIGIT : 0)
              | (lower ? LOWER : 0)
              | (upper ? UPPER : 0)
              | (c == ' ' || (c >= '\t' && c <= '\r') ? SPACE : 0)
              | (c < ' ' || c == 127 ? CONTROL : 0)
              | (visible && !lower && !upper && !digit ? PUNCTUATION : 0)
              | (hex ? HEX : 0);
    }
    return bits;
  }

  public static boolean isDigit(int octet) {
    return (BITS[octet & 0xFF] & DIGIT) != 0;
  }

  public static boolean isControl(int octet) {
    return (BITS[octet & 0xFF] & CONTROL) != 0;
  }

  public static byte toLower(byte octet) {
    return (BITS[octet & 0xFF] & UPPER) != 0 ? (byte) (octet + 32) : octet;
  }

  public static byte toUpper(byte octet) {
    return (BITS[octet & 0xFF] & LOWER) != 0 ? (byte) (octet - 32) : octet;
  }

  /// Whether an octet belongs to a pattern's class letter; a letter that names no class stands for
  /// itself.
  static boolean matches(int octet, int letter) {
    int wanted;
    switch (letter | 0x20) {
      case 'a' -> wanted = LETTER;
      case 'c' -> wanted = CONTROL;
      case 'd' -> wanted = DIGIT;
      case 'g' -> wanted = LETTER | DIGIT | PUNCTUATION;
      case 'l' -> wanted = LOWER;
      case 'p' -> wanted = PUNCTUATION;
      case 's' -> wanted = SPACE;
      case 'u' -> wanted = UPPER;
      case 'w' -> wanted = LETTER | DIGIT;
      case 'x' -> wanted = HEX;
      case 'z' -> {
        return (BITS[letter] & LOWER) != 0 == (octet == 0);
      }
      default -> {
        return letter == octet;
      }
    }
    if ((BITS[letter] & LETTER) == 0) {
      return letter == octet; // not a letter at all, only near one
    }
    return (BITS[letter] & LOWER) != 0 == ((BITS[octet] & wanted) != 0);
  }
}
