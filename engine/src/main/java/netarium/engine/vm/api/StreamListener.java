package netarium.engine.vm.api;

import java.util.Optional;
import java.util.function.BiFunction;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.sim.SimTime;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.StreamAcceptor;
import netarium.engine.socket.UnixListener;
import netarium.engine.tls.TlsAcceptor;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import org.jspecify.annotations.Nullable;

/// Go's `net.Listener`: `Accept` waits for the next connection.
public final class StreamListener implements Handles.Open {
  private static final String KIND = "Listener";
  private static final String UNIX_KIND = "UnixListener";

  private final Handles handles;
  private final Process process;
  private final StreamAcceptor listener;
  private final BiFunction<Handles, ByteStream, StreamConn> connections;
  private final Deadline accepting;
  private boolean isClosed;
  private Runnable onClose = () -> {};

  public StreamListener(Handles handles, StreamAcceptor listener) {
    this(handles, listener, StreamConn::new);
  }

  /// `connections` makes of a stream what `Accept` gives.
  public StreamListener(
      Handles handles,
      StreamAcceptor listener,
      BiFunction<Handles, ByteStream, StreamConn> connections) {
    this.handles = handles;
    this.process = handles.process();
    this.listener = listener;
    this.connections = connections;
    this.accepting =
        new Deadline(
            process, Awaited.of(Awaited.What.CLIENT, () -> SocketAddr.of(listener).text()));
    listener.onChange(this::changed);
    handles.opened(this);
  }

  private void changed() {
    process.arrivals().arrived();
    accepting.wakeAll();
  }

  /// What the script gets of it; a Unix one can do more.
  public LuaValue value() {
    return unix(listener).isPresent()
        ? Handles.value(handles.machine(), this, UNIX_KIND, StreamListener::fillUnix)
        : Handles.value(handles.machine(), this, KIND, StreamListener::fill);
  }

  private static Optional<UnixListener> unix(StreamAcceptor acceptor) {
    return switch (acceptor) {
      case TlsAcceptor tls -> unix(tls.below());
      case UnixListener listener -> Optional.of(listener);
      default -> Optional.empty();
    };
  }

  /// Where its connections come from, for whoever accepts them instead of the script.
  public StreamAcceptor acceptor() {
    return listener;
  }

  /// Tells whoever accepts in the script's place: there is somebody to accept, it is closed.
  public void tell(Runnable onConnection, Runnable closed) {
    listener.onChange(onConnection);
    onClose = closed;
  }

  private static void fill(Table t) {
    t.set("Accept", Native.of("Listener.Accept", StreamListener::accept).asWorldCall());
    t.set("Close", Native.of("Listener.Close", StreamListener::close).asWorldCall());
    t.set("Addr", Native.of("Listener.Addr", StreamListener::addr));
    t.set("SetDeadline", Native.of("Listener.SetDeadline", StreamListener::deadline).asWorldCall());
  }

  private static void fillUnix(Table t) {
    fill(t);
    t.set(
        "SetUnlinkOnClose",
        Native.of("UnixListener.SetUnlinkOnClose", StreamListener::unlinkOnClose).asWorldCall());
  }

  /// `listener:SetUnlinkOnClose(unlink)`: whether closing removes the socket's file.
  private static int unlinkOnClose(Coroutine co, int func, int n) {
    StreamListener listening = self(co, func, n);
    boolean wanted = Args.checkType(co, func, n, 2, "boolean").equals(Bool.TRUE);
    unix(listening.listener).ifPresent(each -> each.unlinkOnClose(wanted));
    return co.returns();
  }

  private static StreamListener self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, StreamListener.class, KIND);
  }

  private static int accept(Coroutine co, int func, int n) {
    StreamListener listening = self(co, func, n);
    if (listening.isClosed) {
      return co.returns(func, Nil.NIL, NetError.CLOSED.value(co.machine));
    }
    return listening.accepting.await(co, func, () -> listening.tryAccept(co));
  }

  private LuaValue @Nullable [] tryAccept(Coroutine co) {
    if (isClosed) {
      return failed(NetError.CANCELLED);
    }
    if (accepting.isOver()) {
      return failed(NetError.TIMEOUT);
    }
    Optional<? extends ByteStream> accepted = listener.accept();
    if (accepted.isEmpty()) {
      return null;
    }
    ByteStream socket = accepted.get();
    SocketUse.record(process, co.place(), "accept", socket, 0);
    return new LuaValue[] {connections.apply(handles, socket).value(), Nil.NIL};
  }

  private LuaValue[] failed(NetError error) {
    return new LuaValue[] {Nil.NIL, error.value(handles.machine())};
  }

  private static int close(Coroutine co, int func, int n) {
    StreamListener listening = self(co, func, n);
    if (listening.isClosed) {
      return co.returns(func, NetError.CLOSED.value(co.machine));
    }
    SocketUse.record(listening.process, co.place(), "close", listening.listener);
    listening.close();
    return co.returns(func, Nil.NIL);
  }

  private static int addr(Coroutine co, int func, int n) {
    SocketAddr addr = SocketAddr.of(self(co, func, n).listener);
    return co.returns(func, addr.value(co.machine));
  }

  /// Gives the place to somebody who goes on accepting there: for the script this listener is
  /// closed.
  public StreamAcceptor handOver() {
    if (!isClosed) {
      isClosed = true;
      handles.closed(this);
      listener.onChange(() -> {});
      accepting.end();
    }
    return listener;
  }

  public boolean isClosed() {
    return isClosed;
  }

  private static int deadline(Coroutine co, int func, int n) {
    StreamListener listening = self(co, func, n);
    SimTime at = Deadline.argument(co, func, n, 2, listening.process);
    if (listening.isClosed) {
      return co.returns(func, NetError.CLOSED.value(co.machine));
    }
    listening.accepting.set(at);
    return co.returns(func, Nil.NIL);
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      handles.closed(this);
      listener.close();
      accepting.end();
      onClose.run();
    }
  }
}
