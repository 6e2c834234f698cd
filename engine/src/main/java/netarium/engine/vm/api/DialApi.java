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
import netarium.engine.vm.BrowserPlatform;
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
  private static final String UNIX = UnixAddr.NETWORK;

  private DialApi() {}

  /// Functions and, when they are first asked for, named values.
  private static final Library FUNCTIONS =
      Library.of(
          "net",
          world("Dial", (co, func, n) -> dial(co, func, n, null)),
          world("DialTimeout", DialApi::dialTimeout),
          serving("Listen", DialApi::listen),
          serving("ListenPacket", DialApi::listenPacket),
          dialling("DialTCP", (co, func, n) -> dialAddr(co, func, n, TCP)),
          dialling("DialUDP", (co, func, n) -> dialAddr(co, func, n, UDP)),
          serving("ListenTCP", (co, func, n) -> listenOf(co, func, n, TCP)),
          serving("ListenUDP", DialApi::listenPacket),
          world("ResolveTCPAddr", (co, func, n) -> resolve(co, func, n, TCP)),
          world("ResolveUDPAddr", (co, func, n) -> resolve(co, func, n, UDP)),
          dialling("DialUnix", DialApi::dialUnix),
          serving("ListenUnix", (co, func, n) -> listenOf(co, func, n, UNIX)),
          world("ResolveUnixAddr", UnixDial::resolve));

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

  private static Library.Entry serving(String name, Native.Body body) {
    return world(name, NetError.unlessInBrowser("net." + name, BrowserPlatform.SERVE, body));
  }

  private static Library.Entry dialling(String name, Native.Body body) {
    return world(name, NetError.unlessInBrowser("net." + name, BrowserPlatform.DIAL, body));
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

  /// `tcp` or `udp` for a network with or without the number of a family, `unix`, or empty for one
  /// that is none.
  private static String kind(String network) {
    return switch (network) {
      case "tcp", "tcp4", "tcp6" -> TCP;
      case "udp", "udp4", "udp6" -> UDP;
      case "unix" -> UNIX;
      default -> "";
    };
  }

  private static int unknown(Coroutine co, int func, String network) {
    NetError error = NetError.address("unknown network: " + network);
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
    if (network.equals("ws") || network.equals("wss")) {
      return WebSocketDial.dial(co, func, network, address.toLatin1(), until);
    }
    if (kind.isEmpty()) {
      return unknown(co, func, network);
    }
    Optional<String> refusal =
        BrowserPlatform.DIAL.refusal(Handles.of(co).process(), "net.Dial(\"" + network + "\")");
    if (refusal.isPresent()) {
      return co.returns(func, Nil.NIL, NetError.unsupported(refusal.get()).value(co.machine));
    }
    if (!kind.equals(UDP)) {
      return dialStream(co, func, n, until, StreamUse.PLAIN);
    }
    Process process = Handles.of(co).process();
    DialAddress read = DialAddress.read(kind, address.toLatin1(), Ipv4Address.LOOPBACK);
    return DialAddress.resolve(
        co,
        func,
        process,
        read,
        until,
        found -> connect(co, func, kind, 0, found, until, StreamUse.PLAIN));
  }

  /// `Dial(network, address)` for a library that runs something over the stream: `conn, nil` or
  /// `nil, err`, as soon as all of it stands.
  public static int dialStream(
      Coroutine co, int func, int n, @Nullable SimTime until, StreamUse use) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    Str address = Args.checkStr(co, func, n, 2);
    return switch (kind(network)) {
      case TCP -> {
        DialAddress read = DialAddress.read(TCP, address.toLatin1(), Ipv4Address.LOOPBACK);
        yield DialAddress.resolve(
            co,
            func,
            Handles.of(co).process(),
            read,
            until,
            found -> connect(co, func, TCP, 0, found, until, use));
      }
      case UNIX -> UnixDial.dial(co, func, address.toString(), null, until, use);
      default -> unknown(co, func, network);
    };
  }

  /// `net.DialUnix(network, laddr, raddr)`
  private static int dialUnix(Coroutine co, int func, int n) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    if (!kind(network).equals(UNIX)) {
      return unknown(co, func, network);
    }
    String own = UnixDial.argument(co, func, n, 2);
    String path = UnixDial.argument(co, func, n, 3);
    return UnixDial.dial(co, func, path == null ? "" : path, own, null, StreamUse.PLAIN);
  }

  /// `net.DialTCP(network, laddr, raddr)`, `net.DialUDP(…)`.
  private static int dialAddr(Coroutine co, int func, int n, String kind) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    if (!kind(network).equals(kind)) {
      return unknown(co, func, network);
    }
    if (Args.isNoneOrNil(co, func, n, 2)) {
      return dialFrom(co, func, n, kind, 0);
    }
    Process process = Handles.of(co).process();
    return DialAddress.argument(
        co,
        func,
        n,
        2,
        process,
        kind,
        local ->
            local instanceof DialAddress.Found(Endpoint from)
                ? dialFrom(co, func, n, kind, from.port())
                : bad(co, func, local));
  }

  private static int dialFrom(Coroutine co, int func, int n, String kind, int fromPort) {
    if (Args.isNoneOrNil(co, func, n, 3)) {
      return co.returns(func, Nil.NIL, NetError.address("missing address").value(co.machine));
    }
    return DialAddress.argument(
        co,
        func,
        n,
        3,
        Handles.of(co).process(),
        kind,
        remote -> connect(co, func, kind, fromPort, remote, null, StreamUse.PLAIN));
  }

  /// `nil, err` of an address that is none.
  static int bad(Coroutine co, int func, DialAddress address) {
    if (address instanceof DialAddress.Bad(NetError error)) {
      return co.returns(func, Nil.NIL, error.value(co.machine));
    }
    throw new IllegalStateException("invariant broken: an address that was looked for: " + address);
  }

  private static int connect(
      Coroutine co,
      int func,
      String kind,
      int fromPort,
      DialAddress address,
      @Nullable SimTime until,
      StreamUse use) {
    if (!(address instanceof DialAddress.Found(Endpoint remote))) {
      return bad(co, func, address);
    }
    return kind.equals(TCP)
        ? connectTcp(co, func, fromPort, remote, until, use)
        : connectUdp(co, func, fromPort, remote);
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

  /// `net.ListenTCP`, `net.ListenUnix`: as [#listen] for one kind of network.
  private static int listenOf(Coroutine co, int func, int n, String kind) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    return kind(network).equals(kind)
        ? listenStream(co, func, n, StreamUse.PLAIN)
        : unknown(co, func, network);
  }

  /// `Listen(network, address?)` for a library that runs something over the streams that come in.
  public static int listenStream(Coroutine co, int func, int n, StreamUse use) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    if (kind(network).equals(UNIX)) {
      return UnixDial.listen(co, func, UnixDial.argument(co, func, n, 2), use);
    }
    if (!kind(network).equals(TCP)) {
      return unknown(co, func, network);
    }
    return localAddress(
        co,
        func,
        n,
        TCP,
        found ->
            found instanceof DialAddress.Found(Endpoint local)
                ? listen(co, func, local, use)
                : bad(co, func, found));
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
    return localAddress(
        co,
        func,
        n,
        UDP,
        found ->
            found instanceof DialAddress.Found(Endpoint local)
                ? listenPacket(co, func, local)
                : bad(co, func, found));
  }

  private static int listenPacket(Coroutine co, int func, Endpoint local) {
    Process process = Handles.of(co).process();
    SocketUse.record(process, co.place(), "listen", local, Optional.empty(), 0);
    return bound(co, func, local.address(), local.port(), null);
  }

  /// Argument 2 as the place to listen at: an address value, text, or nothing for any port.
  private static int localAddress(
      Coroutine co, int func, int n, String kind, DialAddress.Then then) {
    if (Args.isNoneOrNil(co, func, n, 2)) {
      return then.goOn(new DialAddress.Found(SocketUse.NOT_YET_BOUND));
    }
    Optional<NetAddr> addr = Handles.find(co.arg(func, n, 2), NetAddr.class);
    if (addr.isPresent()) {
      return then.goOn(new DialAddress.Found(addr.get().endpoint()));
    }
    String text = Args.checkStr(co, func, n, 2).toLatin1();
    Process process = Handles.of(co).process();
    return DialAddress.resolve(
        co, func, process, DialAddress.read(kind, text, Ipv4Address.ANY), null, then);
  }

  /// `net.ResolveTCPAddr(network, address)` → addr, err.
  private static int resolve(Coroutine co, int func, int n, String kind) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    String text = Args.checkStr(co, func, n, 2).toLatin1();
    if (!kind(network).equals(kind)) {
      return unknown(co, func, network);
    }
    Process process = Handles.of(co).process();
    return DialAddress.resolve(
        co,
        func,
        process,
        DialAddress.read(kind, text, Ipv4Address.ANY),
        null,
        found ->
            found instanceof DialAddress.Found(Endpoint endpoint)
                ? co.returns(func, new NetAddr(kind, endpoint).value(co.machine), Nil.NIL)
                : bad(co, func, found));
  }

  private static int failed(Coroutine co, int func, SocketError error) {
    return co.returns(func, Nil.NIL, NetError.of(error).value(co.machine));
  }
}
