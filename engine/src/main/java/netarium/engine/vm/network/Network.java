package netarium.engine.vm.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.service.NameAnswer;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.StreamAcceptor;
import netarium.engine.socket.TcpListener;
import netarium.engine.tls.TlsAcceptor;
import netarium.engine.tls.TlsIdentity;
import netarium.engine.tls.TlsLayer;
import netarium.engine.tls.TlsWish;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.api.ServerIdentity;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// The connections and servers that one process has by its module `network`, by their ids: numbers
/// and texts that the script has chosen. Numbers come before texts, and both in their own order.
final class Network {
  private static final int BACKLOG = 16;

  private final Process process;
  private final Map<LuaValue, Client> clients = new TreeMap<>(Network::compare);
  private final Map<LuaValue, Server> servers = new TreeMap<>(Network::compare);
  private final EventQueue serverEvents = new EventQueue();

  Network(Process process) {
    this.process = process;
  }

  private static int compare(LuaValue a, LuaValue b) {
    if (a instanceof Num number && b instanceof Num other) {
      return Double.compare(number.v, other.v);
    }
    if (a instanceof Str text && b instanceof Str other) {
      return text.compare(other);
    }
    return a instanceof Num ? -1 : 1;
  }

  /// Connects under an id; a connection that has it already is let go of.
  void connect(LuaValue id, Client.Wish wish, String place) {
    Client before = clients.remove(id);
    if (before != null) {
      before.leave();
    }
    Client client = new Client(process, id, wish);
    clients.put(id, client);
    client.connect(place);
  }

  @Nullable Client client(LuaValue id) {
    return clients.get(id);
  }

  /// `identity` is as whom it answers with TLS, or that it does without.
  void listen(LuaValue id, String host, int port, ServerIdentity identity, String place) {
    if (servers.containsKey(id)) {
      tellFailure(id, "Server already running");
      return;
    }
    Optional<String> refusal = BrowserPlatform.SERVE.refusal(process, "network.listen");
    if (refusal.isPresent()) {
      tellFailure(id, refusal.get());
      return;
    }
    if (identity instanceof ServerIdentity.Unusable(String why)) {
      tellFailure(id, "tls: " + why);
      return;
    }
    process
        .names()
        .find(
            host,
            answer -> {
              if (answer instanceof NameAnswer.At at) {
                listen(id, at.first(), port, identity, place);
              } else {
                tellFailure(id, "Failed to bind: host not found");
              }
            });
  }

  private void listen(
      LuaValue id, Ipv4Address address, int port, ServerIdentity identity, String place) {
    if (servers.containsKey(id)) {
      tellFailure(id, "Server already running");
      return;
    }
    switch (process.vm().sockets().listen(address, port, process.pid(), BACKLOG)) {
      case SocketResult.Failed<TcpListener>(SocketError error) ->
          tellFailure(id, "Failed to bind: " + error.sentence());
      case SocketResult.Opened<TcpListener>(TcpListener listener) -> {
        Endpoint local = listener.local();
        SocketUse.record(process, place, "listen", local, Optional.empty(), 0);
        servers.put(id, new Server(process, id, secured(listener, identity), serverEvents));
      }
    }
  }

  private StreamAcceptor secured(TcpListener listener, ServerIdentity identity) {
    Optional<TlsLayer> tls = process.vm().tls();
    return identity instanceof ServerIdentity.Shown(TlsIdentity shown) && tls.isPresent()
        ? new TlsAcceptor(listener, tls.get(), shown, TlsWish.HTTP)
        : listener;
  }

  private void tellFailure(LuaValue id, String error) {
    serverEvents.add(new NetworkEvent("ws:server:error").with("serverId", id).with("error", error));
    process.arrivals().arrived();
  }

  @Nullable Server server(LuaValue id) {
    return servers.get(id);
  }

  void stopServer(LuaValue id, String place) {
    Server server = servers.remove(id);
    if (server != null) {
      server.stop(place);
    }
  }

  /// Takes all that has happened: that of connections in the order of their ids, then that of
  /// servers.
  List<NetworkEvent> takeEvents() {
    List<NetworkEvent> all = new ArrayList<>();
    clients.values().forEach(client -> client.events().drainTo(all));
    serverEvents.drainTo(all);
    clients.values().removeIf(Client::isOver);
    return all;
  }

  /// Reads on what had to wait while there were too many events.
  void proceed() {
    List.copyOf(clients.values()).forEach(Client::proceed);
    List.copyOf(servers.values()).forEach(Server::proceed);
  }

  /// Lets go of everything and forgets what has happened.
  void destroy() {
    clients.values().forEach(Client::leave);
    clients.clear();
    servers.values().forEach(Server::leave);
    servers.clear();
    serverEvents.drainTo(new ArrayList<>());
  }
}
