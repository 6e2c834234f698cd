package netarium.editor.lang;

import java.util.List;

/// One line's spans, left to right, and what the next line inherits.
public record LexedLine(List<Span> spans, LineState after) {
  public LexedLine {
    spans = List.copyOf(spans);
  }
}
