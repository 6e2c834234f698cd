package netarium.engine.vm.pool;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.socket.SocketError;
import netarium.engine.tls.TlsIdentity;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.ServerIdentity;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import netarium.engine.wire.Octets;

/// `http.pool{port=, workers=, handler=}`: a pool of workers in the hands of a script. The handler
/// is the path of a script, which each worker loads into an environment of its own, or a function,
/// which runs in the environment it comes from.
public final class PoolApi {
  private static final Native POOL = Native.method("http.pool", PoolApi.class, PoolApi::pool);

  private final Process process;
  private final Consumer<Process> libraries;

  private PoolApi(Process process, Consumer<Process> libraries) {
    this.process = process;
    this.libraries = libraries;
  }

  static {
    POOL.asWorldCall();
  }

  /// `libraries`: what gives a worker's process what every process has.
  public static void install(Process process, Table http, Consumer<Process> libraries) {
    process.machine().addHost(new PoolApi(process, libraries));
    http.set("pool", POOL);
  }

  private int pool(Coroutine co, int func, int n) {
    Table options = Args.checkTable(co, func, n, 1);
    Optional<String> refusal = BrowserPlatform.SERVE.refusal(process, "http.pool");
    if (refusal.isPresent()) {
      return co.fails(func, refusal.get());
    }
    int port = number(co, options, "port", PoolPlan.DEFAULT_PORT, 0, 65_535);
    int workers =
        number(co, options, "workers", PoolPlan.DEFAULT_WORKERS, 1, PoolPlan.MOST_WORKERS);
    Optional<TlsIdentity> identity = Optional.empty();
    switch (ServerIdentity.of(process, options.get("tls"))) {
      case ServerIdentity.Plain _ -> {}
      case ServerIdentity.Shown(TlsIdentity shown) -> identity = Optional.of(shown);
      case ServerIdentity.Unusable(String why) -> {
        return co.fails(func, why);
      }
      case ServerIdentity.Wrong(String what) -> throw Args.argError(co, 1, "tls: " + what);
    }
    PoolPlan.Handling handling;
    switch (options.get("handler")) {
      case LuaFunction function -> handling = new PoolPlan.Handling.Function(function);
      case Str path -> {
        Optional<byte[]> source = read(process, path.toString());
        if (source.isEmpty()) {
          return co.fails(func, "cannot open " + path);
        }
        handling =
            new PoolPlan.Handling.Script(
                path.toString(), Octets.wrap(source.get()), List.of(), libraries);
      }
      default -> throw Args.argError(co, 1, "handler: path of a script or a function expected");
    }
    HttpPool pool = new HttpPool(process, new PoolPlan(handling, port, workers, identity));
    Optional<SocketError> error = pool.open();
    return error.isPresent()
        ? co.fails(func, error.get().sentence())
        : co.returns(func, table(co.machine, pool));
  }

  private static int number(
      Coroutine co, Table options, String name, int fallback, int least, int most) {
    LuaValue value = options.get(name);
    if (value instanceof Nil) {
      return fallback;
    }
    boolean isGood =
        value instanceof Num number
            && number.v >= least
            && number.v <= most
            && number.v == Math.rint(number.v);
    Args.check(co, isGood, 1, name + ": whole number from " + least + " to " + most + " expected");
    return (int) ((Num) value).v;
  }

  /// The script at a path as the process sees it.
  public static Optional<byte[]> read(Process process, String path) {
    long now = process.vm().settings().epochNanos() + process.vm().simulator().nowNanos();
    String absolute = FilePath.join(process.workingDirectory(), path);
    return process.vm().files().read(absolute, new FileCaller(process.user(), now))
            instanceof FileResult.Done<byte[]>(byte[] source)
        ? Optional.of(source)
        : Optional.empty();
  }

  private static Table table(LuaMachine machine, HttpPool pool) {
    Table table = new Table(machine, 0, 2);
    table.set("port", new Num(pool.port()));
    table.set("close", new Close(machine, pool));
    return table;
  }

  /// `pool:close()`: no more connections; what is under way is answered.
  private static final class Close extends Native {
    private final HttpPool pool;

    Close(LuaMachine machine, HttpPool pool) {
      super(machine, "pool.close");
      this.pool = pool;
      asWorldCall();
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      pool.close();
      return co.returns();
    }
  }
}
