package netarium.engine.vm.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.codec.websocket.CloseCode;
import netarium.engine.codec.websocket.Message;
import netarium.engine.lua.LuaValue;
import netarium.engine.service.WebSocket;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.StreamAcceptor;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.WaitQueue;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A server of `network.listen` and those who have come to it. Their numbers are given when they
/// are accepted, from 1, and never to anybody else.
final class Server {
  /// A client that takes nothing is given up when so much waits for it.
  private static final long MOST_WAITING_OCTETS = 1 << 20;

  private final Process process;
  private final LuaValue id;
  private final StreamAcceptor listener;
  private final EventQueue events;
  private final Map<Integer, Peer> peers = new LinkedHashMap<>();
  private int numbers;

  /// `events`: where it tells what happens.
  Server(Process process, LuaValue id, StreamAcceptor listener, EventQueue events) {
    this.process = process;
    this.id = id;
    this.listener = listener;
    this.events = events;
    tell(event("ws:server:ready").with("port", listener.local().port()));
    listener.onChange(this::accept);
  }

  private NetworkEvent event(String type) {
    return new NetworkEvent(type).with("serverId", id);
  }

  private void tell(NetworkEvent event) {
    events.add(event);
    process.arrivals().arrived();
  }

  private void accept() {
    Optional<? extends ByteStream> next = listener.accept();
    while (next.isPresent()) {
      Peer peer = new Peer(next.get(), ++numbers);
      peers.put(peer.number, peer);
      process.vm().webSockets().add(peer.socket);
      peer.socket.start();
      next = listener.accept();
    }
  }

  /// Somebody who has come.
  private final class Peer implements WebSocket.Listener {
    private final WebSocket socket;
    private final int number;
    private final WaitQueue senders = new WaitQueue();
    private boolean isStranger = true;

    /// The script has been told that it is gone.
    private boolean isGone;

    Peer(ByteStream stream, int number) {
      this.number = number;
      this.socket = WebSocket.server(stream, process.vm().webSocketSettings(), this);
    }

    private NetworkEvent about(String type) {
      return event(type).with("clientId", number);
    }

    @Override
    public void opened() {
      isStranger = false;
      tell(about("ws:peer:connect"));
    }

    @Override
    public boolean mayReceive() {
      return isGone || events.hasRoom();
    }

    @Override
    public void received(Message.Data message) {
      if (!isGone) {
        tell(about("ws:peer:message").with("data", message.payload()).binary(!message.isText()));
      }
    }

    @Override
    public void sent() {
      senders.wakeAll();
    }

    @Override
    public void ended(WebSocket.Ending ending) {
      process.vm().webSockets().remove(socket);
      peers.remove(number);
      senders.wakeAll();
      if (!isStranger) {
        gone(ending.code(), ending.reason());
      }
    }

    private void gone(int code, Octets reason) {
      if (!isGone) {
        isGone = true;
        tell(about("ws:peer:disconnect").with("code", code).with("reason", reason));
      }
    }

    /// Hands over a message; one who takes nothing is given up.
    private void send(boolean isText, Octets data) {
      if (socket.isOpen() && socket.waitingOctets() > MOST_WAITING_OCTETS) {
        leave(CloseCode.POLICY_VIOLATION);
        peers.remove(number);
        gone(CloseCode.ABNORMAL, Octets.wrap("send failed".getBytes(UTF_8)));
      } else {
        socket.send(isText, data);
      }
    }

    private void leave(int code) {
      process.vm().webSockets().remove(socket);
      socket.leave(code);
      senders.wakeAll();
    }
  }

  void broadcast(boolean isText, Octets data, String place) {
    SocketUse.record(process, place, "send", listener.local(), Optional.empty(), data.length());
    for (Peer peer : List.copyOf(peers.values())) {
      peer.send(isText, data);
    }
  }

  /// Sends to one; the queue of those who wait until it has taken it, or null if there is no such
  /// client.
  @Nullable WaitQueue send(int client, boolean isText, Octets data, String place) {
    Peer peer = peers.get(client);
    if (peer == null || !peer.socket.isOpen()) {
      return null;
    }
    SocketUse.record(
        process,
        place,
        "send",
        peer.socket.local(),
        Optional.of(peer.socket.remote()),
        data.length());
    peer.socket.send(isText, data);
    return peer.senders;
  }

  /// How much waits to be sent to a client.
  long waitingOctets(int client) {
    Peer peer = peers.get(client);
    return peer == null ? 0 : peer.socket.waitingOctets();
  }

  void proceed() {
    for (Peer peer : List.copyOf(peers.values())) {
      peer.socket.proceed();
    }
  }

  /// Takes nobody any more and says goodbye to all: they are gone for the script at once, and their
  /// conversations end as they should.
  void stop(String place) {
    SocketUse.record(process, place, "close", listener.local(), Optional.empty(), 0);
    listener.close();
    for (Peer peer : List.copyOf(peers.values())) {
      if (!peer.isStranger) {
        peer.gone(CloseCode.GOING_AWAY, Octets.EMPTY);
      }
      peer.socket.close(CloseCode.GOING_AWAY, Octets.EMPTY);
    }
  }

  /// Nobody will ask for it again.
  void leave() {
    listener.close();
    for (Peer peer : List.copyOf(peers.values())) {
      peer.leave(CloseCode.GOING_AWAY);
    }
    peers.clear();
  }
}
