package netarium.engine.vm.gohttp.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpLimits;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.service.HttpExchange;
import netarium.engine.service.HttpServerConnection;
import netarium.engine.service.HttpServerSettings;
import netarium.engine.service.OctetRoom;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.StreamAcceptor;
import netarium.engine.tls.TlsStream;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.TaskWatch;
import netarium.engine.vm.WaitQueue;
import netarium.engine.vm.api.Deadline;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.SocketAddr;
import netarium.engine.vm.api.StreamListener;
import netarium.engine.vm.gohttp.HttpErrors;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A server at work: it accepts connections and starts a task for each request that comes by one.
/// The requests of one connection are served one after the other, those of several at once.
///
/// It serves one listener at a time, in the call of a task that waits until the server is closed.
final class GoServer implements Handles.Open {
  /// The machine's table of handlers of servers at work, where a memory count finds them.
  private static final String HANDLERS = "http.handlers";

  private static final HttpLimits LIMITS = new HttpLimits(1 << 20, 1 << 20, 1000, 8 << 20);

  /// So many octets of requests are held at once, or as many as the machine has memory.
  private static final long MOST_HELD = 64L << 20;

  private final Handles handles;
  private final Process process;
  private final HttpServerSettings settings;
  private final List<HttpServerConnection> connections = new ArrayList<>();
  private final WaitQueue serving;
  private final Deadline shuttingDown;
  private @Nullable StreamListener listener;
  private int handlerKey;
  private boolean isClosed;

  GoServer(Handles handles) {
    this.handles = handles;
    this.process = handles.process();
    HttpServerSettings usual =
        HttpServerSettings.usual(
            Math.floorDiv(process.vm().settings().epochNanos(), 1_000_000_000L),
            new OctetRoom(Math.min(MOST_HELD, process.vm().memory().limit())));
    this.settings =
        new HttpServerSettings(
            LIMITS,
            usual.idle(),
            usual.request(),
            usual.linger(),
            1,
            usual.room(),
            usual.epochSeconds());
    this.serving = new WaitQueue(Awaited.of(Awaited.What.CLIENT, this::place));
    this.shuttingDown = new Deadline(process, Awaited.always(Awaited.What.OTHER));
  }

  private String place() {
    StreamListener own = listener;
    return own == null ? "" : SocketAddr.of(own.acceptor()).text();
  }

  /// Whether it may be given a listener: it has none and was not closed.
  boolean mayServe() {
    return !isClosed && listener == null;
  }

  /// Serves what comes in at `acceptor`, which is the listener's or runs over it, until it is
  /// closed: what the native of the waiting call returns.
  int serve(
      Coroutine co, int func, StreamListener from, StreamAcceptor acceptor, LuaValue handler) {
    listener = from;
    handlerKey = keep(handler);
    handles.opened(this);
    from.tell(() -> acceptAll(acceptor, handler), serving::wakeAll);
    acceptAll(acceptor, handler);
    return process.await(co, func, serving, () -> ended(co, from));
  }

  private LuaValue @Nullable [] ended(Coroutine co, StreamListener from) {
    if (!isClosed && !from.isClosed()) {
      return null;
    }
    listener = null;
    if (connections.isEmpty()) {
      handlers().set(handlerKey, Nil.NIL);
    }
    NetError why = isClosed ? HttpErrors.SERVER_CLOSED : NetError.CLOSED;
    return new LuaValue[] {Nil.NIL, why.value(co.machine)};
  }

  private int keep(LuaValue handler) {
    Table all = handlers();
    int key = 1;
    while (!all.get(key).isNil()) {
      key++;
    }
    all.set(key, handler);
    return key;
  }

  private Table handlers() {
    if (process.machine().registry.get(HANDLERS) instanceof Table known) {
      return known;
    }
    Table made = new Table(process.machine());
    process.machine().registry.set(HANDLERS, made);
    return made;
  }

  // ---- connections -------------------------------------------------------------------------

