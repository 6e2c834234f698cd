package netarium.engine.syntax;

import java.util.ArrayList;
import java.util.List;

/// The door to this package: checks a chunk, or splits it into tokens for highlighting.
public final class Syntax {
  /// A longer chunk is refused.
  public static final int MOST_OCTETS = Limits.SOURCE_OCTETS;

  private Syntax() {}

  /// Checks a chunk as `load` does: every octet counts.
  ///
  /// `chunkName` is an octet string in Lua's convention: `@file`, `=literal`, or the source itself.
  public static SyntaxResult check(byte[] source, String chunkName) {
    return check(source, 0, chunkName, Limits.LEVELS_AT_START);
  }

  /// Checks a chunk as `loadfile` does, without byte-order mark and `#` line.
  public static SyntaxResult checkFile(byte[] source, String chunkName) {
    return check(source, filePreamble(source), chunkName, Limits.LEVELS_AT_START);
  }

  /// Checks from octet `from`; `levels` is how many nested native calls lead to this one.
  public static SyntaxResult check(byte[] source, int from, String chunkName, int levels) {
    try {
      if (source.length > Limits.SOURCE_OCTETS) {
        throw tooLarge();
      }
      return new SyntaxResult.Ok(new Parser(source, from, levels, null).chunk());
    } catch (SyntaxFailure failure) {
      LineMap lines = LineMap.of(source);
      int offset = failure.offset();
      String message =
          failure.line() == 0
              ? failure.text()
              : ChunkName.display(chunkName) + ":" + failure.line() + ": " + failure.text();
      return new SyntaxResult.Rejected(
          lines.lineAt(offset), lines.columnAt(offset), offset, message);
    }
  }

  /// Parses a file to its end whatever is wrong with it, for an editor: a tree, and up to `most`
  /// problems. A file without problems is one that [#checkFile] accepts, and what that says first
  /// is among the problems.
  public static Examined examineFile(byte[] source, int most) {
    if (source.length > Limits.SOURCE_OCTETS) {
      Problem tooLarge = new Problem(0, 0, 1, tooLarge().text(), "");
      return new Examined(new Block(0, 0, List.of()), List.of(tooLarge));
    }
    Recovery recovery = new Recovery(source, most);
    int from = filePreamble(source);
    Block chunk = new Parser(source, from, Limits.LEVELS_AT_START, recovery).chunk();
    return new Examined(chunk, recovery.problems());
  }

  private static SyntaxFailure tooLarge() {
    return new SyntaxFailure(
        "chunk too large (limit is " + Limits.SOURCE_OCTETS + " octets)", 1, 0);
  }

  /// How many octets at the start of a file are no Lua: a UTF-8 byte-order mark, then a first line
  /// that begins with `#` (its line end stays, so lines keep their numbers).
  public static int filePreamble(byte[] source) {
    int at = 0;
    if (source.length >= 3
        && source[0] == (byte) 0xEF
        && source[1] == (byte) 0xBB
        && source[2] == (byte) 0xBF) {
      at = 3;
    }
    if (at < source.length && source[at] == '#') {
      while (at < source.length && source[at] != '\n') {
        at++;
      }
    }
    return at;
  }

  /// All tokens and comments of a file. Where a literal is broken, the rest of its line is one
  /// [TokenKind#STRAY] token, and reading goes on in the next; an unfinished long string or comment
  /// takes the rest of the file.
  public static List<Token> tokens(byte[] source) {
    List<Token> tokens = new ArrayList<>();
    LineMap lines = LineMap.of(source);
    int from = filePreamble(source);
    while (true) {
      Lexer lexer = Lexer.withComments(source, from);
      int line = lines.lineAt(from);
      int at = from;
      try {
        Token token = lexer.next();
        while (token.kind() != TokenKind.END_OF_FILE) {
          tokens.add(shifted(token, line - 1));
          at = token.end();
          token = lexer.next();
        }
        return tokens;
      } catch (SyntaxFailure failure) {
        int start = skipSpace(source, at);
        int broken = lines.lineAt(start);
        boolean isOpenToEnd = failure.offset() >= source.length || broken == lines.lines();
        from = isOpenToEnd ? source.length : lines.startOf(broken + 1);
        tokens.add(new Token(TokenKind.STRAY, start, from, broken, "", 0));
      }
    }
  }

  private static Token shifted(Token token, int lines) {
    return new Token(
        token.kind(),
        token.start(),
        token.end(),
        token.line() + lines,
        token.text(),
        token.number());
  }

  private static int skipSpace(byte[] source, int from) {
    int at = from;
    while (at < source.length && Octet.isSpace(source[at])) {
      at++;
    }
    return at;
  }
}
