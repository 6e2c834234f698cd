package netarium.engine.vm;

import java.util.Optional;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.StreamAcceptor;
import netarium.engine.socket.UnixListener;
import netarium.engine.socket.UnixSocket;
import netarium.engine.tls.TlsAcceptor;
import netarium.engine.tls.TlsStream;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Address;

/// Writes a process's use of a socket down; what follows on the network follows from it.
public final class SocketUse {
  /// The local end of a connection before it has one.
  public static final Endpoint NOT_YET_BOUND = new Endpoint(Ipv4Address.ANY, 0);

  private SocketUse() {}

  /// As below, of a stream; one that stays within the machine is known by its name.
  public static void record(
      Process process, String place, String operation, ByteStream stream, int octets) {
    switch (stream) {
      case TlsStream tls -> record(process, place, operation, tls.below(), octets);
      case UnixSocket unix ->
          record(process, place, operation, unix.path(), unix.connection(), octets);
      default ->
          record(process, place, operation, stream.local(), Optional.of(stream.remote()), octets);
    }
  }

  /// As below, of a place where streams come in.
  public static void record(
      Process process, String place, String operation, StreamAcceptor acceptor) {
    switch (acceptor) {
      case TlsAcceptor tls -> record(process, place, operation, tls.below());
      case UnixListener unix -> record(process, place, operation, unix.path(), 0, 0);
      default -> record(process, place, operation, acceptor.local(), Optional.empty(), 0);
    }
  }

  /// As below, of a Unix socket by its name; `connection` is 0 when there is none.
  public static void record(
      Process process, String place, String operation, String path, long connection, int octets) {
    var recorder = process.vm().recorder();
    recorder.recordAsCause(
        new SimEvent.UnixSocketUsed(
            recorder.stamp(process.vm().settings().node()),
            process.pid(),
            operation,
            path,
            connection,
            octets,
            place));
  }

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
