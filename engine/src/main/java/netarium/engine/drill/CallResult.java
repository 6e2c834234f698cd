package netarium.engine.drill;

import java.util.List;

/// What a system call came to; `out` are the values it wrote, as a script would write them.
sealed interface CallResult {
  record Done(long value, List<Expression> out) implements CallResult {}

  record Failed(String error) implements CallResult {}

  /// It waits; ask again when something has happened.
  record Blocked() implements CallResult {}

  static CallResult done(long value) {
    return new Done(value, List.of());
  }

  static CallResult failed(String error) {
    return new Failed(error);
  }

  static CallResult blocked() {
    return new Blocked();
  }
}
