package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.sim.SimTime;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.StreamAcceptor;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.socket.UdpSocket;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// The Go-style half of `net`: `Dial`, `DialTimeout`, `Listen`, `ListenPacket`, their TCP and UDP
/// forms, `ResolveTCPAddr` and `ResolveUDPAddr`. What fails comes as `nil, err`.
public final class DialApi {
  private static final int BACKLOG = 128;
  private static final String TCP = "tcp";
  private static final String UDP = "udp";

  private DialApi() {}

  /// Functions and, when they are first asked for, named values.
  private static final Library FUNCTIONS =
      Library.of(
          "net",
          world("Dial", (co, func, n) -> dial(co, func, n, null)),
          world("DialTimeout", DialApi::dialTimeout),
          world("Listen", DialApi::listen),
          world("ListenPacket", DialApi::listenPacket),
          world("DialTCP", (co, func, n) -> dialAddr(co, func, n, TCP)),
          world("DialUDP", (co, func, n) -> dialAddr(co, func, n, UDP)),
          world("ListenTCP", DialApi::listen),
          world("ListenUDP", DialApi::listenPacket),
          world("ResolveTCPAddr", (co, func, n) -> resolve(co, func, n, TCP)),
          world("ResolveUDPAddr", (co, func, n) -> resolve(co, func, n, UDP)));

  private static final Library.Entry INDEX =
      Library.entry("__index", Native.of("net.__index", DialApi::named));

  public static void install(Process process, Table net) {
    FUNCTIONS.fill(net);
    Table metatable = new Table(process.machine(), 0, 1);
    metatable.set(INDEX.name(), INDEX.value());
    net.setMetatable(metatable);
  }

  private static Library.Entry world(String name, Native.Body body) {
    return Library.worldCall("net", name, body);
  }

