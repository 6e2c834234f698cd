package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.LuaValue;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.TcpSocket;
import netarium.engine.vm.Awaited;
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
  private final Runnable onEnd;
  private final WaitQueue waiting;

  private int queued;
  private boolean toldError;
  private boolean isClosed;

  /// `onEnd` is told when the peer has closed or the connection has failed.
  MessageConnection(Process process, TcpSocket socket, MessageQueue queue, Runnable onEnd) {
    this.process = process;
    this.socket = socket;
    this.queue = queue;
    this.onEnd = onEnd;
    this.waiting = new WaitQueue(Awaited.of(Awaited.What.WRITE, socket::remote));
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
    return queued == 0 && hasEnded();
  }

  /// The peer will send no more; something of it may still wait to be read.
  boolean hasEnded() {
    return socket.isAtEnd() || socket.error().isPresent();
  }

  private void changed() {
    pull();
    if (hasEnded()) {
      onEnd.run();
    }
    process.arrivals().arrived();
    waiting.wakeAll();
    sayError();
  }

  /// Moves whole messages from the socket to the queue, as far as there is room.
  void pull() {
    while (queue.hasRoom()) {
      Optional<Octets> message = socket.receiveMessage();
      if (message.isEmpty()) {
        refuseEndlessMessage();
        return;
      }
      queued++;
      queue.add(new MessageQueue.Message(this, message.get()));
    }
  }

  /// The queue has handed out a message of this connection.
  void taken() {
    queued--;
  }

  /// The socket's buffer grows with a message that is not whole yet; what this machine could never
  /// hold is not waited for.
  private void refuseEndlessMessage() {
    if (socket.availableOctets() > process.vm().memory().limit()) {
      process.notice(
          "a message from "
              + socket.remote()
              + " is larger than the memory of this machine: the connection was reset");
      socket.abort();
    }
  }

  private void sayError() {
    Optional<SocketError> error = socket.error();
    if (error.isPresent() && !toldError && !isClosed) {
      switch (error.get().code()) {
        case REFUSED ->
            process.notice("connection to " + socket.remote() + " refused: nobody listens there");
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
    boolean isDone = message.isEmpty() || !socket.maySend() || socket.offer(message, true) > 0;
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
