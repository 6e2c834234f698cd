package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.lua.Str;

/// Text as lines.
final class Lines {
  private Lines() {}

  /// The lines without their ends, LF or CRLF. An end after the last line opens no further one.
  static List<Str> of(Str text) {
    List<Str> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length) {
      int end = from;
      while (end < text.length && text.byteAt(end) != '\n') {
        end++;
      }
      boolean hasReturn = end > from && end < text.length && text.byteAt(end - 1) == '\r';
      lines.add(text.slice(from, hasReturn ? end - 1 : end));
      from = end + 1;
    }
    return lines;
  }
}
