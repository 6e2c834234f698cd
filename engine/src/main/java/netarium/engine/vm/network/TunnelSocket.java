package netarium.engine.vm.network;

import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Timer;
import netarium.engine.socket.ByteStream;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Completion;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.Task;
import netarium.engine.vm.WaitQueue;
import netarium.engine.wire.OctetQueue;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A stream as LuaSocket shows it: `send`, `receive`, `settimeout`, `close`. Errors are `closed`
/// and `timeout`; with them comes what was done or had come till then.
final class TunnelSocket {
  private static final String KIND = "tcp{client}";
  private static final String METATABLE = "netarium." + KIND;
  private static final int READ_OCTETS = 64 * 1024;
  private static final double MOST_SECONDS = 3.2e9;

  private final Process process;
  private final ByteStream stream;
  private final OctetQueue come = new OctetQueue();
  private final WaitQueue waiting;
  private double timeoutSeconds = -1;
  private final Consumer<TunnelSocket> onClose;
  private boolean isClosed;

  TunnelSocket(Process process, ByteStream stream, Consumer<TunnelSocket> onClose) {
    this.process = process;
    this.stream = stream;
    this.onClose = onClose;
    this.waiting = new WaitQueue(Awaited.of(Awaited.What.READ, stream::remote));
    stream.onChange(this::changed);
  }

  private void changed() {
    process.arrivals().arrived();
    waiting.wakeAll();
  }

  LuaValue value(LuaMachine machine) {
    if (!(machine.registry.get(METATABLE) instanceof Table metatable)) {
      Table made = new Table(machine, 0, 5);
      made.set("__index", made);
      made.set("send", Native.of(KIND + ".send", TunnelSocket::send).asWorldCall());
      made.set("receive", Native.of(KIND + ".receive", TunnelSocket::receive).asWorldCall());
      made.set("settimeout", Native.of(KIND + ".settimeout", TunnelSocket::settimeout));
      made.set("close", Native.of(KIND + ".close", TunnelSocket::close).asWorldCall());
      machine.registry.set(METATABLE, made);
      return new Userdata(machine, this, made);
    }
    return new Userdata(machine, this, metatable);
  }

