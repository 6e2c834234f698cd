package netarium.engine.vm.gohttp;

import java.util.Optional;
import java.util.function.Function;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.text.OctetBuffer;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import netarium.engine.vm.WaitQueue;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.Results;
import netarium.engine.vm.api.Values;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The body of a request or a response as scripts read it: `Read(n)` hands over what is there and
/// waits for the first octet, `ReadAll()` waits for the end, `Close()` says that the rest is not
/// wanted.
public final class Body {
  static final String KIND = "Body";

  private static final int DEFAULT_READ_OCTETS = 4096;
  private static final int PIECE_OCTETS = 65_536;

  private final Process process;
  private final BodySource source;
  private final WaitQueue waiting = new WaitQueue(Awaited.always(Awaited.What.READ));
  private boolean isClosed;

  private Body(Process process, BodySource source) {
    this.process = process;
    this.source = source;
    source.onChange(this::changed);
  }

  /// A body for scripts of that process.
  public static Userdata of(Process process, BodySource source) {
    return Handles.value(process.machine(), new Body(process, source), KIND, Body::fill);
  }

  /// The body behind a value, if it is one.
  public static Optional<Body> find(LuaValue value) {
    return Handles.find(value, Body.class);
  }

  public BodySource source() {
    return source;
  }

  private void changed() {
    process.arrivals().arrived();
    waiting.wakeAll();
  }

  private static void fill(Table t) {
    t.set("Read", Native.of("Body.Read", Body::read).asWorldCall());
    t.set("ReadAll", Native.of("Body.ReadAll", Body::readAll).asWorldCall());
    t.set("Close", Native.of("Body.Close", Body::close).asWorldCall());
  }

  private static Body self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, Body.class, KIND);
  }

  /// `body:Read(n)` → data, err: up to n octets; `io.EOF` behind the last.
  private static int read(Coroutine co, int func, int n) {
    Body body = self(co, func, n);
    long most = Args.optLong(co, func, n, 2, DEFAULT_READ_OCTETS);
    Args.check(co, most >= 0, 2, "a number of octets expected");
    int octets = (int) Math.min(most, Integer.MAX_VALUE);
    return body.process.await(co, func, body.waiting, () -> body.tryRead(octets));
  }

  private LuaValue @Nullable [] tryRead(int most) {
    if (isClosed) {
      return failed(HttpErrors.BODY_CLOSED);
    }
    LuaMachine machine = process.machine();
    Octets data = source.take(most);
    if (!data.isEmpty() || most == 0) {
      machine.charge(data.length());
      return new LuaValue[] {Values.str(machine, data), Nil.NIL};
    }
    Optional<NetError> error = source.error();
    if (error.isPresent()) {
      return failed(error.get());
    }
    return source.isAtEnd() ? failed(NetError.EOF) : null;
  }

  private LuaValue[] failed(NetError error) {
    return new LuaValue[] {Nil.NIL, error.value(process.machine())};
  }

  /// `body:ReadAll()` → data, err: all that is left.
  private static int readAll(Coroutine co, int func, int n) {
    Body body = self(co, func, n);
    return body.awaitAll(
        co,
        func,
        all ->
            switch (all) {
              case Whole.Failed(NetError error) -> body.failed(error);
              case Whole.All(Str text) -> new LuaValue[] {text, Nil.NIL};
            });
  }

  /// All that was left of a body, or why it is not whole.
  public sealed interface Whole {
    record All(Str text) implements Whole {}

    record Failed(NetError error) implements Whole {}
  }

  /// What a native returns that has to have the whole body first; `then` makes its results of it.
  public int awaitAll(Coroutine co, int func, Function<Whole, LuaValue[]> then) {
    OctetBuffer read = Results.buffer(co);
    return process.await(
        co,
        func,
        waiting,
        () -> {
          Whole whole = tryAll(read);
          return whole == null ? null : then.apply(whole);
        });
  }

  private @Nullable Whole tryAll(OctetBuffer read) {
    if (isClosed) {
      return new Whole.Failed(HttpErrors.BODY_CLOSED);
    }
    LuaMachine machine = process.machine();
    Octets piece = source.take(PIECE_OCTETS);
    while (!piece.isEmpty()) {
      read.append(piece.toByteArray());
      machine.charge(piece.length());
      piece = source.take(PIECE_OCTETS);
    }
    Optional<NetError> error = source.error();
    if (error.isPresent()) {
      return new Whole.Failed(error.get());
    }
    if (!source.isAtEnd()) {
      return null;
    }
    machine.account.charge(Str.HEADER_OCTETS);
    return new Whole.All(Str.wrap(read.take(), 0, read.length()));
  }

  private static int close(Coroutine co, int func, int n) {
    self(co, func, n).close();
    return co.returns(func, Nil.NIL);
  }

  /// Nobody wants the rest; who waits for it is told.
  public void close() {
    if (!isClosed) {
      isClosed = true;
      source.close();
      waiting.wakeAll();
    }
  }
}
