package netarium.engine.vm.network;

import java.util.List;
import java.util.Optional;
import netarium.engine.codec.Utf8Check;
import netarium.engine.codec.websocket.CloseCode;
import netarium.engine.codec.websocket.Frame;
import netarium.engine.lua.Bool;
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
import netarium.engine.vm.Arrivals;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import netarium.engine.vm.WaitQueue;
import netarium.engine.vm.api.ServerIdentity;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The module `network`: WebSocket connections that open themselves again, servers, and one list of
/// all that has happened. Nothing returns anything but `network.poll`.
public final class NetworkApi {
  private static final LuaValue[] NO_RESULTS = {};
  private static final int MAX_PORT = 65_535;

  /// A sender waits while more than this waits to be sent before it.
  private static final long MOST_WAITING_OCTETS = 256 * 1024;

  private static final String LOOPBACK = "127.0.0.1";

  private final Process process;
  private final LuaMachine machine;
  private final Network network;
  private final Arrivals.Source polls;
  private boolean isInitialized;

  private NetworkApi(Process process) {
    this.process = process;
    this.machine = process.machine();
    this.network = new Network(process);
    this.polls =
        process
            .arrivals()
            .source(this::takeEvents, () -> new LuaValue[] {new Table(machine, 0, 0)})
            .saying(Awaited.always(Awaited.What.MESSAGE));
    process.atEnd(network::destroy);
  }

  private static final Library FUNCTIONS =
      Library.of(
          "network",
          method("init", NetworkApi::init),
          method("connect", NetworkApi::connect),
          method("send", NetworkApi::send),
          method("close", NetworkApi::close),
          method("poll", NetworkApi::poll),
          method("listen", NetworkApi::listen),
          method("broadcast", NetworkApi::broadcast),
          method("sendToClient", NetworkApi::sendToClient),
          method("stopServer", NetworkApi::stopServer),
          method("destroy", NetworkApi::destroy));

  private static Library.Entry method(String name, Native.Method<NetworkApi> body) {
    return Library.entry(
        name, Native.method("network." + name, NetworkApi.class, body).asWorldCall());
  }

  /// Fills the module's table, when the script first looks at it.
  public static void install(Process process, Table table) {
    process.machine().addHost(new NetworkApi(process));
    FUNCTIONS.fill(table);
  }

  private int init(Coroutine co, int func, int n) {
    isInitialized = true;
    return co.returns();
  }

  /// `network.connect(id, url, opts?)`
  private int connect(Coroutine co, int func, int n) {
    LuaValue id = id(co, func, n, 1);
    String url = Args.checkStr(co, func, n, 2).toString();
    Optional<String> proxy = Optional.empty();
    boolean reconnects = true;
    if (!Args.isNoneOrNil(co, func, n, 3)) {
      Table options = Args.checkTable(co, func, n, 3);
      LuaValue via = options.get("proxy");
      Args.check(co, via instanceof Str || via == Nil.NIL, 3, "option 'proxy' is no string");
      proxy = via instanceof Str text ? Optional.of(text.toString()) : Optional.empty();
      reconnects = options.get("reconnect") != Bool.FALSE;
    }
    isInitialized = true;
    network.connect(id, new Client.Wish(url, proxy, reconnects), co.place());
    return co.returns();
  }

  /// `network.send(id, data, kind?)`: waits while much is waiting to be sent.
  private int send(Coroutine co, int func, int n) {
    LuaValue id = id(co, func, n, 1);
    Octets data = data(co, func, n, 2);
    boolean isText = isText(co, func, n, 3, data);
    Client client = network.client(id);
    if (client == null) {
      return co.returns();
    }
    client.send(isText, data, co.place());
    return process.await(
        co, func, client.senders(), () -> doneUnless(client.waitingOctets() > MOST_WAITING_OCTETS));
  }

  private static LuaValue @Nullable [] doneUnless(boolean mustWait) {
    return mustWait ? null : NO_RESULTS;
  }

  /// `network.close(id, code?, reason?)`
  private int close(Coroutine co, int func, int n) {
    LuaValue id = id(co, func, n, 1);
    int code = Args.optInt(co, func, n, 2, CloseCode.NORMAL);
    Args.check(co, CloseCode.maySend(code), 2, "a close code that may be sent expected");
    Octets reason = octets(Args.optStr(co, func, n, 3, Str.EMPTY));
    boolean fits = reason.length() <= Frame.MAX_CONTROL_OCTETS - 2;
    Args.check(co, fits, 3, "a reason of at most 123 octets expected");
    Args.check(co, Utf8Check.isText(reason), 3, "a reason in UTF-8 expected");
    Client client = network.client(id);
    if (client != null) {
      client.close(code, reason, co.place());
    }
    return co.returns();
  }

