package netarium.topologies.json;

import netarium.topologies.problem.Position;

/// Where a text ends, or where an offset into it lies, as line and column.
final class TextEnd {
  private TextEnd() {}

  static Position of(CharSequence text) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crLf)) {
        line++;
        column = 1;
      } else if (!crLf) {
        column++;
      }
    }
    return new Position(line, column);
  }
}
