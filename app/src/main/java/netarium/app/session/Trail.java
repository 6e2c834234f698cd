package netarium.app.session;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import netarium.app.canvas.scene.Spans;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;

/// What the transport remembers of a run: when each event was, which are frames, how long each of
/// those takes for its hop, and where somebody who skips idle time wants to stop.
final class Trail implements EventSink {
  private final Longs instants = new Longs();
  private final Longs frames = new Longs();
  private final Longs hops = new Longs();
  private final Longs begins = new Longs();
  private final Longs stops = new Longs();
  private final Spans flights = new Spans();
  private final Map<PortId, Long> freeFrom = new LinkedHashMap<>();

  /// Whether idle time ends with this event.
  static boolean isStop(SimEvent event) {
    return switch (event) {
      case SimEvent.FrameSent _,
          SimEvent.ConsoleWritten _,
          SimEvent.ErrorRaised _,
          SimEvent.ProcessStarted _,
          SimEvent.ProcessEnded _,
          SimEvent.StimulusApplied _ ->
          true;
      default -> false;
    };
  }

  /// How long a frame travels, waiting not counted if `freeFrom` says when its link was free.
  static long hopNanos(SimEvent.FrameSent frame, long freeFrom) {
    long begin = Math.clamp(freeFrom, frame.at().nanos(), frame.departs().nanos());
    return Math.max(1, frame.arrives().nanos() - begin);
  }

  @Override
  public void accept(SimEvent event) {
    long at = event.at().nanos();
    instants.add(at);
    if (isStop(event)) {
      stops.add(event.ordinal());
    }
    if (event instanceof SimEvent.FrameSent frame) {
      long free = freeFrom.getOrDefault(frame.from(), 0L);
      freeFrom.put(frame.from(), frame.departs().nanos());
      frames.add(event.ordinal());
      hops.add(hopNanos(frame, free));
      begins.add(Math.clamp(free, at, frame.departs().nanos()));
      flights.add(at, frame.arrives().nanos());
    }
  }

  int events() {
    return instants.size();
  }

  long instantOf(long ordinal) {
    return instants.get(Math.toIntExact(ordinal));
  }

  /// The instant of the newest event.
  long newest() {
    return instants.size() == 0 ? 0 : instants.get(instants.size() - 1);
  }

  /// How many events there were up to an instant, itself included.
  int eventsUpTo(long instant) {
    return instants.countUpTo(instant);
  }

  int eventsBefore(long instant) {
    return instants.countBelow(instant);
  }

  /// The first frame sent after the event `ordinal`, or -1.
  long frameAfter(long ordinal) {
    int index = frames.countUpTo(ordinal);
    return index < frames.size() ? frames.get(index) : -1;
  }

  /// The last frame sent before the event `ordinal`, or -1.
  long frameBefore(long ordinal) {
    int index = frames.countBelow(ordinal) - 1;
    return index >= 0 ? frames.get(index) : -1;
  }

  /// The first instant after this one at which idle time would end, or -1.
  long stopAfter(long instant) {
    int index = stops.countBelow(eventsUpTo(instant));
    return index < stops.size() ? instantOf(stops.get(index)) : -1;
  }

  /// How long the frames under way at an instant take for their hop: about the quickest, but of a
  /// crowd not its very quickest, which would slow down all others. 0 if nothing is under way.
  long hopAt(long instant) {
    Longs moving = new Longs();
    Longs waiting = new Longs();
    flights.holding(
        instant, index -> (begins.get(index) <= instant ? moving : waiting).add(hops.get(index)));
    Longs chosen = moving.size() > 0 ? moving : waiting;
    if (chosen.size() == 0) {
      return 0;
    }
    long[] sorted = new long[chosen.size()];
    Arrays.setAll(sorted, chosen::get);
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 4];
  }

  /// The instant of the first frame sent after `from` and up to `to` whose hop is quicker than
  /// `hop`; `to` if there is none.
  long quickerWithin(long from, long to, long hop) {
    for (int i = frames.countBelow(eventsUpTo(from)); i < frames.size(); i++) {
      long at = instantOf(frames.get(i));
      if (at > to) {
        break;
      }
      if (hops.get(i) < hop) {
        return at;
      }
    }
    return to;
  }
}
