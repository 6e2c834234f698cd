package netarium.app.consoles;

/// How characters look, as "select graphic rendition" of ECMA-48 §8.3.117 sets it. A colour is one
/// of the terminal's 256 by its number, three octets of red, green and blue above [#RGB], or
/// [#DEFAULT].
record Sgr(
    int foreground,
    int background,
    boolean isBold,
    boolean isFaint,
    boolean isItalic,
    boolean isUnderlined,
    boolean isInverse) {
  static final int DEFAULT = -1;
  static final int RGB = 1 << 24;

  static final Sgr PLAIN = new Sgr(DEFAULT, DEFAULT, false, false, false, false, false);

  /// What `ESC [ 1 ; 31 m` makes of this: `parameters` is the text between `[` and `m`.
  Sgr with(String parameters) {
    String[] numbers = parameters.split("[;:]", -1);
    Sgr result = this;
    for (int i = 0; i < numbers.length; i++) {
      int code = number(numbers[i]);
      if ((code == 38 || code == 48) && i + 1 < numbers.length) {
        int kind = number(numbers[i + 1]);
        int count = kind == 5 ? 1 : kind == 2 ? 3 : 0;
        if (count == 0 || i + 1 + count >= numbers.length) {
          break;
        }
        int color =
            kind == 5
                ? octet(numbers[i + 2])
                : RGB
                    | octet(numbers[i + 2]) << 16
                    | octet(numbers[i + 3]) << 8
                    | octet(numbers[i + 4]);
        result = code == 38 ? result.ink(color) : result.paper(color);
        i += 1 + count;
      } else {
        result = result.with(code);
      }
    }
    return result;
  }

  private static int number(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    return text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(text)
        : 999;
  }

  private static int octet(String text) {
    return Math.min(255, number(text));
  }

  private Sgr with(int code) {
    return switch (code) {
      case 0 -> PLAIN;
      case 1 -> shape(true, isFaint, isItalic, isUnderlined, isInverse);
      case 2 -> shape(isBold, true, isItalic, isUnderlined, isInverse);
      case 3 -> shape(isBold, isFaint, true, isUnderlined, isInverse);
      case 4, 21 -> shape(isBold, isFaint, isItalic, true, isInverse);
      case 7 -> shape(isBold, isFaint, isItalic, isUnderlined, true);
      case 22 -> shape(false, false, isItalic, isUnderlined, isInverse);
      case 23 -> shape(isBold, isFaint, false, isUnderlined, isInverse);
      case 24 -> shape(isBold, isFaint, isItalic, false, isInverse);
      case 27 -> shape(isBold, isFaint, isItalic, isUnderlined, false);
      case 39 -> ink(DEFAULT);
      case 49 -> paper(DEFAULT);
      default -> colored(code);
    };
  }

  private Sgr colored(int code) {
    if (code >= 30 && code <= 37) {
      return ink(code - 30);
    }
    if (code >= 40 && code <= 47) {
      return paper(code - 40);
    }
    if (code >= 90 && code <= 97) {
      return ink(code - 90 + 8);
    }
    return code >= 100 && code <= 107 ? paper(code - 100 + 8) : this;
  }

  private Sgr ink(int color) {
    return new Sgr(color, background, isBold, isFaint, isItalic, isUnderlined, isInverse);
  }

  private Sgr paper(int color) {
    return new Sgr(foreground, color, isBold, isFaint, isItalic, isUnderlined, isInverse);
  }

  private Sgr shape(boolean bold, boolean faint, boolean italic, boolean under, boolean inverse) {
    return new Sgr(foreground, background, bold, faint, italic, under, inverse);
  }

  /// Red, green and blue of one of the upper 240 of the terminal's 256 colours: a cube of six steps
  /// each, then greys.
  static int rgb(int color) {
    if (color >= RGB) {
      return color & 0xffffff;
    }
    if (color >= 232) {
      int grey = 8 + 10 * (color - 232);
      return grey << 16 | grey << 8 | grey;
    }
    int cube = color - 16;
    return step(cube / 36) << 16 | step(cube / 6 % 6) << 8 | step(cube % 6);
  }

  private static int step(int sixth) {
    return sixth == 0 ? 0 : 55 + 40 * sixth;
  }
}
