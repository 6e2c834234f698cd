package netarium.engine.vm.pool;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.lua.LuaValue;
import netarium.engine.tls.TlsIdentity;
import netarium.engine.vm.Process;
import netarium.engine.wire.Octets;

/// What a pool is to do: who handles its requests, at which port, with how many workers, and as
/// whom if it speaks HTTPS.
public record PoolPlan(Handling handling, int port, int workers, Optional<TlsIdentity> identity) {
  /// A pool that speaks plain HTTP.
  public PoolPlan(Handling handling, int port, int workers) {
    this(handling, port, workers, Optional.empty());
  }

  public static final int DEFAULT_WORKERS = 4;
  public static final int MOST_WORKERS = 64;
  public static final int DEFAULT_PORT = 8080;

  /// Where requests are handled.
  public sealed interface Handling {
    /// In a script that each worker loads into an environment of its own. `libraries` gives a new
    /// process what every process has.
    record Script(String name, Octets source, List<Octets> arguments, Consumer<Process> libraries)
        implements Handling {}

    /// By a function, in the environment of the process that has it.
    record Function(LuaValue handler) implements Handling {}
  }
}
