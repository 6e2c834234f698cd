package netarium.engine.vm.gotls;

import java.util.Locale;
import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.sim.SimTime;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.StreamAcceptor;
import netarium.engine.tls.CipherSuites;
import netarium.engine.tls.TlsAcceptor;
import netarium.engine.tls.TlsIdentity;
import netarium.engine.tls.TlsStream;
import netarium.engine.tls.TlsVersion;
import netarium.engine.tls.Trust;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.Deadline;
import netarium.engine.vm.api.DialApi;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.HostPort;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.StreamConn;
import netarium.engine.vm.api.StreamListener;
import netarium.engine.vm.api.StreamUse;
import netarium.engine.vm.api.UnixAddr;
import netarium.engine.vm.api.Values;
import org.jspecify.annotations.Nullable;

/// `tls.Dial`, `DialTimeout`, `Listen`, `NewListener`, `Client`, `Server`, and what the numbers in
/// a connection's state are called. What fails comes as `nil, err`.
public final class TlsModule {
  /// How many members the module has.
  public static final int FIELDS = 16;

  private static final NetError NO_NAME =
      new NetError(
          "tls",
          "tls: either ServerName or InsecureSkipVerify must be specified in the tls.Config",
          false);

  private TlsModule() {}

  private static final Library FUNCTIONS =
      Library.of(
          "tls",
          call("Dial", TlsModule::dial),
          call("DialTimeout", TlsModule::dialTimeout),
          call("Listen", TlsModule::listen),
          call("NewListener", TlsModule::newListener),
          call("Client", TlsModule::client),
          call("Server", TlsModule::server),
          Library.function("tls", "VersionName", TlsModule::versionName),
          Library.function("tls", "CipherSuiteName", TlsModule::cipherSuiteName),
          Library.entry("VersionTLS12", new Num(TlsVersion.TLS_1_2.code())),
          Library.entry("VersionTLS13", new Num(TlsVersion.TLS_1_3.code())));

  private static Library.Entry call(String name, Native.Body body) {
    return Library.worldCall(
        "tls", name, NetError.unlessInBrowser("tls." + name, BrowserPlatform.TLS, body));
  }

  /// Fills the module's table, when the script first looks at it.
  public static void install(Table table) {
    FUNCTIONS.fill(table);
    CipherSuites.byName().forEach((name, number) -> table.set(name, new Num(number)));
  }

  /// `tls.Dial(network, address, config?)`
  private static int dial(Coroutine co, int func, int n) {
    return dial(co, func, n, 3, null);
  }

  /// `tls.DialTimeout(network, address, seconds, config?)`
  private static int dialTimeout(Coroutine co, int func, int n) {
    double seconds = Args.checkNumber(co, func, n, 3);
    Args.check(co, !Double.isNaN(seconds), 3, "number of seconds expected");
    Process process = Handles.of(co).process();
    return dial(co, func, n, 4, seconds > 0 ? Deadline.in(process, seconds) : null);
  }

  private static int dial(Coroutine co, int func, int n, int i, @Nullable SimTime until) {
    boolean isUnix = Args.checkStr(co, func, n, 1).toLatin1().equals(UnixAddr.NETWORK);
    HostPort address = HostPort.split(Args.checkStr(co, func, n, 2).toLatin1());
    TlsConfig config = TlsConfig.argument(co, func, n, i, Handles.of(co).process());
    String host = config.serverName(isUnix ? "" : address.host());
    boolean isAddress = isUnix || address.error().isEmpty();
    if (host.isEmpty() && isAddress && !config.skipsVerify()) {
      return co.returns(func, Nil.NIL, NO_NAME.value(co.machine));
    }
    return switch (config.trust()) {
      case TlsConfig.Believed.Unknown(NetError error) ->
          co.returns(func, Nil.NIL, error.value(co.machine));
      case TlsConfig.Believed.Whom(Trust trust) ->
          DialApi.dialStream(co, func, n, until, new AsClient(config, host, trust));
    };
  }

  /// The client's end of what is dialled.
  private record AsClient(TlsConfig config, String host, Trust trust) implements StreamUse {
    @Override
    public TlsStream over(ByteStream stream) {
      return config.layer().client(stream, host, trust, config.wish());
    }

    @Override
    public StreamConn connection(Handles handles, ByteStream stream) {
      return connected(handles, stream);
    }
  }

  private static StreamConn connected(Handles handles, ByteStream stream) {
    return stream instanceof TlsStream tls
        ? new TlsConn(handles, tls)
        : new StreamConn(handles, stream);
  }

