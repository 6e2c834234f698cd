package netarium.engine.vm.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.service.Dial;
import netarium.engine.service.Proxy;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.WaitQueue;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The module `socks5`: `socks5.connect` gives a socket that leads through a proxy, or nil and a
/// sentence.
public final class Socks5Api {
  private static final int MAX_LOGIN_OCTETS = 255;

  private final Process process;

  /// In the order of opening.
  private final Set<TunnelSocket> open = new LinkedHashSet<>();

  private final Set<Dial> dials = new LinkedHashSet<>();

  private Socks5Api(Process process) {
    this.process = process;
    process.atEnd(() -> {
      dials.forEach(Dial::cancel);
      List.copyOf(open).forEach(TunnelSocket::close);
    });
  }

  private static final Library FUNCTIONS =
      Library.of(
          "socks5",
          Library.entry(
              "connect",
              Native.method("socks5.connect", Socks5Api.class, Socks5Api::connect).asWorldCall()));

  /// Fills the module's table, when the script first looks at it.
  public static void install(Process process, Table table) {
    process.machine().addHost(new Socks5Api(process));
    FUNCTIONS.fill(table);
  }

  /// `socks5.connect(proxyHost, proxyPort, host, port, user?, password?)`
  private int connect(Coroutine co, int func, int n) {
    Optional<String> refusal = BrowserPlatform.DIAL.refusal(process, "socks5.connect");
    if (refusal.isPresent()) {
      return co.fails(func, refusal.get());
    }
    String proxyHost = Args.checkStr(co, func, n, 1).toLatin1();
    int proxyPort = port(co, func, n, 2);
    String host = Args.checkStr(co, func, n, 3).toLatin1();
    int port = port(co, func, n, 4);
    Octets user = login(co, func, n, 5);
    Octets password = login(co, func, n, 6);
    Optional<Proxy.Login> login =
        user.isEmpty() ? Optional.empty() : Optional.of(new Proxy.Login(user, password));
    Proxy proxy = new Proxy(Proxy.Kind.SOCKS5, proxyHost, proxyPort, login);
    Connecting connecting = new Connecting(co.place());
    Dial dial =
        new Dial(
            process.dialler(),
            new Dial.Destination(host, port, Optional.of(proxy), Dial.USUAL_TIME_OUT),
            connecting);
    dials.add(dial);
    connecting.dial = dial;
    dial.start();
    return process.await(co, func, connecting.waiting, connecting::attempt);
  }

  private static int port(Coroutine co, int func, int n, int i) {
    double port = Args.checkNumber(co, func, n, i);
    boolean isPort = port >= 1 && port <= 65_535 && port == Math.rint(port);
    Args.check(co, isPort, i, "port number expected");
    return (int) port;
  }

  private static Octets login(Coroutine co, int func, int n, int i) {
    Str text = Args.optStr(co, func, n, i, Str.EMPTY);
    Args.check(co, text.length <= MAX_LOGIN_OCTETS, i, "at most 255 octets expected");
    return Octets.wrap(text.toByteArray());
  }

  /// A tunnel that does not stand yet.
  private final class Connecting implements Dial.Outcome {
    private final WaitQueue waiting = new WaitQueue();
    private final String place;
    private @Nullable ByteStream stream;
    private @Nullable SocketError error;
    private @Nullable Dial dial;

    Connecting(String place) {
      this.place = place;
    }

    @Override
    public void connecting(Endpoint remote) {
      SocketUse.record(process, place, "connect", SocketUse.NOT_YET_BOUND, Optional.of(remote), 0);
    }

    @Override
    public void connected(ByteStream found) {
      stream = found;
      dials.remove(dial);
      waiting.wakeAll();
    }

    @Override
    public void failed(SocketError why) {
      error = why;
      dials.remove(dial);
      waiting.wakeAll();
    }

    LuaValue @Nullable [] attempt() {
      LuaMachine machine = process.machine();
      if (stream != null) {
        TunnelSocket socket = new TunnelSocket(process, stream, open::remove);
        open.add(socket);
        return new LuaValue[] {socket.value(machine)};
      }
      if (error == null) {
        return null;
      }
      Str sentence = Str.wrap(error.sentence().getBytes(ISO_8859_1));
      return new LuaValue[] {Nil.NIL, machine.charged(sentence)};
    }
  }
}
