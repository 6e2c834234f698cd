package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.UdpSocket;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.SocketUse;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A UDP socket as Go's `net.PacketConn` and `net.UDPConn`: one call is one datagram, and what of a
/// datagram is not asked for is lost. One that was dialled talks with its peer alone, by `Read` and
/// `Write`, and hears when nobody listens there.
final class PacketConn extends Conn {
  private static final String KIND = "PacketConn";
  private static final String NETWORK = "udp";
  private static final NetError CONNECTED =
      new NetError("unsupported", "use of WriteTo with pre-connected connection", false);
  private static final NetError NO_PEER =
      new NetError("unsupported", "destination address required", false);

  private final UdpSocket socket;

  /// Of one that was dialled.
  private final @Nullable Endpoint peer;

  PacketConn(Handles handles, UdpSocket socket, @Nullable Endpoint peer) {
    super(handles, KIND);
    this.socket = socket;
    this.peer = peer;
    socket.onChange(this::changed);
  }

  private void changed() {
    process.arrivals().arrived();
    reading.wakeAll();
  }

  LuaValue value() {
    return value(PacketConn::fill);
  }

  private static void fill(Table t) {
    t.set("ReadFrom", Native.of("PacketConn.ReadFrom", PacketConn::readFrom).asWorldCall());
    t.set("WriteTo", Native.of("PacketConn.WriteTo", PacketConn::writeTo).asWorldCall());
    t.set("Read", Native.of("PacketConn.Read", PacketConn::read).asWorldCall());
    t.set("Write", Native.of("PacketConn.Write", PacketConn::write).asWorldCall());
    fill(t, KIND, PacketConn.class);
  }

  private static PacketConn self(Coroutine co, int func, int n) {
    return self(co, func, n, PacketConn.class, KIND);
  }

  /// `pc:ReadFrom(n)` → data, addr, err.
  private static int readFrom(Coroutine co, int func, int n) {
    PacketConn conn = self(co, func, n);
    int most = StreamConn.readSize(co, func, n);
    if (conn.isClosed()) {
      return co.returns(func, Nil.NIL, Nil.NIL, conn.error(NetError.CLOSED));
    }
    return conn.reading.await(co, func, () -> conn.tryRead(most, true));
  }

  /// `conn:Read(n)` → data, err.
  private static int read(Coroutine co, int func, int n) {
    PacketConn conn = self(co, func, n);
    int most = StreamConn.readSize(co, func, n);
    if (conn.isClosed()) {
      return co.returns(func, Nil.NIL, conn.error(NetError.CLOSED));
    }
    return conn.reading.await(co, func, () -> conn.tryRead(most, false));
  }

  private LuaValue @Nullable [] tryRead(int most, boolean withAddress) {
    if (isClosed()) {
      return failed(NetError.CANCELLED, withAddress);
    }
    if (reading.isOver()) {
      return failed(NetError.TIMEOUT, withAddress);
    }
    Optional<SocketError> error = peer == null ? Optional.empty() : socket.takeError();
    if (error.isPresent()) {
      return failed(NetError.of(error.get()), withAddress);
    }
    Optional<UdpSocket.Received> received = next();
    if (received.isEmpty()) {
      return null;
    }
    Octets data = received.get().data();
    Octets part = data.slice(0, Math.min(most, data.length()));
    handles.machine().charge(part.length());
    LuaValue text = Values.str(handles.machine(), part);
    NetAddr from = new NetAddr(NETWORK, received.get().from());
    return withAddress
        ? new LuaValue[] {text, from.value(handles.machine()), Nil.NIL}
        : new LuaValue[] {text, Nil.NIL};
  }

  /// The oldest datagram that is meant for us.
  private Optional<UdpSocket.Received> next() {
    Optional<UdpSocket.Received> received = socket.receive();
    while (peer != null && received.isPresent() && !received.get().from().equals(peer)) {
      received = socket.receive();
    }
    return received;
  }

  private LuaValue[] failed(NetError error, boolean withAddress) {
    LuaValue value = error(error);
    return withAddress ? new LuaValue[] {Nil.NIL, Nil.NIL, value} : new LuaValue[] {Nil.NIL, value};
  }

  /// `pc:WriteTo(data, addr)` → n, err; the address may also be text, `host:port`.
  private static int writeTo(Coroutine co, int func, int n) {
    PacketConn conn = self(co, func, n);
    Octets data = Values.octets(Args.checkStr(co, func, n, 2));
    if (conn.peer != null) {
      return co.returns(func, Nil.NIL, CONNECTED.value(co.machine));
    }
    return DialAddress.argument(
        co,
        func,
        n,
        3,
        conn.process,
        NETWORK,
        found ->
            found instanceof DialAddress.Found(Endpoint to)
                ? conn.send(co, func, data, to)
                : DialApi.bad(co, func, found));
  }

  /// `conn:Write(data)` → n, err, of one that was dialled.
  private static int write(Coroutine co, int func, int n) {
    PacketConn conn = self(co, func, n);
    Octets data = Values.octets(Args.checkStr(co, func, n, 2));
    return conn.peer == null
        ? co.returns(func, Nil.NIL, NO_PEER.value(co.machine))
        : conn.send(co, func, data, conn.peer);
  }

  private int send(Coroutine co, int func, Octets data, Endpoint to) {
    co.machine.charge(data.length());
    if (isClosed() || writing.isOver()) {
      NetError error = isClosed() ? NetError.CLOSED : NetError.TIMEOUT;
      return co.returns(func, Nil.NIL, error.value(co.machine));
    }
    SocketUse.record(process, co.place(), "send", socket.local(), Optional.of(to), data.length());
    Optional<SocketError> earlier = peer == null ? Optional.empty() : socket.takeError();
    Optional<SocketError> error = earlier.isPresent() ? earlier : socket.send(to, data);
    return error.isPresent()
        ? co.returns(func, Nil.NIL, NetError.of(error.get()).value(co.machine))
        : co.returns(func, new Num(data.length()), Nil.NIL);
  }

  @Override
  public Endpoint local() {
    return socket.local();
  }

  @Override
  public Optional<Endpoint> remote() {
    return Optional.ofNullable(peer);
  }

  @Override
  public SocketAddr localAddr() {
    return new NetAddr(NETWORK, socket.local());
  }

  @Override
  public Optional<SocketAddr> remoteAddr() {
    return remote().map(endpoint -> new NetAddr(NETWORK, endpoint));
  }

  @Override
  void used(Coroutine co, String operation, int octets) {
    SocketUse.record(process, co.place(), operation, local(), remote(), octets);
  }

  @Override
  void closeSocket() {
    socket.close();
  }
}