  /// The server's end of what comes in.
  private record AsServer(TlsConfig config, TlsIdentity identity) implements StreamUse {
    @Override
    public StreamAcceptor over(StreamAcceptor acceptor) {
      return new TlsAcceptor(acceptor, config.layer(), identity, config.wish());
    }

    @Override
    public StreamConn connection(Handles handles, ByteStream stream) {
      return connected(handles, stream);
    }
  }

  /// `tls.Listen(network, address, config?)`
  private static int listen(Coroutine co, int func, int n) {
    TlsConfig config = TlsConfig.argument(co, func, n, 3, Handles.of(co).process());
    return switch (config.identity(co, 3)) {
      case TlsConfig.Answering.Unknown(NetError error) ->
          co.returns(func, Nil.NIL, error.value(co.machine));
      case TlsConfig.Answering.As(TlsIdentity identity) ->
          DialApi.listenStream(co, func, n, new AsServer(config, identity));
    };
  }

  /// `tls.NewListener(listener, config?)`: takes the place of a listener.
  private static int newListener(Coroutine co, int func, int n) {
    StreamListener inner = Handles.check(co, func, n, 1, StreamListener.class, "Listener");
    Handles handles = Handles.of(co);
    TlsConfig config = TlsConfig.argument(co, func, n, 2, handles.process());
    return switch (config.identity(co, 2)) {
      case TlsConfig.Answering.Unknown(NetError error) ->
          co.returns(func, Nil.NIL, error.value(co.machine));
      case TlsConfig.Answering.As(TlsIdentity identity) -> {
        if (inner.isClosed()) {
          yield co.returns(func, Nil.NIL, NetError.CLOSED.value(co.machine));
        }
        AsServer use = new AsServer(config, identity);
        StreamAcceptor acceptor = use.over(inner.handOver());
        yield co.returns(
            func, new StreamListener(handles, acceptor, use::connection).value(), Nil.NIL);
      }
    };
  }

  /// `tls.Client(conn, config?)`: goes on with TLS on a connection that stands.
  private static int client(Coroutine co, int func, int n) {
    StreamConn below = Handles.check(co, func, n, 1, StreamConn.class, "Conn");
    Handles handles = Handles.of(co);
    TlsConfig config = TlsConfig.argument(co, func, n, 2, handles.process());
    String host = config.serverName("");
    if (host.isEmpty() && !config.skipsVerify()) {
      return co.returns(func, Nil.NIL, NO_NAME.value(co.machine));
    }
    return switch (config.trust()) {
      case TlsConfig.Believed.Unknown(NetError error) ->
          co.returns(func, Nil.NIL, error.value(co.machine));
      case TlsConfig.Believed.Whom(Trust trust) -> {
        if (below.isClosed()) {
          yield co.returns(func, Nil.NIL, NetError.CLOSED.value(co.machine));
        }
        TlsStream stream = new AsClient(config, host, trust).over(below.handOver());
        yield co.returns(func, new TlsConn(handles, stream).value(), Nil.NIL);
      }
    };
  }

  /// `tls.Server(conn, config?)`: the other end of [#client].
  private static int server(Coroutine co, int func, int n) {
    StreamConn below = Handles.check(co, func, n, 1, StreamConn.class, "Conn");
    Handles handles = Handles.of(co);
    TlsConfig config = TlsConfig.argument(co, func, n, 2, handles.process());
    return switch (config.identity(co, 2)) {
      case TlsConfig.Answering.Unknown(NetError error) ->
          co.returns(func, Nil.NIL, error.value(co.machine));
      case TlsConfig.Answering.As(TlsIdentity identity) -> {
        if (below.isClosed()) {
          yield co.returns(func, Nil.NIL, NetError.CLOSED.value(co.machine));
        }
        TlsStream stream = config.layer().server(below.handOver(), identity, config.wish());
        yield co.returns(func, new TlsConn(handles, stream).value(), Nil.NIL);
      }
    };
  }

  /// `tls.VersionName(version)` → `TLS 1.3`, or the number where there is no name for it.
  private static int versionName(Coroutine co, int func, int n) {
    int version = Args.checkInt(co, func, n, 1);
    String name =
        TlsVersion.ALL.stream()
            .filter(each -> each.code() == version)
            .map(TlsVersion::label)
            .findFirst()
            .orElseGet(() -> number(version));
    return co.returns(func, Values.str(co.machine, name));
  }

  /// `tls.CipherSuiteName(suite)`, likewise.
  private static int cipherSuiteName(Coroutine co, int func, int n) {
    int suite = Args.checkInt(co, func, n, 1);
    Optional<String> name = CipherSuites.name(suite);
    return co.returns(func, Values.str(co.machine, name.orElseGet(() -> number(suite))));
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "0x%04X", number & 0xffff);
  }
}
