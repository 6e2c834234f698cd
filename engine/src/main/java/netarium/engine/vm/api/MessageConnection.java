package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.LuaValue;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.TcpSocket;
import netarium.engine.vm.Process;
import netarium.engine.vm.WaitQueue;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A TCP connection on which one send is one message: the marks TCP keeps at the ends of pushed
/// segments cut the stream into the pieces the other side sent, however many segments they took.
final class MessageConnection {
  private static final LuaValue[] NO_RESULTS = {};

  private final Process process;
  private final TcpSocket socket;
  private final MessageQueue queue;
  private final WaitQueue waiting = new WaitQueue();

  /// The beginning of a message that is longer than the socket's buffer.
  private Octets begun = Octets.EMPTY;

  private boolean toldError;
  private boolean isClosed;

  MessageConnection(Process process, TcpSocket socket, MessageQueue queue) {
    this.process = process;
    this.socket = socket;
    this.queue = queue;
    socket.onChange(this::changed);
    pull();
  }

  TcpSocket socket() {
    return socket;
  }

  WaitQueue waiting() {
    return waiting;
  }

  boolean isClosed() {
    return isClosed;
  }

  /// The peer will send no more, and all it sent has been handed over.
  boolean isFinished() {
    boolean isDrained = begun.isEmpty() && !queue.holdsAnyOf(this);
    return isDrained && (socket.isAtEnd() || socket.error().isPresent());
  }

  private void changed() {
    pull();
    process.arrivals().arrived();
    waiting.wakeAll();
    sayError();
  }

  /// Moves whole messages from the socket to the queue, as far as there is room.
  void pull() {
    while (queue.hasRoom()) {
      Optional<Octets> message = socket.receiveMessage();
      if (message.isPresent()) {
        deliver(begun.plus(message.get()));
      } else if (socket.availableOctets() > 0) {
        begin(socket.receive(socket.availableOctets()));
      } else {
        break;
      }
    }
    if (socket.isAtEnd() && !begun.isEmpty()) {
      deliver(begun);
    }
  }

  private void deliver(Octets message) {
    begun = Octets.EMPTY;
    queue.add(new MessageQueue.Message(this, message));
  }

  private void begin(Octets part) {
    begun = begun.plus(part);
    if (begun.length() > process.vm().memory().limit()) {
      process.notice(
          "message from "
              + socket.remote()
              + " is larger than the memory of this machine: the connection was reset");
      begun = Octets.EMPTY;
      socket.abort();
    }
  }

  private void sayError() {
    Optional<SocketError> error = socket.error();
    if (error.isPresent() && !toldError && !isClosed) {
      switch (error.get().code()) {
        case REFUSED ->
            process.notice(
                "connection to " + socket.remote() + " refused: nobody listens there");
        case TIMEOUT, UNREACHABLE ->
            process.notice("connection to " + socket.remote() + ": " + error.get().sentence());
        default -> {}
      }
    }
  }

  /// The error to tell the script, once: then null.
  @Nullable String takeTrouble() {
    if (toldError) {
      return null;
    }
    if (socket.error().isPresent()) {
      toldError = true;
      return socket.error().get().sentence();
    }
    if (isFinished()) {
      toldError = true;
      return "closed by the peer";
    }
    return null;
  }

  /// Hands a message to TCP, whole: no results when that is done or cannot be done any more, null
  /// while there is no room.
  LuaValue @Nullable [] send(Octets message) {
    boolean isDone =
        message.isEmpty() || !socket.maySend() || socket.offer(message, true) > 0;
    return isDone ? NO_RESULTS : null;
  }

  void close() {
    if (!isClosed) {
      isClosed = true;
      socket.close();
      waiting.wakeAll();
    }
  }
}
