package netarium.engine.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.UdpSocket;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;

/// The calls that move data. What is sent is zeros: scripts compare lengths.
final class Transfers {
  private static final List<String> SEND_FLAGS = List.of("MSG_NOSIGNAL", "MSG_DONTWAIT", "MSG_OOB");
  private static final List<String> RECEIVE_FLAGS =
      List.of("MSG_NOSIGNAL", "MSG_DONTWAIT", "MSG_TRUNC", "MSG_PEEK");

  private final Profile profile;

  /// How much of a call that waits has been taken already.
  private final Map<Handle, Integer> written = new LinkedHashMap<>();

  Transfers(Profile profile) {
    this.profile = profile;
  }

  CallResult tcp(Handle handle, Arguments arguments) {
    boolean isNowhere = arguments.name(1).equals("NULL") && arguments.all().size() > 2;
    if (isNowhere && arguments.octets(2) > 0) {
      return CallResult.failed("EFAULT");
    }
    return switch (arguments.call()) {
      case "read" -> receive(handle, arguments.octets(2), List.of());
      case "recv", "recvfrom" -> {
        arguments.refuseOtherThan(3, RECEIVE_FLAGS);
        yield receive(handle, arguments.octets(2), arguments.names(3));
      }
      case "readv" -> receive(handle, vector(arguments, arguments.at(1)), List.of());
      case "recvmsg" -> {
        arguments.refuseOtherThan(2, RECEIVE_FLAGS);
        yield receive(handle, message(arguments), arguments.names(2));
      }
      case "write" -> send(handle, arguments.octets(2), List.of());
      case "send", "sendto" -> {
        arguments.refuseOtherThan(3, SEND_FLAGS);
        yield send(handle, arguments.octets(2), arguments.names(3));
      }
      case "writev" -> send(handle, vector(arguments, arguments.at(1)), List.of());
      case "sendmsg" -> {
        arguments.refuseOtherThan(2, SEND_FLAGS);
        yield send(handle, message(arguments), arguments.names(2));
      }
      default -> throw arguments.unsupported("the call " + arguments.call());
    };
  }

  /// The octets of `[{..., 1000}, {..., 24}]`.
  private static int vector(Arguments arguments, Expression vector) {
    if (!(vector instanceof Expression.Items items)) {
      throw arguments.unsupported(arguments.call() + " with " + vector);
    }
    long sum = 0;
    for (Expression item : items.items()) {
      if (!(item instanceof Expression.Struct part) || part.parts().size() != 2) {
        throw arguments.unsupported(arguments.call() + " with " + item);
      }
      sum += arguments.integer(part.parts().getLast().value());
    }
    if (sum < 0 || sum > 1 << 28) {
      throw arguments.unsupported(arguments.call() + " of " + sum + " octets");
    }
    return (int) sum;
  }

  private static int message(Arguments arguments) {
    if (!(arguments.at(1) instanceof Expression.Struct message)
        || message.part("msg_control").isPresent()) {
      throw arguments.unsupported(arguments.call() + " with control messages");
    }
    Optional<Expression> vector = message.part("msg_iov");
    if (vector.isEmpty()) {
      throw arguments.unsupported(arguments.call() + " without msg_iov");
    }
    return vector(arguments, vector.get());
  }

  private static boolean waits(Handle handle, List<String> flags) {
    return !handle.isNonBlocking() && !flags.contains("MSG_DONTWAIT");
  }

  private CallResult receive(Handle handle, int octets, List<String> flags) {
    if (handle.socket().isEmpty()) {
      return CallResult.failed("ENOTCONN");
    }
    TcpSocket socket = handle.socket().get();
    boolean isDeaf = handle.isReadShut() && profile == Profile.BSD;
    if (socket.availableOctets() > 0 && octets > 0 && !isDeaf) {
      return CallResult.done(
          flags.contains("MSG_PEEK")
              ? Math.min(octets, socket.availableOctets())
              : socket.receive(octets).length());
    }
    Optional<String> error = handle.takeError();
    if (error.isPresent()) {
      return CallResult.failed(error.get());
    }
    boolean isOver = !socket.isConnected() && !socket.isConnecting();
    if (octets == 0 || socket.isAtEnd() || handle.isReadShut() || isOver) {
      return CallResult.done(0);
    }
    return waits(handle, flags) ? CallResult.blocked() : CallResult.failed("EAGAIN");
  }

