package netarium.engine.syntax;

/// Splits Lua source into tokens, one [#next] at a time.
///
/// Every octet belongs to a token, a comment or white space; an octet that fits nowhere is a
/// [TokenKind#STRAY] token, so only literals and long comments can fail here.
public final class Lexer {
  private final SourceReader in;
  private final StringScanner strings;
  private final boolean keepComments;
  private int start;
  private int startLine;

  private Lexer(byte[] source, int from, boolean keepComments) {
    this.in = new SourceReader(source, from);
    this.strings = new StringScanner(in);
    this.keepComments = keepComments;
  }

  static Lexer forParser(byte[] source, int from) {
    return new Lexer(source, from, false);
  }

  /// For highlighting: comments are tokens too.
  static Lexer withComments(byte[] source, int from) {
    return new Lexer(source, from, true);
  }

  /// The line of the last octet that was looked at; messages give this one.
  int line() {
    return in.line();
  }

  /// What an error message shows of the last token when it is a name, number or string.
  String quotedText() {
    return in.quotedSaved();
  }

  /// The next token; at the end of the source always [TokenKind#END_OF_FILE].
  Token next() {
    in.clearSaved();
    while (true) {
      start = in.offset();
      startLine = in.line();
      int c = in.current();
      if (c == '\n' || c == '\r') {
        in.skipLineEnd();
      } else if (Octet.isSpace(c)) {
        in.advance();
      } else if (c == '-') {
        if (in.advance() != '-') {
          return token(TokenKind.MINUS);
        }
        skipComment();
        if (keepComments) {
          return token(TokenKind.COMMENT, in.text(start, in.offset()), 0);
        }
      } else {
        return visible(c);
      }
    }
  }

  /// Where the last token begins, also one that failed.
  int start() {
    return start;
  }

  /// After [#next] failed: something in the place of the broken token, of which as much is passed
  /// over as surely belongs to it.
  Token resume() {
    int c = in.octetAt(start);
    if (c == '"' || c == '\'') {
      in.moveTo(start, startLine);
      strings.skipBroken();
      return token(TokenKind.STRING);
    }
    if (c == '-') {
      start = in.offset();
      return token(TokenKind.END_OF_FILE);
    }
    if (c == '[') {
      return token(in.current() == SourceReader.END ? TokenKind.STRING : TokenKind.LEFT_BRACKET);
    }
    return token(TokenKind.NUMBER);
  }

  private void skipComment() {
    if (in.advance() == '[') {
      int level = strings.longBracket();
      in.clearSaved();
      if (level >= 0) {
        strings.longComment(level);
        return;
      }
    }
    while (!in.atLineEnd() && in.current() != SourceReader.END) {
      in.advance();
    }
  }

  private Token visible(int c) {
    if (Octet.isNameStart(c)) {
      return nameOrReserved();
    }
    if (Octet.isDigit(c)) {
      return numeral();
    }
    return switch (c) {
      case SourceReader.END -> token(TokenKind.END_OF_FILE);
      case '"', '\'' -> {
        String value = strings.quoted();
        yield token(TokenKind.STRING, value, 0);
      }
      case '[' -> bracket();
      case '.' -> dots();
      case '=' -> oneOrTwo('=', TokenKind.ASSIGN, TokenKind.EQUAL);
      case '<' -> oneOrTwo('=', TokenKind.LESS, TokenKind.LESS_EQUAL);
      case '>' -> oneOrTwo('=', TokenKind.GREATER, TokenKind.GREATER_EQUAL);
      case ':' -> oneOrTwo(':', TokenKind.COLON, TokenKind.DOUBLE_COLON);
      case '~' -> oneOrTwo('=', TokenKind.STRAY, TokenKind.NOT_EQUAL);
      default -> {
        in.advance();
        yield token(single(c));
      }
    };
  }

  private static TokenKind single(int c) {
    return switch (c) {
      case '+' -> TokenKind.PLUS;
      case '*' -> TokenKind.STAR;
      case '/' -> TokenKind.SLASH;
      case '%' -> TokenKind.PERCENT;
      case '^' -> TokenKind.CARET;
      case '#' -> TokenKind.HASH;
      case '(' -> TokenKind.LEFT_PAREN;
      case ')' -> TokenKind.RIGHT_PAREN;
      case '{' -> TokenKind.LEFT_BRACE;
      case '}' -> TokenKind.RIGHT_BRACE;
      case ']' -> TokenKind.RIGHT_BRACKET;
      case ';' -> TokenKind.SEMICOLON;
      case ',' -> TokenKind.COMMA;
      default -> TokenKind.STRAY;
    };
  }

  private Token oneOrTwo(int second, TokenKind one, TokenKind two) {
    if (in.advance() != second) {
      return token(one);
    }
    in.advance();
    return token(two);
  }

  private Token bracket() {
    int level = strings.longBracket();
    if (level >= 0) {
      String value = strings.longString(level);
      return token(TokenKind.STRING, value, 0);
    }
    if (level == -1) {
      return token(TokenKind.LEFT_BRACKET);
    }
    throw in.failure("invalid long string delimiter near " + in.quotedSaved(), start);
  }

  private Token dots() {
    in.saveAndAdvance();
    if (in.current() == '.') {
      in.saveAndAdvance();
      if (in.current() != '.') {
        return token(TokenKind.CONCAT);
      }
      in.saveAndAdvance();
      return token(TokenKind.DOTS);
    }
    return Octet.isDigit(in.current()) ? numeral() : token(TokenKind.DOT);
  }

  /// Takes everything that could belong to a numeral; [Numerals] then decides.
  private Token numeral() {
    int first = in.current();
    in.saveAndAdvance();
    int exponent = 'e';
    if (first == '0' && (in.current() | 0x20) == 'x') {
      in.saveAndAdvance();
      exponent = 'p';
    }
    while (true) {
      if ((in.current() | 0x20) == exponent) {
        in.saveAndAdvance();
        if (in.current() == '+' || in.current() == '-') {
          in.saveAndAdvance();
        }
      }
      if (!Octet.isHexDigit(in.current()) && in.current() != '.') {
        break;
      }
      in.saveAndAdvance();
    }
    String text = in.saved();
    double value = Numerals.parse(text);
    if (Double.isNaN(value)) {
      throw in.failure("malformed number near " + in.quotedSaved(), start);
    }
    return token(TokenKind.NUMBER, "", value);
  }

  private Token nameOrReserved() {
    while (Octet.isNamePart(in.current())) {
      in.saveAndAdvance();
    }
    String word = in.saved();
    TokenKind reserved = TokenKind.reserved(word);
    return reserved == null ? token(TokenKind.NAME, word, 0) : token(reserved);
  }

  private Token token(TokenKind kind) {
    return token(kind, kind == TokenKind.STRAY ? in.text(start, in.offset()) : "", 0);
  }

  private Token token(TokenKind kind, String text, double number) {
    return new Token(kind, start, in.offset(), startLine, text, number);
  }
}
