package netarium.engine.vm.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.service.NameAnswer;
import netarium.engine.service.Proxy;
import netarium.engine.service.SocksServer;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpListener;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.WaitQueue;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// What the program `/bin/socks5d` can do beyond other scripts: `proxy.listen` and `proxy.wait`.
public final class SocksDaemon {
  private static final int BACKLOG = 64;
  private static final int MOST_LINES = 1024;

  private final Process process;
  private final Deque<String> lines = new ArrayDeque<>();
  private final WaitQueue waiting = new WaitQueue();

  private SocksDaemon(Process process) {
    this.process = process;
  }

  /// Gives a process the global `proxy`.
  public static void install(Process process) {
    SocksDaemon daemon = new SocksDaemon(process);
    LuaMachine machine = process.machine();
    Table table = new Table(machine, 0, 2);
    table.set("listen", Native.of("proxy.listen", daemon::listen).asWorldCall());
    table.set("wait", Native.of("proxy.wait", daemon::await).asWorldCall());
    machine.globals.set("proxy", table);
  }

  /// `proxy.listen(host, port, user, password)` → true, or nil and why not. An empty user lets
  /// everybody in.
  private int listen(Coroutine co, int func, int n) {
    Optional<String> refusal = BrowserPlatform.SERVE.refusal(process, "a SOCKS5 proxy");
    if (refusal.isPresent()) {
      return co.fails(func, refusal.get());
    }
    String host = Args.checkStr(co, func, n, 1).toString();
    int port = Args.checkInt(co, func, n, 2);
    Str user = Args.optStr(co, func, n, 3, Str.EMPTY);
    Str password = Args.optStr(co, func, n, 4, Str.EMPTY);
    Optional<Proxy.Login> login =
        user.length == 0
            ? Optional.empty()
            : Optional.of(new Proxy.Login(octets(user), octets(password)));
    return process
        .names()
        .await(
            co,
            func,
            host,
            null,
            answer ->
                answer instanceof NameAnswer.At at
                    ? listen(co, func, at.first(), port, login)
                    : co.fails(func, "host not found: " + host));
  }

  private int listen(
      Coroutine co, int func, Ipv4Address address, int port, Optional<Proxy.Login> login) {
    return switch (process.vm().sockets().listen(address, port, process.pid(), BACKLOG)) {
      case SocketResult.Failed<TcpListener>(SocketError error) -> co.fails(func, error.sentence());
      case SocketResult.Opened<TcpListener>(TcpListener listener) -> {
        SocketUse.record(process, co.place(), "listen", listener.local(), Optional.empty(), 0);
        SocksServer server = new SocksServer(listener, process.dialler(), login, this::happened);
        process.atEnd(server::stop);
        server.start();
        yield co.returns(func, true);
      }
    };
  }

  private static Octets octets(Str text) {
    return Octets.wrap(text.toByteArray());
  }

  private void happened(String line) {
    if (lines.size() == MOST_LINES) {
      lines.removeFirst();
    }
    lines.add(line);
    waiting.wakeAll();
  }

  /// `proxy.wait()` → a line that says what a client has come to.
  private int await(Coroutine co, int func, int n) {
    return process.await(co, func, waiting, this::line);
  }

  private LuaValue @Nullable [] line() {
    String line = lines.poll();
    return line == null
        ? null
        : new LuaValue[] {process.machine().charged(Str.wrap(line.getBytes(UTF_8)))};
  }
}
