package netarium.engine.vm.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import netarium.engine.codec.HttpRequest;
import netarium.engine.lua.Closure;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.sim.Simulator;
import netarium.engine.vm.Baton;
import netarium.engine.vm.Process;
import netarium.engine.vm.TaskWatch;
import netarium.engine.vm.web.HeaderTables;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// One worker: a process of its own that has loaded the script, on one request at a time. While
/// that request waits for something, another begins or goes on.
final class PoolWorker {
  private static final String HANDLER = "handle_request";
  private static final int UNAVAILABLE = 503;
  private static final int FAILED = 500;

  private enum State {
    /// The script's main chunk runs; requests wait.
    LOADING,
    READY,
    /// The script cannot be used.
    BROKEN,
    STOPPED
  }

  private final HttpPool pool;
  private final int index;
  private final PoolPlan.Handling handling;
  private final Deque<PoolRequest> queue = new ArrayDeque<>();
  private final List<PoolRequest> underWay = new ArrayList<>();
  private Baton baton = new Baton(this::beginNext);
  private State state = State.LOADING;
  private @Nullable Process process;
  private @Nullable HeaderTables headers;
  private LuaValue handler = Nil.NIL;
  private String whyBroken = "";

  PoolWorker(HttpPool pool, int index, PoolPlan.Handling handling) {
    this.pool = pool;
    this.index = index;
    this.handling = handling;
  }

  int index() {
    return index;
  }

  int queued() {
    return queue.size();
  }

  int underWay() {
    return underWay.size();
  }

  Simulator simulator() {
    return pool.process().vm().simulator();
  }

  void start() {
    state = State.LOADING;
    pool.record(index, "loading", queue.size(), underWay.size());
    switch (handling) {
      case PoolPlan.Handling.Function(LuaValue function) -> ready(pool.process(), function);
      case PoolPlan.Handling.Script script -> {
        try {
          pool.process()
              .vm()
              .table()
              .spawn(
                  pool.process(),
                  script.name(),
                  script.arguments(),
                  true,
                  spawned -> load(spawned, script));
        } catch (LuaError noMemory) {
          broken(null, "cannot start a worker: " + noMemory.getMessage());
        }
      }
    }
  }

  /// Lets the worker go; the pool is over.
  void stop() {
    state = State.STOPPED;
    queue.clear();
    underWay.clear();
    Process own = process;
    if (own != null && own != pool.process()) {
      own.end("killed", 0);
    }
  }

  // ---- the script --------------------------------------------------------------------------

  private void load(Process spawned, PoolPlan.Handling.Script script) {
    process = spawned;
    baton = new Baton(this::beginNext);
    spawned.atEnd(() -> processEnded(spawned));
    spawned.hold();
    LuaMachine machine = spawned.machine();
    try {
      script.libraries().accept(spawned);
      Closure main =
          Closure.main(
              machine,
              spawned.vm().chunks().compile(script.source().toByteArray(), "@" + script.name()),
              machine.globals);
      spawned.serve(new Loading(spawned), baton, main, arguments(machine, script));
    } catch (LuaError error) {
      broken(spawned, error.getMessage());
    }
  }

  private static LuaValue[] arguments(LuaMachine machine, PoolPlan.Handling.Script script) {
    Table arg = new Table(machine, script.arguments().size(), 1);
    LuaValue[] values = new LuaValue[script.arguments().size()];
    arg.set(0, Str.of(script.name()));
    for (int i = 0; i < values.length; i++) {
      values[i] = str(machine, script.arguments().get(i));
      arg.set(i + 1, values[i]);
    }
    machine.globals.set("arg", arg);
    return values;
  }

  private final class Loading implements TaskWatch {
    private final Process spawned;

    Loading(Process spawned) {
      this.spawned = spawned;
    }

    @Override
    public void ended(LuaValue[] results) {
      LuaValue first = results.length > 0 ? results[0] : Nil.NIL;
      if (first instanceof Table table) {
        first = table.get(HANDLER);
      }
      LuaValue found =
          first instanceof LuaFunction ? first : spawned.machine().globals.get(HANDLER);
      if (found instanceof LuaFunction) {
        ready(spawned, found);
      } else {
        broken(spawned, spawned.program().script() + " defines no function " + HANDLER);
      }
    }

