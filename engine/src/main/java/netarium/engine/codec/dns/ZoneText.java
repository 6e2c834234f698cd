package netarium.engine.codec.dns;

import java.util.ArrayList;
import java.util.List;

/// Cuts a zone file into entries (RFC 1035 §5.1): comments are left out, parentheses join lines,
/// quotes join words.
final class ZoneText {
  /// A word, and whether it stood in quotes.
  record Word(String text, boolean isQuoted) {}

  /// What counts as a line. `isIndented`: it begins with a blank, and so speaks of the same name as
  /// the one before it.
  record Entry(int line, boolean isIndented, List<Word> words) {}

  /// Entries, or at which line they end too early and why.
  record Cut(List<Entry> entries, int badLine, String why) {}

  private final String text;
  private final List<Entry> entries = new ArrayList<>();
  private List<Word> words = new ArrayList<>();
  private int at;
  private int line = 1;
  private int entryLine = 1;
  private boolean isIndented;
  private int depth;
  private int badLine;
  private String why = "";

  private ZoneText(String text) {
    this.text = text;
  }

  static Cut cut(String text) {
    ZoneText cutting = new ZoneText(text);
    cutting.run();
    return new Cut(cutting.entries, cutting.badLine, cutting.why);
  }

  private void run() {
    boolean atStart = true;
    while (at < text.length() && why.isEmpty()) {
      char c = text.charAt(at);
      if (atStart && depth == 0) {
        isIndented = c == ' ' || c == '\t';
        entryLine = line;
      }
      atStart = c == '\n';
      switch (c) {
        case '\n' -> {
          at++;
          endLine();
          line++;
        }
        case ' ', '\t', '\r' -> at++;
        case ';' -> skipComment();
        case '(' -> {
          at++;
          depth++;
        }
        case ')' -> {
          at++;
          if (--depth < 0) {
            fail("a ) without its (");
          }
        }
        case '"' -> quoted();
        default -> word();
      }
    }
    if (why.isEmpty() && depth > 0) {
      line = entryLine;
      fail("a ( without its )");
    }
    if (why.isEmpty()) {
      endLine();
    }
  }

  private void endLine() {
    if (depth == 0 && !words.isEmpty()) {
      entries.add(new Entry(entryLine, isIndented, words));
      words = new ArrayList<>();
    }
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void word() {
    int from = at;
    while (at < text.length() && " \t\r\n;()\"".indexOf(text.charAt(at)) < 0) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at, text.length());
    words.add(new Word(text.substring(from, at), false));
  }

  private void quoted() {
    int from = ++at;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length() || text.charAt(at) == '\n') {
      fail("a \" without its second one on the same line");
      return;
    }
    words.add(new Word(text.substring(from, at), true));
    at++;
  }

  private void fail(String because) {
    badLine = line;
    why = because;
  }
}
