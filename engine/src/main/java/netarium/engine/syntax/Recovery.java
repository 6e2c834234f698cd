package netarium.engine.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a recovering parse knows besides the grammar: the problems so far, and how the text is laid
/// out, which tells where a block was probably meant to end.
///
/// A token is blamed once: an error at a place that was reported already only follows from the
/// first.
final class Recovery {
  /// Tokens looked at in search of a closing one; bounds the work that a mistake can cause.
  private static final int LOOKAHEAD = 64;

  private final byte[] source;
  private final LineMap lines;
  private final int most;
  private final List<Problem> problems = new ArrayList<>();
  private int count;
  private int blamed = -1;
  private int brokenEnd = -1;
  private boolean isSilent;
  private String unclosed = "";
  private String surplus = "";
  private int elseIfLine;

  Recovery(byte[] source, int most) {
    this.source = source;
    this.lines = LineMap.of(source);
    this.most = most;
  }

  /// The problems by place; those at one place in the order of their finding.
  List<Problem> problems() {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparingInt(Problem::start));
    return List.copyOf(sorted);
  }

  /// How many problems there were, noted or not.
  int count() {
    return count;
  }

  byte[] source() {
    return source;
  }

  /// Whether the token that starts here was reported.
  boolean isBlamed(int offset) {
    return offset == blamed;
  }

  /// Whether the last token that was reported stands in the line of `offset`.
  boolean isBlamedLine(int offset) {
    return blamed >= 0 && isOnOneLine(blamed, offset);
  }

  /// An error of grammar at a token; `previousEnd` is where the token before it ended.
  void blame(SyntaxFailure failure, Token token, int previousEnd) {
    boolean isKnown = token.start() == blamed || previousEnd == brokenEnd;
    blamed = token.start();
    if (!isKnown) {
      note(failure, token.start(), token.end(), Advice.at(failure.text(), token, this));
    }
  }

  /// A literal or comment that the lexer could not finish; `token` stands for it.
  void broken(SyntaxFailure failure, Token token, int start) {
    boolean isEscape = failure.offset() > start && failure.offset() < token.end();
    int from = isEscape ? failure.offset() : start;
    int to = isEscape ? endOfEscape(from, token.end()) : Math.max(token.end(), from);
    note(failure, from, to, Advice.ofLiteral(failure.text(), lines.lineAt(start)));
    blamed = token.start();
    brokenEnd = isEscape ? brokenEnd : token.end();
  }

  private int endOfEscape(int from, int limit) {
    int at = from + 2;
    while (at < limit && at < from + 4 && Octet.isHexDigit(source[at] & 0xFF)) {
      at++;
    }
    return Math.min(at, limit);
  }

  /// An error of meaning about the token that starts at the failure's place.
  void note(SyntaxFailure failure, int end) {
    note(failure, failure.offset(), end, "");
  }

  private void note(SyntaxFailure failure, int start, int end, String advice) {
    if (isSilent) {
      return;
    }
    count++;
    if (problems.size() < most) {
      problems.add(new Problem(start, end, failure.line(), failure.text(), advice));
    }
  }

  /// Nothing is reported from now on: the rest of the text is not read.
  void silence() {
    isSilent = true;
  }

  boolean isSilent() {
    return isSilent;
  }

  // ---- layout ------------------------------------------------------------------------------

  int lineAt(int offset) {
    return lines.lineAt(offset);
  }

  boolean isOnOneLine(int from, int to) {
    return lines.lineAt(from) == lines.lineAt(to);
  }

  /// The column of the first visible octet in the line of `offset`.
  private int indentation(int offset) {
    int first = lines.startOf(lines.lineAt(offset));
    int at = first;
    while (at < offset && (source[at] == ' ' || source[at] == '\t')) {
      at++;
    }
    return at - first;
  }

  private int column(int offset) {
    return offset - lines.startOf(lines.lineAt(offset));
  }

  /// Whether what stands at `offset` is set further in than the line of `opening`.
  boolean isInside(int offset, int opening) {
    return column(offset) > indentation(opening);
  }

  /// Whether what stands at `offset` is set less far in than the line of `opening`.
  boolean isOutside(int offset, int opening) {
    return column(offset) < indentation(opening);
  }

  /// Remembers the first `end` that stands where it does not belong to what it closes.
  void closed(TokenKind opener, int opening, int end) {
    if (indentation(end) != column(end) || isOnOneLine(opening, end)) {
      return;
    }
    if (unclosed.isEmpty() && isOutside(end, opening)) {
      unclosed =
          "the '"
              + opener.spelling()
              + "' in line "
              + lines.lineAt(opening)
              + " seems to lack its 'end': the one in line "
              + lines.lineAt(end)
              + " stands further left";
    }
    if (surplus.isEmpty() && isInside(end, opening)) {
      surplus = "perhaps the 'end' in line " + lines.lineAt(end) + " is one too many";
    }
  }

  /// An `else` with an `if` behind it.
  void elseIf(int elseAt, int ifAt) {
    if (elseIfLine == 0 && isOnOneLine(elseAt, ifAt)) {
      elseIfLine = lines.lineAt(elseAt);
    }
  }

  String whyUnclosed() {
    if (elseIfLine != 0) {
      return "'else if' in line "
          + elseIfLine
          + " begins a block with an 'end' of its own; 'elseif' does not";
    }
    return unclosed;
  }

  String whySurplus() {
    return surplus;
  }

  /// Whether `kind` comes in the rest of this line, outside further brackets and before a word that
  /// begins or ends a block.
  boolean isAhead(TokenKind kind, Token from) {
    Lexer lexer = Lexer.forParser(source, from.start());
    int line = lines.lineAt(from.start());
    int depth = 0;
    try {
      for (int i = 0; i < LOOKAHEAD; i++) {
        Token token = lexer.next();
        if (lines.lineAt(token.start()) != line) {
          return false;
        }
        if (depth == 0 && token.kind() == kind) {
          return true;
        }
        switch (token.kind()) {
          case LEFT_PAREN, LEFT_BRACE, LEFT_BRACKET -> depth++;
          case RIGHT_PAREN, RIGHT_BRACE, RIGHT_BRACKET -> depth--;
          case IF, WHILE, FOR, REPEAT, FUNCTION, LOCAL, RETURN, BREAK, GOTO, DO, THEN -> depth = -1;
          case ELSE, ELSEIF, END, UNTIL, END_OF_FILE, SEMICOLON -> depth = -1;
          default -> {}
        }
        if (depth < 0) {
          return false;
        }
      }
    } catch (SyntaxFailure broken) {
      return false;
    }
    return false;
  }
}