  private int poll(Coroutine co, int func, int n) {
    LuaValue[] results = polls.poll();
    return results == null ? Native.PARK : Process.give(co, func, results);
  }

  private LuaValue @Nullable [] takeEvents() {
    if (!isInitialized) {
      return null;
    }
    List<NetworkEvent> events = network.takeEvents();
    if (events.isEmpty()) {
      return null;
    }
    Table table = new Table(machine, events.size(), 0);
    for (int i = 0; i < events.size(); i++) {
      table.set(i + 1, events.get(i).table(machine));
    }
    network.proceed();
    return new LuaValue[] {table};
  }

  /// `network.listen(serverId, port, host?, opts?)`
  private int listen(Coroutine co, int func, int n) {
    LuaValue id = id(co, func, n, 1);
    double port = Args.checkNumber(co, func, n, 2);
    boolean isPort = port >= 0 && port <= MAX_PORT && port == Math.rint(port);
    Args.check(co, isPort, 2, "port number expected");
    String host = Args.optStr(co, func, n, 3, Str.of(LOOPBACK)).toString();
    LuaValue tls = Nil.NIL;
    if (!Args.isNoneOrNil(co, func, n, 4)) {
      tls = Args.checkTable(co, func, n, 4).get("tls");
    }
    ServerIdentity identity = ServerIdentity.of(process, tls);
    if (identity instanceof ServerIdentity.Wrong(String what)) {
      throw Args.argError(co, 4, "tls: " + what);
    }
    isInitialized = true;
    network.listen(id, host, (int) port, identity, co.place());
    return co.returns();
  }

  /// `network.broadcast(serverId, data, kind?)`
  private int broadcast(Coroutine co, int func, int n) {
    Server server = network.server(id(co, func, n, 1));
    Octets data = data(co, func, n, 2);
    boolean isText = isText(co, func, n, 3, data);
    if (server != null) {
      server.broadcast(isText, data, co.place());
    }
    return co.returns();
  }

  /// `network.sendToClient(serverId, clientId, data, kind?)`: waits while much is waiting to be
  /// sent to that client.
  private int sendToClient(Coroutine co, int func, int n) {
    Server server = network.server(id(co, func, n, 1));
    int client = Args.checkInt(co, func, n, 2);
    Octets data = data(co, func, n, 3);
    boolean isText = isText(co, func, n, 4, data);
    WaitQueue senders = server == null ? null : server.send(client, isText, data, co.place());
    if (server == null || senders == null) {
      return co.returns();
    }
    return process.await(
        co, func, senders, () -> doneUnless(server.waitingOctets(client) > MOST_WAITING_OCTETS));
  }

  private int stopServer(Coroutine co, int func, int n) {
    network.stopServer(id(co, func, n, 1), co.place());
    return co.returns();
  }

  private int destroy(Coroutine co, int func, int n) {
    network.destroy();
    isInitialized = false;
    return co.returns();
  }

  private static LuaValue id(Coroutine co, int func, int n, int i) {
    LuaValue id = co.arg(func, n, i);
    boolean isNumber = id instanceof Num number && !Double.isNaN(number.v);
    if (!isNumber && !(id instanceof Str)) {
      throw Args.typeError(co, func, n, i, "number or string");
    }
    return id;
  }

  private static Octets data(Coroutine co, int func, int n, int i) {
    Octets data = octets(Args.checkStr(co, func, n, i));
    co.machine.charge(data.length());
    return data;
  }

  /// Text if the script says so, or says nothing and it can be.
  private static boolean isText(Coroutine co, int func, int n, int i, Octets data) {
    if (Args.isNoneOrNil(co, func, n, i)) {
      return Utf8Check.isText(data);
    }
    String kind = Args.checkStr(co, func, n, i).toString();
    boolean isText = kind.equals("text");
    Args.check(co, isText || kind.equals("binary"), i, "'text' or 'binary' expected");
    Args.check(co, !isText || Utf8Check.isText(data), i - 1, "text in UTF-8 expected");
    return isText;
  }

  /// Shares the bytes: neither side ever writes to them.
  private static Octets octets(Str text) {
    return Octets.wrap(text.bytes, text.offset, text.length);
  }
}
