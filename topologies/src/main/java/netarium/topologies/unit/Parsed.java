package netarium.topologies.unit;

import java.util.function.Function;

/// What became of a piece of text: a value, or the reason why it is none. Text comes from users and
/// from strangers, so bad text is a value like any other.
///
/// @param <T> what the text stands for
public sealed interface Parsed<T> {
  /// The text was understood.
  record Ok<T>(T value) implements Parsed<T> {}

  /// The text was not understood: `why` says what is wrong, `advice` what to write instead.
  record Bad<T>(String why, String advice) implements Parsed<T> {}

  static <T> Parsed<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Parsed<T> bad(String why, String advice) {
    return new Bad<>(why, advice);
  }

  default <R> Parsed<R> map(Function<T, R> change) {
    return switch (this) {
      case Ok<T>(T value) -> new Ok<>(change.apply(value));
      case Bad<T>(String why, String advice) -> new Bad<>(why, advice);
    };
  }

  /// For constants in programs and tests, where bad text is the programmer's mistake.
  default T orThrow() {
    return switch (this) {
      case Ok<T>(T value) -> value;
      case Bad<T>(String why, String advice) ->
          throw new IllegalArgumentException(why + "; " + advice);
    };
  }
}
