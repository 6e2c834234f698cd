package netarium.engine.syntax;

/// Classes of octets as Lua's lexer sees them: ASCII only, whatever the locale.
final class Octet {
  private Octet() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static int hexValue(int c) {
    return isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
  }

  static boolean isNameStart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isNamePart(int c) {
    return isNameStart(c) || isDigit(c);
  }

  static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isPrintable(int c) {
    return c >= ' ' && c <= '~';
  }
}
