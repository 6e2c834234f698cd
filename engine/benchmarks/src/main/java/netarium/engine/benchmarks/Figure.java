package netarium.engine.benchmarks;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// What is compared in what two programs said. `isRate`: more is better; otherwise less is.
/// `wanted`: how many times as good as theirs ours shall be.
record Figure(
    String name,
    boolean isRate,
    Optional<ToDoubleFunction<Said>> theirs,
    ToDoubleFunction<Said> ours,
    OptionalDouble wanted) {
  static Figure rate(String name, String key, double wanted) {
    return new Figure(
        name,
        true,
        Optional.of(said -> said.figure(key)),
        said -> said.figure(key),
        OptionalDouble.of(wanted));
  }

  static Figure cost(
      String name, ToDoubleFunction<Said> theirs, ToDoubleFunction<Said> ours, double wanted) {
    return new Figure(name, false, Optional.of(theirs), ours, OptionalDouble.of(wanted));
  }

  /// A figure that nobody else has.
  static Figure alone(String name, String key) {
    return new Figure(
        name, false, Optional.empty(), said -> said.figure(key), OptionalDouble.empty());
  }

  Figure unjudged() {
    return new Figure(name, isRate, theirs, ours, OptionalDouble.empty());
  }

  /// How many times as good as theirs ours is.
  double times(double theirFigure, double ourFigure) {
    return isRate ? ourFigure / theirFigure : theirFigure / ourFigure;
  }
}
