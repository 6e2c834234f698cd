package netarium.engine.vm.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import netarium.engine.codec.websocket.CloseCode;
import netarium.engine.codec.websocket.Message;
import netarium.engine.lua.LuaValue;
import netarium.engine.service.Dial;
import netarium.engine.service.Proxy;
import netarium.engine.service.ProxyChoice;
import netarium.engine.service.WebSocket;
import netarium.engine.service.WebSocketUrl;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Platform;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.WaitQueue;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A connection of `network.connect`: one conversation after another, with longer and longer pauses
/// between those that fail, until it is closed.
final class Client {
  private static final int LONGEST_PAUSE_SECONDS = 60;

  /// How a script wants it.
  record Wish(String url, Optional<String> proxy, boolean reconnects) {}

  private final Process process;
  private final LuaValue id;
  private final Wish wish;
  private final EventQueue events = new EventQueue();
  private final WaitQueue senders = new WaitQueue();
  private final Timer pause;
  private int pauseSeconds = 1;
  private boolean reconnects;
  private boolean hasSaidFailure;
  private @Nullable Dial dial;
  private @Nullable Conversation conversation;

  /// Its end has been told, and nothing has been tried since.
  private boolean isClosed;

  Client(Process process, LuaValue id, Wish wish) {
    this.process = process;
    this.id = id;
    this.wish = wish;
    this.reconnects = wish.reconnects();
    this.pause = process.vm().simulator().timer(() -> connect(""));
  }

  EventQueue events() {
    return events;
  }

  WaitQueue senders() {
    return senders;
  }

  /// Nothing will happen to it any more.
  boolean isOver() {
    return isClosed && !reconnects;
  }

  /// How much waits to be sent.
  long waitingOctets() {
    Conversation now = conversation;
    return now == null ? 0 : now.socket.waitingOctets();
  }

  /// Begins a conversation, on behalf of the script's line at `place`.
  void connect(String place) {
    isClosed = false;
    switch (WebSocketUrl.parse(wish.url())) {
      case WebSocketUrl.Read.Bad(String why) -> giveUp(why);
      case WebSocketUrl.Read.Found(WebSocketUrl _) when wish.proxy().isPresent() && isInBrowser() ->
          giveUp(BrowserPlatform.PROXY.refusalOf("network.connect with a proxy"));
      case WebSocketUrl.Read.Found(WebSocketUrl url) -> {
        ProxyChoice choice =
            ProxyChoice.of(
                wish.proxy(), Proxy.Kind.SOCKS5, process.environment(), url.isSecure(), url.host());
        switch (choice) {
          case ProxyChoice.Bad(String why) -> giveUp(why);
          case ProxyChoice.Direct _ -> dial(url, Optional.empty(), place);
          case ProxyChoice.Through(Proxy proxy) -> dial(url, Optional.of(proxy), place);
        }
      }
    }
  }

  private boolean isInBrowser() {
    return process.vm().platform() == Platform.BROWSER;
  }

  private void dial(WebSocketUrl url, Optional<Proxy> proxy, String place) {
    Dial.Destination destination =
        new Dial.Destination(url.host(), url.port(), proxy, Dial.USUAL_TIME_OUT, url.isSecure());
    Dial next = new Dial(process.dialler(), destination, new Dialling(url, place));
    dial = next;
    next.start();
  }

  /// A connection that is not yet there.
  private final class Dialling implements Dial.Outcome {
    private final WebSocketUrl url;
    private final String place;
    private Optional<Endpoint> remote = Optional.empty();

    Dialling(WebSocketUrl url, String place) {
      this.url = url;
      this.place = place;
    }

    @Override
    public void connecting(Endpoint to) {
      remote = Optional.of(to);
      SocketUse.record(process, place, "connect", SocketUse.NOT_YET_BOUND, remote, 0);
    }

    @Override
    public void connected(ByteStream stream) {
      dial = null;
      Conversation next = new Conversation(stream, url);
      conversation = next;
      process.vm().webSockets().add(next.socket);
      next.socket.start();
    }

    @Override
    public void failed(SocketError why) {
      dial = null;
      if (!hasSaidFailure) {
        hasSaidFailure = true;
        sayFailure(remote, url.host(), why);
      }
      tell(new NetworkEvent("ws:error").with("id", id).with("error", why.sentence()));
      tryAgain();
    }
  }

