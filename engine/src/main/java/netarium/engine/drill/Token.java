package netarium.engine.drill;

/// A word of a script, and the line where it stands. `text` is what is inside quotes, back quotes
/// or braces where there are any.
record Token(Kind kind, String text, int line) {
  enum Kind {
    WORD,
    INTEGER,
    HEX,
    FLOAT,
    IPV4,
    IPV6,
    STRING,
    SHELL,
    CODE,
    OPTION,
    ELLIPSIS,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  String shown() {
    return kind == Kind.END ? "the end of the script" : "'" + text + "'";
  }
}
