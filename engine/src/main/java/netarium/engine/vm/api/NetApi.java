package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.service.NameAnswer;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Arrivals;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// `net.listen`, `net.recv`, `net.send`, `net.connect`, `net.ip`: messages between machines over
/// real TCP connections.
///
/// What is known at once is raised (a bad host, a port in use), because scripts of this API ignore
/// results; what the network answers later comes as `nil, err` and as a notice on the console.
public final class NetApi {
  private static final int BACKLOG = 128;

  private final Process process;
  private final LuaMachine machine;
  private final Mailbox mailbox;
  private final Arrivals.Source messages;

  /// What `net.connect` opened and the script has not closed.
  private final List<MessageConnection> connected = new ArrayList<>();

  private long connectionIds;

  private NetApi(Process process) {
    this.process = process;
    this.machine = process.machine();
    this.mailbox = new Mailbox(process);
    this.messages =
        process
            .arrivals()
            .source(this::takeMessage)
            .saying(Awaited.of(Awaited.What.MESSAGE, mailbox::ports));
    process.atEnd(() -> connected.forEach(MessageConnection::close));
  }

  private static final Library FUNCTIONS =
      Library.of(
          "net",
          method("listen", NetApi::listen),
          method("recv", NetApi::recv),
          method("send", NetApi::send),
          method("connect", NetApi::connect),
          method("ip", NetApi::ip));

  public static void install(Process process, Table net) {
    process.machine().addHost(new NetApi(process));
    FUNCTIONS.fill(net);
  }

  private static Library.Entry method(String name, Native.Method<NetApi> body) {
    return Library.entry(name, Native.method("net." + name, NetApi.class, body).asWorldCall());
  }

  /// Scripts of this API look at no results, so it is raised.
  private void refuseInBrowser(Coroutine co, String call, BrowserPlatform what) {
    Optional<String> refusal = what.refusal(process, call);
    if (refusal.isPresent()) {
      throw co.error(refusal.get(), 1);
    }
  }

  private int listen(Coroutine co, int func, int n) {
    refuseInBrowser(co, "net.listen", BrowserPlatform.SERVE);
    int port = port(co, func, n, 1);
    if (port != 0 && mailbox.listensOn(port)) {
      return co.returns();
    }
    SocketResult<TcpListener> result =
        process
            .vm()
            .sockets()
            .listen(Ipv4Address.ANY, port, process.pid(), BACKLOG, TcpSocketOptions.MESSAGES);
    switch (result) {
      case SocketResult.Opened<TcpListener> opened -> {
        mailbox.listen(opened.socket());
        used(co, "listen", opened.socket().local(), Optional.empty(), 0);
      }
      case SocketResult.Failed<TcpListener> failed -> {
        boolean isInUse = failed.error().code() == SocketError.Code.IN_USE;
        throw co.error(
            isInUse ? "Address already in use (port " + port + ")" : failed.error().sentence(), 1);
      }
    }
    return co.returns();
  }

  private int recv(Coroutine co, int func, int n) {
    mailbox.closeFinished();
    return poll(co, func, messages);
  }

  private LuaValue @Nullable [] takeMessage() {
    MessageQueue.Message message = mailbox.take();
    return message == null ? null : new LuaValue[] {messageTable(message)};
  }

  private int send(Coroutine co, int func, int n) {
    refuseInBrowser(co, "net.send", BrowserPlatform.DIAL);
    return withHost(co, func, n, host -> send(co, func, n, host));
  }

  private int send(Coroutine co, int func, int n, Ipv4Address host) {
    Endpoint peer = new Endpoint(host, port(co, func, n, 2));
    Octets data = Values.octets(Args.checkStr(co, func, n, 3));
    MessageConnection connection =
        mailbox.connectionTo(peer).orElseGet(() -> mailbox.opened(open(co, peer)));
    return send(co, func, connection, data);
  }

