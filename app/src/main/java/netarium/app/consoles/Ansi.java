package netarium.app.consoles;

import java.util.ArrayList;
import java.util.List;

/// A line as a terminal shows it: colours are taken out of the text, tabs go to the next stop,
/// backspace and carriage return go back, and everything else that is no character is left out.
final class Ansi {
  private static final int TAB = 8;
  private static final char ESCAPE = 0x1b;

  private final StringBuilder text = new StringBuilder();
  private final List<Sgr> looks = new ArrayList<>();
  private Sgr look;
  private int column;

  /// Characters that look alike.
  record Span(String text, Sgr look) {}

  private Ansi(Sgr look) {
    this.look = look;
  }

  /// What a line shows, if characters looked like `begin` at its start.
  static List<Span> spans(String line, Sgr begin) {
    if (isPlain(line)) {
      return List.of(new Span(line, begin));
    }
    Ansi ansi = new Ansi(begin);
    ansi.read(line);
    return ansi.spans();
  }

  /// How characters look after a line.
  static Sgr after(String line, Sgr begin) {
    if (line.indexOf(ESCAPE) < 0) {
      return begin;
    }
    Ansi ansi = new Ansi(begin);
    ansi.read(line);
    return ansi.look;
  }

  /// The characters alone.
  static String plain(String line) {
    if (isPlain(line)) {
      return line;
    }
    Ansi ansi = new Ansi(Sgr.PLAIN);
    ansi.read(line);
    return ansi.text.toString();
  }

  private static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < ' ' || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private void read(String line) {
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == ESCAPE) {
        i = escape(line, i + 1);
        continue;
      }
      if (c >= ' ' && c != 0x7f) {
        put(c);
      } else {
        control(c);
      }
      i++;
    }
  }

  private void control(char c) {
    switch (c) {
      case '\t' -> {
        do {
          put(' ');
        } while (column % TAB != 0);
      }
      case '\b' -> column = Math.max(0, column - 1);
      case '\r' -> column = 0;
      default -> {}
    }
  }

  private void put(char c) {
    if (column < text.length()) {
      text.setCharAt(column, c);
      looks.set(column, look);
    } else {
      text.append(c);
      looks.add(look);
    }
    column++;
  }

  /// Reads what follows an escape character: `[`, parameters and a final character, or a title for
  /// the window that ends with a bell; answers where the text goes on.
  private int escape(String line, int from) {
    if (from >= line.length()) {
      return from;
    }
    char kind = line.charAt(from);
    int at = from + 1;
    if (kind == ']') {
      while (at < line.length() && line.charAt(at) != 7 && line.charAt(at) != ESCAPE) {
        at++;
      }
      boolean isLongEnd = at + 1 < line.length() && line.charAt(at) == ESCAPE;
      return Math.min(line.length(), at + (isLongEnd ? 2 : 1));
    }
    if (kind != '[') {
      return at;
    }
    while (at < line.length() && line.charAt(at) >= 0x20 && line.charAt(at) < 0x40) {
      at++;
    }
    if (at < line.length()) {
      command(line.charAt(at), line.substring(from + 1, at));
    }
    return Math.min(line.length(), at + 1);
  }

  private void command(char command, String parameters) {
    if (command == 'm') {
      look = look.with(parameters);
    } else if (command == 'K' && (parameters.isEmpty() || parameters.equals("0"))) {
      int keep = Math.min(column, text.length());
      text.setLength(keep);
      looks.subList(keep, looks.size()).clear();
    }
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= looks.size(); i++) {
      if (i == looks.size() || !looks.get(i).equals(looks.get(begin))) {
        spans.add(new Span(text.substring(begin, i), looks.get(begin)));
        begin = i;
      }
    }
    return spans;
  }
}
