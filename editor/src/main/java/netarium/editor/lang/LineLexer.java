package netarium.editor.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import netarium.engine.syntax.Syntax;
import netarium.engine.syntax.Token;
import netarium.engine.syntax.TokenKind;
import netarium.engine.syntax.stubs.BundledStubs;

/// Colours one line, given what it inherits. The tokens are the language's own; only literals that
/// are open or broken at the end of the line are measured here.
///
/// Characters beyond ASCII are shown to the lexer as one octet that belongs to no name, so that its
/// offsets are ours.
public final class LineLexer {
  /// The tables that every process finds, as the stubs name them.
  private static final Set<String> LIBRARIES = Set.copyOf(BundledStubs.read().libraryNames());

  /// After this many broken literals the rest of a line stays plain: each costs a look at the rest.
  private static final int BROKEN_LITERALS = 50;

  private final String line;
  private final List<Span> spans = new ArrayList<>();
  private LineState after = LineState.CODE;

  private LineLexer(String line) {
    this.line = line;
  }

  /// Lexes `line`, which follows a line that left `before`.
  public static LexedLine lex(String line, LineState before) {
    LineLexer lexer = new LineLexer(line);
    lexer.run(before);
    return new LexedLine(lexer.spans, lexer.after);
  }

  /// Lexes the first line of a file, where `#` makes a comment.
  public static LexedLine lexFirst(String line) {
    int at = line.startsWith("\uFEFF") ? 1 : 0;
    if (line.startsWith("#", at)) {
      return new LexedLine(
          List.of(new Span(at, line.length(), TokenClass.COMMENT)), LineState.CODE);
    }
    return lex(line, LineState.CODE);
  }

  private void run(LineState before) {
    int at =
        switch (before) {
          case LineState.Code _ -> 0;
          case LineState.Long open -> continueLong(open, 0, 0);
          case LineState.Quoted open -> continueQuoted(open, 0, 0);
        };
    for (int broken = 0; at < line.length() && broken < BROKEN_LITERALS; broken++) {
      at = code(at);
    }
  }

  /// Takes what is open since `start`, its text beginning at `from`; answers where code goes on.
  private int continueLong(LineState.Long open, int start, int from) {
    String close = "]" + "=".repeat(open.level()) + "]";
    int found = line.indexOf(close, from);
    int end = found < 0 ? line.length() : found + close.length();
    add(start, end, open.isComment() ? TokenClass.COMMENT : TokenClass.STRING);
    after = found < 0 ? open : LineState.CODE;
    return end;
  }

  private int continueQuoted(LineState.Quoted open, int start, int from) {
    int at = from;
    boolean isSkipping = open.isSkipping();
    after = LineState.CODE;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (isSkipping && isSpace(c)) {
        at++;
        continue;
      }
      isSkipping = false;
      if (c == open.quote()) {
        add(start, at + 1, TokenClass.STRING);
        return at + 1;
      }
      if (c != '\\') {
        at++;
      } else if (at + 1 == line.length()) {
        after = new LineState.Quoted(open.quote(), false);
        at++;
      } else {
        isSkipping = line.charAt(at + 1) == 'z';
        at += 2;
      }
    }
    if (isSkipping) {
      after = new LineState.Quoted(open.quote(), true);
    }
    add(start, line.length(), TokenClass.STRING);
    return line.length();
  }

  /// Lexes from `from` to the end of the line or past its first broken literal.
  private int code(int from) {
    // The space keeps a `#` from being taken for the first line of a file.
    byte[] octets = new byte[1 + line.length() - from];
    octets[0] = ' ';
    for (int i = 1; i < octets.length; i++) {
      octets[i] = octet(line.charAt(from + i - 1));
    }
    int shift = from - 1;
    List<Token> tokens = Syntax.tokens(octets);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int start = token.start() + shift;
      int end = token.end() + shift;
      if (token.kind() == TokenKind.STRAY && token.text().isEmpty()) {
        return broken(start);
      }
      switch (token.kind()) {
        case NAME -> name(tokens, i, start, end);
        case NUMBER -> add(start, end, TokenClass.NUMBER);
        case STRING -> add(start, end, TokenClass.STRING);
        case COMMENT -> add(start, end, TokenClass.COMMENT);
        case STRAY, END_OF_FILE -> {
          // No class.
        }
        default ->
            add(
                start,
                end,
                token.kind().isReservedWord() ? TokenClass.KEYWORD : TokenClass.OPERATOR);
      }
    }
    return line.length();
  }

  private static byte octet(char c) {
    return (byte) (c < 0x80 ? c : 0xFF);
  }

  private void name(List<Token> tokens, int index, int start, int end) {
    TokenKind before = index == 0 ? TokenKind.END_OF_FILE : tokens.get(index - 1).kind();
    TokenKind next =
        index + 1 == tokens.size() ? TokenKind.END_OF_FILE : tokens.get(index + 1).kind();
    boolean isMember = before == TokenKind.DOT || before == TokenKind.COLON;
    switch (next) {
      case LEFT_PAREN, STRING, LEFT_BRACE -> add(start, end, TokenClass.CALL);
      case STRAY -> {
        if (start + 1 < line.length() && startsLiteral(end)) {
          add(start, end, TokenClass.CALL);
        }
      }
      default -> {
        if (!isMember && LIBRARIES.contains(line.substring(start, end))) {
          add(start, end, TokenClass.LIBRARY);
        }
      }
    }
  }

  /// Whether the next visible character opens a string.
  private boolean startsLiteral(int from) {
    int at = from;
    while (at < line.length() && isSpace(line.charAt(at))) {
      at++;
    }
    return at < line.length() && "\"'[".indexOf(line.charAt(at)) >= 0;
  }

  /// A literal that does not end as it should; answers where code goes on.
  private int broken(int start) {
    char first = line.charAt(start);
    if (first == '"' || first == '\'') {
      return continueQuoted(new LineState.Quoted(first, false), start, start + 1);
    }
    boolean isComment = first == '-';
    int bracket = isComment ? start + 2 : start;
    int at = bracket + 1;
    if (first == '[' || isComment) {
      while (at < line.length() && line.charAt(at) == '=') {
        at++;
      }
      if (at < line.length() && line.charAt(at) == '[') {
        return continueLong(new LineState.Long(at - bracket - 1, isComment), start, at + 1);
      }
      add(start, at, TokenClass.OPERATOR);
      return at;
    }
    at = start + 1;
    while (at < line.length() && isNumeralPart(line.charAt(at))) {
      at++;
    }
    add(start, at, TokenClass.NUMBER);
    return at;
  }

  private void add(int start, int end, TokenClass kind) {
    if (end > start) {
      spans.add(new Span(start, end, kind));
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isNumeralPart(char c) {
    return Words.isPart(c) || c == '.';
  }
}
