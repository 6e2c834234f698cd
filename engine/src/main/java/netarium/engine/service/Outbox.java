package netarium.engine.service;

import java.util.ArrayDeque;
import java.util.Deque;
import netarium.engine.socket.ByteStream;
import netarium.engine.wire.Octets;

/// Octets on their way into a stream that takes only so many at a time.
final class Outbox {
  private final ByteStream stream;
  private final Deque<Octets> waiting = new ArrayDeque<>();
  private long waitingOctets;

  Outbox(ByteStream stream) {
    this.stream = stream;
  }

  /// Sends behind all that was sent before.
  void send(Octets octets) {
    if (!octets.isEmpty()) {
      waiting.add(octets);
      waitingOctets += octets.length();
      flush();
    }
  }

  /// Goes on where there was no room.
  void flush() {
    while (!waiting.isEmpty()) {
      Octets first = waiting.getFirst();
      int taken = stream.offer(first);
      waitingOctets -= taken;
      if (taken < first.length()) {
        if (taken > 0) {
          waiting.removeFirst();
          waiting.addFirst(first.slice(taken));
        }
        return;
      }
      waiting.removeFirst();
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// How many octets the stream has not taken yet.
  long waitingOctets() {
    return waitingOctets;
  }
}
