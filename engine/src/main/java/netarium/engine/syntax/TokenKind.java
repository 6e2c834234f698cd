package netarium.engine.syntax;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a token is. [#spelling] is what error messages show; reserved words come first.
public enum TokenKind {
  AND("and"),
  BREAK("break"),
  DO("do"),
  ELSE("else"),
  ELSEIF("elseif"),
  END("end"),
  FALSE("false"),
  FOR("for"),
  FUNCTION("function"),
  GOTO("goto"),
  IF("if"),
  IN("in"),
  LOCAL("local"),
  NIL("nil"),
  NOT("not"),
  OR("or"),
  REPEAT("repeat"),
  RETURN("return"),
  THEN("then"),
  TRUE("true"),
  UNTIL("until"),
  WHILE("while"),
  CONCAT(".."),
  DOTS("..."),
  EQUAL("=="),
  GREATER_EQUAL(">="),
  LESS_EQUAL("<="),
  NOT_EQUAL("~="),
  DOUBLE_COLON("::"),
  PLUS("+"),
  MINUS("-"),
  STAR("*"),
  SLASH("/"),
  PERCENT("%"),
  CARET("^"),
  HASH("#"),
  LESS("<"),
  GREATER(">"),
  ASSIGN("="),
  LEFT_PAREN("("),
  RIGHT_PAREN(")"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  SEMICOLON(";"),
  COLON(":"),
  COMMA(","),
  DOT("."),
  /// An octet that starts no token; its text is that octet.
  STRAY(""),
  NUMBER("<number>"),
  NAME("<name>"),
  STRING("<string>"),
  /// Only from a lexer that was asked to keep comments.
  COMMENT("<comment>"),
  END_OF_FILE("<eof>");

  private static final Map<String, TokenKind> RESERVED = reservedWords();

  private final String spelling;

  TokenKind(String spelling) {
    this.spelling = spelling;
  }

  public String spelling() {
    return spelling;
  }

  public boolean isReservedWord() {
    return !spelling.isEmpty() && Octet.isNameStart(spelling.charAt(0));
  }

  /// The reserved word spelled `word`, or null when it is an ordinary name.
  static @Nullable TokenKind reserved(String word) {
    return RESERVED.get(word);
  }

  /// As "… expected" messages name the kind: fixed tokens in quotes, classes of tokens bare.
  String display() {
    return switch (this) {
      case NUMBER, NAME, STRING, COMMENT, END_OF_FILE -> spelling;
      default -> "'" + spelling + "'";
    };
  }

  private static Map<String, TokenKind> reservedWords() {
    Map<String, TokenKind> words = new LinkedHashMap<>();
    for (TokenKind kind : values()) {
      if (kind.isReservedWord()) {
        words.put(kind.spelling, kind);
      }
    }
    return words;
  }
}
