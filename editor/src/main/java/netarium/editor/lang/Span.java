package netarium.editor.lang;

/// Characters `start` to `end` (exclusive) of a line, all of one class.
public record Span(int start, int end, TokenClass kind) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a span has characters: " + start + " to " + end);
    }
  }

  /// The characters of `line` under this span.
  String of(String line) {
    return line.substring(start, end);
  }
}
