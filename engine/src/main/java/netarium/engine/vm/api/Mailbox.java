package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Process;
import org.jspecify.annotations.Nullable;

/// What `net.listen`, `net.recv` and `net.send` of one process share: its listeners, the
/// connections they accepted or `net.send` opened, and the one queue of messages.
final class Mailbox {
  private final Process process;
  private final MessageQueue messages = new MessageQueue();
  private final List<TcpListener> listeners = new ArrayList<>();
  private final Set<Integer> ports = new LinkedHashSet<>();
  private final List<MessageConnection> connections = new ArrayList<>();
  private final Map<Endpoint, MessageConnection> byPeer = new LinkedHashMap<>();
  private boolean someHaveEnded;

  Mailbox(Process process) {
    this.process = process;
    process.atEnd(this::close);
  }

  boolean listensOn(int port) {
    return ports.contains(port);
  }

  /// The ports it listens on, for people: `:80 :81`.
  String ports() {
    return ports.stream().map(port -> ":" + port).collect(Collectors.joining(" "));
  }

  void listen(TcpListener listener) {
    listeners.add(listener);
    ports.add(listener.local().port());
    listener.onChange(() -> acceptFrom(listener));
    acceptFrom(listener);
  }

  private void acceptFrom(TcpListener listener) {
    for (Optional<TcpSocket> next = listener.accept(); next.isPresent(); next = listener.accept()) {
      opened(next.get());
      process.arrivals().arrived();
    }
  }

  MessageConnection opened(TcpSocket socket) {
    MessageConnection connection =
        new MessageConnection(process, socket, messages, () -> someHaveEnded = true);
    connections.add(connection);
    byPeer.put(socket.remote(), connection);
    someHaveEnded |= connection.isFinished();
    return connection;
  }

  /// The newest connection to a peer, if it can still be written to.
  Optional<MessageConnection> connectionTo(Endpoint peer) {
    return Optional.ofNullable(byPeer.get(peer))
        .filter(newest -> !newest.isClosed() && newest.socket().error().isEmpty());
  }

  /// The oldest message, or null.
  MessageQueue.@Nullable Message take() {
    boolean wasFull = !messages.hasRoom();
    MessageQueue.Message message = messages.poll();
    if (wasFull) {
      connections.forEach(MessageConnection::pull);
    }
    return message;
  }

  /// The process came back for more: it has had its chance to answer those who have closed.
  void closeFinished() {
    if (!someHaveEnded) {
      return;
    }
    someHaveEnded = false;
    List<MessageConnection> open = new ArrayList<>(connections.size());
    for (MessageConnection connection : connections) {
      if (connection.isFinished()) {
        byPeer.remove(connection.socket().remote(), connection);
        connection.close();
      } else {
        open.add(connection);
        someHaveEnded |= connection.hasEnded();
      }
    }
    connections.clear();
    connections.addAll(open);
  }

  private void close() {
    listeners.forEach(TcpListener::close);
    connections.forEach(MessageConnection::close);
  }
}
