package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.trace.Endpoint;
import netarium.engine.vm.Process;
import org.jspecify.annotations.Nullable;

/// What `net.listen`, `net.recv` and `net.send` of one process share: its listeners, the connections
/// they accepted or `net.send` opened, and the one queue of messages.
final class Mailbox {
  private final Process process;
  private final MessageQueue messages = new MessageQueue();
  private final List<TcpListener> listeners = new ArrayList<>();
  private final List<MessageConnection> connections = new ArrayList<>();

  Mailbox(Process process) {
    this.process = process;
    process.atEnd(this::close);
  }

  boolean listensOn(int port) {
    return listeners.stream().anyMatch(listener -> listener.local().port() == port);
  }

  void listen(TcpListener listener) {
    listeners.add(listener);
    listener.onChange(() -> acceptFrom(listener));
    acceptFrom(listener);
  }

  private void acceptFrom(TcpListener listener) {
    for (Optional<TcpSocket> next = listener.accept(); next.isPresent(); next = listener.accept()) {
      connections.add(new MessageConnection(process, next.get(), messages));
      process.arrivals().arrived();
    }
  }

  MessageConnection opened(TcpSocket socket) {
    MessageConnection connection = new MessageConnection(process, socket, messages);
    connections.add(connection);
    return connection;
  }

  /// The newest connection to a peer that can still be written to.
  Optional<MessageConnection> connectionTo(Endpoint peer) {
    for (int i = connections.size() - 1; i >= 0; i--) {
      MessageConnection connection = connections.get(i);
      boolean isUsable = !connection.isClosed() && connection.socket().error().isEmpty();
      if (isUsable && connection.socket().remote().equals(peer)) {
        return Optional.of(connection);
      }
    }
    return Optional.empty();
  }

  /// The oldest message, or null.
  MessageQueue.@Nullable Message take() {
    MessageQueue.Message message = messages.poll();
    if (message == null) {
      return null;
    }
    for (MessageConnection connection : connections) {
      connection.pull();
    }
    return message;
  }

  /// The process came back for more: it has had its chance to answer those who have closed.
  void closeFinished() {
    for (int i = connections.size() - 1; i >= 0; i--) {
      if (connections.get(i).isFinished()) {
        connections.remove(i).close();
      }
    }
  }

  private void close() {
    listeners.forEach(TcpListener::close);
    connections.forEach(MessageConnection::close);
  }
}
