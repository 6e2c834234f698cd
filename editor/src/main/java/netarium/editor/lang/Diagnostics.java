package netarium.editor.lang;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import netarium.engine.syntax.Problem;
import netarium.engine.syntax.Syntax;

/// Checks a script in the words that a run would use, and goes on behind each mistake. Where Lua's
/// words leave a beginner alone, advice follows them.
public final class Diagnostics {
  /// More than this at once help nobody.
  static final int MOST = 100;

  private Diagnostics() {}

  public static List<Diagnostic> of(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    LuaText lines = LuaText.of(text);
    List<Diagnostic> all = new ArrayList<>();
    int octet = 0;
    int offset = 0;
    for (Problem problem : Syntax.examineFile(octets, MOST).problems()) {
      offset += characters(octets, octet, problem.start());
      octet = problem.start();
      int length = characters(octets, octet, problem.end());
      all.add(at(lines, Math.min(offset, text.length()), length, message(problem)));
    }
    return List.copyOf(all);
  }

  private static int characters(byte[] octets, int from, int to) {
    return new String(octets, from, to - from, StandardCharsets.UTF_8).length();
  }

  private static String message(Problem problem) {
    return problem.advice().isEmpty() ? problem.text() : problem.text() + " – " + problem.advice();
  }

  private static Diagnostic at(LuaText text, int offset, int problemLength, String message) {
    int line = text.lineAt(offset);
    int column = offset - text.startOf(line);
    while (column == text.line(line).length() && line > 0 && text.line(line).isBlank()) {
      line--;
      column = text.line(line).length();
    }
    int length = Math.min(problemLength, text.line(line).length() - column);
    if (length <= 0) {
      length = lengthAt(text, line, column);
    }
    if (length == 0) {
      int visible = text.line(line).stripTrailing().length();
      column = Math.max(0, visible - 1);
      length = 1;
    }
    return new Diagnostic(line + 1, column + 1, length, text.startOf(line) + column, message);
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
}