    @Override
    public void failed(LuaValue error, Str text) {
      broken(spawned, text.toString());
    }
  }

  private void ready(Process in, LuaValue function) {
    process = in;
    handler = function;
    HeaderTables tables = new HeaderTables(in.machine());
    headers = tables;
    // The script may lose both; the machine's memory count must not.
    in.machine().registry.set("pool.handler", function);
    in.machine().registry.set("pool.headers", tables.metatable());
    state = State.READY;
    pool.record(index, "ready", queue.size(), underWay.size());
    beginNext();
  }

  /// The script is of no use: said once on the console, and to every request.
  private void broken(@Nullable Process spawned, String why) {
    state = State.BROKEN;
    whyBroken = why;
    pool.record(index, "broken", queue.size(), underWay.size());
    if (spawned == null) {
      pool.process().notice(why);
    } else {
      spawned.failToStart(why);
    }
    while (!queue.isEmpty()) {
      queue.remove().fail(FAILED, whyBroken);
    }
  }

  /// The worker's process has ended, which no error of a handler brings about: it was killed, or it
  /// ended itself. Another takes its place, unless this one ended before it was ready.
  private void processEnded(Process ended) {
    if (ended != process || state == State.STOPPED || state == State.BROKEN) {
      return;
    }
    boolean wasReady = state == State.READY;
    List<PoolRequest> lost = List.copyOf(underWay);
    underWay.clear();
    state = State.LOADING;
    pool.record(index, "ended", queue.size(), 0);
    lost.forEach(request -> request.fail(FAILED, "the worker has ended"));
    if (pool.isOver()) {
      return;
    }
    if (wasReady) {
      start();
    } else {
      broken(null, "the worker has ended before it was ready");
    }
  }

  // ---- requests ----------------------------------------------------------------------------

  void take(PoolRequest request) {
    if (state == State.BROKEN) {
      request.fail(FAILED, whyBroken);
    } else if (queue.size() + underWay.size() > HttpPool.QUEUE) {
      request.fail(UNAVAILABLE, "Service Unavailable: this worker's queue is full\n");
    } else if (state == State.READY && queue.isEmpty() && baton.isFree()) {
      begin(request);
    } else {
      queue.add(request);
      request.cause(pool.record(request, "queued", 0));
    }
  }

  /// The worker is on no request: the one that has waited longest begins.
  private void beginNext() {
    while (state == State.READY && !queue.isEmpty() && baton.isFree()) {
      PoolRequest next = queue.remove();
      if (next.exchange().isAbandoned()) {
        note(next, "lost");
      } else {
        begin(next);
        return;
      }
    }
  }

  private void begin(PoolRequest request) {
    Process in = process;
    HeaderTables tables = headers;
    if (in == null || tables == null) {
      throw new IllegalStateException("invariant broken: a ready worker has a process");
    }
    long before = simulator().cause();
    simulator().becauseOf(request.cause());
    underWay.add(request);
    pool.record(request, "begun", 0);
    try {
      HttpRequest asked = request.exchange().request();
      LuaMachine machine = in.machine();
      in.serve(
              request,
              baton,
              handler,
              latin1(machine, asked.method()),
              latin1(machine, asked.path()),
              str(machine, asked.body()),
              latin1(machine, asked.query()),
              tables.toTable(asked.headers()))
          .pollsAtOnce(true);
    } catch (LuaError noMemory) {
      left(request);
      request.fail(noMemory);
    }
    simulator().becauseOf(before);
  }

  /// The handler of that request is done.
  void left(PoolRequest request) {
    underWay.remove(request);
  }

  void note(PoolRequest request, String change) {
    note(request, change, 0);
  }

  void note(PoolRequest request, String change, int status) {
    pool.record(request, change, status);
  }

  void sayError(Octets text) {
    Process in = process;
    if (in != null) {
      in.error(text);
    }
  }

  private static Str str(LuaMachine machine, Octets octets) {
    machine.account.charge(Str.HEADER_OCTETS + (long) octets.length());
    return Str.wrap(octets.toByteArray());
  }

  private static Str latin1(LuaMachine machine, String text) {
    machine.account.charge(Str.HEADER_OCTETS + (long) text.length());
    return Str.latin1(text);
  }
}
