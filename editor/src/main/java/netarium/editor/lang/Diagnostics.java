package netarium.editor.lang;

import java.nio.charset.StandardCharsets;
import java.util.List;
import netarium.engine.syntax.Syntax;
import netarium.engine.syntax.SyntaxResult;

/// Checks a script in the words that a run would use. Lua stops at its first error, and so does
/// this: what follows an error is often wrong only because of it.
public final class Diagnostics {
  private static final String NAME = "script";

  private Diagnostics() {}

  public static List<Diagnostic> of(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return switch (Syntax.checkFile(octets, "=" + NAME)) {
      case SyntaxResult.Ok _ -> List.of();
      case SyntaxResult.Rejected rejected -> {
        int before = Math.min(rejected.offset(), octets.length);
        int offset = new String(octets, 0, before, StandardCharsets.UTF_8).length();
        yield List.of(at(LuaText.of(text), Math.min(offset, text.length()), rejected.text()));
      }
    };
  }

  private static Diagnostic at(LuaText text, int offset, String message) {
    int line = text.lineAt(offset);
    int column = offset - text.startOf(line);
    while (column == text.line(line).length() && line > 0 && text.line(line).isBlank()) {
      line--;
      column = text.line(line).length();
    }
    int length = lengthAt(text, line, column);
    if (length == 0) {
      int visible = text.line(line).stripTrailing().length();
      column = Math.max(0, visible - 1);
      length = 1;
    }
    return new Diagnostic(
        line + 1, column + 1, length, text.startOf(line) + column, withoutPlace(message));
  }

  /// How long the token at this place is; an unclassed name counts as a word.
  private static int lengthAt(LuaText text, int line, int column) {
    for (Span span : text.spans(line)) {
      if (span.start() <= column && column < span.end()) {
        return span.end() - column;
      }
    }
    String characters = text.line(line);
    int end = column;
    while (end < characters.length() && Words.isPart(characters.charAt(end))) {
      end++;
    }
    return Math.max(end, Math.min(column + 1, characters.length())) - column;
  }

  /// The message without chunk name and line, which the place already tells.
  private static String withoutPlace(String message) {
    String prefix = NAME + ":";
    int end = message.indexOf(": ", prefix.length());
    return message.startsWith(prefix) && end > 0 ? message.substring(end + 2) : message;
  }
}
