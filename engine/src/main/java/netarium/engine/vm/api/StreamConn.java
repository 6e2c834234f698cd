package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.service.WebSocketStream;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Completion;
import netarium.engine.vm.SocketUse;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A connection that is a stream, as Go's `net.Conn`: `Read`, `Write`, `Close`, `CloseWrite`,
/// `LocalAddr`, `RemoteAddr` and the deadlines. Reading and writing block the task that calls,
/// nobody else.
public non-sealed class StreamConn extends Conn {
  public static final int DEFAULT_READ_OCTETS = 4096;

  private static final NetError NO_HALVES =
      new NetError("unsupported", "a WebSocket has no half that could be closed: use Close", false);

  private static final String KIND = "Conn";

  private final ByteStream stream;
  private boolean isShutForWriting;

  public StreamConn(Handles handles, ByteStream stream) {
    this(handles, stream, KIND);
  }

  /// A kind of connection that can do more; `kind` is what the API calls it.
  protected StreamConn(Handles handles, ByteStream stream, String kind) {
    super(handles, kind);
    this.stream = stream;
    stream.onChange(this::changed);
  }

  private void changed() {
    process.arrivals().arrived();
    reading.wakeAll();
    writing.wakeAll();
  }

  /// What the script gets of it.
  public LuaValue value() {
    return value(StreamConn::fill);
  }

  /// How long reads may wait.
  protected final Deadline readDeadline() {
    return reading;
  }

  /// What it reads from and writes to.
  public ByteStream stream() {
    return stream;
  }

  /// The methods that all of them have.
  protected static void fill(Table t) {
    t.set("Read", Native.of("Conn.Read", StreamConn::read).asWorldCall());
    t.set("Write", Native.of("Conn.Write", StreamConn::write).asWorldCall());
    t.set("CloseWrite", Native.of("Conn.CloseWrite", StreamConn::closeWrite).asWorldCall());
    fill(t, KIND, StreamConn.class);
  }

  private static StreamConn self(Coroutine co, int func, int n) {
    return self(co, func, n, StreamConn.class, KIND);
  }

  /// `conn:Read(n)` → data, err: what has come, up to n octets, waiting for the first.
  private static int read(Coroutine co, int func, int n) {
    StreamConn conn = self(co, func, n);
    int most = readSize(co, func, n);
    if (conn.isClosed()) {
      return co.returns(func, Nil.NIL, conn.error(NetError.CLOSED));
    }
    return conn.reading.await(co, func, () -> conn.tryRead(most));
  }

  public static int readSize(Coroutine co, int func, int n) {
    long most = Args.optLong(co, func, n, 2, DEFAULT_READ_OCTETS);
    Args.check(co, most >= 0, 2, "a number of octets expected");
    return (int) Math.min(most, Integer.MAX_VALUE);
  }

  private LuaValue @Nullable [] tryRead(int most) {
    if (isClosed()) {
      return failed(NetError.CANCELLED);
    }
    if (reading.isOver()) {
      return failed(NetError.TIMEOUT);
    }
    if (most == 0) {
      return new LuaValue[] {Str.EMPTY, Nil.NIL};
    }
    Octets data = stream.receive(most);
    if (!data.isEmpty()) {
      handles.machine().charge(data.length());
      return new LuaValue[] {Values.str(handles.machine(), data), Nil.NIL};
    }
    Optional<SocketError> error = stream.error();
    if (error.isPresent()) {
      return failed(NetError.of(error.get()));
    }
    return stream.isAtEnd() ? failed(NetError.EOF) : null;
  }

  /// `conn:Write(data)` → n, err: waits until all of it has been taken. When that fails, n is what
  /// has been taken, nil for nothing.
  private static int write(Coroutine co, int func, int n) {
    StreamConn conn = self(co, func, n);
    Octets data = Values.octets(Args.checkStr(co, func, n, 2));
    co.machine.charge(data.length());
    if (conn.isClosed()) {
      return co.returns(func, Nil.NIL, conn.error(NetError.CLOSED));
    }
    conn.used(co, "send", data.length());
    return conn.writing.await(co, func, conn.new Writing(data));
  }

  private final class Writing implements Completion {
    private final Octets data;
    private int written;

    Writing(Octets data) {
      this.data = data;
    }

    @Override
    public LuaValue @Nullable [] attempt() {
      if (isClosed()) {
        return ended(NetError.CANCELLED);
      }
      if (writing.isOver()) {
        return ended(NetError.TIMEOUT);
      }
      Optional<SocketError> error = stream.error();
      if (error.isPresent()) {
        return ended(NetError.of(error.get()));
      }
      if (isShutForWriting || !stream.maySend()) {
        return ended(NetError.BROKEN_PIPE);
      }
      written += stream.offer(data.slice(written));
      return written == data.length() ? new LuaValue[] {new Num(written), Nil.NIL} : null;
    }

    private LuaValue[] ended(NetError error) {
      LuaValue count = written == 0 ? Nil.NIL : new Num(written);
      return new LuaValue[] {count, error(error)};
    }
  }

  /// No more will be written; what the peer sends can still be read.
  private static int closeWrite(Coroutine co, int func, int n) {
    StreamConn conn = self(co, func, n);
    if (conn.isClosed()) {
      return co.returns(func, conn.error(NetError.CLOSED));
    }
    if (conn.stream instanceof WebSocketStream) {
      return co.returns(func, conn.error(NO_HALVES));
    }
    conn.used(co, "shutdown", 0);
    conn.isShutForWriting = true;
    conn.stream.shutdownWrite();
    conn.writing.wakeAll();
    return co.returns(func, Nil.NIL);
  }

  @Override
  public final Endpoint local() {
    return stream.local();
  }

  @Override
  public final Optional<Endpoint> remote() {
    return Optional.of(stream.remote());
  }

  @Override
  public final SocketAddr localAddr() {
    return SocketAddr.local(stream);
  }

  @Override
  public final Optional<SocketAddr> remoteAddr() {
    return Optional.of(SocketAddr.remote(stream));
  }

  /// Gives the stream to somebody who goes on with it: for the script this connection is closed,
  /// and the stream's callback is nobody's.
  public final ByteStream handOver() {
    leave();
    stream.onChange(() -> {});
    return stream;
  }

  @Override
  final void used(Coroutine co, String operation, int octets) {
    SocketUse.record(process, co.place(), operation, stream, octets);
  }

  @Override
  final void closeSocket() {
    stream.close();
  }

  private LuaValue[] failed(NetError error) {
    return new LuaValue[] {Nil.NIL, error(error)};
  }
}
