package netarium.engine.service;

import java.util.Optional;
import netarium.engine.sim.Simulator;
import netarium.engine.socket.SocketLayer;
import netarium.engine.tls.TlsLayer;

/// What [Dial] needs of a machine: its sockets, its clock, its names, on whose behalf it acts, and
/// its TLS if it has any.
public record Dialler(
    SocketLayer sockets,
    Simulator simulator,
    NameLookup names,
    int process,
    Optional<TlsLayer> tls) {
  /// Without TLS.
  public Dialler(SocketLayer sockets, Simulator simulator, NameLookup names, int process) {
    this(sockets, simulator, names, process, Optional.empty());
  }
}
