package netarium.app.packets;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameSent;

/// Where a frame is at an instant: a dot for each link of its way, and one thing to say. `share` is
/// how much of the link lies behind it, `from` and `to` the ends of that link.
public record Whereabouts(
    State state, List<Dot> dots, String from, String to, double share, String dropReason) {
  public enum State {
    NOT_YET,
    QUEUED,
    ON_LINK,
    AT_NODE,
    DELIVERED,
    DROPPED
  }

  /// One link of the way.
  public enum Dot {
    AHEAD,
    QUEUED,
    HERE,
    PASSED,
    LOST
  }

  public Whereabouts {
    dots = List.copyOf(dots);
  }

  /// Of one sending: how it fares on its link.
  public static Whereabouts ofRow(FrameTable table, int row, long instant) {
    Walk walk = new Walk(table, instant);
    walk.step(row, 0);
    return walk.result();
  }

  /// Of a frame over all its links.
  public static Whereabouts ofJourney(FrameTable table, int journey, long instant) {
    Walk walk = new Walk(table, instant);
    for (int row = table.firstOf(journey); row != FrameTable.NONE; row = table.next(row)) {
      walk.step(row, table.depth(row));
    }
    return walk.result();
  }

  /// Puts the links together; where a frame was flooded, what goes on counts for more than what has
  /// ended, and a copy that arrived for more than one that was lost.
  private static final class Walk {
    private final FrameTable table;
    private final long instant;
    private final List<Dot> dots = new ArrayList<>();
    private State state = State.NOT_YET;
    private int shown = FrameTable.NONE;
    private int lost = FrameTable.NONE;
    private boolean hasArrived;

    Walk(FrameTable table, long instant) {
      this.table = table;
      this.instant = instant;
    }

    void step(int row, int depth) {
      while (dots.size() <= depth) {
        dots.add(Dot.AHEAD);
      }
      FrameSent sent = table.sent(row);
      FrameDropped drop = table.drop(row);
      if (shown == FrameTable.NONE) {
        shown = row;
      }
      if (instant < sent.at().nanos()) {
        return;
      }
      if (drop != null && drop.at().nanos() <= instant) {
        lost = row;
        put(depth, Dot.LOST);
      } else if (instant < table.startsNanos(row)) {
        put(depth, Dot.QUEUED);
        show(State.QUEUED, row);
      } else if (instant < sent.arrives().nanos()) {
        put(depth, Dot.HERE);
        show(State.ON_LINK, row);
      } else {
        put(depth, Dot.PASSED);
        arrived(row);
      }
    }

    private void arrived(int row) {
      if (table.isIgnored(row)) {
        return;
      }
      hasArrived = true;
      if (state == State.NOT_YET || state == State.AT_NODE) {
        show(State.AT_NODE, row);
      }
    }

    private void show(State newState, int row) {
      state = newState;
      shown = row;
    }

    private void put(int depth, Dot dot) {
      Dot old = dots.get(depth);
      boolean isNews = old == Dot.AHEAD || dot == Dot.HERE || dot == Dot.QUEUED;
      if (isNews || (old == Dot.LOST && dot == Dot.PASSED)) {
        dots.set(depth, dot);
      }
    }

    Whereabouts result() {
      boolean goesOn = state == State.QUEUED || state == State.ON_LINK;
      if (!goesOn && hasArrived && !isPassedOnLater()) {
        state = lost == FrameTable.NONE || !isBehind(lost) ? State.DELIVERED : State.DROPPED;
      } else if (!goesOn && !hasArrived && lost != FrameTable.NONE) {
        state = State.DROPPED;
      }
      int row = state == State.DROPPED ? lost : shown;
      FrameSent sent = table.sent(row);
      FrameDropped drop = state == State.DROPPED ? table.drop(row) : null;
      long departs = sent.departs().nanos();
      long arrives = sent.arrives().nanos();
      double share =
          state != State.ON_LINK || instant <= departs
              ? 0
              : (double) (instant - departs) / Math.max(1, arrives - departs);
      return new Whereabouts(
          state,
          dots,
          table.nodeName(sent.from().node()),
          table.nodeName(sent.to().node()),
          share,
          drop == null ? "" : drop.reason().label());
    }

    /// Whether the node that has it will send it on: it waits there, for ARP perhaps.
    private boolean isPassedOnLater() {
      for (int row = table.next(shown); row != FrameTable.NONE; row = table.next(row)) {
        if (table.sent(row).at().nanos() > instant) {
          return dots.size() > 1;
        }
      }
      return false;
    }

    /// Whether the loss came after everything that arrived: the frame got no further.
    private boolean isBehind(int row) {
      return table.depth(row) > table.depth(shown)
          || (row == shown && table.drop(row) != null)
          || table.sent(row).ordinal() > table.sent(shown).ordinal();
    }
  }
}
