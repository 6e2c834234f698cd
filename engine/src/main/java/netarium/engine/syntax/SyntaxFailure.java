package netarium.engine.syntax;

import java.io.Serial;

/// Leaves the parser with the first error; [Syntax] turns it into a value.
final class SyntaxFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String text;
  private final int line;
  private final int offset;

  /// `line` is the line to print; 0 means that the message stands without chunk name and line.
  SyntaxFailure(String text, int line, int offset) {
    super(text, null, false, false);
    this.text = text;
    this.line = line;
    this.offset = offset;
  }

  String text() {
    return text;
  }

  int line() {
    return line;
  }

  int offset() {
    return offset;
  }
}
