package netarium.app.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong. Its sentence is the text of the key `KIND`, what to do that of
/// `advice.KIND`, both with `words` filled in; the kinds are those of [Hints], and `project` and
/// `failed`, whose words are the sentences themselves.
///
/// @param place where it can be mended
/// @param event the first event in which it was seen, or -1
/// @param atNanos the instant of that event
/// @param times how often it was seen
public record Finding(
    Severity severity,
    String kind,
    List<String> words,
    @Nullable Place place,
    long event,
    long atNanos,
    int times) {
  public static final long NO_EVENT = -1;

  /// How bad it is, the worst first.
  public enum Severity {
    ERROR,
    WARNING,
    HINT
  }

  public Finding {
    words = List.copyOf(words);
  }

  Finding again() {
    return new Finding(severity, kind, words, place, event, atNanos, times + 1);
  }

  public boolean hasEvent() {
    return event != NO_EVENT;
  }
}
