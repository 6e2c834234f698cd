package netarium.engine.vm.api;

import java.util.ArrayDeque;
import java.util.Deque;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Whole messages that wait for a script, the oldest first.
///
/// It holds a bounded number of octets; what is beyond stays in the sockets, whose windows then
/// close, as they would for any slow reader.
final class MessageQueue {
  private static final int ENOUGH_OCTETS = 64 * 1024;

  /// A message and the connection it came by.
  record Message(MessageConnection connection, Octets data) {}

  private final Deque<Message> messages = new ArrayDeque<>();
  private long octets;

  void add(Message message) {
    messages.add(message);
    octets += message.data().length();
  }

  @Nullable Message poll() {
    Message first = messages.poll();
    if (first != null) {
      octets -= first.data().length();
      first.connection().taken();
    }
    return first;
  }

  boolean hasRoom() {
    return octets < ENOUGH_OCTETS;
  }
}
