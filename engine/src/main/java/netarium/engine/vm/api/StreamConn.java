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
import netarium.engine.sim.SimTime;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.TcpSocket;
import netarium.engine.vm.Completion;
import netarium.engine.vm.Process;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A TCP connection as Go's `net.Conn`: `Read`, `Write`, `Close`, `CloseWrite`, `LocalAddr`,
/// `RemoteAddr` and the deadlines. Reading and writing block the task that calls, nobody else.
final class StreamConn implements Handles.Open {
  static final int DEFAULT_READ_OCTETS = 4096;

  private static final String KIND = "Conn";
  private static final String NETWORK = "tcp";

  private final Handles handles;
  private final Process process;
  private final TcpSocket socket;
  private final Deadline reading;
  private final Deadline writing;
  private boolean isClosed;
  private boolean isShutForWriting;

  StreamConn(Handles handles, TcpSocket socket) {
    this.handles = handles;
    this.process = handles.process();
    this.socket = socket;
    this.reading = new Deadline(process);
    this.writing = new Deadline(process);
    socket.onChange(this::changed);
    handles.opened(this);
  }

  private void changed() {
    process.arrivals().arrived();
    reading.wakeAll();
    writing.wakeAll();
  }

  LuaValue value() {
    return Handles.value(handles.machine(), this, KIND, StreamConn::fill);
  }

  private static void fill(Table t) {
    t.set("Read", Native.of("Conn.Read", StreamConn::read).asWorldCall());
    t.set("Write", Native.of("Conn.Write", StreamConn::write).asWorldCall());
    t.set("Close", Native.of("Conn.Close", StreamConn::close).asWorldCall());
    t.set("CloseWrite", Native.of("Conn.CloseWrite", StreamConn::closeWrite).asWorldCall());
    t.set("LocalAddr", Native.of("Conn.LocalAddr", StreamConn::localAddr));
    t.set("RemoteAddr", Native.of("Conn.RemoteAddr", StreamConn::remoteAddr));
    t.set("SetDeadline", deadlines("SetDeadline", true, true));
    t.set("SetReadDeadline", deadlines("SetReadDeadline", true, false));
    t.set("SetWriteDeadline", deadlines("SetWriteDeadline", false, true));
  }

  private static StreamConn self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, StreamConn.class, KIND);
  }

  private static Native deadlines(String name, boolean ofReading, boolean ofWriting) {
    Native.Body body =
        (co, func, n) -> {
          StreamConn conn = self(co, func, n);
          SimTime at = Deadline.argument(co, func, n, 2, conn.process);
          if (conn.isClosed) {
            return co.returns(func, conn.error(NetError.CLOSED));
          }
          if (ofReading) {
            conn.reading.set(at);
          }
          if (ofWriting) {
            conn.writing.set(at);
          }
          return co.returns(func, Nil.NIL);
        };
    return Native.of("Conn." + name, body).asWorldCall();
  }

  /// `conn:Read(n)` → data, err: what has come, up to n octets, waiting for the first.
  private static int read(Coroutine co, int func, int n) {
    StreamConn conn = self(co, func, n);
    int most = readSize(co, func, n);
    if (conn.isClosed) {
      return co.returns(func, Nil.NIL, conn.error(NetError.CLOSED));
    }
    return conn.reading.await(co, func, () -> conn.tryRead(most));
  }

  static int readSize(Coroutine co, int func, int n) {
    long most = Args.optLong(co, func, n, 2, DEFAULT_READ_OCTETS);
    Args.check(co, most >= 0, 2, "a number of octets expected");
    return (int) Math.min(most, Integer.MAX_VALUE);
  }

  private LuaValue @Nullable [] tryRead(int most) {
    if (isClosed) {
      return failed(NetError.CANCELLED);
    }
    if (reading.isOver()) {
      return failed(NetError.TIMEOUT);
    }
    if (most == 0) {
      return new LuaValue[] {Str.EMPTY, Nil.NIL};
    }
    Octets data = socket.receive(most);
    if (!data.isEmpty()) {
      handles.machine().charge(data.length());
      return new LuaValue[] {Values.str(handles.machine(), data), Nil.NIL};
    }
    Optional<SocketError> error = socket.error();
    if (error.isPresent()) {
      return failed(NetError.of(error.get()));
    }
    return socket.isAtEnd() ? failed(NetError.EOF) : null;
  }

  /// `conn:Write(data)` → n, err: waits until all of it has been taken. When that fails, n is what
  /// has been taken, nil for nothing.
  private static int write(Coroutine co, int func, int n) {
    StreamConn conn = self(co, func, n);
    Octets data = Values.octets(Args.checkStr(co, func, n, 2));
    co.machine.charge(data.length());
    if (conn.isClosed) {
      return co.returns(func, Nil.NIL, conn.error(NetError.CLOSED));
    }
    SocketUse.record(
        conn.process,
        co,
        "send",
        conn.socket.local(),
        Optional.of(conn.socket.remote()),
        data.length());
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
      if (isClosed) {
        return ended(NetError.CANCELLED);
      }
      if (writing.isOver()) {
        return ended(NetError.TIMEOUT);
      }
      Optional<SocketError> error = socket.error();
      if (error.isPresent()) {
        return ended(NetError.of(error.get()));
      }
      if (isShutForWriting || !socket.maySend()) {
        return ended(NetError.BROKEN_PIPE);
      }
      written += socket.offer(data.slice(written), false);
      return written == data.length() ? new LuaValue[] {new Num(written), Nil.NIL} : null;
    }

    private LuaValue[] ended(NetError error) {
      LuaValue count = written == 0 ? Nil.NIL : new Num(written);
      return new LuaValue[] {count, error(error)};
    }
  }

  private static int close(Coroutine co, int func, int n) {
    StreamConn conn = self(co, func, n);
    if (conn.isClosed) {
      return co.returns(func, conn.error(NetError.CLOSED));
    }
    SocketUse.record(
        conn.process, co, "close", conn.socket.local(), Optional.of(conn.socket.remote()), 0);
    conn.close();
    return co.returns(func, Nil.NIL);
  }

  /// No more will be written; what the peer sends can still be read.
  private static int closeWrite(Coroutine co, int func, int n) {
    StreamConn conn = self(co, func, n);
    if (conn.isClosed) {
      return co.returns(func, conn.error(NetError.CLOSED));
    }
    SocketUse.record(
        conn.process, co, "shutdown", conn.socket.local(), Optional.of(conn.socket.remote()), 0);
    conn.isShutForWriting = true;
    conn.socket.shutdownWrite();
    conn.writing.wakeAll();
    return co.returns(func, Nil.NIL);
  }

  private static int localAddr(Coroutine co, int func, int n) {
    return co.returns(
        func, new NetAddr(NETWORK, self(co, func, n).socket.local()).value(co.machine));
  }

  private static int remoteAddr(Coroutine co, int func, int n) {
    return co.returns(
        func, new NetAddr(NETWORK, self(co, func, n).socket.remote()).value(co.machine));
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      handles.closed(this);
      socket.close();
      reading.end();
      writing.end();
    }
  }

  private LuaValue[] failed(NetError error) {
    return new LuaValue[] {Nil.NIL, error(error)};
  }

  private LuaValue error(NetError error) {
    return error.value(handles.machine());
  }
}
