package netarium.topologies.node;

import java.util.List;
import netarium.topologies.json.Extras;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Something a machine starts: a Lua script of the project, a pool of HTTP workers, or a program of
/// its own `/bin`.
public sealed interface Program {
  Start start();

  Extras extras();

  /// What the program is called on screen and by a `type` stimulus: its script or its path.
  default String path() {
    return switch (this) {
      case Script p -> p.script;
      case HttpPool p -> p.script;
      case Command p -> p.program;
    };
  }

  /// The script's project path, where the program has one.
  default @Nullable String scriptPath() {
    return this instanceof Command ? null : path();
  }

  /// How a program is started: its arguments, when, and what happens when it ends.
  record Start(List<String> args, TimeSpan at, Restart restart) {
    public static final Start DEFAULT = new Start(List.of(), TimeSpan.ZERO, Restart.NEVER);

    public Start {
      args = List.copyOf(args);
    }
  }

  /// Whether a program that has ended is started again.
  enum Restart {
    NEVER("never"),
    ON_ERROR("on-error"),
    ALWAYS("always");

    private final String key;

    Restart(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  /// A Lua script; its project path is also its chunk name.
  record Script(String script, Start start, Extras extras) implements Program {}

  /// A listener that deals requests to workers, each with its own Lua environment. With `tls` it
  /// speaks HTTPS as its machine.
  record HttpPool(
      String script, @Nullable Integer port, int workers, boolean tls, Start start, Extras extras)
      implements Program {
    public static final int DEFAULT_WORKERS = 4;
  }

  /// A program of the machine, such as `/bin/httpd`.
  record Command(String program, Start start, Extras extras) implements Program {}
}
