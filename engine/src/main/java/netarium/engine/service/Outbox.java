package netarium.engine.service;

import java.util.ArrayDeque;
import java.util.Deque;
import netarium.engine.socket.ByteStream;
import netarium.engine.wire.Octets;

/// Octets on their way into a stream that takes only so many at a time.
public final class Outbox {
  private final ByteStream stream;
  private final Deque<Octets> waiting = new ArrayDeque<>();
  private long waitingOctets;

  public Outbox(ByteStream stream) {
    this.stream = stream;
  }

  /// Sends behind all that was sent before.
  public void send(Octets octets) {
    if (!octets.isEmpty()) {
      waiting.add(octets);
      waitingOctets += octets.length();
      flush();
    }
  }

  /// Goes on where there was no room.
  public void flush() {
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

  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// How many octets the stream has not taken yet.
  public long waitingOctets() {
    return waitingOctets;
  }
}
