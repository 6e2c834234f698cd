package netarium.engine.socket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import netarium.engine.trace.Endpoint;

/// A name of the file tree at which a program waits for streams from others of its machine.
public final class UnixListener implements StreamAcceptor {
  private final UnixSockets owner;
  private final long file;
  private final String path;
  private final int backlog;
  private final Deque<UnixSocket> waiting = new ArrayDeque<>();
  private boolean isClosed;
  private Runnable callback = () -> {};
  private Runnable unlink = () -> {};
  private boolean unlinksOnClose;

  UnixListener(UnixSockets owner, long file, String path, int backlog) {
    this.owner = owner;
    this.file = file;
    this.path = path;
    this.backlog = backlog;
  }

  /// The number of its file.
  long file() {
    return file;
  }

  /// As the program called it.
  public String path() {
    return path;
  }

  @Override
  public Endpoint local() {
    return UnixSocket.NOWHERE;
  }

  boolean isFull() {
    return waiting.size() >= backlog;
  }

  /// Somebody has called: the stream stands already.
  void called(UnixSocket socket) {
    waiting.add(socket);
    owner.soon(() -> callback.run());
  }

  @Override
  public Optional<UnixSocket> accept() {
    return Optional.ofNullable(waiting.poll());
  }

  @Override
  public boolean isClosed() {
    return isClosed;
  }

  @Override
  public void onChange(Runnable callback) {
    this.callback = callback;
  }

  /// How its file is removed.
  public void removedBy(Runnable action) {
    unlink = action;
  }

  /// Whether closing removes the file; it does not unless somebody wants it.
  public void unlinkOnClose(boolean wanted) {
    unlinksOnClose = wanted;
  }

  /// Takes no more calls; those that nobody has accepted are reset.
  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      callback = () -> {};
      owner.closed(this);
      List.copyOf(waiting).forEach(UnixSocket::abort);
      waiting.clear();
      if (unlinksOnClose) {
        unlink.run();
      }
    }
  }

  /// The machine has crashed: nobody hears of it.
  void forget() {
    isClosed = true;
    callback = () -> {};
    waiting.clear();
  }
}
