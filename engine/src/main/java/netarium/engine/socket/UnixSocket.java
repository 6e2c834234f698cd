package netarium.engine.socket;

import java.util.Optional;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.OctetQueue;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// One end of a stream between two programs of the same machine. No frame carries it: what one end
/// does the other sees at the same instant, after all that was to happen then already.
///
/// Each direction holds up to [#MOST_HELD] octets that nobody has read; then the writer waits. As
/// on Linux an end that is closed over unread octets resets the other one, which still reads what
/// it was sent before.
public final class UnixSocket implements ByteStream {
  /// As much as a Unix socket of Linux holds unless somebody wants it otherwise.
  public static final int MOST_HELD = 212_992;

  /// Unix sockets have no address and no port.
  public static final Endpoint NOWHERE = new Endpoint(Ipv4Address.ANY, 0);

  private static final SocketError RESET =
      new SocketError(SocketError.Code.RESET, "connection reset by peer");
  private static final SocketError CLOSED =
      new SocketError(SocketError.Code.CLOSED, "the socket is closed");

  private final UnixSockets owner;
  private final long connection;
  private final String localPath;
  private final String remotePath;
  private @Nullable UnixSocket peer;

  private final OctetQueue inbound = new OctetQueue();

  /// What has been sent to this end and is not yet there.
  private int underWay;

  /// The other end found no room here.
  private boolean isWaitedFor;

  private boolean hasSaidEnd;
  private boolean hasPeerEnded;
  private boolean isPeerGone;
  private boolean isClosed;
  private @Nullable SocketError failure;
  private Runnable callback = () -> {};

  private UnixSocket(UnixSockets owner, long connection, String localPath, String remotePath) {
    this.owner = owner;
    this.connection = connection;
    this.localPath = localPath;
    this.remotePath = remotePath;
  }

  /// The two ends of a new connection: the one that called, and the one that was called by `path`.
  record Pair(UnixSocket caller, UnixSocket called) {
    static Pair of(UnixSockets owner, long connection, String callerPath, String path) {
      UnixSocket caller = new UnixSocket(owner, connection, callerPath, path);
      UnixSocket called = new UnixSocket(owner, connection, path, callerPath);
      caller.peer = called;
      called.peer = caller;
      return new Pair(caller, called);
    }
  }

  /// Counts per machine; both ends have the same number.
  public long connection() {
    return connection;
  }

  /// The name of this end in the file tree, empty for none.
  public String localPath() {
    return localPath;
  }

  /// The name of the other end, empty for none.
  public String remotePath() {
    return remotePath;
  }

  /// What both ends are known by: the name of the end that has one.
  public String path() {
    return localPath.isEmpty() ? remotePath : localPath;
  }

  @Override
  public Endpoint local() {
    return NOWHERE;
  }

  @Override
  public Endpoint remote() {
    return NOWHERE;
  }

  @Override
  public boolean isConnecting() {
    return false;
  }

  @Override
  public boolean maySend() {
    return !isClosed && !hasSaidEnd && !isPeerGone && failure == null;
  }

  @Override
  public int offer(Octets data) {
    UnixSocket to = peer;
    if (to == null || !maySend()) {
      return 0;
    }
    int room = MOST_HELD - to.inbound.length() - to.underWay;
    int count = Math.min(room, data.length());
    to.isWaitedFor = count < data.length();
    if (count > 0) {
      Octets part = data.slice(0, count);
      to.underWay += count;
      owner.soon(() -> to.arrived(part));
    }
    return Math.max(0, count);
  }

  private void arrived(Octets part) {
    underWay -= part.length();
    if (!isClosed) {
      inbound.add(part);
      callback.run();
    }
  }

  @Override
  public Octets receive(int max) {
    if (isClosed || max <= 0) {
      return Octets.EMPTY;
    }
    Octets taken = inbound.take(Math.min(max, inbound.length()));
    UnixSocket from = peer;
    if (isWaitedFor && from != null && !taken.isEmpty()) {
      isWaitedFor = false;
      owner.soon(from::changed);
    }
    return taken;
  }

  @Override
  public int availableOctets() {
    return isClosed ? 0 : inbound.length();
  }

  @Override
  public boolean isAtEnd() {
    return hasPeerEnded && inbound.isEmpty();
  }

  @Override
  public Optional<SocketError> error() {
    if (isClosed) {
      return Optional.of(CLOSED);
    }
    return inbound.isEmpty() ? Optional.ofNullable(failure) : Optional.empty();
  }

  @Override
  public void shutdownWrite() {
    UnixSocket to = peer;
    if (!isClosed && !hasSaidEnd && to != null) {
      hasSaidEnd = true;
      owner.soon(to::peerEnded);
    }
  }

  private void peerEnded() {
    hasPeerEnded = true;
    changed();
  }

  @Override
  public void close() {
    leave(!inbound.isEmpty() || underWay > 0);
  }

  @Override
  public void abort() {
    leave(true);
  }

  private void leave(boolean resets) {
    UnixSocket to = peer;
    if (!isClosed && to != null) {
      isClosed = true;
      callback = () -> {};
      inbound.clear();
      owner.closed(this);
      owner.soon(() -> to.peerLeft(resets));
    }
  }

  private void peerLeft(boolean resets) {
    isPeerGone = true;
    hasPeerEnded = true;
    if (resets) {
      failure = RESET;
    }
    changed();
  }

  private void changed() {
    if (!isClosed) {
      callback.run();
    }
  }

  /// The machine has crashed: nobody hears of it.
  void forget() {
    isClosed = true;
    callback = () -> {};
    inbound.clear();
  }

  @Override
  public void onChange(Runnable callback) {
    if (!isClosed) {
      this.callback = callback;
    }
  }
}
