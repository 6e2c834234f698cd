package netarium.engine.vm;

import java.util.List;
import netarium.engine.sim.SimTime;

/// What a VM is to run: a script by its project path, with arguments, from an instant on, and
/// whether it is started again when it ends.
public record Program(String script, List<String> arguments, SimTime start, Restart restart) {
  /// When a program that has ended is started again.
  public enum Restart {
    NEVER,
    ON_ERROR,
    ALWAYS
  }

  public Program {
    arguments = List.copyOf(arguments);
  }
}
