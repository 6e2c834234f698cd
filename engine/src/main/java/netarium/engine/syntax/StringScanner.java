package netarium.engine.syntax;

/// Reads string literals, quoted and long, and long comments.
final class StringScanner {
  private final SourceReader in;

  StringScanner(SourceReader in) {
    this.in = in;
  }

  /// Reads from the opening quote to the closing one; answers the string's value.
  String quoted() {
    int start = in.offset();
    int quote = in.current();
    in.saveAndAdvance();
    while (in.current() != quote) {
      switch (in.current()) {
        case SourceReader.END -> throw in.failure("unfinished string near <eof>", in.offset());
        case '\n', '\r' -> throw in.failure("unfinished string near " + in.quotedSaved(), start);
        case '\\' -> escape();
        default -> in.saveAndAdvance();
      }
    }
    in.saveAndAdvance();
    return in.saved().substring(1, in.savedLength() - 1);
  }

  /// Passes over a quoted string with a mistake in it: to its closing quote, or the end of its
  /// line.
  void skipBroken() {
    int quote = in.current();
    in.advance();
    while (in.current() != quote && in.current() != SourceReader.END && !in.atLineEnd()) {
      if (in.current() != '\\') {
        in.advance();
      } else if (in.advance() == 'z') {
        skipSpaces();
      } else if (in.atLineEnd()) {
        in.skipLineEnd();
      } else if (in.current() != SourceReader.END) {
        in.advance();
      }
    }
    if (in.current() == quote) {
      in.advance();
    }
  }

  private void escape() {
    int start = in.offset();
    int c = in.advance();
    switch (c) {
      case 'a' -> replace(7);
      case 'b' -> replace('\b');
      case 'f' -> replace('\f');
      case 'n' -> replace('\n');
      case 'r' -> replace('\r');
      case 't' -> replace('\t');
      case 'v' -> replace(11);
      case '\\', '"', '\'' -> in.saveAndAdvance();
      case 'x' -> hexadecimal(start);
      case 'z' -> skipSpaces();
      case '\n', '\r' -> {
        in.skipLineEnd();
        in.save('\n');
      }
      case SourceReader.END -> {
        // The loop in quoted() reports it.
      }
      default -> decimal(start);
    }
  }

  private void replace(int octet) {
    in.save(octet);
    in.advance();
  }

  private void skipSpaces() {
    in.advance();
    while (Octet.isSpace(in.current())) {
      if (in.atLineEnd()) {
        in.skipLineEnd();
      } else {
        in.advance();
      }
    }
  }

  private void hexadecimal(int start) {
    int value = 0;
    for (int i = 0; i < 2; i++) {
      int c = in.advance();
      if (!Octet.isHexDigit(c)) {
        if (c != SourceReader.END) {
          in.advance();
        }
        throw escapeFailure("hexadecimal digit expected", start);
      }
      value = value << 4 | Octet.hexValue(c);
    }
    replace(value);
  }

  private void decimal(int start) {
    if (!Octet.isDigit(in.current())) {
      in.advance();
      throw escapeFailure("invalid escape sequence", start);
    }
    int value = 0;
    for (int i = 0; i < 3 && Octet.isDigit(in.current()); i++) {
      value = 10 * value + in.current() - '0';
      in.advance();
    }
    if (value > 255) {
      throw escapeFailure("decimal escape too large", start);
    }
    in.save(value);
  }

  /// The message shows the escape sequence as it stands in the source, up to here.
  private SyntaxFailure escapeFailure(String what, int start) {
    in.clearSaved();
    for (char c : in.text(start, in.offset()).toCharArray()) {
      in.save(c);
    }
    return in.failure(what + " near " + in.quotedSaved(), start);
  }

  /// Skips `[`, or `]`, and the `=` after it; answers how many, or −1 − count when no second
  /// bracket follows.
  int longBracket() {
    int bracket = in.current();
    in.saveAndAdvance();
    int count = 0;
    while (in.current() == '=') {
      in.saveAndAdvance();
      count++;
    }
    return in.current() == bracket ? count : -count - 1;
  }

  /// Reads the rest of a long string after [#longBracket] answered `level`.
  String longString(int level) {
    readLong(level, "unfinished long string near <eof>", true);
    String text = in.saved();
    return text.substring(level + 2, text.length() - level - 2);
  }

  void longComment(int level) {
    readLong(level, "unfinished long comment near <eof>", false);
    in.clearSaved();
  }

  private void readLong(int level, String unfinished, boolean keep) {
    in.saveAndAdvance();
    if (in.atLineEnd()) {
      in.skipLineEnd();
    }
    while (true) {
      switch (in.current()) {
        case SourceReader.END -> throw in.failure(unfinished, in.offset());
        case ']' -> {
          if (longBracket() == level) {
            in.saveAndAdvance();
            return;
          }
        }
        case '\n', '\r' -> {
          in.save('\n');
          in.skipLineEnd();
        }
        default -> {
          if (keep) {
            in.saveAndAdvance();
          } else {
            in.advance();
          }
        }
      }
      if (!keep) {
        in.clearSaved();
      }
    }
  }
}
