package netarium.engine.vm.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.service.HttpExchange;
import netarium.engine.service.HttpServerConnection;
import netarium.engine.service.HttpServerSettings;
import netarium.engine.service.OctetRoom;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.tls.TlsLayer;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// A listener that deals the requests of all its connections to its workers in turn, whatever each
/// of them has to do already. It belongs to a process, ends with it, and keeps it alive until it is
/// closed.
public final class HttpPool {
  /// Beside the request that a worker is on, so many may wait with it.
  static final int QUEUE = 64;

  private static final int BACKLOG = 128;
  private static final int MOST_LINE = 120;

  /// So many octets of requests are held at once, or as many as the machine has memory.
  private static final long MOST_HELD = 64L << 20;

  private final Process process;
  private final PoolPlan plan;
  private final HttpServerSettings settings;
  private final List<PoolWorker> workers = new ArrayList<>();
  private final List<HttpServerConnection> connections = new ArrayList<>();
  private @Nullable TcpListener listener;
  private int nextWorker;
  private long requests;
  private boolean isClosing;
  private boolean isOver;

  public HttpPool(Process process, PoolPlan plan) {
    this.process = process;
    this.plan = plan;
    this.settings =
        HttpServerSettings.usual(
            Math.floorDiv(process.vm().settings().epochNanos(), 1_000_000_000L),
            new OctetRoom(Math.min(MOST_HELD, process.vm().memory().limit())));
  }

  /// Opens the port and starts the workers; answers why it cannot.
  public Optional<SocketError> open() {
    Optional<String> refusal = BrowserPlatform.SERVE.refusal(process, "an HTTP server");
    if (refusal.isPresent()) {
      return Optional.of(new SocketError(SocketError.Code.UNSUPPORTED, refusal.get()));
    }
    SocketResult<TcpListener> result =
        process.vm().sockets().listen(Ipv4Address.ANY, plan.port(), process.pid(), BACKLOG);
    switch (result) {
      case SocketResult.Failed<TcpListener>(SocketError error) -> {
        return Optional.of(error);
      }
      case SocketResult.Opened<TcpListener>(TcpListener opened) -> {
        listener = opened;
        SocketUse.record(process, "", "listen", opened.local(), Optional.empty(), 0);
        process.hold();
        process.atEnd(this::end);
        record(-1, "open", 0, 0);
        for (int i = 0; i < plan.workers(); i++) {
          workers.add(new PoolWorker(this, i, plan.handling()));
        }
        workers.forEach(PoolWorker::start);
        opened.onChange(this::acceptAll);
        acceptAll();
      }
    }
    return Optional.empty();
  }

  /// The port it listens on; only once it is open.
  public int port() {
    TcpListener opened = listener;
    return opened == null ? plan.port() : opened.local().port();
  }

  Process process() {
    return process;
  }

  boolean isOver() {
    return isOver;
  }

  /// Takes no more connections; those there are get the answers under way.
  public void close() {
    if (!isClosing && !isOver) {
      isClosing = true;
      closeListener();
      List.copyOf(connections).forEach(HttpServerConnection::close);
      endIfDone();
    }
  }

  private void closeListener() {
    TcpListener opened = listener;
    if (opened != null) {
      opened.onChange(() -> {});
      opened.close();
    }
  }

  private void endIfDone() {
    if (isClosing && !isOver && connections.isEmpty()) {
      end();
      process.letGo();
    }
  }

  /// Ends it all at once: the process is over, or all is done.
  private void end() {
    if (!isOver) {
      isOver = true;
      closeListener();
      List.copyOf(connections).forEach(HttpServerConnection::leave);
      workers.forEach(PoolWorker::stop);
      record(-1, "closed", 0, 0);
    }
  }

  private void acceptAll() {
    TcpListener opened = listener;
    while (opened != null && !isOver && opened.hasConnection()) {
      opened.accept().ifPresent(this::serve);
    }
  }

  private void serve(TcpSocket socket) {
    long before = process.vm().simulator().cause();
    SocketUse.record(process, "", "accept", socket.local(), Optional.of(socket.remote()), 0);
    process.vm().simulator().becauseOf(before);
    HttpServerConnection connection =
        new HttpServerConnection(
            process.vm().simulator(), secured(socket), settings, this::deal, this::ended);
    connections.add(connection);
    connection.open();
  }

  private ByteStream secured(TcpSocket socket) {
    Optional<TlsLayer> tls = process.vm().tls();
    return plan.identity().isPresent() && tls.isPresent()
        ? tls.get().server(socket, plan.identity().get())
        : socket;
  }

  private void ended(HttpServerConnection connection) {
    connections.remove(connection);
    endIfDone();
  }

  /// The next worker's turn.
  private void deal(HttpExchange exchange) {
    PoolWorker worker = workers.get(nextWorker);
    nextWorker = (nextWorker + 1) % workers.size();
    long before = process.vm().simulator().cause();
    worker.take(new PoolRequest(++requests, exchange, worker));
    process.vm().simulator().becauseOf(before);
  }

  // ---- what is written down ----------------------------------------------------------------

  /// Something about a worker, or about the pool with worker -1.
  void record(int worker, String change, int queued, int underWay) {
    EventRecorder recorder = process.vm().recorder();
    recorder.record(
        new SimEvent.PoolChanged(
            recorder.stamp(process.vm().settings().node()),
            process.pid(),
            port(),
            worker,
            change,
            0,
            Optional.empty(),
            "",
            0,
            queued,
            underWay));
  }

  /// Something about a request; what follows follows from it. Answers the event's ordinal.
  long record(PoolRequest request, String change, int status) {
    EventRecorder recorder = process.vm().recorder();
    PoolWorker worker = request.worker();
    SimEvent event =
        new SimEvent.PoolChanged(
            recorder.stamp(process.vm().settings().node()),
            process.pid(),
            port(),
            worker.index(),
            change,
            request.number(),
            Optional.of(request.exchange().remote()),
            line(request),
            status,
            worker.queued(),
            worker.underWay());
    recorder.recordAsCause(event);
    return event.ordinal();
  }

  private static String line(PoolRequest request) {
    String line =
        request.exchange().request().method() + " " + request.exchange().request().target();
    return line.length() > MOST_LINE ? line.substring(0, MOST_LINE) + "…" : line;
  }
}
