package netarium.engine.vm.network;

import java.util.Optional;
import netarium.engine.service.Dialler;
import netarium.engine.service.NameLookup;
import netarium.engine.service.WebSocketSettings;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.vm.Process;
import netarium.engine.vm.Vm;
import netarium.engine.wire.Ipv4Address;

/// What conversations need of their process and its machine.
final class Surroundings {
  /// The local end of a connection before it has one.
  static final Endpoint NOT_YET_BOUND = new Endpoint(Ipv4Address.ANY, 0);

  /// Longer messages are refused; a machine with less memory could not hold them anyway.
  private static final int MOST_MESSAGE_OCTETS = 16 << 20;

  private final Process process;

  Surroundings(Process process) {
    this.process = process;
  }

  Process process() {
    return process;
  }

  WebSocketSettings settings() {
    Vm vm = process.vm();
    return new WebSocketSettings(
        vm.simulator(),
        vm.recorder(),
        vm.settings().node(),
        vm.random("websocket"),
        (int) Math.min(MOST_MESSAGE_OCTETS, vm.memory().limit()));
  }

  Dialler dialler() {
    Vm vm = process.vm();
    return new Dialler(vm.sockets(), vm.simulator(), lookup(), process.pid(), vm.tls());
  }

  NameLookup lookup() {
    return (host, answer) -> answer.accept(process.vm().names().resolve(host));
  }

  /// Writes the use of a socket down; what follows on the network follows from it. `place` is that
  /// of the script's call, empty when the machine does it by itself.
  void used(String operation, Endpoint local, Optional<Endpoint> remote, int octets, String place) {
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

  /// Says on the console what a script may not look at.
  void sayFailure(Optional<Endpoint> remote, String host, SocketError error) {
    String who = "connection to " + remote.map(Endpoint::toString).orElse(host);
    switch (error.code()) {
      case REFUSED ->
          process.notice(
              error.sentence().equals("connection refused")
                  ? who + " refused: nobody listens there"
                  : who + ": " + error.sentence());
      case NO_SUCH_HOST -> process.notice("unknown host: " + host);
      default -> process.notice(who + ": " + error.sentence());
    }
  }
}
