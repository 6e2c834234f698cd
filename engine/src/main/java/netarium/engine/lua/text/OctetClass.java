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

  /// For every octet behind a `%`, which octets it stands for.
  private static final boolean[][] MEMBERS = members();

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

  /// Which octets a pattern's class letter stands for; an octet that names no class is itself.
  static boolean[] members(int letter) {
    return MEMBERS[letter];
  }

  private static boolean[][] members() {
    boolean[][] all = new boolean[256][256];
    for (int letter = 0; letter < 256; letter++) {
      int wanted = wanted(letter);
      boolean isLower = (BITS[letter] & LOWER) != 0;
      for (int octet = 0; octet < 256; octet++) {
        if ((BITS[letter] & LETTER) == 0 || (wanted == 0 && (letter | 0x20) != 'z')) {
          all[letter][octet] = octet == letter;
        } else {
          boolean belongs = wanted == 0 ? octet == 0 : (BITS[octet] & wanted) != 0;
          all[letter][octet] = belongs == isLower;
        }
      }
    }
    return all;
  }

  private static int wanted(int letter) {
    return switch (letter | 0x20) {
      case 'a' -> LETTER;
      case 'c' -> CONTROL;
      case 'd' -> DIGIT;
      case 'g' -> LETTER | DIGIT | PUNCTUATION;
      case 'l' -> LOWER;
      case 'p' -> PUNCTUATION;
      case 's' -> SPACE;
      case 'u' -> UPPER;
      case 'w' -> LETTER | DIGIT;
      case 'x' -> HEX;
      default -> 0;
    };
  }
}
