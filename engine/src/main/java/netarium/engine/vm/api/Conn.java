package netarium.engine.vm.api;

import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Table;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;

/// What the connections of Go's `net` have in common: the addresses of both ends, a deadline for
/// reading and one for writing, and that they are closed once.
public abstract sealed class Conn implements Handles.Open permits StreamConn, PacketConn {
  final Handles handles;
  final Process process;
  final Deadline reading;
  final Deadline writing;

  /// As the API calls its kind: `Conn`.
  private final String kind;

  private boolean isClosed;

  Conn(Handles handles, String kind) {
    this.handles = handles;
    this.process = handles.process();
    this.kind = kind;
    this.reading = new Deadline(process, Awaited.of(Awaited.What.READ, this::otherEnd));
    this.writing = new Deadline(process, Awaited.of(Awaited.What.WRITE, this::otherEnd));
    handles.opened(this);
  }

  public abstract Endpoint local();

  /// None of a packet connection without a peer.
  public abstract Optional<Endpoint> remote();

  /// What scripts call this end.
  public abstract SocketAddr localAddr();

  /// What scripts call the other end, if there is one.
  public abstract Optional<SocketAddr> remoteAddr();

  /// Whom it hears: its peer, or whoever sends to its own end.
  private String otherEnd() {
    return remoteAddr().orElseGet(this::localAddr).text();
  }

  /// Writes down what the script does with it.
  abstract void used(Coroutine co, String operation, int octets);

  /// Lets go of the socket.
  abstract void closeSocket();

  public final boolean isClosed() {
    return isClosed;
  }

  protected final LuaValue value(Consumer<Table> fill) {
    return Handles.value(handles.machine(), this, kind, fill);
  }

  /// The methods that both kinds have.
  static void fill(Table t, String kind, Class<? extends Conn> type) {
    set(
        t,
        kind,
        "Close",
        (co, func, n) -> {
          Conn conn = self(co, func, n, type, kind);
          return conn.close(co, func);
        },
        true);
    set(
        t,
        kind,
        "LocalAddr",
        (co, func, n) -> {
          Conn conn = self(co, func, n, type, kind);
          return co.returns(func, conn.localAddr().value(co.machine));
        },
        false);
    set(
        t,
        kind,
        "RemoteAddr",
        (co, func, n) -> {
          Conn conn = self(co, func, n, type, kind);
          return co.returns(
              func, conn.remoteAddr().map(each -> each.value(co.machine)).orElse(Nil.NIL));
        },
        false);
    deadline(t, kind, "SetDeadline", type, true, true);
    deadline(t, kind, "SetReadDeadline", type, true, false);
    deadline(t, kind, "SetWriteDeadline", type, false, true);
  }

  private static void set(
      Table t, String kind, String name, Native.Body body, boolean isWorldCall) {
    Native made = Native.of(kind + "." + name, body);
    t.set(name, isWorldCall ? made.asWorldCall() : made);
  }

  private static void deadline(
      Table t,
      String kind,
      String name,
      Class<? extends Conn> type,
      boolean ofReading,
      boolean ofWriting) {
    Native.Body body =
        (co, func, n) -> {
          Conn conn = self(co, func, n, type, kind);
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
    set(t, kind, name, body, true);
  }

  static <T extends Conn> T self(Coroutine co, int func, int n, Class<T> type, String kind) {
    return Handles.check(co, func, n, 1, type, kind);
  }

  private int close(Coroutine co, int func) {
    if (isClosed) {
      return co.returns(func, error(NetError.CLOSED));
    }
    used(co, "close", 0);
    close();
    return co.returns(func, Nil.NIL);
  }

  final LuaValue error(NetError error) {
    return error.value(handles.machine());
  }

  @Override
  public final void close() {
    if (!isClosed) {
      isClosed = true;
      handles.closed(this);
      closeSocket();
      reading.end();
      writing.end();
    }
  }

  /// For the script it is closed; the socket goes on with somebody else.
  final void leave() {
    if (!isClosed) {
      isClosed = true;
      handles.closed(this);
      reading.end();
      writing.end();
    }
  }
}
