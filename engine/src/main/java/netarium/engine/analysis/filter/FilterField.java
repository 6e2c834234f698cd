package netarium.engine.analysis.filter;

import java.util.function.LongPredicate;
import java.util.function.Predicate;

/// A name of the filter language: what its values are and where they come from.
record FilterField(String name, Kind kind, boolean needsRun, Numbers numbers, Texts texts) {
  /// How a value is written.
  enum Kind {
    /// No value: the name alone asks.
    PRESENCE("", false),
    FLAG("1", false),
    NUMBER("80", false),
    ADDRESS("10.0.1.2", false),
    MAC("02:00:0a:00:01:02", false),
    SECONDS("0.25", false),
    TEXT("\"GET\"", true);

    private final String example;
    private final boolean isText;

    Kind(String example, boolean isText) {
      this.example = example;
      this.isText = isText;
    }

    String example() {
      return example;
    }

    boolean isText() {
      return isText;
    }
  }

  /// Offers the values to `out` until one is accepted; whether one was.
  @FunctionalInterface
  interface Numbers {
    boolean any(FilterSubject subject, LongPredicate out);
  }

  /// As [Numbers], for texts.
  @FunctionalInterface
  interface Texts {
    boolean any(FilterSubject subject, Predicate<String> out);
  }

  private static final Numbers NO_NUMBERS = (subject, out) -> false;
  private static final Texts NO_TEXTS = (subject, out) -> false;

  static FilterField numeric(String name, Kind kind, Numbers numbers) {
    return new FilterField(name, kind, false, numbers, NO_TEXTS);
  }

  static FilterField text(String name, Texts texts) {
    return new FilterField(name, Kind.TEXT, false, NO_NUMBERS, texts);
  }

  /// The same name, known only where a run is.
  FilterField inRun() {
    return new FilterField(name, kind, true, numbers, texts);
  }

  /// Whether the subject has a value at all.
  boolean isIn(FilterSubject subject) {
    return kind.isText() ? texts.any(subject, _ -> true) : numbers.any(subject, _ -> true);
  }

  /// What a name alone asks: a flag is there and set, anything else is there.
  boolean isSet(FilterSubject subject) {
    return kind == Kind.FLAG ? numbers.any(subject, value -> value != 0) : isIn(subject);
  }
}
