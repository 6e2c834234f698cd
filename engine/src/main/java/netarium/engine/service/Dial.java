package netarium.engine.service;

import java.util.Optional;
import netarium.engine.codec.socks.SocksAddress;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.tls.TlsLayer;
import netarium.engine.tls.TlsStream;
import netarium.engine.tls.TlsWish;
import netarium.engine.tls.Trust;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// The way to a connection: the name, TCP, the proxy's conversation if there is a proxy, the TLS
/// handshake if there is to be one. At its end stands a stream that leads to the host that was
/// wanted, or a sentence that says why not; never both, and nothing after [#cancel].
public final class Dial {
  /// How long connections may take that nobody has set a limit for.
  public static final SimDuration USUAL_TIME_OUT = SimDuration.ofSeconds(15);

  /// Where to, and which way, with TLS to the host at the end of it or without. `timeOut` is for
  /// all of it.
  public record Destination(
      String host,
      int port,
      Optional<Proxy> proxy,
      SimDuration timeOut,
      boolean isSecure,
      Optional<Verification> verification) {
    /// With TLS or without; the host has to prove to be the one that is dialled.
    public Destination(
        String host, int port, Optional<Proxy> proxy, SimDuration timeOut, boolean isSecure) {
      this(host, port, proxy, timeOut, isSecure, Optional.empty());
    }

    /// Without TLS.
    public Destination(String host, int port, Optional<Proxy> proxy, SimDuration timeOut) {
      this(host, port, proxy, timeOut, false);
    }
  }

  /// Whom the host has to prove to be, and who is believed, where that is not the usual.
  public record Verification(String serverName, Trust trust) {}

  /// Who waits for the connection.
  public interface Outcome {
    /// A TCP connection to `remote`, the proxy's where there is one, is about to be opened.
    default void connecting(Endpoint remote) {}

    /// The stream is the outcome's own from now on, its callback included. Some of what the other
    /// side sends may be there already.
    void connected(ByteStream stream);

    void failed(SocketError why);
  }

  private final Dialler dialler;
  private final Destination destination;
  private final Outcome outcome;
  private final Timer timer;
  private @Nullable ByteStream stream;
  private @Nullable Tunnelling tunnelling;
  private @Nullable TlsStream secured;
  private Runnable takesNameBack = () -> {};
  private boolean isLookedUp;
  private boolean isOver;

  public Dial(Dialler dialler, Destination destination, Outcome outcome) {
    this.dialler = dialler;
    this.destination = destination;
    this.outcome = outcome;
    this.timer = dialler.simulator().timer(this::timedOut);
  }

  /// Begins. What is known at once, as that there is no way to the host, the outcome hears before
  /// this returns.
  public void start() {
    timer.armAfter(destination.timeOut());
    String host = destination.proxy().map(Proxy::host).orElse(destination.host());
    Runnable takesBack = dialler.names().find(host, this::lookedUp);
    if (!isLookedUp) {
      takesNameBack = takesBack;
    }
  }

  /// Lets go of it all; the outcome hears nothing.
  public void cancel() {
    if (!isOver) {
      over();
      letGo();
    }
  }

  public boolean isOver() {
    return isOver;
  }

  private void lookedUp(NameAnswer answer) {
    isLookedUp = true;
    takesNameBack = () -> {};
    if (isOver) {
      return;
    }
    switch (answer) {
      case NameAnswer.At at -> connect(at.first());
      case NameAnswer.Unknown _ ->
          fail(new SocketError(SocketError.Code.NO_SUCH_HOST, "host not found"));
      case NameAnswer.Failed(NameAnswer.Reason reason, String sentence) ->
          fail(new SocketError(reason.code(), sentence));
    }
  }

  private void connect(Ipv4Address address) {
    int port = destination.proxy().map(Proxy::port).orElse(destination.port());
    outcome.connecting(new Endpoint(address, port));
    SocketResult<TcpSocket> opened =
        dialler.sockets().connect(address, port, dialler.process(), TcpSocketOptions.STREAM);
    switch (opened) {
      case SocketResult.Failed<TcpSocket>(SocketError error) -> fail(error);
      case SocketResult.Opened<TcpSocket>(TcpSocket socket) -> {
        stream = socket;
        socket.onChange(this::changed);
        changed();
      }
    }
  }

