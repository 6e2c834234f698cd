package netarium.engine.service.dns;

import java.util.random.RandomGenerator;
import netarium.engine.sim.Simulator;
import netarium.engine.socket.SocketLayer;

/// What asking by DNS needs of a machine. `random` is for ids and ports and for nothing else;
/// `process`: on whose behalf.
public record DnsSockets(
    SocketLayer sockets, Simulator simulator, RandomGenerator random, int process) {
  /// Where name servers listen.
  public static final int PORT = 53;

  /// What is taken by UDP: it fits into every Ethernet frame, with room for tunnels.
  public static final int UDP_OCTETS = 1232;
}
