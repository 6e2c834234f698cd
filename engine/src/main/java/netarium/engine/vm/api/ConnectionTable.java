package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.Arrivals;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import org.jspecify.annotations.Nullable;

/// What `net.connect` hands to a script: a table with `connection_id`, whose methods `send`, `recv`
/// and `close` come through its metatable.
final class ConnectionTable {
  private final NetApi net;
  private final MessageConnection connection;
  private final MessageQueue queue;
  private final Arrivals.Source source;

  private ConnectionTable(
      NetApi net, Process process, MessageConnection connection, MessageQueue queue) {
    this.net = net;
    this.connection = connection;
    this.queue = queue;
    this.source =
        process
            .arrivals()
            .source(this::take)
            .saying(Awaited.of(Awaited.What.READ, connection.socket()::remote));
  }

  static Table make(
      NetApi net, Process process, MessageConnection connection, MessageQueue queue, long id) {
    ConnectionTable made = new ConnectionTable(net, process, connection, queue);
    LuaMachine machine = process.machine();
    Table methods = new Table(machine, 0, 3);
    methods.set("send", new Method(machine, "send", made, made::send));
    methods.set("recv", new Method(machine, "recv", made, made::recv));
    methods.set("close", new Method(machine, "close", made, made::close));
    Table metatable = new Table(machine, 0, 1);
    metatable.set("__index", methods);
    Table table = new Table(machine, 0, 1);
    table.set("connection_id", new Num(id));
    table.setMetatable(metatable);
    return table;
  }

  /// The connection behind a value that `net.connect` made.
  static Optional<ConnectionTable> of(LuaValue value) {
    Table metatable = value instanceof Table table ? table.metatable() : null;
    if (metatable != null
        && metatable.get("__index") instanceof Table methods
        && methods.get("recv") instanceof Method method) {
      return Optional.of(method.connection);
    }
    return Optional.empty();
  }

  MessageConnection connection() {
    return connection;
  }

  MessageQueue queue() {
    return queue;
  }

  /// A method that knows its connection, so that no other machine's object can be passed for it.
  private static final class Method extends Native {
    private final ConnectionTable connection;
    private final Native.Body body;

    Method(LuaMachine machine, String name, ConnectionTable connection, Native.Body body) {
      super(machine, name);
      this.connection = connection;
      this.body = body;
      asWorldCall();
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      boolean isOwn = ConnectionTable.of(co.arg(func, n, 1)).filter(connection::equals).isPresent();
      Args.check(co, isOwn, 1, "connection expected; call it with a colon, conn:" + name + "()");
      return body.call(co, func, n);
    }
  }

  private int send(Coroutine co, int func, int n) {
    requireOpen(co);
    return net.send(co, func, connection, Values.octets(Args.checkStr(co, func, n, 2)));
  }

  private int recv(Coroutine co, int func, int n) {
    requireOpen(co);
    return NetApi.poll(co, func, source);
  }

  private int close(Coroutine co, int func, int n) {
    if (!connection.isClosed()) {
      net.used(
          co, "close", connection.socket().local(), Optional.of(connection.socket().remote()), 0);
      connection.close();
    }
    return co.returns();
  }

  private LuaValue @Nullable [] take() {
    MessageQueue.Message message = queue.poll();
    if (message != null) {
      connection.pull();
      return new LuaValue[] {net.messageTable(message)};
    }
    String trouble = connection.takeTrouble();
    return trouble == null ? null : new LuaValue[] {Nil.NIL, Str.of(trouble)};
  }

  private void requireOpen(Coroutine co) {
    if (connection.isClosed()) {
      throw co.error("Connection closed", 1);
    }
  }
}
