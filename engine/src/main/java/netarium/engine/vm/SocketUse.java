package netarium.engine.vm;

import java.util.Optional;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Address;

/// Writes a process's use of a socket down; what follows on the network follows from it.
public final class SocketUse {
  /// The local end of a connection before it has one.
  public static final Endpoint NOT_YET_BOUND = new Endpoint(Ipv4Address.ANY, 0);

  private SocketUse() {}

  /// `place` is that of the script's call, empty when the machine does it by itself.
  public static void record(
      Process process,
      String place,
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
            place));
  }
}