  private int connect(Coroutine co, int func, int n) {
    refuseInBrowser(co, "net.connect", BrowserPlatform.DIAL);
    return withHost(co, func, n, host -> connect(co, func, n, host));
  }

  private int connect(Coroutine co, int func, int n, Ipv4Address host) {
    Endpoint peer = new Endpoint(host, port(co, func, n, 2));
    MessageQueue queue = new MessageQueue();
    MessageConnection connection = new MessageConnection(process, open(co, peer), queue, () -> {});
    connected.removeIf(MessageConnection::isClosed);
    int limit = process.vm().sockets().limit();
    if (connected.size() >= limit) {
      throw co.error(SocketError.tooMany(limit).sentence(), 1);
    }
    connected.add(connection);
    return co.returns(
        func, ConnectionTable.make(this, process, connection, queue, ++connectionIds));
  }

  private int ip(Coroutine co, int func, int n) {
    Optional<Ipv4Address> own = process.vm().sockets().ownAddress();
    return own.isEmpty()
        ? co.returns(func, Nil.NIL)
        : co.returns(func, Values.str(machine, own.get().toString()));
  }

  private TcpSocket open(Coroutine co, Endpoint peer) {
    used(co, "connect", SocketUse.NOT_YET_BOUND, Optional.of(peer), 0);
    SocketResult<TcpSocket> result =
        process
            .vm()
            .sockets()
            .connect(peer.address(), peer.port(), process.pid(), TcpSocketOptions.MESSAGES);
    return switch (result) {
      case SocketResult.Opened<TcpSocket> opened -> opened.socket();
      case SocketResult.Failed<TcpSocket> failed -> throw co.error(failed.error().sentence(), 1);
    };
  }

  int send(Coroutine co, int func, MessageConnection connection, Octets data) {
    machine.charge(data.length());
    TcpSocket socket = connection.socket();
    used(co, "send", socket.local(), Optional.of(socket.remote()), data.length());
    return process.await(co, func, connection.waiting(), () -> connection.send(data));
  }

  public static int poll(Coroutine co, int func, Arrivals.Source source) {
    LuaValue[] results = source.poll();
    return results == null ? Native.PARK : Process.give(co, func, results);
  }

  Table messageTable(MessageQueue.Message message) {
    TcpSocket socket = message.connection().socket();
    Table table = new Table(machine, 0, 5);
    table.set("src_ip", Values.str(machine, socket.remote().address().toString()));
    table.set("src_port", new Num(socket.remote().port()));
    table.set("dst_ip", Values.str(machine, socket.local().address().toString()));
    table.set("dst_port", new Num(socket.local().port()));
    table.set("data", Values.str(machine, message.data()));
    machine.charge(message.data().length());
    return table;
  }

  /// Writes a script's use of a socket down; what follows on the network follows from it.
  void used(Coroutine co, String operation, Endpoint local, Optional<Endpoint> remote, int octets) {
    SocketUse.record(process, co.place(), operation, local, remote, octets);
  }

  /// Goes on with the address of the first argument; a host that has none is raised.
  private int withHost(Coroutine co, int func, int n, ToIntFunction<Ipv4Address> then) {
    Str name = Args.checkStr(co, func, n, 1);
    return process
        .names()
        .await(
            co,
            func,
            name.toString(),
            null,
            answer ->
                switch (answer) {
                  case NameAnswer.At at -> then.applyAsInt(at.first());
                  case NameAnswer.Unknown _ -> throw co.error("Invalid IP/host: " + name, 1);
                  case NameAnswer.Failed failed -> throw co.error(failed.sentence(), 1);
                });
  }

  private static int port(Coroutine co, int func, int n, int i) {
    double port = Args.checkNumber(co, func, n, i);
    boolean isPort = port >= 0 && port <= 65535 && port == Math.rint(port);
    Args.check(co, isPort, i, "port number expected");
    return (int) port;
  }
}
