package netarium.engine.vm.json;

import java.util.HexFormat;
import netarium.engine.lua.Str;

/// What stands after a backslash in a string.
final class JsonEscapes {
  private static final int HEX_DIGITS = 4;
  private static final String NAMES = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private final JsonDecoder decoder;
  private final byte[] octets;
  private final int end;
  private final byte[] made;
  private int length;
  private int at;

  private JsonEscapes(JsonDecoder decoder, int from, int to) {
    this.decoder = decoder;
    this.octets = decoder.octets();
    this.at = from;
    this.end = to;
    // An escape is never shorter than what it stands for.
    this.made = new byte[to - from];
  }

  /// The string that octets `from` to `to` of the text stand for.
  static Str unescape(JsonDecoder decoder, int from, int to) {
    return new JsonEscapes(decoder, from, to).run();
  }

  private Str run() {
    while (at < end) {
      int plainFrom = at;
      while (at < end && octets[at] != '\\') {
        at++;
      }
      decoder.checkCharacters(plainFrom, at);
      System.arraycopy(octets, plainFrom, made, length, at - plainFrom);
      length += at - plainFrom;
      if (at < end) {
        escape();
      }
    }
    return Str.copyOf(made, 0, length);
  }

  private void escape() {
    int name = octets[at + 1];
    int known = NAMES.indexOf(name);
    if (known >= 0) {
      made[length++] = (byte) MEANT.charAt(known);
      at += 2;
    } else if (name == 'u') {
      unicode();
    } else {
      throw decoder.faultAt(at, "unknown escape in a string");
    }
  }

  private void unicode() {
    int from = at;
    int unit = unit(from);
    at += 2 + HEX_DIGITS;
    if (unit < 0xd800 || unit > 0xdfff) {
      append(unit);
      return;
    }
    boolean hasPartner =
        unit < 0xdc00 && at + 1 < end && octets[at] == '\\' && octets[at + 1] == 'u';
    int second = hasPartner ? unit(at) : 0;
    if (second < 0xdc00 || second > 0xdfff) {
      throw decoder.faultAt(
          from, "\\u" + HexFormat.of().toHexDigits((short) unit) + " is half a character");
    }
    at += 2 + HEX_DIGITS;
    append(0x10000 + ((unit - 0xd800) << 10) + second - 0xdc00);
  }

  /// The 16 bits of the escape at `from`.
  private int unit(int from) {
    int unit = 0;
    for (int i = from + 2; i < from + 2 + HEX_DIGITS; i++) {
      int digit = i < end && octets[i] > 0 ? hex(octets[i]) : -1;
      if (digit < 0) {
        throw decoder.faultAt(from, "four hexadecimal digits expected after \\u");
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private static int hex(int octet) {
    return Character.digit((char) octet, 16);
  }

  private void append(int point) {
    if (point < 0x80) {
      made[length++] = (byte) point;
    } else if (point < 0x800) {
      made[length++] = (byte) (0xc0 | point >> 6);
      more(point);
    } else if (point < 0x10000) {
      made[length++] = (byte) (0xe0 | point >> 12);
      more(point >> 6);
      more(point);
    } else {
      made[length++] = (byte) (0xf0 | point >> 18);
      more(point >> 12);
      more(point >> 6);
      more(point);
    }
  }

  private void more(int bits) {
    made[length++] = (byte) (0x80 | (bits & 0x3f));
  }
}
