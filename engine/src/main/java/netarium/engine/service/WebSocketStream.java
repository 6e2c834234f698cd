package netarium.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.codec.websocket.CloseCode;
import netarium.engine.codec.websocket.Message;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.OctetQueue;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A WebSocket conversation as a stream (RFC 6455): what is offered at once is one binary message,
/// and the messages that come are one queue of octets. It connects by itself: name, TCP, TLS for
/// `wss`, the handshake.
///
/// A stream of messages has no half-closed state: [#shutdownWrite] begins the close handshake as
/// [#close] does. An ordinary end of the other side is the end of the stream, any other an error.
public final class WebSocketStream implements ByteStream {
  /// So much is held each way before the other side, or the writer, has to wait.
  static final int MOST_HELD = 256 * 1024;

  private static final Endpoint NOT_YET_KNOWN = new Endpoint(Ipv4Address.ANY, 0);
  private static final SocketError CLOSED =
      new SocketError(SocketError.Code.CLOSED, "the socket is closed");
  private static final String ANSWERED = "the server answered ";

  private final WebSocketUrl url;
  private final WebSocketSettings settings;
  private final WebSockets registry;
  private final Dial dial;
  private final OctetQueue inbound = new OctetQueue();
  private @Nullable WebSocket socket;
  private @Nullable SocketError failure;
  private Endpoint remote = NOT_YET_KNOWN;
  private boolean isOver;
  private boolean isClosed;
  private Runnable callback = () -> {};

  private WebSocketStream(
      WebSocketUrl url,
      WebSocketSettings settings,
      WebSockets registry,
      Dialler dialler,
      Consumer<Endpoint> connecting) {
    this.url = url;
    this.settings = settings;
    this.registry = registry;
    this.dial =
        new Dial(
            dialler,
            new Dial.Destination(
                url.host(), url.port(), Optional.empty(), Dial.USUAL_TIME_OUT, url.isSecure()),
            new Outcome(connecting));
  }

  /// Begins to connect. `registry` is where the machine's conversations are found; `connecting` is
  /// called when the address is known and TCP is about to be asked.
  public static WebSocketStream open(
      WebSocketUrl url,
      WebSocketSettings settings,
      WebSockets registry,
      Dialler dialler,
      Consumer<Endpoint> connecting) {
    WebSocketStream stream = new WebSocketStream(url, settings, registry, dialler, connecting);
    stream.dial.start();
    return stream;
  }

  /// `ws` or `wss`.
  public String network() {
    return url.isSecure() ? "wss" : "ws";
  }

  /// The way to the server.
  private final class Outcome implements Dial.Outcome {
    private final Consumer<Endpoint> connecting;

    Outcome(Consumer<Endpoint> connecting) {
      this.connecting = connecting;
    }

    @Override
    public void connecting(Endpoint to) {
      remote = to;
      connecting.accept(to);
    }

    @Override
    public void connected(ByteStream stream) {
      WebSocket opened =
          WebSocket.client(stream, settings, url.hostHeader(), url.target(), new Conversation());
      socket = opened;
      registry.add(opened);
      opened.start();
    }

    @Override
    public void failed(SocketError why) {
      fail(
          why.code() == SocketError.Code.NO_SUCH_HOST
              ? new SocketError(why.code(), "lookup " + url.host() + " failed")
              : why);
      callback.run();
    }
  }

  /// What the other side says.
  private final class Conversation implements WebSocket.Listener {
    @Override
    public void opened() {
      callback.run();
    }

    @Override
    public boolean mayReceive() {
      return isClosed || inbound.length() < MOST_HELD;
    }

    @Override
    public void received(Message.Data message) {
      if (!isClosed) {
        inbound.add(message.payload());
        callback.run();
      }
    }

    @Override
    public void sent() {
      callback.run();
    }

    @Override
    public void ended(WebSocket.Ending ending) {
      WebSocket ended = socket;
      if (ended != null) {
        registry.remove(ended);
      }
      isOver = true;
      reason(ending).ifPresent(WebSocketStream.this::fail);
      callback.run();
    }
  }

