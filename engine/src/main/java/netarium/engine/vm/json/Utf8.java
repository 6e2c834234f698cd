package netarium.engine.vm.json;

/// UTF-8, RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
final class Utf8 {
  private static final int MOST = 0x10FFFF;

  private Utf8() {}

  /// The index of the first octet from `from` up to `to` that is no UTF-8, or -1.
  static int firstWrong(byte[] octets, int from, int to) {
    int at = from;
    while (at < to) {
      int length = length(octets, at, to);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return -1;
  }

  /// How many octets the character at `at` has; 0 if there is none.
  static int length(byte[] octets, int at, int to) {
    int first = octets[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4 || at + more >= to) {
      return 0;
    }
    int point = first & (0x3f >> more);
    for (int i = 1; i <= more; i++) {
      int next = octets[at + i] & 0xff;
      if ((next & 0xc0) != 0x80) {
        return 0;
      }
      point = point << 6 | (next & 0x3f);
    }
    boolean isOverlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    boolean isSurrogate = point >= 0xd800 && point <= 0xdfff;
    return isOverlong || isSurrogate || point > MOST ? 0 : more + 1;
  }
}
