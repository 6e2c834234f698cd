package netarium.engine.lua.text;

import java.util.Locale;

/// One `%…` item of a `string.format` format: flags, width, precision, conversion letter.
///
/// `precision` is −1 when there is none. `end` is the index behind the item.
public record FormatItem(
    boolean left,
    boolean plus,
    boolean space,
    boolean alternate,
    boolean zero,
    int width,
    int precision,
    int conversion,
    int end) {
  /// No item yet.
  public static final FormatItem NONE =
      new FormatItem(false, false, false, false, false, 0, -1, 0, 0);

  private static final String FLAGS = "-+ #0";

  /// Strings from this length on are not formatted when the item gives no precision.
  private static final int LONG_STRING = 100;

  /// Reads the item behind the `%`; the format is octets `at` to `to`. Behind its end stands a 0.
  public static FormatItem parse(byte[] format, int at, int to) {
    int p = at;
    int seen = 0;
    while (p < to && FLAGS.indexOf(format[p]) >= 0) {
      seen |= 1 << FLAGS.indexOf(format[p]);
      p++;
    }
    if (p - at > FLAGS.length()) {
      throw new TextFault("invalid format (repeated flags)");
    }
    int width = 0;
    for (int i = 0; i < 2 && isDigit(format, p, to); i++) {
      width = width * 10 + format[p++] - '0';
    }
    int precision = -1;
    if (p < to && format[p] == '.') {
      p++;
      precision = 0;
      for (int i = 0; i < 2 && isDigit(format, p, to); i++) {
        precision = precision * 10 + format[p++] - '0';
      }
    }
    if (isDigit(format, p, to)) {
      throw new TextFault("invalid format (width or precision too long)");
    }
    int conversion = p < to ? format[p] & 0xFF : 0;
    return new FormatItem(
        (seen & 1) != 0,
        (seen & 2) != 0,
        (seen & 4) != 0,
        (seen & 8) != 0,
        (seen & 16) != 0,
        width,
        precision,
        conversion,
        p + 1);
  }

  /// Whether the precision lets so many octets through.
  public boolean hasRoomFor(int octets) {
    return precision < 0 || precision >= octets;
  }

  private static boolean isDigit(byte[] format, int at, int to) {
    return at < to && OctetClass.isDigit(format[at]);
  }

  /// The fault for a letter that converts nothing.
  public TextFault invalidOption() {
    return new TextFault("invalid option '%" + (char) conversion + "' to 'format'");
  }

  /// `%d`, `%i`.
  public void appendSigned(OctetBuffer out, long value) {
    String digits = value < 0 ? Long.toString(value).substring(1) : Long.toString(value);
    appendNumber(out, sign(value < 0), digits(digits, value == 0), precision < 0);
  }

  /// `%o`, `%u`, `%x`, `%X`; the value counts as unsigned.
  public void appendUnsigned(OctetBuffer out, long value) {
    boolean isZero = value == 0;
    switch (conversion) {
      case 'o' -> {
        String text = digits(Long.toUnsignedString(value, 8), isZero);
        appendNumber(
            out, "", alternate && !text.startsWith("0") ? "0" + text : text, precision < 0);
      }
      case 'x', 'X' -> {
        String text = Long.toUnsignedString(value, 16);
        boolean upper = conversion == 'X';
        String prefix = alternate && !isZero ? (upper ? "0X" : "0x") : "";
        String digits = digits(upper ? text.toUpperCase(Locale.ROOT) : text, isZero);
        appendNumber(out, prefix, digits, precision < 0);
      }
      default -> appendNumber(out, "", digits(Long.toUnsignedString(value), isZero), precision < 0);
    }
  }

  /// At least `precision` digits; none for zero when that is 0.
  private String digits(String digits, boolean isZero) {
    if (precision == 0 && isZero) {
      return "";
    }
    return digits.length() >= precision ? digits : "0".repeat(precision - digits.length()) + digits;
  }

  private String sign(boolean negative) {
    return negative ? "-" : plus ? "+" : space ? " " : "";
  }

  /// `%e`, `%f`, `%g`, `%a` and their capitals. A NaN is negative, as in [LuaNumbers#text].
  public void appendDouble(OctetBuffer out, double value) {
    boolean isFinite = !Double.isNaN(value) && !Double.isInfinite(value);
    boolean negative = Double.isNaN(value) || value < 0 || (value == 0 && 1 / value < 0);
    String prefix = sign(negative);
    double magnitude = Math.abs(value);
    int digits = precision < 0 ? 6 : precision;
    String body;
    if (!isFinite) {
      body = Double.isNaN(value) ? "nan" : "inf";
    } else {
      body =
          switch (conversion | 0x20) {
            case 'e' -> FloatFormat.scientific(magnitude, digits, alternate);
            case 'f' -> FloatFormat.fixed(magnitude, digits, alternate);
            case 'g' -> FloatFormat.general(magnitude, digits, alternate, alternate);
            default -> {
              prefix += "0x";
              yield FloatFormat.hexadecimal(magnitude, precision, alternate);
            }
          };
    }
    boolean upper = conversion < 'a';
    appendNumber(
        out,
        upper ? prefix.toUpperCase(Locale.ROOT) : prefix,
        upper ? body.toUpperCase(Locale.ROOT) : body,
        isFinite);
  }

  private void appendNumber(OctetBuffer out, String prefix, String body, boolean mayZeroPad) {
    int gap = width - prefix.length() - body.length();
    boolean zeros = zero && !left && mayZeroPad;
    if (!left && !zeros) {
      out.pad(' ', gap);
    }
    out.append(prefix);
    if (zeros) {
      out.pad('0', gap);
    }
    out.append(body);
    if (left) {
      out.pad(' ', gap);
    }
  }

  /// `%c`.
  public void appendOctet(OctetBuffer out, int octet) {
    if (!left) {
      out.pad(' ', width - 1);
    }
    out.append(octet);
    if (left) {
      out.pad(' ', width - 1);
    }
  }

  /// `%s`: as in C up to the first 0 octet, except for long strings without precision.
  public void appendText(OctetBuffer out, byte[] text, int from, int length) {
    if (precision < 0 && length >= LONG_STRING) {
      out.append(text, from, length);
      return;
    }
    int shown = 0;
    int most = precision < 0 ? length : Math.min(length, precision);
    while (shown < most && text[from + shown] != 0) {
      shown++;
    }
    if (!left) {
      out.pad(' ', width - shown);
    }
    out.append(text, from, shown);
    if (left) {
      out.pad(' ', width - shown);
    }
  }

  /// `%q`: a literal that Lua reads back as the same string; flags and width are ignored.
  public static void appendQuoted(OctetBuffer out, byte[] text, int from, int length) {
    out.append('"');
    for (int i = from; i < from + length; i++) {
      int c = text[i] & 0xFF;
      if (c == '"' || c == '\\' || c == '\n') {
        out.append('\\');
        out.append(c);
      } else if (OctetClass.isControl(c)) {
        boolean digitFollows = i + 1 < from + length && OctetClass.isDigit(text[i + 1]);
        out.append(digitFollows ? String.format(Locale.ROOT, "\\%03d", c) : "\\" + c);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