  private static Optional<SocketError> reason(WebSocket.Ending ending) {
    if (!ending.wasOpen()) {
      String trouble = ending.trouble().orElse("the connection was given up");
      String said = trouble.startsWith(ANSWERED) ? trouble.substring(ANSWERED.length()) : trouble;
      return Optional.of(protocol("websocket: bad handshake: " + said));
    }
    if (ending.trouble().isPresent()) {
      return Optional.of(protocol("websocket: " + ending.trouble().get()));
    }
    return switch (ending.code()) {
      case CloseCode.NORMAL, CloseCode.GOING_AWAY, CloseCode.NONE_GIVEN -> Optional.empty();
      case CloseCode.ABNORMAL ->
          Optional.of(new SocketError(SocketError.Code.RESET, "connection reset by peer"));
      default -> {
        String reason = new String(ending.reason().toByteArray(), UTF_8);
        String said = reason.isEmpty() ? "" : " " + reason;
        yield Optional.of(protocol("websocket: closed by the peer: " + ending.code() + said));
      }
    };
  }

  private static SocketError protocol(String sentence) {
    return new SocketError(SocketError.Code.PROTOCOL, sentence);
  }

  private void fail(SocketError why) {
    isOver = true;
    if (failure == null) {
      failure = why;
    }
  }

  private boolean isOpen() {
    WebSocket now = socket;
    return now != null && now.isOpen();
  }

  @Override
  public Endpoint local() {
    WebSocket now = socket;
    return now == null ? NOT_YET_KNOWN : now.local();
  }

  @Override
  public Endpoint remote() {
    WebSocket now = socket;
    return now == null ? remote : now.remote();
  }

  @Override
  public boolean isConnecting() {
    return !isClosed && !isOver && !isOpen();
  }

  @Override
  public boolean maySend() {
    return !isClosed && (isConnecting() || isOpen());
  }

  /// Takes all of it, as one message, or nothing.
  @Override
  public int offer(Octets data) {
    WebSocket now = socket;
    if (isClosed || now == null || !now.isOpen() || now.waitingOctets() > MOST_HELD) {
      return 0;
    }
    now.send(false, data);
    return data.length();
  }

  @Override
  public Octets receive(int max) {
    if (isClosed || max <= 0) {
      return Octets.EMPTY;
    }
    Octets taken = inbound.take(Math.min(max, inbound.length()));
    WebSocket now = socket;
    if (now != null && !taken.isEmpty()) {
      now.proceed();
    }
    return taken;
  }

  @Override
  public int availableOctets() {
    return isClosed ? 0 : inbound.length();
  }

  @Override
  public boolean isAtEnd() {
    return isOver && inbound.isEmpty();
  }

  @Override
  public Optional<SocketError> error() {
    if (isClosed) {
      return Optional.of(CLOSED);
    }
    return inbound.isEmpty() ? Optional.ofNullable(failure) : Optional.empty();
  }

  @Override
  public void shutdownWrite() {
    WebSocket now = socket;
    if (!isClosed && now != null) {
      now.close(CloseCode.NORMAL, Octets.EMPTY);
    }
  }

  /// Begins the close handshake; the conversation comes to its end without its user.
  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      callback = () -> {};
      inbound.clear();
      dial.cancel();
      WebSocket now = socket;
      if (now != null) {
        now.close(CloseCode.NORMAL, Octets.EMPTY);
        now.proceed();
      }
    }
  }

  @Override
  public void abort() {
    if (!isClosed) {
      isClosed = true;
      callback = () -> {};
      dial.cancel();
      WebSocket now = socket;
      if (now != null) {
        registry.remove(now);
        now.leave(CloseCode.GOING_AWAY);
      }
    }
  }

  @Override
  public void onChange(Runnable callback) {
    if (!isClosed) {
      this.callback = callback;
    }
  }
}