  private void acceptAll(StreamAcceptor acceptor, LuaValue handler) {
    process.arrivals().arrived();
    Optional<? extends ByteStream> next = accept(acceptor);
    while (next.isPresent()) {
      open(next.get(), handler);
      next = accept(acceptor);
    }
  }

  private Optional<? extends ByteStream> accept(StreamAcceptor acceptor) {
    return isClosed || acceptor.isClosed() ? Optional.empty() : acceptor.accept();
  }

  private void open(ByteStream stream, LuaValue handler) {
    long before = process.vm().simulator().cause();
    SocketUse.record(process, "", "accept", stream, 0);
    process.vm().simulator().becauseOf(before);
    HttpServerConnection connection =
        new HttpServerConnection(
            process.vm().simulator(),
            stream,
            settings,
            exchange -> handle(exchange, handler),
            over -> over(over, stream));
    connections.add(connection);
    connection.open();
  }

  private void over(HttpServerConnection connection, ByteStream stream) {
    connections.remove(connection);
    Optional<SocketError> error =
        stream instanceof TlsStream ? connection.failure() : Optional.empty();
    boolean isHandshake =
        error.isPresent()
            && switch (error.get().code()) {
              case TLS, CERTIFICATE -> true;
              default -> false;
            };
    if (isHandshake && !process.isOver()) {
      process.notice(
          "http: TLS handshake error from "
              + RemoteAddress.of(stream)
              + ": "
              + error.get().sentence());
    }
    shuttingDown.wakeAll();
  }

  private void handle(HttpExchange exchange, LuaValue handler) {
    if (process.isOver()) {
      return;
    }
    long before = process.vm().simulator().cause();
    try {
      ResponseWriter writer = new ResponseWriter(process, exchange);
      Handling watch = new Handling(writer, RemoteAddress.of(exchange.below()));
      LuaValue value = writer.value();
      Table request = ServerRequest.of(process, exchange);
      process.serve(watch, null, HandlerCall.SERVE, handler, value, request);
    } catch (LuaError noMemory) {
      process.error(Octets.wrap(("http: cannot serve: " + noMemory.getMessage()).getBytes(UTF_8)));
      exchange.abort();
    }
    process.vm().simulator().becauseOf(before);
  }

  /// Watches over the task of a request.
  private final class Handling implements TaskWatch {
    private final ResponseWriter writer;
    private final String client;

    Handling(ResponseWriter writer, String client) {
      this.writer = writer;
      this.client = client;
    }

    @Override
    public void ended(LuaValue[] results) {
      writer.finish();
    }

    @Override
    public void failed(LuaValue error, Str text) {
      boolean isWished =
          Handles.find(error, NetError.class).filter(HttpErrors.ABORT_HANDLER::equals).isPresent();
      if (!isWished) {
        String said = "http: panic serving " + client + ": ";
        process.error(Octets.wrap(said.getBytes(UTF_8)).plus(Octets.wrap(text.toByteArray())));
      }
      writer.fail(!isWished);
    }
  }

  // ---- the end -----------------------------------------------------------------------------

  /// Ends it at once, and what it serves.
  @Override
  public void close() {
    stopListening();
    List.copyOf(connections).forEach(HttpServerConnection::leave);
  }

  private void stopListening() {
    isClosed = true;
    handles.closed(this);
    StreamListener own = listener;
    if (own != null) {
      own.close();
    }
    serving.wakeAll();
  }

  /// Takes no more and waits until those under way have their answers, no longer than `seconds`.
  int shutdown(Coroutine co, int func, int n) {
    shuttingDown.set(Deadline.argument(co, func, n, 2, process));
    stopListening();
    List.copyOf(connections).forEach(HttpServerConnection::close);
    return shuttingDown.await(
        co,
        func,
        () -> {
          if (connections.isEmpty()) {
            return new LuaValue[] {Nil.NIL};
          }
          return shuttingDown.isOver() ? new LuaValue[] {NetError.TIMEOUT.value(co.machine)} : null;
        });
  }
}
