package netarium.engine.vm.api;

import java.util.Optional;
import java.util.function.BiFunction;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.sim.SimTime;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.tls.TlsStream;
import netarium.engine.vm.Awaited;
import org.jspecify.annotations.Nullable;

/// A connection that is not yet there: the task that wants it waits until it stands, fails, or time
/// is up.
public final class Dialling implements Handles.Open {
  private final Handles handles;
  private final ByteStream stream;
  private final Deadline deadline;
  private final BiFunction<Handles, ByteStream, StreamConn> connections;

  /// `connections` makes of the stream what the script gets.
  public Dialling(
      Handles handles,
      ByteStream stream,
      @Nullable SimTime until,
      BiFunction<Handles, ByteStream, StreamConn> connections) {
    this.handles = handles;
    this.stream = stream;
    this.deadline =
        new Deadline(
            handles.process(),
            Awaited.of(Awaited.What.CONNECT, () -> SocketAddr.remote(stream).text()));
    this.connections = connections;
    deadline.set(until);
    stream.onChange(deadline::wakeAll);
    handles.opened(this);
  }

  /// Waits; the results are `conn, nil` or `nil, err`.
  public int await(Coroutine co, int func) {
    return deadline.await(co, func, this::attempt);
  }

  private LuaValue @Nullable [] attempt() {
    Optional<SocketError> error = stands() ? Optional.empty() : stream.error();
    if (error.isPresent()) {
      handles.closed(this);
      stream.onChange(() -> {});
      stream.close();
      return new LuaValue[] {Nil.NIL, NetError.of(error.get()).value(handles.machine())};
    }
    if (!stream.isConnecting()) {
      handles.closed(this);
      return new LuaValue[] {connections.apply(handles, stream).value(), Nil.NIL};
    }
    if (deadline.isOver()) {
      close();
      return new LuaValue[] {Nil.NIL, NetError.TIMEOUT.value(handles.machine())};
    }
    return null;
  }

  /// Whether it stands even if something has gone wrong since.
  private boolean stands() {
    return stream instanceof TlsStream tls && tls.session().isPresent();
  }

  @Override
  public void close() {
    handles.closed(this);
    stream.onChange(() -> {});
    stream.abort();
    deadline.end();
  }
}
