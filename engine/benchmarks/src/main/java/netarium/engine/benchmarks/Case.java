package netarium.engine.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The same work on both sides. `figures` are drawn from what the other side said first (or ours,
/// where there is no other side).
record Case(
    String name, Optional<Program> theirs, Program ours, Function<Said, List<Figure>> figures) {
  Case(String name, Program theirs, Program ours, Figure... figures) {
    this(name, Optional.of(theirs), ours, said -> List.of(figures));
  }

  /// Finds the whole command of a program, or the name of what is missing.
  @FunctionalInterface
  interface Program {
    List<String> command(Places places) throws MissingException;
  }

  /// One of the other side's programs in the folder of peers, with arguments.
  static Program peer(String... words) {
    return places -> {
      List<String> command = new ArrayList<>(List.of(words));
      command.set(0, places.peer(words[0]).toString());
      return command;
    };
  }

  /// A class of this package with a main method, with arguments.
  static Program java(Class<?> main, String... arguments) {
    return places -> {
      List<String> command = places.java(main);
      command.addAll(List.of(arguments));
      return command;
    };
  }

  /// The same on one core, where the system can do that.
  static Program onOneCore(Program program) {
    return places -> {
      List<String> command = new ArrayList<>();
      Said.onPath("taskset").ifPresent(path -> command.addAll(List.of(path.toString(), "-c", "0")));
      command.addAll(program.command(places));
      return command;
    };
  }
}
