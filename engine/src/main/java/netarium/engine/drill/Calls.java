package netarium.engine.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.socket.UdpSocket;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;

/// The system calls of a script, on the sockets of the node under test. None waits by itself: a
/// call that must wait answers [CallResult.Blocked] and is asked again.
final class Calls {
  /// Where scripts listen, and whom they connect to, when they do not say.
  static final int DEFAULT_PORT = 8080;

  private static final int PROCESS = 1;

  /// What the calls need of the run: the node (which begins with the first call that uses it), its
  /// settings until then, and to know what the next packets are about.
  interface World {
    Bench bench();

    SocketOptions.Node settings();

    void listening(int port);

    void connecting(int localPort, int remotePort);
  }

  private final World world;
  private final Profile profile;
  private final Map<Long, Handle> handles = new LinkedHashMap<>();
  private final Transfers transfers;

  Calls(World world, Profile profile) {
    this.world = world;
    this.profile = profile;
    this.transfers = new Transfers(profile);
  }

  Optional<Handle> handle(long descriptor) {
    return Optional.ofNullable(handles.get(descriptor));
  }

  /// The connection that assertions are about: that of the newest descriptor that has one.
  Optional<TcpSocket> socketUnderTest() {
    return handles.values().stream()
        .flatMap(each -> each.socket().stream())
        .reduce((_, later) -> later);
  }

  /// What the state of a socket is while there is no connection on it.
  OptionalLong stateWithoutConnection() {
    boolean listens = handles.values().stream().anyMatch(each -> each.listener().isPresent());
    String state = listens ? "TCP_LISTEN" : "TCP_CLOSE";
    return Variables.value(state, Optional.empty(), profile);
  }

  /// Tries a call. `expected` is what a descriptor that it opens shall be called.
  CallResult execute(Script.Call call, int line) {
    Arguments arguments = new Arguments(call.arguments(), call.name(), line);
    return switch (call.name()) {
      case "socket" -> socket(arguments, call.result());
      case "poll" -> new Polls(this).poll(arguments);
      case "epoll_create", "epoll_create1", "open", "pipe", "inet_diag", "sendfile", "splice" ->
          throw arguments.unsupported("the call " + call.name());
      default -> {
        Handle handle = handles.get(arguments.integer(0));
        yield handle == null ? CallResult.failed("EBADF") : on(handle, arguments, call.result());
      }
    };
  }

  private CallResult on(Handle handle, Arguments arguments, Expression result) {
    return switch (arguments.call()) {
      case "bind" -> bind(handle, arguments);
      case "listen" -> listen(handle, arguments);
      case "accept", "accept4" -> accept(handle, arguments, result);
      case "connect" -> connect(handle, arguments);
      case "close" -> close(handle, arguments);
      case "shutdown" -> shutdown(handle, arguments);
      case "fcntl" -> fcntl(handle, arguments);
      case "setsockopt" -> new SocketOptions(profile, world.settings()).set(handle, arguments);
      case "getsockopt" -> new SocketOptions(profile, world.settings()).get(handle, arguments);
      case "ioctl" -> ioctl(handle, arguments);
      default -> {
        if (handle.isUdp()) {
          yield transfers.udp(handle, arguments, () -> openUdp(handle, 0), remote(arguments));
        }
        yield transfers.tcp(handle, arguments);
      }
    };
  }

  private CallResult socket(Arguments arguments, Expression result) {
    if (arguments.names(0).contains("AF_INET6")) {
      throw arguments.unsupported("IPv6");
    }
    List<String> kinds = arguments.names(1);
    arguments.refuseOtherThan(
        1, List.of("SOCK_STREAM", "SOCK_DGRAM", "SOCK_NONBLOCK", "SOCK_CLOEXEC"));
    String protocol = arguments.name(2);
    if (!List.of("IPPROTO_TCP", "IPPROTO_UDP", "0").contains(protocol)) {
      throw arguments.unsupported(protocol);
    }
    Handle handle = new Handle(kinds.contains("SOCK_DGRAM"));
    handle.nonBlocking(kinds.contains("SOCK_NONBLOCK"));
    return opened(handle, result, arguments);
  }

  /// A new descriptor has the number the script gives it.
  private CallResult opened(Handle handle, Expression result, Arguments arguments) {
    long number = result instanceof Expression.Int given ? given.value() : handles.size() + 3L;
    if (number < 0) {
      throw arguments.unsupported(arguments.call() + " that fails");
    }
    handles.put(number, handle);
    return CallResult.done(number);
  }

  private CallResult bind(Handle handle, Arguments arguments) {
    int port = arguments.port(1).orElse(DEFAULT_PORT);
    if (handle.isUdp()) {
      return openUdp(handle, port);
    }
    handle.bind(port);
    return CallResult.done(0);
  }

  private CallResult openUdp(Handle handle, int port) {
    return switch (world.bench().sockets().bindUdp(Ipv4Address.ANY, port, PROCESS)) {
      case SocketResult.Opened<UdpSocket>(var socket) -> {
        handle.opens(socket);
        yield CallResult.done(0);
      }
      case SocketResult.Failed<UdpSocket>(SocketError error) ->
          CallResult.failed(Handle.name(error));
    };
  }

