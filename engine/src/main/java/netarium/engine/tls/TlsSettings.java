package netarium.engine.tls;

import java.util.List;
import java.util.random.RandomGenerator;
import netarium.engine.sim.Simulator;

/// What one end of a connection needs of its machine. `random` is for this connection alone;
/// `epochSeconds` is the time since 1970 that simulated time 0 stands for; `protocols` are the
/// names for ALPN (RFC 7301), none for not using it.
public record TlsSettings(
    Simulator simulator,
    long epochSeconds,
    RandomGenerator random,
    List<TlsVersion> versions,
    List<String> protocols,
    TlsEvents events) {
  public static final List<String> HTTP = List.of("http/1.1");

  public TlsSettings {
    versions = List.copyOf(versions);
    protocols = List.copyOf(protocols);
  }

  /// All versions, HTTP/1.1 within.
  public static TlsSettings usual(
      Simulator simulator, long epochSeconds, RandomGenerator random, TlsEvents events) {
    return new TlsSettings(simulator, epochSeconds, random, TlsVersion.ALL, HTTP, events);
  }

  public TlsSettings speaking(TlsVersion... only) {
    return new TlsSettings(simulator, epochSeconds, random, List.of(only), protocols, events);
  }

  public TlsSettings within(List<String> names) {
    return new TlsSettings(simulator, epochSeconds, random, versions, names, events);
  }

  /// The time on the machine's calendar, in seconds since 1970.
  long nowSeconds() {
    return epochSeconds + simulator.nowNanos() / 1_000_000_000L;
  }
}
