package netarium.engine.vm.gohttp.server;

import java.util.Optional;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.lib.Args;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.StreamAcceptor;
import netarium.engine.socket.TcpListener;
import netarium.engine.tls.TlsAcceptor;
import netarium.engine.tls.TlsIdentity;
import netarium.engine.tls.TlsLayer;
import netarium.engine.tls.TlsWish;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.api.DialAddress;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.ServerIdentity;
import netarium.engine.vm.api.StreamListener;
import netarium.engine.vm.gohttp.HttpErrors;
import netarium.engine.wire.Ipv4Address;

/// A call that begins to serve: where, by which handler, plain or with TLS. `call` is its name, for
/// a machine that cannot do it.
record Serving(GoServer server, String call, String address, LuaValue handler) {
  private static final int BACKLOG = 128;
  private static final String PLAIN_ADDRESS = ":8080";
  private static final String TLS_ADDRESS = ":443";

  /// A handler, or the mux of `http.Handle` for none.
  static LuaValue handlerOrDefault(Coroutine co, LuaValue handler) {
    return handler.isNil() ? ServeMux.ofMachine(co.machine) : handler;
  }

  int listen(Coroutine co, int func) {
    return open(co, func, PLAIN_ADDRESS, Optional.empty());
  }

  /// With the certificate whose files arguments `i` and `i + 1` name.
  int listenTls(Coroutine co, int func, int n, int i) {
    return switch (identity(co, func, n, i)) {
      case Identity.Unusable(NetError why) -> failed(co, func, why);
      case Identity.Usable(TlsIdentity identity) ->
          open(co, func, TLS_ADDRESS, Optional.of(identity));
    };
  }

  private int open(Coroutine co, int func, String usual, Optional<TlsIdentity> identity) {
    Optional<NetError> obstacle = obstacle(co);
    if (obstacle.isPresent()) {
      return failed(co, func, obstacle.get());
    }
    String place = address.isEmpty() ? usual : address;
    return DialAddress.resolve(
        co,
        func,
        Handles.of(co).process(),
        DialAddress.read("tcp", place, Ipv4Address.ANY),
        null,
        found ->
            switch (found) {
              case DialAddress.Found(Endpoint local) -> open(co, func, local, identity);
              case DialAddress.Bad(NetError error) -> failed(co, func, error);
              case DialAddress.Named _ ->
                  throw new IllegalStateException("invariant broken: a name has been looked up");
            });
  }

  private int open(Coroutine co, int func, Endpoint local, Optional<TlsIdentity> identity) {
    Handles handles = Handles.of(co);
    Process process = handles.process();
    SocketResult<TcpListener> result =
        process.vm().sockets().listen(local.address(), local.port(), process.pid(), BACKLOG);
    return switch (result) {
      case SocketResult.Failed<TcpListener>(SocketError error) ->
          failed(co, func, NetError.of(error));
      case SocketResult.Opened<TcpListener>(TcpListener listener) -> {
        SocketUse.record(process, co.place(), "listen", listener.local(), Optional.empty(), 0);
        yield begin(co, func, new StreamListener(handles, listener), identity);
      }
    };
  }

  /// With the listener that argument `i` is.
  int serve(Coroutine co, int func, int n, int i) {
    StreamListener listener = Handles.check(co, func, n, i, StreamListener.class, "Listener");
    return serve(co, func, listener, Optional.empty());
  }

  /// As [#serve], with TLS over it; the names of the files are arguments `files` and the next.
  int serveTls(Coroutine co, int func, int n, int i, int files) {
    StreamListener listener = Handles.check(co, func, n, i, StreamListener.class, "Listener");
    return switch (identity(co, func, n, files)) {
      case Identity.Unusable(NetError why) -> failed(co, func, why);
      case Identity.Usable(TlsIdentity identity) ->
          serve(co, func, listener, Optional.of(identity));
    };
  }

  private int serve(
      Coroutine co, int func, StreamListener listener, Optional<TlsIdentity> identity) {
    Optional<NetError> obstacle = obstacle(co);
    if (obstacle.isPresent()) {
      return failed(co, func, obstacle.get());
    }
    return listener.isClosed()
        ? failed(co, func, NetError.CLOSED)
        : begin(co, func, listener, identity);
  }

  private int begin(
      Coroutine co, int func, StreamListener listener, Optional<TlsIdentity> identity) {
    StreamAcceptor plain = listener.acceptor();
    StreamAcceptor acceptor =
        identity
            .<StreamAcceptor>map(
                shown -> new TlsAcceptor(plain, layer(co), shown, TlsWish.ANYTHING))
            .orElse(plain);
    return server.serve(co, func, listener, acceptor, handler);
  }

  private static TlsLayer layer(Coroutine co) {
    return Handles.of(co)
        .process()
        .vm()
        .tls()
        .orElseThrow(() -> new IllegalStateException("invariant broken: a VM has TLS"));
  }

  private Optional<NetError> obstacle(Coroutine co) {
    Optional<String> refusal = BrowserPlatform.SERVE.refusal(Handles.of(co).process(), call);
    if (refusal.isPresent()) {
      return refusal.map(NetError::unsupported);
    }
    return server.mayServe() ? Optional.empty() : Optional.of(HttpErrors.SERVER_CLOSED);
  }

  private sealed interface Identity {
    record Usable(TlsIdentity identity) implements Identity {}

    record Unusable(NetError why) implements Identity {}
  }

  /// The machine's own certificate where no files are named.
  private static Identity identity(Coroutine co, int func, int n, int i) {
    Process process = Handles.of(co).process();
    String cert = Args.optStr(co, func, n, i, Str.EMPTY).toString();
    String key = Args.optStr(co, func, n, i + 1, Str.EMPTY).toString();
    Args.check(co, cert.isEmpty() == key.isEmpty(), i, "a certificate and its key, or neither");
    ServerIdentity read =
        cert.isEmpty()
            ? ServerIdentity.of(process, Bool.TRUE)
            : ServerIdentity.ofFiles(process, cert, key);
    return switch (read) {
      case ServerIdentity.Shown(TlsIdentity identity) -> new Identity.Usable(identity);
      case ServerIdentity.Unusable(String why) ->
          new Identity.Unusable(new NetError("tls", "tls: " + why, false));
      case ServerIdentity.Plain _, ServerIdentity.Wrong _ ->
          throw new IllegalStateException("invariant broken: files are named or not");
    };
  }

  private static int failed(Coroutine co, int func, NetError error) {
    return co.returns(func, Nil.NIL, error.value(co.machine));
  }
}