  private static int named(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Table net && co.arg(func, n, 2) instanceof Str name) {
      LuaValue value = AddressApi.named(co.machine, name.toLatin1());
      if (value != null) {
        net.set(name, value);
        return co.returns(func, value);
      }
    }
    return co.returns(func, Nil.NIL);
  }

  /// `tcp` or `udp` for a network with or without the number of a family, else empty.
  private static String kind(String network) {
    return switch (network) {
      case "tcp", "tcp4", "tcp6" -> TCP;
      case "udp", "udp4", "udp6" -> UDP;
      default -> "";
    };
  }

  private static int unknown(Coroutine co, int func, String network) {
    boolean isLater = network.equals("unix") || network.equals("ws") || network.equals("wss");
    NetError error =
        isLater
            ? new NetError("unsupported", "network " + network + " cannot be used yet", false)
            : NetError.address("unknown network: " + network);
    return co.returns(func, Nil.NIL, error.value(co.machine));
  }

  private static int dialTimeout(Coroutine co, int func, int n) {
    double seconds = Args.checkNumber(co, func, n, 3);
    Args.check(co, !Double.isNaN(seconds), 3, "number of seconds expected");
    Process process = Handles.of(co).process();
    return dial(co, func, n, seconds > 0 ? Deadline.in(process, seconds) : null);
  }

  private static int dial(Coroutine co, int func, int n, @Nullable SimTime until) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    String kind = kind(network);
    Str address = Args.checkStr(co, func, n, 2);
    if (kind.isEmpty()) {
      return unknown(co, func, network);
    }
    Process process = Handles.of(co).process();
    DialAddress found =
        DialAddress.resolve(process, kind, address.toLatin1(), Ipv4Address.LOOPBACK);
    return connect(co, func, kind, 0, found, until, StreamUse.PLAIN);
  }

  /// Dials for a library that runs something over the stream: `conn, nil` or `nil, err`, as soon as
  /// all of it stands.
  public static int dialStream(
      Coroutine co,
      int func,
      String network,
      String address,
      @Nullable SimTime until,
      StreamUse use) {
    if (!kind(network).equals(TCP)) {
      return unknown(co, func, network);
    }
    Process process = Handles.of(co).process();
    DialAddress found = DialAddress.resolve(process, TCP, address, Ipv4Address.LOOPBACK);
    return connect(co, func, TCP, 0, found, until, use);
  }

  /// `net.DialTCP(network, laddr, raddr)`, `net.DialUDP(…)`.
  private static int dialAddr(Coroutine co, int func, int n, String kind) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    if (!kind(network).equals(kind)) {
      return unknown(co, func, network);
    }
    Process process = Handles.of(co).process();
    int fromPort = 0;
    if (!Args.isNoneOrNil(co, func, n, 2)) {
      switch (DialAddress.argument(co, func, n, 2, process, kind)) {
        case DialAddress.Found(Endpoint local) -> fromPort = local.port();
        case DialAddress.Bad(NetError error) -> {
          return co.returns(func, Nil.NIL, error.value(co.machine));
        }
      }
    }
    if (Args.isNoneOrNil(co, func, n, 3)) {
      return co.returns(func, Nil.NIL, NetError.address("missing address").value(co.machine));
    }
    DialAddress remote = DialAddress.argument(co, func, n, 3, process, kind);
    return connect(co, func, kind, fromPort, remote, null, StreamUse.PLAIN);
  }

  private static int connect(
      Coroutine co,
      int func,
      String kind,
      int fromPort,
      DialAddress address,
      @Nullable SimTime until,
      StreamUse use) {
    return switch (address) {
      case DialAddress.Bad(NetError error) -> co.returns(func, Nil.NIL, error.value(co.machine));
      case DialAddress.Found(Endpoint remote) ->
          kind.equals(TCP)
              ? connectTcp(co, func, fromPort, remote, until, use)
              : connectUdp(co, func, fromPort, remote);
    };
  }

  private static int connectTcp(
      Coroutine co,
      int func,
      int fromPort,
      Endpoint remote,
      @Nullable SimTime until,
      StreamUse use) {
    Handles handles = Handles.of(co);
    Process process = handles.process();
    SocketUse.record(
        process, co.place(), "connect", SocketUse.NOT_YET_BOUND, Optional.of(remote), 0);
    SocketResult<TcpSocket> result =
        process
            .vm()
            .sockets()
            .connect(
                fromPort, remote.address(), remote.port(), process.pid(), TcpSocketOptions.STREAM);
    return switch (result) {
      case SocketResult.Failed<TcpSocket>(SocketError error) -> failed(co, func, error);
      case SocketResult.Opened<TcpSocket>(TcpSocket socket) ->
          new Dialling(handles, use.over(socket), until, use::connection).await(co, func);
    };
  }

  private static int connectUdp(Coroutine co, int func, int fromPort, Endpoint remote) {
    Handles handles = Handles.of(co);
    Process process = handles.process();
    Optional<Ipv4Address> source = process.vm().sockets().sourceFor(remote.address());
    if (source.isEmpty()) {
      NetError error = new NetError("unreachable", "no route to host " + remote.address(), false);
      return co.returns(func, Nil.NIL, error.value(co.machine));
    }
    SocketUse.record(
        process, co.place(), "connect", SocketUse.NOT_YET_BOUND, Optional.of(remote), 0);
    return bound(co, func, source.get(), fromPort, remote);
  }

  private static int bound(
      Coroutine co, int func, Ipv4Address local, int port, @Nullable Endpoint peer) {
    Handles handles = Handles.of(co);
    Process process = handles.process();
    return switch (process.vm().sockets().bindUdp(local, port, process.pid())) {
      case SocketResult.Failed<UdpSocket>(SocketError error) -> failed(co, func, error);
      case SocketResult.Opened<UdpSocket>(UdpSocket socket) ->
          co.returns(func, new PacketConn(handles, socket, peer).value(), Nil.NIL);
    };
  }

  private static int listen(Coroutine co, int func, int n) {
    return listenStream(co, func, n, StreamUse.PLAIN);
  }

  /// `Listen(network, address?)` for a library that runs something over the streams that come in.
  public static int listenStream(Coroutine co, int func, int n, StreamUse use) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    if (!kind(network).equals(TCP)) {
      return unknown(co, func, network);
    }
    return switch (localAddress(co, func, n, TCP)) {
      case DialAddress.Bad(NetError error) -> co.returns(func, Nil.NIL, error.value(co.machine));
      case DialAddress.Found(Endpoint local) -> listen(co, func, local, use);
    };
  }

  private static int listen(Coroutine co, int func, Endpoint local, StreamUse use) {
    Handles handles = Handles.of(co);
    Process process = handles.process();
    SocketResult<TcpListener> result =
        process.vm().sockets().listen(local.address(), local.port(), process.pid(), BACKLOG);
    return switch (result) {
      case SocketResult.Failed<TcpListener>(SocketError error) -> failed(co, func, error);
      case SocketResult.Opened<TcpListener>(TcpListener listener) -> {
        SocketUse.record(process, co.place(), "listen", listener.local(), Optional.empty(), 0);
        StreamAcceptor acceptor = use.over(listener);
        yield co.returns(
            func, new StreamListener(handles, acceptor, use::connection).value(), Nil.NIL);
      }
    };
  }

  private static int listenPacket(Coroutine co, int func, int n) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    if (!kind(network).equals(UDP)) {
      return unknown(co, func, network);
    }
    return switch (localAddress(co, func, n, UDP)) {
      case DialAddress.Bad(NetError error) -> co.returns(func, Nil.NIL, error.value(co.machine));
      case DialAddress.Found(Endpoint local) -> {
        Process process = Handles.of(co).process();
        SocketUse.record(process, co.place(), "listen", local, Optional.empty(), 0);
        yield bound(co, func, local.address(), local.port(), null);
      }
    };
  }

  /// Argument 2 as the place to listen at: an address value, text, or nothing for any port.
  private static DialAddress localAddress(Coroutine co, int func, int n, String kind) {
    if (Args.isNoneOrNil(co, func, n, 2)) {
      return new DialAddress.Found(SocketUse.NOT_YET_BOUND);
    }
    Optional<NetAddr> addr = Handles.find(co.arg(func, n, 2), NetAddr.class);
    if (addr.isPresent()) {
      return new DialAddress.Found(addr.get().endpoint());
    }
    String text = Args.checkStr(co, func, n, 2).toLatin1();
    return DialAddress.resolve(Handles.of(co).process(), kind, text, Ipv4Address.ANY);
  }

  /// `net.ResolveTCPAddr(network, address)` → addr, err.
  private static int resolve(Coroutine co, int func, int n, String kind) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    String text = Args.checkStr(co, func, n, 2).toLatin1();
    if (!kind(network).equals(kind)) {
      return unknown(co, func, network);
    }
    Process process = Handles.of(co).process();
    return switch (DialAddress.resolve(process, kind, text, Ipv4Address.ANY)) {
      case DialAddress.Bad(NetError error) -> co.returns(func, Nil.NIL, error.value(co.machine));
      case DialAddress.Found(Endpoint found) ->
          co.returns(func, new NetAddr(kind, found).value(co.machine), Nil.NIL);
    };
  }

  private static int failed(Coroutine co, int func, SocketError error) {
    return co.returns(func, Nil.NIL, NetError.of(error).value(co.machine));
  }
}