  /// Says on the console what a script may not look at.
  private void sayFailure(Optional<Endpoint> remote, String host, SocketError error) {
    String who = "connection to " + remote.map(Endpoint::toString).orElse(host);
    switch (error.code()) {
      case REFUSED ->
          process.notice(
              error.sentence().equals("connection refused")
                  ? who + " refused: nobody listens there"
                  : who + ": " + error.sentence());
      case NO_SUCH_HOST -> process.notice("unknown host: " + host);
      default -> process.notice(who + ": " + error.sentence());
    }
  }

  /// What cannot work, however often it is tried.
  private void giveUp(String why) {
    reconnects = false;
    tell(new NetworkEvent("ws:error").with("id", id).with("error", why));
    tellClosed(CloseCode.ABNORMAL, Octets.wrap(why.getBytes(UTF_8)));
  }

  private void tryAgain() {
    if (!reconnects) {
      if (!isClosed) {
        tellClosed(CloseCode.ABNORMAL, Octets.EMPTY);
      }
      return;
    }
    pause.armAfter(SimDuration.ofSeconds(pauseSeconds));
    pauseSeconds = Math.min(LONGEST_PAUSE_SECONDS, 2 * pauseSeconds);
  }

  private void tellClosed(int code, Octets reason) {
    isClosed = true;
    tell(new NetworkEvent("ws:close").with("id", id).with("code", code).with("reason", reason));
  }

  private void tell(NetworkEvent event) {
    events.add(event);
    process.arrivals().arrived();
  }

  /// The conversation of the moment.
  private final class Conversation implements WebSocket.Listener {
    private final WebSocket socket;

    Conversation(ByteStream stream, WebSocketUrl url) {
      socket =
          WebSocket.client(
              stream, process.vm().webSocketSettings(), url.hostHeader(), url.target(), this);
    }

    @Override
    public void opened() {
      pauseSeconds = 1;
      hasSaidFailure = false;
      tell(new NetworkEvent("ws:open").with("id", id));
    }

    @Override
    public boolean mayReceive() {
      return events.hasRoom();
    }

    @Override
    public void received(Message.Data message) {
      tell(
          new NetworkEvent("ws:message")
              .with("id", id)
              .with("data", message.payload())
              .binary(!message.isText()));
    }

    @Override
    public void sent() {
      senders.wakeAll();
    }

    @Override
    public void ended(WebSocket.Ending ending) {
      process.vm().webSockets().remove(socket);
      conversation = null;
      senders.wakeAll();
      ending
          .trouble()
          .ifPresent(why -> tell(new NetworkEvent("ws:error").with("id", id).with("error", why)));
      if (ending.wasOpen()) {
        tellClosed(ending.code(), ending.reason());
      }
      tryAgain();
    }
  }

  /// Sends a message if there is an open conversation to send it in.
  void send(boolean isText, Octets data, String place) {
    Conversation now = conversation;
    if (now != null && now.socket.isOpen()) {
      SocketUse.record(
          process,
          place,
          "send",
          now.socket.local(),
          Optional.of(now.socket.remote()),
          data.length());
      now.socket.send(isText, data);
    }
  }

  /// Ends it for good; that it has ended is told when the other side has agreed.
  void close(int code, Octets reason, String place) {
    reconnects = false;
    pause.cancel();
    Conversation now = conversation;
    if (now != null) {
      SocketUse.record(
          process, place, "close", now.socket.local(), Optional.of(now.socket.remote()), 0);
      now.socket.close(code, reason);
      return;
    }
    cancelDial();
    if (!isClosed) {
      tellClosed(CloseCode.ABNORMAL, Octets.EMPTY);
    }
  }

  private void cancelDial() {
    Dial under = dial;
    if (under != null) {
      dial = null;
      under.cancel();
    }
  }

  /// Goes on reading after events have been polled.
  void proceed() {
    Conversation now = conversation;
    if (now != null) {
      now.socket.proceed();
    }
  }

  /// Nobody will ask for it again.
  void leave() {
    reconnects = false;
    isClosed = true;
    pause.cancel();
    cancelDial();
    Conversation now = conversation;
    if (now != null) {
      conversation = null;
      process.vm().webSockets().remove(now.socket);
      now.socket.leave(CloseCode.GOING_AWAY);
    }
    senders.wakeAll();
  }
}