  private CallResult listen(Handle handle, Arguments arguments) {
    if (handle.listener().isPresent()) {
      return CallResult.done(0);
    }
    if (handle.socket().isPresent()) {
      return CallResult.failed("EINVAL");
    }
    int backlog = (int) Math.max(1, arguments.integer(1));
    var result =
        world.bench().sockets().listen(Ipv4Address.ANY, handle.boundPort(), PROCESS, backlog);
    return switch (result) {
      case SocketResult.Opened<TcpListener>(TcpListener listener) -> {
        handle.listens(listener);
        world.listening(listener.local().port());
        yield CallResult.done(0);
      }
      case SocketResult.Failed<TcpListener>(SocketError error) ->
          CallResult.failed(Handle.name(error));
    };
  }

  private CallResult accept(Handle handle, Arguments arguments, Expression result) {
    if (handle.listener().isEmpty()) {
      return CallResult.failed("EINVAL");
    }
    TcpListener listener = handle.listener().get();
    if (!listener.hasConnection()) {
      return handle.isNonBlocking() ? CallResult.failed("EAGAIN") : CallResult.blocked();
    }
    Handle accepted = new Handle(false);
    accepted.inherit(handle);
    accepted.nonBlocking(arguments.names(3).contains("SOCK_NONBLOCK"));
    listener.accept().ifPresent(accepted::connects);
    accepted.tellConnected();
    return opened(accepted, result, arguments);
  }

  private Endpoint remote(Arguments arguments) {
    int place = arguments.call().equals("connect") ? 1 : 4;
    return new Endpoint(
        world.bench().addresses().remote(), arguments.port(place).orElse(DEFAULT_PORT));
  }

  private CallResult connect(Handle handle, Arguments arguments) {
    if (handle.isUdp()) {
      handle.talksTo(remote(arguments));
      return handle.udp().isPresent() ? CallResult.done(0) : openUdp(handle, 0);
    }
    if (handle.listener().isPresent()) {
      return CallResult.failed("EISCONN");
    }
    if (handle.socket().isPresent()) {
      return connectAgain(handle, handle.socket().get());
    }
    Endpoint to = remote(arguments);
    var result =
        world
            .bench()
            .sockets()
            .connect(handle.boundPort(), to.address(), to.port(), PROCESS, TcpSocketOptions.STREAM);
    return switch (result) {
      case SocketResult.Opened<TcpSocket>(TcpSocket socket) -> {
        handle.connects(socket);
        world.connecting(socket.local().port(), to.port());
        yield handle.isNonBlocking() ? CallResult.failed("EINPROGRESS") : CallResult.blocked();
      }
      case SocketResult.Failed<TcpSocket>(SocketError error) ->
          CallResult.failed(Handle.name(error));
    };
  }

  /// A question after the connection that is under way, or the rest of a call that waits for it.
  private static CallResult connectAgain(Handle handle, TcpSocket socket) {
    if (socket.isConnecting()) {
      return handle.isNonBlocking() ? CallResult.failed("EALREADY") : CallResult.blocked();
    }
    Optional<String> error = handle.takeError();
    if (error.isPresent()) {
      return CallResult.failed(error.get());
    }
    if (!socket.isConnected()) {
      return CallResult.failed("ECONNABORTED");
    }
    return handle.tellConnected() ? CallResult.done(0) : CallResult.failed("EISCONN");
  }

  private CallResult close(Handle handle, Arguments arguments) {
    handles.remove(arguments.integer(0));
    handle.listener().ifPresent(TcpListener::close);
    handle.udp().ifPresent(UdpSocket::close);
    handle
        .socket()
        .ifPresent(socket -> {
          if (handle.resetsOnClose()) {
            socket.abort();
          } else {
            socket.close();
          }
        });
    return CallResult.done(0);
  }

  private static CallResult shutdown(Handle handle, Arguments arguments) {
    if (handle.listener().isPresent()) {
      throw arguments.unsupported("shutdown of a listener");
    }
    if (handle.socket().isEmpty()) {
      return CallResult.failed("ENOTCONN");
    }
    TcpSocket socket = handle.socket().get();
    if (!socket.isConnected() && !socket.isConnecting()) {
      return CallResult.failed("ENOTCONN");
    }
    String how = arguments.name(1);
    if (how.equals("SHUT_RD") || how.equals("SHUT_RDWR")) {
      handle.shutRead();
    }
    if (how.equals("SHUT_WR") || how.equals("SHUT_RDWR")) {
      handle.shutWrite();
      socket.shutdownWrite();
    }
    return CallResult.done(0);
  }

  private CallResult fcntl(Handle handle, Arguments arguments) {
    return switch (arguments.name(1)) {
      case "F_GETFL" -> {
        long flag = profile == Profile.BSD ? 0x4 : 0x800;
        yield CallResult.done(2 | (handle.isNonBlocking() ? flag : 0));
      }
      case "F_SETFL" -> {
        boolean isNumber = arguments.at(2) instanceof Expression.Int;
        handle.nonBlocking(
            isNumber
                ? (arguments.integer(2) & 0x804) != 0
                : arguments.names(2).contains("O_NONBLOCK"));
        yield CallResult.done(0);
      }
      default -> throw arguments.unsupported("fcntl with " + arguments.at(1));
    };
  }

  private static CallResult ioctl(Handle handle, Arguments arguments) {
    if (handle.socket().isEmpty()) {
      return CallResult.failed("EINVAL");
    }
    TcpSocket socket = handle.socket().get();
    long value =
        switch (arguments.name(1)) {
          case "SIOCINQ", "FIONREAD" -> socket.availableOctets();
          case "SIOCOUTQ", "FIONWRITE", "TIOCOUTQ" -> socket.snapshot().snd().queuedOctets();
          default -> throw arguments.unsupported("ioctl with " + arguments.at(1));
        };
    return new CallResult.Done(0, List.of(new Expression.Int(value)));
  }
}
