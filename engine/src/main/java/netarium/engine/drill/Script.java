package netarium.engine.drill;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A script as it was read: its option lines and what happens in it, in order.
record Script(String name, Map<String, String> options, List<Event> events) {
  Script {
    events = List.copyOf(events);
  }

  /// Something that is done or must happen; `text` is how failures show it.
  record Event(int line, Timing timing, Action action) {}

  /// When: from `fromNanos` to `toNanos`, counted from the start or from the event before. `ANY` is
  /// the language's `*`.
  record Timing(Base base, long fromNanos, long toNanos) {
    enum Base {
      START,
      EVENT_BEFORE,
      ANY
    }

    boolean isRange() {
      return toNanos != fromNanos;
    }
  }

  sealed interface Action {}

  record Inject(PacketSpec packet) implements Action {}

  record Expect(PacketSpec packet) implements Action {}

  /// A system call. With `end` it may block, until that time on the base of the event's own time.
  record Call(
      String name,
      List<Expression> arguments,
      Optional<Long> endNanos,
      Expression result,
      String errorName)
      implements Action {}

  /// Commands for a shell, of which only settings of the stack mean anything here.
  record Shell(String commands) implements Action {}

  /// Assertions on the variables of the connection under test.
  record Code(String text) implements Action {}
}