  private void changed() {
    if (secured != null) {
      handshaken(secured);
      return;
    }
    ByteStream found = stream;
    if (isOver || found == null || found.isConnecting()) {
      return;
    }
    Tunnelling with = tunnelling;
    if (with == null) {
      Optional<SocketError> error = found.error();
      if (error.isPresent()) {
        fail(error.get());
        return;
      }
      if (destination.proxy().isEmpty()) {
        reached(found);
        return;
      }
      with = tunnel(found, destination.proxy().get());
      if (with == null) {
        return;
      }
      tunnelling = with;
      with.begin();
    }
    switch (with.advance()) {
      case Tunnelling.Step.Waiting _ -> {}
      case Tunnelling.Step.Open _ -> reached(found);
      case Tunnelling.Step.Refused(SocketError why) -> {
        refused(found, why);
      }
    }
  }

  /// The other end of the stream is the host.
  private void reached(ByteStream found) {
    if (!destination.isSecure()) {
      succeed(found);
      return;
    }
    Optional<TlsLayer> tls = dialler.tls();
    if (tls.isEmpty()) {
      refused(found, new SocketError(SocketError.Code.UNSUPPORTED, "this machine has no TLS"));
      return;
    }
    TlsLayer layer = tls.get();
    TlsStream opened =
        destination
            .verification()
            .map(each -> layer.client(found, each.serverName(), each.trust(), TlsWish.HTTP))
            .orElseGet(() -> layer.client(found, destination.host()));
    secured = opened;
    stream = opened;
    opened.onChange(this::changed);
    handshaken(opened);
  }

  private void handshaken(TlsStream opened) {
    if (isOver || opened.isConnecting()) {
      return;
    }
    Optional<SocketError> error = opened.session().isEmpty() ? opened.error() : Optional.empty();
    if (error.isPresent()) {
      refused(opened, error.get());
    } else {
      succeed(opened);
    }
  }

  /// What was said last still gets to the other side.
  private void refused(ByteStream found, SocketError why) {
    over();
    stream = null;
    found.onChange(() -> {});
    found.close();
    outcome.failed(why);
  }

  private @Nullable Tunnelling tunnel(ByteStream to, Proxy proxy) {
    if (proxy.kind() == Proxy.Kind.HTTP) {
      return new HttpTunnel(to, proxy.login(), destination.host(), destination.port());
    }
    Optional<SocksAddress.Name> name = SocksTunnel.name(destination.host());
    if (name.isEmpty()) {
      end(new SocketError(SocketError.Code.NO_SUCH_HOST, "SOCKS5 cannot carry this host's name"));
      return null;
    }
    return new SocksTunnel(to, proxy.login(), name.get(), destination.port());
  }

  private void timedOut() {
    String text = secured == null ? "timeout" : "timeout in the TLS handshake";
    if (isBySocks() && secured == null) {
      text = "SOCKS5 connect timed out (" + destination.timeOut().nanos() / 1_000_000_000 + "s)";
    }
    end(new SocketError(SocketError.Code.TIMEOUT, text));
  }

  private boolean isBySocks() {
    return destination.proxy().filter(proxy -> proxy.kind() == Proxy.Kind.SOCKS5).isPresent();
  }

  private void succeed(ByteStream found) {
    over();
    stream = null;
    outcome.connected(found);
  }

  /// There is no connection to begin with.
  private void fail(SocketError why) {
    String sentence = why.sentence();
    if (destination.proxy().isPresent()) {
      String what = isBySocks() ? "SOCKS5 connect to proxy failed: " : "connect to proxy failed: ";
      sentence = what + sentence;
    }
    end(new SocketError(why.code(), sentence));
  }

  private void end(SocketError why) {
    over();
    letGo();
    outcome.failed(why);
  }

  private void over() {
    isOver = true;
    timer.cancel();
  }

  private void letGo() {
    takesNameBack.run();
    takesNameBack = () -> {};
    ByteStream opened = stream;
    if (opened != null) {
      stream = null;
      opened.onChange(() -> {});
      opened.abort();
    }
  }
}
