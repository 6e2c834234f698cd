package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.vm.Process;
import netarium.engine.wire.Ipv4Address;

/// Writes a script's use of a socket down; what follows on the network follows from it.
final class SocketUse {
  /// The local end of a connection before it has one.
  static final Endpoint NOT_YET_BOUND = new Endpoint(Ipv4Address.ANY, 0);

  private SocketUse() {}

  static void record(
      Process process,
      Coroutine co,
      String operation,
      Endpoint local,
      Optional<Endpoint> remote,
      int octets) {
    var recorder = process.vm().recorder();
    recorder.recordAsCause(
        new SimEvent.SocketUsed(
            recorder.stamp(process.vm().settings().node()),
            process.pid(),
            operation,
            local,
            remote,
            octets,
            co.place()));
  }
}
