package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.SocketUsed;
import netarium.engine.trace.SimEvent.StimulusApplied;
import netarium.engine.trace.SimEvent.TimerExpired;
import netarium.engine.trace.SimEvent.UnixSocketUsed;

/// Walks from an event to what led to it.
public final class Causes {
  private Causes() {}

  /// The event and its causes, the nearest first, up to the first that answers *why* for people: a
  /// line of a script, something done from outside, a timer. At most `most` of them.
  public static List<SimEvent> nearest(LongFunction<SimEvent> log, long ordinal, int most) {
    return walk(log, ordinal, most, true);
  }

  /// As [#nearest], but on to the beginning of the run.
  public static List<SimEvent> all(LongFunction<SimEvent> log, long ordinal, int most) {
    return walk(log, ordinal, most, false);
  }

  private static List<SimEvent> walk(
      LongFunction<SimEvent> log, long ordinal, int most, boolean stops) {
    List<SimEvent> chain = new ArrayList<>();
    long next = ordinal;
    while (next >= 0 && chain.size() < most) {
      SimEvent event = log.apply(next);
      chain.add(event);
      if (stops && next != ordinal && isAnswer(event)) {
        break;
      }
      next = event.cause();
    }
    return chain;
  }

  /// Whether people need not ask on.
  public static boolean isAnswer(SimEvent event) {
    return switch (event) {
      case SocketUsed used -> !used.place().isEmpty();
      case UnixSocketUsed used -> !used.place().isEmpty();
      case StimulusApplied _, TimerExpired _ -> true;
      default -> false;
    };
  }
}