  private static TunnelSocket self(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Userdata data && data.content instanceof TunnelSocket found) {
      return found;
    }
    throw Args.argError(co, 1, KIND + " expected; call its methods with a colon");
  }

  /// `sock:settimeout(seconds)`: for each call from now on; nil or a negative number is for ever.
  private static int settimeout(Coroutine co, int func, int n) {
    TunnelSocket socket = self(co, func, n);
    double seconds = Args.optNumber(co, func, n, 2, -1);
    Args.check(co, !Double.isNaN(seconds), 2, "number of seconds expected");
    socket.timeoutSeconds = Math.min(seconds, MOST_SECONDS);
    return co.returns(func, Num.ONE);
  }

  private static int close(Coroutine co, int func, int n) {
    TunnelSocket socket = self(co, func, n);
    if (!socket.isClosed) {
      socket.used("close", 0, co.place());
      socket.close();
    }
    return co.returns(func, Num.ONE);
  }

  void close() {
    if (!isClosed) {
      isClosed = true;
      onClose.accept(this);
      stream.close();
      waiting.wakeAll();
    }
  }

  private void used(String operation, int octets, String place) {
    SocketUse.record(
        process, place, operation, stream.local(), Optional.of(stream.remote()), octets);
  }

  /// `sock:send(data, i?, j?)` → the index of the last octet sent, or nil, error and that index.
  private static int send(Coroutine co, int func, int n) {
    TunnelSocket socket = self(co, func, n);
    Str text = Args.checkStr(co, func, n, 2);
    int from = index(Args.optLong(co, func, n, 3, 1), text.length, 1);
    int to = index(Args.optLong(co, func, n, 4, -1), text.length, 0);
    Octets data =
        from > to ? Octets.EMPTY : Octets.wrap(text.bytes, text.offset + from - 1, to - from + 1);
    co.machine.charge(data.length());
    if (!socket.isClosed) {
      socket.used("send", data.length(), co.place());
    }
    return socket.await(co, func, socket.new Sending(data, from - 1));
  }

  /// As `string.sub` counts, within the text.
  private static int index(long given, int length, int least) {
    long at = given < 0 ? length + given + 1 : given;
    return (int) Math.max(least, Math.min(length, at));
  }

  private final class Sending implements Completion {
    private final Octets data;
    private final int before;
    private int sent;

    Sending(Octets data, int before) {
      this.data = data;
      this.before = before;
    }

    @Override
    public LuaValue @Nullable [] attempt() {
      if (isClosed || stream.error().isPresent() || !stream.maySend()) {
        return failed("closed", new Num(before + sent));
      }
      sent += stream.offer(data.slice(sent));
      return sent == data.length() ? new LuaValue[] {new Num(before + sent)} : null;
    }

    LuaValue[] timedOut() {
      return failed("timeout", new Num(before + sent));
    }
  }

  /// `sock:receive(pattern?, prefix?)`: a line (`*l`), all up to the end (`*a`), or so many octets;
  /// or nil, error and what has come of it.
  private static int receive(Coroutine co, int func, int n) {
    TunnelSocket socket = self(co, func, n);
    LuaValue pattern = co.arg(func, n, 2);
    Str prefix = Args.optStr(co, func, n, 3, Str.EMPTY);
    int octets = -1;
    boolean isLine = true;
    if (pattern instanceof Num) {
      octets = Math.max(0, Args.checkInt(co, func, n, 2) - prefix.length);
    } else if (pattern != Nil.NIL) {
      String word = Args.checkStr(co, func, n, 2).toLatin1();
      isLine = word.equals("*l") || word.equals("l");
      Args.check(co, isLine || word.equals("*a") || word.equals("a"), 2, "invalid receive pattern");
    }
    return socket.await(co, func, socket.new Receiving(prefix, isLine, octets));
  }

  private final class Receiving implements Completion {
    private final Str prefix;
    private final boolean isLine;
    private final int octets;
    private int searched;

    Receiving(Str prefix, boolean isLine, int octets) {
      this.prefix = prefix;
      this.isLine = isLine;
      this.octets = octets;
    }

    @Override
    public LuaValue @Nullable [] attempt() {
      read();
      if (octets >= 0) {
        return come.length() >= octets ? done(come.take(octets)) : unlessOver();
      }
      if (isLine) {
        Octets all = come.peek(come.length());
        while (searched < all.length()) {
          if (all.at(searched++) == '\n') {
            return done(withoutReturns(come.take(searched).slice(0, searched - 1)));
          }
        }
        return unlessOver();
      }
      boolean isEnd = isOver();
      return isEnd && !come.isEmpty() ? done(come.take(come.length())) : unlessOver();
    }

    private void read() {
      if (isClosed) {
        return;
      }
      int wanted = octets >= 0 ? octets - come.length() : READ_OCTETS;
      while (wanted > 0) {
        Octets more = stream.receive(wanted);
        if (more.isEmpty()) {
          return;
        }
        come.add(more);
        process.vm().memory().requireRoom(come.length());
        wanted = octets >= 0 ? octets - come.length() : READ_OCTETS;
      }
    }

    private boolean isOver() {
      return isClosed || stream.isAtEnd() || stream.error().isPresent();
    }

    private LuaValue @Nullable [] unlessOver() {
      return isOver() ? ended("closed") : null;
    }

    LuaValue[] ended(String error) {
      return failed(error, text(come.take(come.length())));
    }

    private LuaValue[] done(Octets data) {
      return new LuaValue[] {text(data)};
    }

    private LuaValue text(Octets data) {
      LuaMachine machine = process.machine();
      Octets start = Octets.wrap(prefix.bytes, prefix.offset, prefix.length);
      return machine.charged(Str.wrap(start.plus(data).toByteArray()));
    }
  }

  private static Octets withoutReturns(Octets line) {
    byte[] kept = new byte[line.length()];
    int count = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.at(i) != '\r') {
        kept[count++] = (byte) line.at(i);
      }
    }
    return Octets.copyOf(kept, 0, count);
  }

  private LuaValue[] failed(String error, LuaValue rest) {
    LuaMachine machine = process.machine();
    return new LuaValue[] {Nil.NIL, machine.charged(Str.of(error)), rest};
  }

  /// Waits for the completion, no longer than the socket's time-out.
  private int await(Coroutine co, int func, Completion completion) {
    LuaValue[] results = completion.attempt();
    if (results != null) {
      return Process.give(co, func, results);
    }
    if (timeoutSeconds == 0) {
      return Process.give(co, func, timedOut(completion));
    }
    Task task = process.runningTask();
    waiting.add(task);
    Timer timer = process.vm().simulator().timer(task::wake);
    SimTime until = SimTime.ZERO;
    if (timeoutSeconds > 0) {
      long nanos = Math.round(timeoutSeconds * 1e9);
      until = process.vm().simulator().now().plus(SimDuration.ofNanos(nanos));
      timer.armAt(until);
    }
    SimTime deadline = until;
    return process.park(() -> {
      LuaValue[] late = completion.attempt();
      if (late == null && timeoutSeconds > 0 && !timer.isArmed()) {
        boolean isOver = !process.vm().simulator().now().isBefore(deadline);
        late = isOver ? timedOut(completion) : null;
      }
      if (late != null) {
        waiting.remove(task);
        timer.cancel();
      }
      return late;
    });
  }

  private static LuaValue[] timedOut(Completion completion) {
    return switch (completion) {
      case Sending sending -> sending.timedOut();
      case Receiving receiving -> receiving.ended("timeout");
      default -> throw new IllegalStateException("invariant broken: it sends or receives");
    };
  }
}
