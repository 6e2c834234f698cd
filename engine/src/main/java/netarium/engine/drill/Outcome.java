package netarium.engine.drill;

import java.util.List;

/// What playing a script came to. `otherCommands` counts the shell commands that were left out.
public sealed interface Outcome {
  record Passed(int otherCommands) implements Outcome {}

  /// The stack did something else, or the script cannot be read: where, and what happened until
  /// then.
  record Failed(int line, String expected, String actual, List<String> transcript)
      implements Outcome {
    public Failed {
      transcript = List.copyOf(transcript);
    }
  }

  /// The script needs what we do not have.
  record Skipped(int line, String reason) implements Outcome {}
}
