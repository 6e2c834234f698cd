package netarium.engine.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Walks over tokens; what is missing is a mistake with its line.
final class TokenReader {
  private static final double NANOS_PER_SECOND = 1e9;

  private final List<Token> tokens;
  private final Map<String, Token> defined = new LinkedHashMap<>();
  private int at;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// From here on the word stands for the value.
  void define(String word, String value) {
    List<Token> meaning = Lexer.tokens(value);
    if (meaning.size() == 2) {
      defined.put(word, meaning.getFirst());
    }
  }

  Token peek() {
    return at(at);
  }

  Token peekSecond() {
    return at(Math.min(at + 1, tokens.size() - 1));
  }

  private Token at(int place) {
    Token token = tokens.get(place);
    Token meaning = token.kind() == Token.Kind.WORD ? defined.get(token.text()) : null;
    return meaning == null ? token : new Token(meaning.kind(), meaning.text(), token.line());
  }

  Token next() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  boolean isAtEnd() {
    return peek().kind() == Token.Kind.END;
  }

  boolean sees(String symbol) {
    return peek().is(symbol);
  }

  boolean seesWord(String word) {
    return peek().isWord(word);
  }

  boolean sees(Token.Kind kind) {
    return peek().kind() == kind;
  }

  boolean take(String symbol) {
    boolean found = sees(symbol);
    if (found) {
      at++;
    }
    return found;
  }

  boolean takeWord(String word) {
    boolean found = seesWord(word);
    if (found) {
      at++;
    }
    return found;
  }

  boolean take(Token.Kind kind) {
    boolean found = sees(kind);
    if (found) {
      at++;
    }
    return found;
  }

  void expect(String symbol) {
    if (!take(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  String expect(Token.Kind kind, String what) {
    if (!sees(kind)) {
      throw unexpected(what);
    }
    return next().text();
  }

  long integer(String what) {
    Token token = peek();
    if (token.kind() == Token.Kind.WORD && token.text().matches("[A-Z][A-Z0-9_]+")) {
      throw new ScriptException.Unsupported(
          token.line(), "the word " + token.text() + ", which nothing defines");
    }
    try {
      if (token.kind() == Token.Kind.HEX) {
        return Long.parseLong(next().text().substring(2), 16);
      }
      return Long.parseLong(expect(Token.Kind.INTEGER, what));
    } catch (NumberFormatException e) {
      throw new ScriptException.Unreadable(token.line(), token.shown() + " is too large");
    }
  }

  int integerUpTo(long most, String what) {
    Token token = peek();
    long value = integer(what);
    if (value < 0 || value > most) {
      throw new ScriptException.Unreadable(
          token.line(), what + " is 0 to " + most + ", not " + value);
    }
    return (int) value;
  }

  /// Seconds, with or without a point, as nanoseconds.
  long time() {
    Token token = peek();
    if (token.kind() != Token.Kind.FLOAT && token.kind() != Token.Kind.INTEGER) {
      throw unexpected("a time");
    }
    double seconds = Double.parseDouble(next().text());
    if (seconds < 0 || seconds > 1e9) {
      throw new ScriptException.Unreadable(token.line(), token.shown() + " is no time");
    }
    return Math.round(seconds * NANOS_PER_SECOND);
  }

  ScriptException unexpected(String wanted) {
    return new ScriptException.Unreadable(
        peek().line(), wanted + " belongs here, not " + peek().shown());
  }
}
