package netarium.engine.socket;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netarium.engine.sim.Simulator;

/// The Unix sockets of one machine. Who listens is found by the number of a file; how files are
/// named, and who may use them, is the file tree's affair.
public final class UnixSockets {
  private static final SocketError NOBODY =
      new SocketError(SocketError.Code.REFUSED, "connection refused");
  private static final SocketError BUSY =
      new SocketError(SocketError.Code.NOT_AVAILABLE, "resource temporarily unavailable");

  private final Simulator simulator;
  private final SocketLayer layer;
  private final Map<Long, UnixListener> listeners = new LinkedHashMap<>();
  private final Set<UnixSocket> open = new LinkedHashSet<>();
  private long connections;

  UnixSockets(Simulator simulator, SocketLayer layer) {
    this.simulator = simulator;
    this.layer = layer;
  }

  int count() {
    return listeners.size() + open.size();
  }

  /// Listens at the file of that number, which nobody has listened at before. `path` is what the
  /// program calls it.
  public SocketResult<UnixListener> listen(long file, String path, int backlog) {
    if (layer.isFull(1)) {
      return layer.tooMany();
    }
    UnixListener listener = new UnixListener(this, file, path, backlog);
    listeners.put(file, listener);
    return new SocketResult.Opened<>(listener);
  }

  /// Calls whoever listens at the file of that number; the stream stands at once. `callerPath` is
  /// the caller's own name, empty for none.
  public SocketResult<UnixSocket> connect(long file, String path, String callerPath) {
    UnixListener listener = listeners.get(file);
    if (listener == null) {
      return new SocketResult.Failed<>(NOBODY);
    }
    if (listener.isFull()) {
      return new SocketResult.Failed<>(BUSY);
    }
    if (layer.isFull(2)) {
      return layer.tooMany();
    }
    UnixSocket.Pair pair = UnixSocket.Pair.of(this, ++connections, callerPath, path);
    open.add(pair.caller());
    open.add(pair.called());
    listener.called(pair.called());
    return new SocketResult.Opened<>(pair.caller());
  }

  /// Has something happen at this instant, after what is to happen then already: whoever is told of
  /// it is not in the middle of something else.
  void soon(Runnable action) {
    simulator.at(simulator.nowNanos(), action::run);
  }

  void closed(UnixListener listener) {
    listeners.remove(listener.file());
  }

  void closed(UnixSocket socket) {
    open.remove(socket);
  }

  /// The machine has crashed; the files stay.
  void forget() {
    listeners.values().forEach(UnixListener::forget);
    listeners.clear();
    List.copyOf(open).forEach(UnixSocket::forget);
    open.clear();
  }
}
