package netarium.app.lesson;

import org.jspecify.annotations.Nullable;

/// A stretch of text of one look.
///
/// @param link where it leads as the lesson writes it, or null
record Span(
    String text, boolean isStrong, boolean isEmphasis, boolean isCode, @Nullable String link) {
  static Span plain(String text) {
    return new Span(text, false, false, false, null);
  }
}
