package netarium.app.consoles;

import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// Looks for a text in the lines of a console, from one line on and around once, whatever its case.
/// A console may have a quarter of a million lines: it looks at some at a time.
final class ConsoleSearch {
  private static final int LINES_AT_ONCE = 256;

  private final Console console;
  private final Pattern wanted;
  private final boolean isForward;
  private long dropped;
  private int at;
  private int left;
  private int found = -1;

  /// Begins behind line `after`, which is -1 for none, and ends with it.
  ConsoleSearch(Console console, String sought, int after, boolean isForward) {
    this.console = console;
    this.isForward = isForward;
    wanted = Pattern.compile(sought, Pattern.LITERAL | Pattern.CASE_INSENSITIVE);
    dropped = console.droppedLines();
    at = after;
    left = console.size() - console.first();
  }

  /// Looks on while `mayGoOn` says so; false once it has come to an end.
  boolean goOn(BooleanSupplier mayGoOn) {
    followTheLines();
    do {
      for (int i = 0; i < LINES_AT_ONCE && left > 0; i++) {
        step();
        left--;
        if (wanted.matcher(console.line(at).text()).find()) {
          found = at;
          left = 0;
        }
      }
    } while (left > 0 && mayGoOn.getAsBoolean());
    return left > 0;
  }

  /// The oldest lines may have gone since the last time, and the others have lower numbers then.
  private void followTheLines() {
    int gone = Math.toIntExact(console.droppedLines() - dropped);
    dropped += gone;
    at = Math.max(-1, at - gone);
    left = Math.min(left, console.size() - console.first());
  }

  private void step() {
    at += isForward ? 1 : -1;
    if (at >= console.size()) {
      at = console.first();
    } else if (at < console.first()) {
      at = isForward ? console.first() : console.size() - 1;
    }
  }

  /// The line with the text; -1 if there is none, or none yet.
  int found() {
    return found;
  }
}