  private CallResult send(Handle handle, int octets, List<String> flags) {
    if (handle.socket().isEmpty()) {
      return CallResult.failed(handle.isUdp() ? "EDESTADDRREQ" : "EPIPE");
    }
    TcpSocket socket = handle.socket().get();
    Optional<String> error = handle.takeError();
    if (error.isPresent()) {
      return CallResult.failed(error.get());
    }
    if (handle.isWriteShut() || !socket.maySend()) {
      return CallResult.failed("EPIPE");
    }
    boolean waits = waits(handle, flags);
    if (socket.isConnecting()) {
      return waits ? CallResult.blocked() : CallResult.failed("EAGAIN");
    }
    if (flags.contains("MSG_OOB")) {
      int taken = socket.offerUrgent(Octets.wrap(new byte[octets]));
      return taken == octets ? CallResult.done(taken) : CallResult.failed("EAGAIN");
    }
    int before = written.getOrDefault(handle, 0);
    int now = octets == before ? 0 : socket.offer(Octets.wrap(new byte[octets - before]), false);
    if (before + now == octets || !waits) {
      written.remove(handle);
      return now == 0 && octets > 0 ? CallResult.failed("EAGAIN") : CallResult.done(before + now);
    }
    written.put(handle, before + now);
    return CallResult.blocked();
  }

  /// The same calls on a UDP socket; one that has no port yet gets one through `open`.
  CallResult udp(Handle handle, Arguments arguments, Supplier<CallResult> open, Endpoint remote) {
    return switch (arguments.call()) {
      case "read", "recv", "recvfrom" -> {
        arguments.refuseOtherThan(3, RECEIVE_FLAGS);
        yield receiveDatagram(handle, arguments.octets(2), arguments.names(3), arguments.line());
      }
      case "recvmsg" ->
          receiveDatagram(handle, message(arguments), arguments.names(2), arguments.line());
      case "sendto" -> sendDatagram(handle, arguments.octets(2), open, remote);
      case "write", "send" ->
          handle.udpPeer().isEmpty()
              ? CallResult.failed("EDESTADDRREQ")
              : sendDatagram(handle, arguments.octets(2), open, handle.udpPeer().get());
      case "sendmsg" ->
          sendDatagram(handle, message(arguments), open, handle.udpPeer().orElse(remote));
      default -> throw arguments.unsupported(arguments.call() + " on UDP");
    };
  }

  private static CallResult receiveDatagram(
      Handle handle, int octets, List<String> flags, int line) {
    Optional<String> error = handle.takeError();
    if (error.isPresent()) {
      return CallResult.failed(error.get());
    }
    if (flags.contains("MSG_PEEK")) {
      throw new ScriptException.Unsupported(line, "MSG_PEEK on UDP");
    }
    Optional<UdpSocket.Received> received = handle.udp().flatMap(UdpSocket::receive);
    if (received.isPresent()) {
      return CallResult.done(Math.min(octets, received.get().data().length()));
    }
    return waits(handle, flags) ? CallResult.blocked() : CallResult.failed("EAGAIN");
  }

  private static CallResult sendDatagram(
      Handle handle, int octets, Supplier<CallResult> open, Endpoint to) {
    if (handle.udp().isEmpty() && open.get() instanceof CallResult.Failed failed) {
      return failed;
    }
    Optional<String> pending = handle.takeError();
    if (pending.isPresent()) {
      return CallResult.failed(pending.get());
    }
    return handle
        .udp()
        .flatMap(socket -> socket.send(to, Octets.wrap(new byte[octets])))
        .map(error -> CallResult.failed(Handle.name(error)))
        .orElse(CallResult.done(octets));
  }
}
