package netarium.editor.lang;

import java.util.List;

/// What a line opens and does not close again.
record Balance(int opened) {
  static Balance of(String line, List<Span> spans) {
    int open = 0;
    for (Span span : spans) {
      if (span.kind() != TokenClass.KEYWORD && span.kind() != TokenClass.OPERATOR) {
        continue;
      }
      switch (span.of(line)) {
        case "then", "do", "function", "repeat", "{", "(", "[" -> open++;
        case "else" -> open = Math.max(0, open) + 1;
        // What closes a line above counts nothing here.
        case "end", "until", "elseif", "}", ")", "]" -> open = Math.max(0, open - 1);
        default -> {
          // No block.
        }
      }
    }
    return new Balance(open);
  }
}
