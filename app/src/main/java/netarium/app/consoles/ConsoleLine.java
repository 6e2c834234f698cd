package netarium.app.consoles;

import java.util.List;

/// A line of a console: when it began, the event that began it, who says it, and its text with the
/// control characters that colour it.
record ConsoleLine(long atNanos, long ordinal, Kind kind, String raw, Sgr begin) {
  enum Kind {
    OUTPUT,
    ERROR_OUTPUT,
    /// An error that ended a program, with its traceback.
    FAILURE,
    /// The machine itself.
    NOTICE,
    /// What somebody typed.
    TYPED
  }

  List<Ansi.Span> spans() {
    return Ansi.spans(raw, begin);
  }

  /// The text alone.
  String text() {
    return Ansi.plain(raw);
  }
}
